/** The quiet line of the first page about use without a server. */
import { offlineFacts } from "../offline/offlineFacts.ts";
import { offlineWords } from "../offline/offlineWords.ts";
import { mendOffline } from "../offline/startOffline.ts";

export function OfflineNote() {
  const words = offlineWords(offlineFacts.value);
  if (words === undefined) return null;
  return (
    <div class="offline-note quiet small" role="status">
      <span>{words.sentence}</span>
      {words.key && (
        <button type="button" class="key plain" onClick={mendOffline}>
          {words.key}
        </button>
      )}
    </div>
  );
}
