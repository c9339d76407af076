/** Three things to keep and three to change, out of the marks: what helped most, and what cost most. */
import type { MarkResult, Report } from "../../scoring/report.ts";

const SHOWN_COUNT = 3;

export interface KeepAndChange {
  readonly keep: readonly MarkResult[];
  readonly change: readonly MarkResult[];
}

/** Points that a mark cost: those missed, or those taken. */
const costOf = (mark: MarkResult): number =>
  mark.class === "mustNot" ? -mark.points : mark.pointsMax - mark.points;

/** How early something was done, as a share of its target; 1 when it has none. */
const earliness = ({ doneAtS, targetS }: MarkResult): number =>
  doneAtS === null || targetS === null || targetS === 0 ? 1 : doneAtS / targetS;

export function keepAndChange({ marks }: Report): KeepAndChange {
  const keep = marks
    .filter(({ state }) => state === "inTime")
    .sort((a, b) => b.pointsMax - a.pointsMax || earliness(a) - earliness(b))
    .slice(0, SHOWN_COUNT);
  const rank = (mark: MarkResult): number => (mark.critical && mark.state === "violated" ? 0 : 1);
  const change = marks
    .filter((mark) => costOf(mark) > 0.01 || (mark.critical && mark.state === "violated"))
    .sort((a, b) => rank(a) - rank(b) || costOf(b) - costOf(a))
    .slice(0, SHOWN_COUNT);
  return { keep, change };
}
