/**
 * What will be said of a person on the days ahead as long as nothing is written: the coverage of each
 * rule, so that a later day is a look-up and the records need not be read again. An outlook ends
 * before the first day on which more would be known than was known when it was made.
 */
import type { Day } from "./civilDate.ts";
import type { Coverage } from "./coverage.ts";
import { rulesAt, type Standing, standingOf } from "./currency.ts";
import type { PersonRecords } from "./person.ts";
import { type PointsStep, pointsAhead } from "./pointsAhead.ts";
import { type PolicyVersion, versionInForce, versionsKnownOn } from "./policy.ts";
import type { Rule } from "./rule.schema.ts";
import type { Span } from "./spans.ts";

interface RuleOutlook {
  readonly ruleId: string;
  readonly coverage: Coverage;
  readonly points: readonly PointsStep[];
}

/** Days on which the same version of the rules is in force. */
interface OutlookStretch extends Span {
  readonly rules: readonly RuleOutlook[];
}

export interface Outlook extends Span {
  readonly stretches: readonly OutlookStretch[];
}

/** The last day on which nothing is known that was not known on the first. */
function lastDayOf(
  { results, cases }: PersonRecords,
  policy: readonly PolicyVersion[],
  { from, to }: Span,
): Day {
  const later = [
    ...policy.map(({ announcedOn }) => announcedOn),
    ...results.slice(-1).map(({ day }) => day),
    ...cases.slice(-1).map(({ day }) => day),
  ].filter((day) => day > from);
  return later.length === 0 ? to : from; // something dated ahead is there: no look beyond today
}

/** The spans that a day from the given one on can ask for: the last begun by then, and all later. */
function fromOn(spans: readonly Span[], day: Day): readonly Span[] {
  const next = spans.findIndex(({ from }) => from > day);
  return spans.slice(Math.max(0, (next < 0 ? spans.length : next) - 1));
}

const trimmed = ({ judged, met, covered }: Coverage, day: Day): Coverage => ({
  judged,
  met: fromOn(met, day),
  covered: fromOn(covered, day),
});

/** The outlook of a person over a span of days, by what is known on its first. */
export function outlookOf(
  person: PersonRecords,
  policy: readonly PolicyVersion[],
  span: Span,
): Outlook {
  const { from } = span;
  const to = lastDayOf(person, policy, span);
  const changes = versionsKnownOn(policy, from)
    .map((version) => version.from)
    .filter((day) => day > from && day <= to);
  const starts = [from, ...changes];
  const stretches = starts.map((start, index): OutlookStretch => {
    const end = (starts[index + 1] ?? to + 1) - 1;
    const rules = rulesAt(person, policy, { knownOn: from, inForceOn: start });
    return {
      from: start,
      to: end,
      rules: rules.map(({ rule, judged, coverage }) => ({
        ruleId: rule.id,
        coverage: trimmed(coverage, start),
        points: pointsAhead(rule, judged, { from: start, to: end }),
      })),
    };
  });
  return { from, to, stretches };
}

/** A standing with what the count has and needs. */
export interface CountedStanding extends Standing {
  readonly progress: { readonly havePoints: number; readonly neededPoints: number };
}

/** Where the person stands with each rule in force on a day of the outlook; the policy is the one it was made with. */
export function standingsAhead(
  outlook: Outlook,
  policy: readonly PolicyVersion[],
  day: Day,
): readonly CountedStanding[] {
  const stretch = outlook.stretches.find(({ from, to }) => from <= day && day <= to);
  if (stretch === undefined) throw new Error(`Day ${day} is outside an outlook.`);
  const inForce = versionInForce(versionsKnownOn(policy, outlook.from), day);
  const rules = new Map((inForce?.rules ?? []).map((rule): [string, Rule] => [rule.id, rule]));
  return stretch.rules.map(({ ruleId, coverage, points }) => {
    const rule = rules.get(ruleId);
    const step = points.findLast(([from]) => from <= day);
    if (rule === undefined || step === undefined) {
      throw new Error(`The outlook of rule "${ruleId}" was made with other rules.`);
    }
    const [, havePoints, neededPoints] = step;
    return { ...standingOf(rule, coverage, day), progress: { havePoints, neededPoints } };
  });
}
