/**
 * Where a group looks at in a replay that one of them leads: a tick, and whether it moves on from there.
 * Known while the room is open; whoever comes late is told where the others are by now.
 */
import { MS_PER_TICK } from "../../kernel/tick.ts";
import type { Shown } from "../../session/contract/live.ts";

export interface SharedView {
  lead(shown: Shown, clockMs: number): void;
  /** Where the leader is by now; undefined before anybody leads. */
  at(clockMs: number): Shown | undefined;
}

export function createSharedView(endTick: () => number): SharedView {
  let led: Shown | undefined;
  let ledMs = 0;
  const within = (tick: number): number => Math.min(Math.max(0, Math.round(tick)), endTick());
  return {
    lead(shown, clockMs) {
      led = { ...shown, tick: within(shown.tick) };
      ledMs = clockMs;
    },
    at(clockMs) {
      if (led === undefined || !led.isRunning) return led;
      const passedTicks = ((clockMs - ledMs) / MS_PER_TICK) * led.speed;
      return { ...led, tick: within(led.tick + passedTicks) };
    },
  };
}
