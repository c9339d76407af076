/**
 * How much time a case has had to run: wall time since its start without the pauses a supervisor
 * asked for. Read from the journal, so that a restarted server knows it too.
 */
import type { JournalLine } from "../../session/contract/live.ts";

type ClockLine = Pick<JournalLine, "kind" | "atMs" | "detail">;

export interface RoomClock {
  take(line: ClockLine): void;
  isPaused(): boolean;
  /** Time to run until `atMs`, in ms; 0 before the start. */
  allowedMs(atMs: number): number;
}

function asksToRun({ kind, detail }: ClockLine): boolean {
  const { type } = (detail["action"] ?? {}) as { readonly type?: string };
  return kind === "command" && type === "clock.run";
}

export function createRoomClock(lines: readonly ClockLine[] = []): RoomClock {
  let runMs = 0;
  let runningSinceMs: number | undefined;
  /** Since then a device without network may be running again: somebody asked it to. */
  let askedSinceMs: number | undefined;
  let hasStarted = false;
  const sinceMs = (): number | undefined => runningSinceMs ?? askedSinceMs;
  const clock: RoomClock = {
    take(line) {
      const { kind, atMs } = line;
      if (asksToRun(line) && clock.isPaused()) askedSinceMs ??= atMs;
      if (kind === "started" || (kind === "resume" && hasStarted)) {
        hasStarted = true;
        runningSinceMs ??= askedSinceMs ?? atMs;
        askedSinceMs = undefined;
      }
      if (kind === "pause" || kind === "ended") {
        const since = sinceMs();
        if (since !== undefined) runMs += Math.max(0, atMs - since);
        runningSinceMs = undefined;
        askedSinceMs = undefined;
      }
    },
    isPaused: () => hasStarted && runningSinceMs === undefined,
    allowedMs(atMs) {
      const since = sinceMs();
      return runMs + (since === undefined ? 0 : Math.max(0, atMs - since));
    },
  };
  for (const line of lines) clock.take(line);
  return clock;
}
