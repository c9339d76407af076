/**
 * What this browser keeps of the sessions it takes part in: the secret of each, and a name for the
 * device itself. No person's name is kept here.
 */
import { newRecordingId } from "../newRecordingId.ts";

const DEVICE = "onbypass-device";
const ticketKey = (sessionId: string): string => `onbypass-session-${sessionId}`;

export function deviceId(): string {
  const known = localStorage.getItem(DEVICE);
  if (known !== null) return known;
  const made = newRecordingId();
  localStorage.setItem(DEVICE, made);
  return made;
}

export interface Ticket {
  readonly sessionId: string;
  readonly token: string;
}

export function keepTicket({ sessionId, token }: Ticket): void {
  localStorage.setItem(ticketKey(sessionId), token);
}

export function ticketFor(sessionId: string): string | undefined {
  return localStorage.getItem(ticketKey(sessionId)) ?? undefined;
}
