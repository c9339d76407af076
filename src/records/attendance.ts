/**
 * On which days a rule judges a person at all, and how absences move the end of an interval. Leave,
 * a gap between two employments, and a time in a role the rule does not ask are the same thing here:
 * an absence.
 */
import { addMonths, type Day } from "./civilDate.ts";
import type { Employment, PersonRecords } from "./person.ts";
import type { Rule } from "./rule.schema.ts";
import { bridged, common, joined, type Span, without } from "./spans.ts";

const lengthDays = ({ from, to }: Span): number => to - from + 1;

export const asksOf = (rule: Rule, { role }: Employment): boolean => rule.appliesTo.includes(role);

/** The spans in which the rule judges the person; what lies between two of them is an absence. */
export function judgedSpans(
  person: PersonRecords,
  rule: Rule,
  inPolicy: readonly Span[],
): readonly Span[] {
  const employed = joined(person.employments.filter((one) => asksOf(rule, one)));
  const away = joined(person.leaves).filter((leave) => lengthDays(leave) >= rule.absenceFromDays);
  return bridged(without(common(employed, inPolicy), away), rule.absenceFromDays);
}

export function absencesBetween(judged: readonly Span[]): readonly Span[] {
  return judged.slice(1).map(({ from }, index) => ({ from: judged[index].to + 1, to: from - 1 }));
}

/**
 * The last day of an interval that began with a day: the same day so many months later, and a day
 * later for each day of an absence that stops the clock before it has run out.
 */
export function endOfInterval(from: Day, months: number, stops: readonly Span[]): Day {
  let end = addMonths(from, months);
  for (const absence of stops) {
    if (absence.from > end || absence.to <= from) continue;
    end += absence.to - Math.max(absence.from, from + 1) + 1;
  }
  return end;
}

/** The absences that stop the clock of this rule. */
export const stopsOf = (rule: Rule, judged: readonly Span[]): readonly Span[] =>
  rule.absence === "stops" ? absencesBetween(judged) : [];
