/** How many points a rule has and asks on the days ahead, if no record is added: a step for each change. */
import type { Day } from "./civilDate.ts";
import { periodAt } from "./fixedSpans.ts";
import { countingItems, type Judged, neededIn, neededOn, periodsOf } from "./metSpans.ts";
import { pointsOf } from "./pointTotals.ts";
import { casesFor, trainingCases } from "./qualifying.ts";
import { eachStretch } from "./rollingSpans.ts";
import type { CasesRule, Rule, ScenarioRule } from "./rule.schema.ts";
import type { Span } from "./spans.ts";
import { countTraining } from "./trainingCount.ts";

/** From a day on, to the next step; a list without names, since there are many of them to keep. */
export type PointsStep = readonly [from: Day, havePoints: number, neededPoints: number];

class Steps {
  readonly list: PointsStep[] = [];

  add(from: Day, havePoints: number, neededPoints: number): void {
    const [, have, needed] = this.list[this.list.length - 1] ?? [];
    if (have === havePoints && needed === neededPoints) return;
    this.list.push([from, havePoints, neededPoints]);
  }
}

function rollingSteps(rule: CasesRule, judged: Judged, span: Span): readonly PointsStep[] {
  const steps = new Steps();
  const needed = neededOn(rule, judged);
  const items = countingItems(rule, judged, span.from);
  eachStretch({ items, limits: rule.limitPoints }, span, (points, { from, to }) => {
    if (typeof needed === "number") steps.add(from, points, needed);
    else for (let day = from; day <= to; day++) steps.add(day, points, needed(day));
  });
  return steps.list;
}

function casesSteps(rule: CasesRule, judged: Judged, span: Span): readonly PointsStep[] {
  const periods = periodsOf(rule);
  if (periods === null) return rollingSteps(rule, judged, span);
  const steps = new Steps();
  const needed = neededIn(rule, judged);
  for (let day = span.from; day <= span.to; ) {
    const period = periodAt(periods, day);
    const items = casesFor(rule, judged.person, { from: period.from, to: judged.upTo });
    steps.add(day, pointsOf(items, rule.limitPoints), needed(period));
    day = period.to + 1;
  }
  return steps.list;
}

function scenarioSteps(rule: ScenarioRule, judged: Judged, span: Span): readonly PointsStep[] {
  const steps = new Steps();
  const items = countingItems(rule, judged, span.from);
  eachStretch({ items, limits: {} }, span, (points, { from }) =>
    steps.add(from, Math.min(points, 1), 1),
  );
  return steps.list;
}

/** The steps within the span, by the records up to the day of the judgement; the first begins it. */
export function pointsAhead(rule: Rule, judged: Judged, span: Span): readonly PointsStep[] {
  if (rule.kind === "scenario") return scenarioSteps(rule, judged, span);
  if (rule.kind === "cases") return casesSteps(rule, judged, span);
  const { counted } = countTraining(rule, trainingCases(rule, judged.person, judged.upTo));
  return [[span.from, counted.length, rule.casesCount]];
}
