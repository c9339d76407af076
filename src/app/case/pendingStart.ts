/** What the landing page asked for, handed to the case page under the new recording's id. */
import type { ToWorker } from "../../session/contract/protocol.ts";

export type StartMessage = Extract<ToWorker, { type: "start" }>;

const pending = new Map<string, StartMessage>();

export function leaveStart(message: StartMessage): void {
  pending.set(message.recordingId, message);
}

/** The start left for this recording, once; a reload finds none and resumes instead. */
export function takeStart(recordingId: string): StartMessage | undefined {
  const message = pending.get(recordingId);
  pending.delete(recordingId);
  return message;
}
