/**
 * Scores a recorded run again under another rubric. The run is replayed with the engine that recorded it
 * and compared checkpoint for checkpoint; then the same engine runs the same log with the new rubric.
 */
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { compareReports, type ReportDifference } from "../scoring/compareReports.ts";
import type { Report } from "../scoring/report.ts";
import type { Recording } from "./contract/recording.ts";
import type { Engine } from "./engine.ts";
import { createReplay } from "./replay.ts";

type Rescorable = Pick<Recording, "caseSetup" | "entries" | "checkpoints" | "endTick">;

export interface Rescored {
  readonly before: Report;
  readonly after: Report;
  readonly difference: ReportDifference;
}

function reportOf(engine: Engine, recording: Rescorable): Result<Report> {
  const opened = createReplay(engine, recording);
  if (!opened.ok) return failure(...(opened.problems as [Problem]));
  const problem = opened.value.replayTo(recording.endTick);
  return problem === undefined ? success(opened.value.engineCase.report()) : failure(problem);
}

/** Both reports and exactly what differs, or why the run cannot be scored again. */
export function rescore(engine: Engine, recording: Rescorable, rubric: unknown): Result<Rescored> {
  const before = reportOf(engine, recording);
  if (!before.ok) return before;
  // The world does not hear the scorer: the same log gives the same run, whatever is marked.
  const caseSetup = { ...recording.caseSetup, rubric };
  const after = reportOf(engine, { ...recording, caseSetup, checkpoints: [] });
  if (!after.ok) return after;
  const difference = compareReports(before.value, after.value);
  return success({ before: before.value, after: after.value, difference });
}
