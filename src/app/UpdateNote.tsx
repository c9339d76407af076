/** Says under the head of a page that a newer version is there. The console has no head: a case is left alone. */
import { offlineFacts } from "./offline/offlineFacts.ts";
import { takeUpdate } from "./offline/startOffline.ts";

const SENTENCES = {
  ready: "A new version is ready.",
  blocked:
    "A new version is ready, and another tab still uses the present one. Close OnBypass there, then take it.",
} as const;

export function UpdateNote() {
  const { update } = offlineFacts.value;
  if (update === "none") return null;
  return (
    <div class="update-note" role="status">
      <span>{SENTENCES[update]}</span>
      <button type="button" class="key" onClick={() => void takeUpdate()}>
        Take it now
      </button>
    </div>
  );
}
