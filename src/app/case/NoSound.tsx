/** A technical alarm: alarms that cannot be heard must be seen. Pressing it lets the browser sound. */
import { useEffect, useState } from "preact/hooks";
import type { SoundDesk } from "./soundDesk.ts";

/** Sounds that are just loading are no alarm yet. */
const PATIENCE_MS = 2000;

export function NoSound({ sound }: { readonly sound: SoundDesk }) {
  // Until it is mounted, only a failure to load is known.
  const isKnown = sound.mounted !== undefined || sound.state === "failed";
  const isSilent = isKnown && sound.state !== "ok";
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    setIsLate(false);
    if (!isSilent) return;
    const timer = setTimeout(() => setIsLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isSilent]);
  return (
    <div role="alert">
      {isSilent && isLate && (
        <button
          type="button"
          class="no-sound"
          title={sound.sentence}
          onClick={() => void sound.mounted?.unlock()}
        >
          <span class="diamond" aria-hidden="true" /> NO SOUND
          <span class="visually-hidden">. {sound.sentence}</span>
        </button>
      )}
    </div>
  );
}
