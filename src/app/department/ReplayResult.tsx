/** Takes the recording behind a result into this browser and opens its replay; or hands out the record. */
import { useState } from "preact/hooks";
import type { KeptResult } from "../../server/department/results.ts";
import { callApi } from "../account/api.ts";
import { goTo } from "../router.ts";

/** A signed session holds its recording among its parts, a result of a demonstration beside the rest. */
interface FrozenRecord {
  readonly recording?: unknown;
  readonly parts?: { readonly recording?: unknown };
}

const WRONG = "This recording cannot be replayed here.";

async function openReplay(resultId: string): Promise<string | undefined> {
  const frozen = await callApi<FrozenRecord>("GET", `/api/results/${resultId}`);
  if (!frozen.ok) return frozen.problems[0].sentence;
  const recording = frozen.value.parts?.recording ?? frozen.value.recording;
  if (recording === undefined || recording === null) return WRONG;
  const { importRecording } = await import("../storage/importRecording.ts");
  const taken = await importRecording(new File([JSON.stringify(recording)], "recording.json"));
  if (!taken.ok) return taken.problems[0].sentence;
  goTo({ page: "debrief", recordingId: taken.value });
  return undefined;
}

interface CheckAnswer {
  readonly isEvidence: boolean;
  readonly sentence: string;
}

async function checkRecord(resultId: string): Promise<string> {
  const checked = await callApi<CheckAnswer>("GET", `/api/results/${resultId}/check`);
  return checked.ok ? checked.value.sentence : checked.problems[0].sentence;
}

export function ReplayResult({ result }: { readonly result: KeptResult }) {
  const [problem, setProblem] = useState<string>();
  const [checked, setChecked] = useState("");
  const open = () => void openReplay(result.id).then(setProblem);
  const check = () => void checkRecord(result.id).then(setChecked);
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
      <button
        type="button"
        class="key plain"
        aria-label={`Check the signature of ${result.scenarioId} of ${result.date}`}
        onClick={check}
      >
        Check
      </button>
      <span role="status" class="soft small">
        {checked}
      </span>
      {problem && <span role="alert">{problem}</span>}
    </span>
  );
}
