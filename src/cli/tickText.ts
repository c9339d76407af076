/** Ticks as minutes and seconds. */
import { ticksToS } from "../kernel/tick.ts";

/** "1:05.20" */
export function tickText(tick: number): string {
  const seconds = ticksToS(tick);
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(2).padStart(5, "0")}`;
}
