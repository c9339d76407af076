/** Readings for DOM parts of the console: at most four times a second, since nobody reads faster. */
import { useEffect, useState } from "preact/hooks";
import type { CaseFeed, Frame } from "../../session/contract/protocol.ts";

const SHOW_EVERY_MS = 250;

export function useLatestFrame(feed: CaseFeed): Frame {
  const [frame, setFrame] = useState<Frame>(() => feed.latest());
  useEffect(() => watchFrames(feed, setFrame), [feed]);
  return frame;
}

/** Shows what stands now and then what comes, the last frame before a standstill too; gives the way to stop. */
export function watchFrames(
  feed: Pick<CaseFeed, "latest" | "onFrame">,
  show: (frame: Frame) => void,
): () => void {
  let shownMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const showLatest = (): void => {
    timer = undefined;
    shownMs = performance.now();
    show(feed.latest());
  };
  showLatest();
  const stop = feed.onFrame(() => {
    const waitMs = shownMs + SHOW_EVERY_MS - performance.now();
    if (waitMs <= 0) {
      clearTimeout(timer);
      showLatest();
    } else timer ??= setTimeout(showLatest, waitMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
