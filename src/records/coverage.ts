/**
 * Adds to the days on which a rule is met those on which a person is not held to it: a new starter's
 * first days, and the days after an absence that began before anything had lapsed. What is covered
 * without a break ends on one day, and that day is the one that is shown and warned about.
 */
import type { Day } from "./civilDate.ts";
import type { Rule } from "./rule.schema.ts";
import { common, joined, lastDayUpTo, type Span, spanAt } from "./spans.ts";

export interface Coverage {
  readonly judged: readonly Span[];
  readonly met: readonly Span[];
  /** Covered days, within the judged spans. */
  readonly covered: readonly Span[];
}

/** Whether the day is covered, or follows a covered day within the grace. */
function hasNotLapsed(covered: readonly Span[], day: Day, graceDays: number): boolean {
  const last = lastDayUpTo(covered, day);
  return last !== undefined && day - last <= graceDays;
}

export function coverageOf(rule: Rule, judged: readonly Span[], met: readonly Span[]): Coverage {
  const covered: Span[] = [];
  judged.forEach((span, index) => {
    let allowedDays = rule.starterDays;
    if (index > 0) {
      const isCarried = hasNotLapsed(covered, judged[index - 1].to, rule.graceDays);
      allowedDays = isCarried ? rule.returnDays : 0;
    }
    const allowance = { from: span.from, to: span.from + allowedDays - 1 };
    covered.push(...common(joined([...met, allowance]), [span]));
  });
  return { judged, met, covered };
}

/**
 * The last day of the cover that holds the day, through absences that begin under cover; null when it
 * has no end because the person leaves first or the rule is met for good.
 */
export function coverEnd({ judged, covered }: Coverage, day: Day): Day | null {
  let index = judged.findIndex(({ from, to }) => from <= day && day <= to);
  let end = spanAt(covered, day)?.to;
  while (end !== undefined && end === judged[index].to) {
    if (index === judged.length - 1) return null;
    index += 1;
    const { from } = judged[index];
    const next = spanAt(covered, from);
    if (next === undefined) return from - 1;
    end = next.to;
  }
  return end ?? null;
}
