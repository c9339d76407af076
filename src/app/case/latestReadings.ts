/** Readings for DOM parts of the console: at most four times a second, since nobody reads faster. */
import { useEffect, useState } from "preact/hooks";
import type { CaseFeed, Frame } from "../../session/contract/protocol.ts";

const SHOW_EVERY_MS = 250;

export function useLatestFrame(feed: CaseFeed): Frame {
  const [frame, setFrame] = useState<Frame>(() => feed.latest());
  useEffect(() => {
    let shownMs = 0;
    return feed.onFrame((next) => {
      const nowMs = performance.now();
      if (nowMs - shownMs < SHOW_EVERY_MS) return;
      shownMs = nowMs;
      setFrame(next);
    });
  }, [feed]);
  return frame;
}
