/**
 * How much time a case has had to run: wall time since its start without the pauses a supervisor
 * asked for. Read from the journal, so that a restarted server knows it too.
 */
import type { JournalLine } from "../../session/contract/live.ts";

type ClockLine = Pick<JournalLine, "kind" | "atMs">;

export interface RoomClock {
  take(line: ClockLine): void;
  isPaused(): boolean;
  /** Time to run until `atMs`, in ms; 0 before the start. */
  allowedMs(atMs: number): number;
}

export function createRoomClock(lines: readonly ClockLine[] = []): RoomClock {
  let runMs = 0;
  let runningSinceMs: number | undefined;
  let hasStarted = false;
  const clock: RoomClock = {
    take({ kind, atMs }) {
      if (kind === "started" || (kind === "resume" && hasStarted)) {
        hasStarted = true;
        runningSinceMs ??= atMs;
      }
      if ((kind === "pause" || kind === "ended") && runningSinceMs !== undefined) {
        runMs += Math.max(0, atMs - runningSinceMs);
        runningSinceMs = undefined;
      }
    },
    isPaused: () => hasStarted && runningSinceMs === undefined,
    allowedMs: (atMs) =>
      runMs + (runningSinceMs === undefined ? 0 : Math.max(0, atMs - runningSinceMs)),
  };
  for (const line of lines) clock.take(line);
  return clock;
}
