/**
 * Counts the cases of a training in order: as long as the first so many have not all been closely
 * supervised, a case that was not closely supervised does not count and is named.
 */
import type { Day } from "./civilDate.ts";
import type { LoggedCase } from "./person.ts";
import type { TrainingRule } from "./rule.schema.ts";

export interface TrainingCount {
  readonly counted: readonly LoggedCase[];
  /** Cases that came too early for being done without close supervision. */
  readonly tooEarly: readonly LoggedCase[];
  readonly closelySupervisedCount: number;
}

/** The cases are those of trainingCases, in order of time. */
export function countTraining(rule: TrainingRule, cases: readonly LoggedCase[]): TrainingCount {
  const counted: LoggedCase[] = [];
  const tooEarly: LoggedCase[] = [];
  let closelySupervisedCount = 0;
  for (const one of cases) {
    const isEarly = closelySupervisedCount < rule.closelySupervisedCount;
    if (isEarly && !one.closelySupervised) tooEarly.push(one);
    else counted.push(one);
    if (one.closelySupervised) closelySupervisedCount += 1;
  }
  return { counted, tooEarly, closelySupervisedCount };
}

/** The day on which cases and months are both there, or undefined while cases are missing. */
export function qualifiedOn(
  rule: TrainingRule,
  { counted }: TrainingCount,
  monthsDoneOn: Day,
): Day | undefined {
  const last = counted[rule.casesCount - 1];
  return last === undefined ? undefined : Math.max(last.day, monthsDoneOn);
}
