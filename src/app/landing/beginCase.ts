/** Leaves what is to be started for the case's page, and goes there. */
import type { CaseMode } from "../../session/contract/protocol.ts";
import { leaveStart } from "../case/pendingStart.ts";
import { newRecordingId } from "../newRecordingId.ts";
import { goTo } from "../router.ts";

interface Start {
  readonly engineHash: string;
  readonly caseSetup: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly mode: CaseMode;
}

export function beginCase(start: Start): void {
  const recordingId = newRecordingId();
  leaveStart({ type: "start", recordingId, ...start });
  goTo({ page: "case", recordingId });
}

/** A seed nobody chose. */
export function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] as number;
}
