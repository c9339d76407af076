/**
 * When enough points were gathered in periods that begin on a fixed date, such as years from 1 July:
 * who has gathered them is current until the end of the period after.
 */
import { addMonths, type Day, dateOf } from "./civilDate.ts";
import { type PointLimits, pointsOf } from "./pointTotals.ts";
import type { Item } from "./qualifying.ts";
import { joined, type Span } from "./spans.ts";

export interface FixedPeriods {
  readonly startsOn: Day;
  readonly months: number;
}

/** The period that holds the day. */
export function periodAt({ startsOn, months }: FixedPeriods, day: Day): Span {
  const [year, month] = dateOf(day);
  const [firstYear, firstMonth] = dateOf(startsOn);
  const monthsApart = (year - firstYear) * 12 + (month - firstMonth);
  let index = Math.floor(monthsApart / months);
  if (addMonths(startsOn, index * months) > day) index -= 1;
  return {
    from: addMonths(startsOn, index * months),
    to: addMonths(startsOn, (index + 1) * months) - 1,
  };
}

/** The day on which the points of one period became enough, or undefined. */
function reachedOn(items: readonly Item[], limits: PointLimits, needed: number): Day | undefined {
  for (let count = 1; count <= items.length; count++) {
    if (pointsOf(items.slice(0, count), limits) >= needed) return items[count - 1].day;
  }
  return undefined;
}

/** The days on which the rule is met; items are in order of time. */
export function fixedSpans(
  { items, limits }: { readonly items: readonly Item[]; readonly limits: PointLimits },
  periods: FixedPeriods,
  neededIn: (period: Span) => number,
): readonly Span[] {
  const met: Span[] = [];
  for (let start = 0; start < items.length; ) {
    const period = periodAt(periods, items[start].day);
    let end = start;
    while (end < items.length && items[end].day <= period.to) end += 1;
    const day = reachedOn(items.slice(start, end), limits, neededIn(period));
    if (day !== undefined) met.push({ from: day, to: periodAt(periods, period.to + 1).to });
    start = end;
  }
  return joined(met);
}
