/**
 * On which days a person meets a rule, through every version of it. On a day the version in force
 * judges all records, whenever they were made; where it is stricter than the one before, that one
 * still counts to the end of the transition. A training once completed stays completed.
 */
import { absencesBetween, endOfInterval, stopsOf } from "./attendance.ts";
import { addMonths, type Day, dayFromIso, FOREVER } from "./civilDate.ts";
import { type FixedPeriods, fixedSpans } from "./fixedSpans.ts";
import type { PersonRecords } from "./person.ts";
import type { RuleStretch } from "./policy.ts";
import { casesFor, type Item, resultsFor, trainingCases } from "./qualifying.ts";
import { type CountingItem, type NeededPoints, rollingSpans } from "./rollingSpans.ts";
import type { CasesRule, Rule, TrainingRule } from "./rule.schema.ts";
import { common, joined, type Span } from "./spans.ts";
import { countTraining, qualifiedOn } from "./trainingCount.ts";
import { WorkLedger, worksPartTime } from "./workShare.ts";

/** Whom a rule judges, in which spans, by the records up to which day. */
export interface Judged {
  readonly person: PersonRecords;
  readonly spans: readonly Span[];
  readonly upTo: Day;
}

const LOOK_AHEAD_DAYS = 1830; // no window is longer than five years
const EVERYTHING: Span = { from: -FOREVER, to: FOREVER };

/** Points that a cases rule asks of the person in a window, rounded up to a whole point. */
export function neededIn(rule: CasesRule, judged: Judged): (window: Span) => number {
  const { person, spans, upTo } = judged;
  if (rule.partTime === "full" || !worksPartTime(person, rule)) return () => rule.neededPoints;
  const ledger = new WorkLedger(person, rule, spans, upTo + LOOK_AHEAD_DAYS);
  return (window) => {
    const { hundredthsCount, atWorkDays } = ledger.over(window);
    if (atWorkDays === 0) return rule.neededPoints;
    return Math.ceil((rule.neededPoints * hundredthsCount) / (100 * atWorkDays));
  };
}

/** Points asked on each day by a rule with a moving window. */
export function neededOn(rule: CasesRule, judged: Judged): NeededPoints {
  if (rule.partTime === "full" || !worksPartTime(judged.person, rule)) return rule.neededPoints;
  const needed = neededIn(rule, judged);
  return (day) => needed({ from: addMonths(day, -rule.window.months) + 1, to: day });
}

export const periodsOf = ({ window }: CasesRule): FixedPeriods | null =>
  window.kind === "fixed" ? { startsOn: dayFromIso(window.startsOn), months: window.months } : null;

/** The records with a moving window that may count on or after a day, each with its last day. */
export function countingItems(
  rule: Exclude<Rule, TrainingRule>,
  judged: Judged,
  from: Day,
): readonly CountingItem[] {
  const stops = stopsOf(rule, judged.spans);
  const stoppedDays = stops.reduce((sum, stop) => sum + stop.to - stop.from + 1, 0);
  const isScenario = rule.kind === "scenario";
  const months = isScenario ? rule.everyMonths : rule.window.months;
  const span = { from: addMonths(from, -months) - stoppedDays - 3, to: judged.upTo };
  const items: readonly Item[] = isScenario
    ? resultsFor(rule, judged.person, span)
    : casesFor(rule, judged.person, span);
  return items.map(({ id, day, role, points }) => ({
    id,
    day,
    role,
    points,
    countsTo: endOfInterval(day, months, stops),
  }));
}

function metUnder(
  rule: Exclude<Rule, TrainingRule>,
  judged: Judged,
  within: Span,
): readonly Span[] {
  if (rule.kind === "scenario") {
    return rollingSpans({ items: countingItems(rule, judged, within.from), limits: {} }, 1, within);
  }
  const periods = periodsOf(rule);
  if (periods === null) {
    const items = countingItems(rule, judged, within.from);
    return rollingSpans({ items, limits: rule.limitPoints }, neededOn(rule, judged), within);
  }
  const items = casesFor(rule, judged.person, { from: EVERYTHING.from, to: judged.upTo });
  return fixedSpans({ items, limits: rule.limitPoints }, periods, neededIn(rule, judged));
}

/** The first day on which the months of a training are done; undefined before it begins. */
export function monthsDoneOn(rule: TrainingRule, spans: readonly Span[]): Day | undefined {
  if (spans.length === 0) return undefined;
  const stops = rule.absence === "stops" ? absencesBetween(spans) : [];
  return endOfInterval(spans[0].from, rule.months, stops);
}

/** From when a training is complete, under the version in force in the stretch. */
function trainingSpan(rule: TrainingRule, judged: Judged, stretch: Span): readonly Span[] {
  const monthsDone = monthsDoneOn(rule, judged.spans);
  if (monthsDone === undefined) return [];
  const count = countTraining(rule, trainingCases(rule, judged.person, judged.upTo));
  const day = qualifiedOn(rule, count, monthsDone);
  if (day === undefined || day > stretch.to) return [];
  return [{ from: Math.max(day, stretch.from), to: FOREVER }];
}

/** The days on which a version is asked: those it is in force, and the next one's transition. */
function askedOf(stretches: readonly RuleStretch[], index: number, judged: Judged): Span {
  const { from, to } = stretches[index];
  const next = stretches[index + 1];
  // Beyond the last record nothing is met for longer than the longest window and every absence.
  const last = judged.upTo + LOOK_AHEAD_DAYS + absentDays(judged.spans);
  return { from, to: Math.min(Math.max(to, next?.transitionTo ?? to), last) };
}

const absentDays = (spans: readonly Span[]): number =>
  absencesBetween(spans).reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** All days on which the rule is met, by the records up to a day. */
export function metSpans(stretches: readonly RuleStretch[], judged: Judged): readonly Span[] {
  const all: Span[] = [];
  let before: readonly Span[] = [];
  stretches.forEach((stretch, index) => {
    const { rule, transitionTo } = stretch;
    if (rule.kind === "training") {
      all.push(...trainingSpan(rule, judged, stretch));
      return;
    }
    const stillCounts = common(before, [{ ...EVERYTHING, to: transitionTo }]);
    const met = joined([
      ...metUnder(rule, judged, askedOf(stretches, index, judged)),
      ...stillCounts,
    ]);
    all.push(...common(met, [stretch]));
    before = met;
  });
  return joined(all);
}
