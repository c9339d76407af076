/** What changed between two reports of the same run: exactly the marks, measures and outcome that differ. */
import type { MarkResult, Measure, Report } from "./report.ts";

export interface MarkChange {
  readonly id: string;
  readonly title: string;
  /** "in time, 3 of 3", or "not in this rubric". */
  readonly before: string;
  readonly after: string;
}

export interface ReportDifference {
  readonly outcomeBefore: Report["outcome"];
  readonly outcomeAfter: Report["outcome"];
  readonly pointsBeforeFraction: number;
  readonly pointsAfterFraction: number;
  readonly marks: readonly MarkChange[];
  readonly measures: readonly MarkChange[];
}

const STATE_WORDS: Readonly<Record<MarkResult["state"], string>> = {
  inTime: "in time",
  late: "late",
  notDone: "not done",
  clean: "did not happen",
  violated: "happened",
};
const ABSENT = "not in this rubric";

const markWords = (mark: MarkResult | undefined): string => {
  if (mark === undefined) return ABSENT;
  const points = Math.round(mark.points * 100) / 100;
  const limits = mark.targetS === null ? "" : `, within ${mark.targetS} s`;
  return `${STATE_WORDS[mark.state]}, ${points} of ${mark.pointsMax}${limits}`;
};
const measureWords = (measure: Measure | undefined): string =>
  measure === undefined
    ? ABSENT
    : `${Math.round(measure.value * 100) / 100} ${measure.unit}, ${measure.band}`;

function changes<T extends { readonly id: string; readonly title: string }>(
  before: readonly T[],
  after: readonly T[],
  words: (one: T | undefined) => string,
): readonly MarkChange[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const old = before.find((one) => one.id === id);
    const now = after.find((one) => one.id === id);
    const change = { id, title: (now ?? old)?.title ?? id, before: words(old), after: words(now) };
    return change.before === change.after ? [] : [change];
  });
}

export function compareReports(before: Report, after: Report): ReportDifference {
  return {
    outcomeBefore: before.outcome,
    outcomeAfter: after.outcome,
    pointsBeforeFraction: before.pointsFraction,
    pointsAfterFraction: after.pointsFraction,
    marks: changes(before.marks, after.marks, markWords),
    measures: changes(before.measures, after.measures, measureWords),
  };
}
