/** Turns what a tracker saw into a state, points and sentences. */
import { ticksToS } from "../kernel/tick.ts";
import { type DrawnKind, limitsFor } from "./applies.ts";
import { MARK_CELLS, NOT_YET } from "./markCells.ts";
import type { MarkTracker } from "./markTracker.ts";
import type { Evidence, MarkResult, MarkState } from "./report.ts";
import type { HarmMark, Mark, Rubric, SharedMark, TimedMark } from "./rubric.schema.ts";

const C = MARK_CELLS.index;
const LATE_WITHOUT_FAIL_FRACTION = 0.5; // set by us: late, but nobody said from when it is useless

/** Full credit until the target, none from the fail time, a straight line between. */
export function timedCreditFraction(
  doneAtS: number,
  { targetS, failS }: { readonly targetS: number; readonly failS: number | null },
): number {
  if (doneAtS <= targetS) return 1;
  if (failS === null) return LATE_WITHOUT_FAIL_FRACTION;
  if (doneAtS >= failS) return 0;
  return 1 - (doneAtS - targetS) / (failS - targetS);
}

interface Judged {
  readonly state: MarkState;
  readonly doneAtS: number | null;
  readonly points: number;
  readonly pointsMax: number;
  readonly evidence: readonly Evidence[];
}

export function markResult(tracker: MarkTracker, rubric: Rubric, drawn: DrawnKind): MarkResult {
  const { mark } = tracker;
  const { id, critical, title, why } = mark;
  const pointsMax = mark.class === "must" ? rubric.mustPoints : rubric.shouldPoints;
  const limits = "done" in mark ? limitsFor(mark, drawn) : { targetS: null, failS: null };
  return {
    id,
    class: mark.class,
    critical,
    title,
    why,
    ...limits,
    ...judge(tracker, mark, pointsMax, drawn),
  };
}

function judge(tracker: MarkTracker, mark: Mark, pointsMax: number, drawn: DrawnKind): Judged {
  if ("share" in mark) return judgeShare(tracker, mark, pointsMax);
  if (mark.class === "mustNot") return judgeHarm(tracker, mark);
  return judgeTimed(tracker, mark, pointsMax, drawn);
}

const notNeeded = (tracker: MarkTracker): Judged => ({
  state: "clean",
  doneAtS: null,
  points: 0,
  pointsMax: 0,
  evidence: [
    { tick: Math.max(0, tracker.cells[C.waivedTick]), sentence: "Not needed in this run." },
    ...tracker.evidence,
  ],
});

function judgeTimed(
  tracker: MarkTracker,
  mark: TimedMark,
  pointsMax: number,
  drawn: DrawnKind,
): Judged {
  const { cells, evidence } = tracker;
  if (cells[C.waivedTick] >= 0) return notNeeded(tracker);
  if (cells[C.doneTick] < 0)
    return { state: "notDone", doneAtS: null, points: 0, pointsMax, evidence };
  const doneAtS = ticksToS(cells[C.doneTick] - cells[C.clockTick]);
  const limits = limitsFor(mark, drawn);
  const creditFraction = timedCreditFraction(doneAtS, limits);
  return {
    state: doneAtS <= limits.targetS ? "inTime" : "late",
    doneAtS,
    points: pointsMax * creditFraction,
    pointsMax,
    evidence: proven(evidence, cells[C.doneTick], mark.title),
  };
}

function judgeShare(tracker: MarkTracker, mark: SharedMark, pointsMax: number): Judged {
  const { cells, evidence } = tracker;
  const duringS = ticksToS(Math.max(0, cells[C.duringTicks]));
  const goodS = ticksToS(Math.max(0, cells[C.goodTicks]));
  const { minimumS, targetFraction, failFraction } = mark.share;
  if (duringS === 0 && cells[C.waivedTick] < 0) {
    return { state: "notDone", doneAtS: null, points: 0, pointsMax, evidence };
  }
  if (duringS < minimumS) return notNeeded(tracker);
  const goodFraction = goodS / duringS;
  const span = targetFraction - failFraction;
  const credit =
    span <= 0 ? Number(goodFraction >= targetFraction) : (goodFraction - failFraction) / span;
  const sentence = `Good for ${Math.round(goodS)} s of ${Math.round(duringS)} s.`;
  return {
    state:
      goodFraction >= targetFraction ? "inTime" : goodFraction > failFraction ? "late" : "notDone",
    doneAtS: null,
    points: pointsMax * Math.min(1, Math.max(0, credit)),
    pointsMax,
    evidence: [...evidence, { tick: Math.max(0, cells[C.doneTick]), sentence }],
  };
}

function judgeHarm(tracker: MarkTracker, mark: HarmMark): Judged {
  const { cells, evidence } = tracker;
  const timesCount = Math.max(0, cells[C.timesCount]);
  const costPoints = Math.min(mark.costPointsMax, timesCount * mark.costPoints);
  return {
    state: timesCount > 0 ? "violated" : "clean",
    doneAtS: null,
    points: costPoints === 0 ? 0 : -costPoints,
    pointsMax: 0,
    evidence: timesCount > 0 ? proven(evidence, cells[C.doneTick], mark.title) : [],
  };
}

/** Every mark earned or lost names at least the tick at which it was decided. */
function proven(evidence: readonly Evidence[], tick: number, title: string): readonly Evidence[] {
  if (evidence.length > 0) return evidence;
  return tick === NOT_YET ? [] : [{ tick, sentence: title }];
}
