/**
 * The entry of the engine artefact: everything a host needs to run, replay and read a case, in one
 * module that imports nothing. Recordings name it by the hash of its bytes.
 */
import type { Result } from "../kernel/result.ts";
import { parseSource } from "../scenario/contract/problemsFromIssues.ts";
import { unplacedSource } from "../scenario/contract/source.ts";
import { type TraineeAction, traineeActionSchema } from "../world/contract/actions.ts";
import { type FaultAction, faultActionSchema } from "../world/contract/faults.ts";

export { ACTION_TYPES } from "../world/contract/actions.ts";
export { ALARMS } from "../world/contract/alarms.ts";
export { FAULT_IDS } from "../world/contract/faults.ts";
export {
  enumReading,
  findSignal,
  SIGNAL_COUNT,
  SIGNALS,
  signalIndex,
} from "../world/contract/signals.ts";
export { type Case, type CaseEntry, createCase, entryProblem } from "./case.ts";

/** Raised when what createCase takes or gives changes in a way hosts must know. */
export const ENGINE_FORMAT = 1;

/** What a trainee may do, out of data from outside. */
export function parseTraineeAction(data: unknown): Result<TraineeAction> {
  return parseSource<TraineeAction>(unplacedSource("action", data), traineeActionSchema, "action");
}

/** A fault injected or cleared by a supervisor, out of data from outside. */
export function parseFaultAction(data: unknown): Result<FaultAction> {
  return parseSource<FaultAction>(unplacedSource("action", data), faultActionSchema, "action");
}
