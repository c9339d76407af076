/**
 * Fixed ticks from a host's clock. The host says what time it is; the clock says how many ticks are
 * due. A device that slept does not make the case jump: what is beyond the cap is a gap.
 */
import { MS_PER_TICK } from "../kernel/tick.ts";

/** Longest stretch made up for after a stall; architecture section 4. */
const CATCH_UP_MS_MAX = 500;
const SPEED_MIN = 0.25;
const SPEED_MAX = 8;

export interface Due {
  readonly ticks: number;
  /** Host time that passed and was not made up for. */
  readonly skippedMs: number;
}

export interface CaseClock {
  running(): boolean;
  speed(): number;
  start(nowMs: number): void;
  stop(): void;
  setSpeed(speed: number): void;
  /** Ticks due since the last call; none while stopped. */
  advance(nowMs: number): Due;
}

const NOTHING_DUE: Due = { ticks: 0, skippedMs: 0 };

export function createCaseClock(): CaseClock {
  let isRunning = false;
  let speed = 1;
  let lastMs = 0;
  let owedMs = 0;
  return {
    running: () => isRunning,
    speed: () => speed,
    start(nowMs) {
      if (isRunning) return;
      isRunning = true;
      lastMs = nowMs;
      owedMs = 0;
    },
    stop() {
      isRunning = false;
    },
    setSpeed(wanted) {
      speed = Math.min(SPEED_MAX, Math.max(SPEED_MIN, wanted));
    },
    advance(nowMs) {
      if (!isRunning) return NOTHING_DUE;
      const elapsedMs = Math.max(0, nowMs - lastMs);
      lastMs = nowMs;
      const takenMs = Math.min(elapsedMs, CATCH_UP_MS_MAX);
      owedMs += takenMs * speed;
      const ticks = Math.floor(owedMs / MS_PER_TICK);
      owedMs -= ticks * MS_PER_TICK;
      return { ticks, skippedMs: elapsedMs - takenMs };
    },
  };
}
