/**
 * When a count will be enough if cases go on coming as they came lately. Whole numbers throughout, so
 * that two readers of the same logbook get the same date.
 */
import type { Day } from "./civilDate.ts";
import type { Item } from "./qualifying.ts";
import { type Counting, eachStretch, type NeededPoints } from "./rollingSpans.ts";
import { daysWithin, type Span } from "./spans.ts";

const LOOK_BACK_DAYS = 90;
const LOOK_AHEAD_DAYS = 1825; // five years; what takes longer is no forecast

/** So many of the days lately, and how many points they brought. */
export interface Rate {
  readonly overDays: number;
  readonly points: number;
}

/** Points of the last 90 days at work, up to and including the day. */
export function presentRate(items: readonly Item[], judged: readonly Span[], day: Day): Rate {
  const from = day - LOOK_BACK_DAYS + 1;
  const recent = items.filter((item) => item.day >= from && item.day <= day);
  return {
    overDays: daysWithin(judged, from, day),
    points: recent.reduce((sum, item) => sum + item.points, 0),
  };
}

/**
 * The first later day on which what still counts then and what came at this rate are enough, or null
 * when they never are within five years.
 */
export function expectedOn(
  day: Day,
  rate: Rate,
  counting: Counting,
  needed: NeededPoints,
): Day | null {
  if (rate.points === 0 || rate.overDays === 0) return null;
  let found: Day | null = null;
  eachStretch(counting, { from: day + 1, to: day + LOOK_AHEAD_DAYS }, (points, { from, to }) => {
    for (let later = from; later <= to && found === null; later++) {
      const came = Math.floor(((later - day) * rate.points) / rate.overDays);
      const neededThen = typeof needed === "number" ? needed : needed(later);
      if (points + came >= neededThen) found = later;
    }
  });
  return found;
}
