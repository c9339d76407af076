/** A trend read at a moment. */
import { sToTicks } from "../../kernel/tick.ts";
import type { Trends } from "../contract/protocol.ts";

/**
 * Mean of a signal from so many seconds before a tick to as many after it, in the signal's unit; undefined
 * where the trends do not have it: an older engine's may lack one.
 */
export function trendMean(
  { signals, columns, everyTicks }: Trends,
  signal: string,
  tick: number,
  aroundS: number,
): number | undefined {
  const column = columns[signals.indexOf(signal)];
  if (column === undefined || column.length === 0) return undefined;
  const at = (wanted: number): number =>
    Math.min(column.length - 1, Math.max(0, Math.round(wanted / everyTicks)));
  const last = at(tick + sToTicks(aroundS));
  const first = at(tick - sToTicks(aroundS));
  let sum = 0;
  for (let index = first; index <= last; index += 1) sum += column[index] as number;
  return sum / (last - first + 1);
}
