/**
 * A clock that only goes forward and that nobody sets: the processor's own, with the time that the
 * machine slept, which that one leaves out. Says how long something took, never what time it is.
 */
import os from "node:os";

export interface ClockSources {
  /** Forward only, and may stand while the machine sleeps, in ms. */
  readonly monotonicMs: () => number;
  /** Since the machine was started, sleep and all, in ms; may be coarse. */
  readonly uptimeMs: () => number;
}

const MS_PER_S = 1000;

const OWN: ClockSources = {
  monotonicMs: () => performance.now(),
  uptimeMs: () => os.uptime() * MS_PER_S,
};

/** Asking how long the machine is up costs more than the rest of a message. */
const LOOK_EVERY_MS = 1_000;
/** The two differ by less than this while the machine is awake; some systems count whole seconds. */
const SLEPT_MS_MIN = 3_000;

/** Gives the time since the machine was started in ms, as near as the system says that. */
export function createSteadyClock({ monotonicMs, uptimeMs }: ClockSources = OWN): () => number {
  let apartMs = uptimeMs() - monotonicMs();
  let lookedMs = monotonicMs();
  return () => {
    const awakeMs = monotonicMs();
    if (awakeMs - lookedMs >= LOOK_EVERY_MS) {
      lookedMs = awakeMs;
      const moreMs = uptimeMs() - awakeMs - apartMs;
      if (moreMs >= SLEPT_MS_MIN) apartMs += moreMs;
    }
    return awakeMs + apartMs;
  };
}
