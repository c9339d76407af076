/** Whether a signed recording runs to the same checkpoints, the same end and the same score again. */
import { canonicalJson } from "../kernel/canonicalJson.ts";
import type { Problem } from "../kernel/result.ts";
import type { RecordParts } from "./contract/signedRecord.ts";
import type { Engine } from "./engine.ts";
import { createReplay } from "./replay.ts";

export function replayProblem(
  engine: Engine,
  { recording, rerun, report }: Pick<RecordParts, "recording" | "rerun" | "report">,
): Problem | undefined {
  const made = createReplay(engine, recording);
  if (!made.ok) return made.problems[0];
  const replay = made.value;
  const problem = replay.replayTo(rerun.endTick);
  if (problem !== undefined) return problem;
  if (replay.engineCase.hashHex() !== rerun.finalHashHex) {
    return {
      code: "record.finalHash",
      place: "parts.rerun.finalHashHex",
      sentence: "The case runs to another end than the record says.",
    };
  }
  const found = canonicalJson(JSON.parse(JSON.stringify(replay.engineCase.report())));
  if (found === canonicalJson(report)) return undefined;
  return {
    code: "record.score",
    place: "parts.report",
    sentence: "The case runs to another score than the record says.",
  };
}
