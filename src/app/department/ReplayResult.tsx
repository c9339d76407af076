/** Takes the recording behind a result into this browser and opens its replay; or hands out the record. */
import { useState } from "preact/hooks";
import type { KeptResult } from "../../server/department/results.ts";
import { goTo } from "../router.ts";

interface FrozenRecord {
  readonly recording?: unknown;
}

const WRONG = "This recording cannot be replayed here.";

async function openReplay(resultId: string): Promise<string | undefined> {
  const reply = await fetch(`/api/results/${resultId}`, { credentials: "same-origin" });
  if (!reply.ok) return WRONG;
  const { recording } = (await reply.json()) as FrozenRecord;
  if (recording === undefined) return WRONG;
  const { importRecording } = await import("../storage/importRecording.ts");
  const taken = await importRecording(new File([JSON.stringify(recording)], "recording.json"));
  if (!taken.ok) return taken.problems[0].sentence;
  goTo({ page: "debrief", recordingId: taken.value });
  return undefined;
}

export function ReplayResult({ result }: { readonly result: KeptResult }) {
  const [problem, setProblem] = useState<string>();
  const open = () => void openReplay(result.id).then(setProblem);
  return (
    <span class="replay-result">
      {result.recordingId !== null && (
        <button
          type="button"
          class="key"
          aria-label={`Replay ${result.scenarioId} of ${result.date}`}
          onClick={open}
        >
          Replay
        </button>
      )}
      <a
        class="key plain"
        href={`/api/results/${result.id}`}
        download={`record-${result.date}-${result.scenarioId}.json`}
        aria-label={`Record of ${result.scenarioId} of ${result.date}`}
      >
        Record
      </a>
      {problem && <span role="alert">{problem}</span>}
    </span>
  );
}
