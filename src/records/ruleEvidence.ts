/** What counts for a rule on a day, what does not and why, and how far it is from enough. */
import { type Day, FOREVER } from "./civilDate.ts";
import { periodAt } from "./fixedSpans.ts";
import { expectedOn, presentRate } from "./forecast.ts";
import {
  countingItems,
  type Judged,
  monthsDoneOn,
  neededIn,
  neededOn,
  periodsOf,
} from "./metSpans.ts";
import { pointsOf } from "./pointTotals.ts";
import { casesFor, flawOf, trainingCases } from "./qualifying.ts";
import type { Counting, CountingItem, NeededPoints } from "./rollingSpans.ts";
import type { CasesRule, Rule, ScenarioRule, TrainingRule } from "./rule.schema.ts";
import type { CountedRecord, RuleStatus, UncountedResult } from "./status.ts";
import { countTraining } from "./trainingCount.ts";

export type Evidence = Pick<RuleStatus, "counted" | "uncounted" | "progress" | "training">;

const recordOf = ({ id, day, role, points, countsTo }: CountingItem): CountedRecord => ({
  id,
  day,
  role,
  points,
  countsTo: countsTo === FOREVER ? null : countsTo,
});

function scenarioEvidence(rule: ScenarioRule, judged: Judged): Evidence {
  const { person, upTo: day } = judged;
  const counted = countingItems(rule, judged, day).filter(({ countsTo }) => day <= countsTo);
  const uncounted = person.results.flatMap((one): UncountedResult[] => {
    const flaw = rule.scenarios.includes(one.scenarioId) ? flawOf(one, rule, person.id) : null;
    return flaw === null || one.day > day ? [] : [{ id: one.id, day: one.day, flaw }];
  });
  return {
    counted: counted.map(recordOf),
    uncounted,
    progress: { havePoints: Math.min(counted.length, 1), neededPoints: 1, expectedOn: null },
    training: null,
  };
}

/** The cases that count on the day with the last day of each, and the points needed on a day. */
function caseCount(rule: CasesRule, judged: Judged): Counting & { readonly needed: NeededPoints } {
  const day = judged.upTo;
  const limits = rule.limitPoints;
  const periods = periodsOf(rule);
  if (periods === null) {
    const items = countingItems(rule, judged, day).filter(({ countsTo }) => day <= countsTo);
    return { items, limits, needed: neededOn(rule, judged) };
  }
  const period = periodAt(periods, day);
  const items = casesFor(rule, judged.person, { from: period.from, to: day });
  const neededInPeriod = neededIn(rule, judged);
  return {
    items: items.map((item) => ({ ...item, countsTo: period.to })),
    limits,
    needed: (on) => neededInPeriod(periodAt(periods, on)),
  };
}

function casesEvidence(rule: CasesRule, judged: Judged): Evidence {
  const day = judged.upTo;
  const { items, limits, needed } = caseCount(rule, judged);
  const havePoints = pointsOf(items, limits);
  const neededPoints = typeof needed === "number" ? needed : needed(day);
  const rate = presentRate(items, judged.spans, day);
  const isEnough = havePoints >= neededPoints;
  return {
    counted: items.map(recordOf),
    uncounted: [],
    progress: {
      havePoints,
      neededPoints,
      expectedOn: isEnough ? null : expectedOn(day, rate, { items, limits }, needed),
    },
    training: null,
  };
}

/** When cases and months of a training are both there at the present rate; null when they are now. */
function trainingExpectedOn(
  rule: TrainingRule,
  judged: Judged,
  items: readonly CountingItem[],
  monthsDone: Day,
): Day | null {
  const day = judged.upTo;
  if (items.length >= rule.casesCount) return monthsDone > day ? monthsDone : null;
  const rate = presentRate(items, judged.spans, day);
  const casesOn = expectedOn(day, rate, { items, limits: {} }, rule.casesCount);
  return casesOn === null ? null : Math.max(casesOn, monthsDone);
}

function trainingEvidence(rule: TrainingRule, judged: Judged): Evidence {
  const count = countTraining(rule, trainingCases(rule, judged.person, judged.upTo));
  const items = count.counted.map(
    ({ id, day, role }): CountingItem => ({ id, day, role, points: 1, countsTo: FOREVER }),
  );
  const monthsDone = monthsDoneOn(rule, judged.spans) ?? judged.upTo;
  return {
    counted: items.map(recordOf),
    uncounted: [],
    progress: {
      havePoints: items.length,
      neededPoints: rule.casesCount,
      expectedOn: trainingExpectedOn(rule, judged, items, monthsDone),
    },
    training: {
      closelySupervisedCount: count.closelySupervisedCount,
      neededSupervisedCount: rule.closelySupervisedCount,
      monthsDoneOn: monthsDone,
      tooEarly: count.tooEarly.map(({ id }) => id),
    },
  };
}

/** The evidence for a rule, by the records up to the day of the judgement. */
export function evidenceFor(rule: Rule, judged: Judged): Evidence {
  if (rule.kind === "scenario") return scenarioEvidence(rule, judged);
  return rule.kind === "cases" ? casesEvidence(rule, judged) : trainingEvidence(rule, judged);
}
