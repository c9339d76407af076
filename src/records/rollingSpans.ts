/**
 * When enough points stand in a window that moves with the day: each record counts from its day to
 * the end of its own interval, and the rule is met while those that count bring enough.
 */
import type { Day } from "./civilDate.ts";
import { noPoints, type PointLimits, totalPoints } from "./pointTotals.ts";
import type { Item } from "./qualifying.ts";
import { joined, type Span } from "./spans.ts";

/** An item with the last day on which it counts. */
export interface CountingItem extends Item {
  readonly countsTo: Day;
}

/** Points needed on a day: the same for everybody, or following the share of full time. */
export type NeededPoints = number | ((day: Day) => number);

/** The days from one to another on which a steady number of points is enough. */
function enoughBetween(points: number, needed: NeededPoints, span: Span): readonly Span[] {
  if (typeof needed === "number") return points >= needed ? [span] : [];
  const days: Span[] = [];
  for (let day = span.from; day <= span.to; day++) {
    if (points >= needed(day)) days.push({ from: day, to: day });
  }
  return days;
}

/** The items in the order of their days, which is also the order in which they stop to count. */
export interface Counting {
  readonly items: readonly CountingItem[];
  readonly limits: PointLimits;
}

/** Calls back for each stretch of days with the same points, within the span. */
export function eachStretch(
  { items, limits }: Counting,
  within: Span,
  visit: (points: number, stretch: Span) => void,
): void {
  const totals = noPoints();
  let came = 0;
  let went = 0;
  for (let day = within.from; day <= within.to; ) {
    for (; came < items.length && items[came].day <= day; came++) {
      totals[items[came].role] += items[came].points;
    }
    for (; went < came && items[went].countsTo < day; went++) {
      totals[items[went].role] -= items[went].points;
    }
    const comes = came < items.length ? items[came].day : Number.POSITIVE_INFINITY;
    const goes = went < came ? items[went].countsTo + 1 : Number.POSITIVE_INFINITY;
    const next = Math.min(comes, goes, within.to + 1);
    visit(totalPoints(totals, limits), { from: day, to: next - 1 });
    day = next;
  }
}

/** The days within the span on which the counting items bring the points needed. */
export function rollingSpans(
  counting: Counting,
  needed: NeededPoints,
  within: Span,
): readonly Span[] {
  const met: Span[] = [];
  eachStretch(counting, within, (points, stretch) => {
    if (points > 0) met.push(...enoughBetween(points, needed, stretch));
  });
  return joined(met);
}
