/**
 * How much time a case has had to run: the room's time since its start without the pauses a supervisor
 * asked for. Read from the journal, so that a restarted server knows it too.
 */
import type { KeptLine } from "./roomStore.ts";

type ClockLine = Pick<KeptLine, "kind" | "clockMs" | "detail">;

export interface RoomClock {
  take(line: ClockLine): void;
  isPaused(): boolean;
  /** Paused, and the device takes no act either. */
  isFrozen(): boolean;
  /** Time to run until a moment of the room's clock, in ms; 0 before the start. */
  allowedMs(clockMs: number): number;
}

/** What a line asks of the device's clock, if anything. */
function askedIn({ kind, detail }: ClockLine): string | undefined {
  const { type } = (detail["action"] ?? {}) as { readonly type?: string };
  return kind === "command" && type?.startsWith("clock.") ? type : undefined;
}

export function createRoomClock(lines: readonly ClockLine[] = []): RoomClock {
  let runMs = 0;
  let runningSinceMs: number | undefined;
  /** Since then a device without network may be running again: somebody asked it to. */
  let askedSinceMs: number | undefined;
  let hasStarted = false;
  let lastAsked: string | undefined;
  const sinceMs = (): number | undefined => runningSinceMs ?? askedSinceMs;
  const clock: RoomClock = {
    take(line) {
      const { kind, clockMs } = line;
      const asked = askedIn(line);
      lastAsked = asked ?? lastAsked;
      if (asked === "clock.run" && clock.isPaused()) askedSinceMs ??= clockMs;
      if (kind === "started" || (kind === "resume" && hasStarted)) {
        hasStarted = true;
        runningSinceMs ??= askedSinceMs ?? clockMs;
        askedSinceMs = undefined;
      }
      if (kind === "pause" || kind === "ended") {
        const since = sinceMs();
        if (since !== undefined) runMs += Math.max(0, clockMs - since);
        runningSinceMs = undefined;
        askedSinceMs = undefined;
      }
    },
    isPaused: () => hasStarted && runningSinceMs === undefined,
    isFrozen: () => clock.isPaused() && lastAsked === "clock.freeze",
    allowedMs(clockMs) {
      const since = sinceMs();
      return runMs + (since === undefined ? 0 : Math.max(0, clockMs - since));
    },
  };
  for (const line of lines) clock.take(line);
  return clock;
}
