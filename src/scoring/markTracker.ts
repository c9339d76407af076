/**
 * Follows one mark through a case: when it was done, waived, forfeited or violated, and the facts
 * that prove it. It judges nothing; points are counted in markResult.ts.
 */
import { sToTicks } from "../kernel/tick.ts";
import { TICKS_PER_EVALUATION } from "../scenario/contract/conditionNode.ts";
import type { ConditionSet } from "../scenario/contract/conditionSet.ts";
import type { Moment } from "../scenario/contract/moment.ts";
import { type DrawnKind, limitsFor } from "./applies.ts";
import { MARK_CELLS, NOT_YET } from "./markCells.ts";
import type { Evidence } from "./report.ts";
import type { HarmMark, Mark, SharedMark, TimedMark } from "./rubric.schema.ts";

const C = MARK_CELLS.index;
/** A harm that stops and comes back within half a second is still the same one. */
const SAME_TIME_TICKS = 25;
const EVIDENCE_MAX = 8; // enough to prove a mark; a log of everything is kept elsewhere

export interface MarkTracker {
  readonly mark: Mark;
  readonly cells: Float64Array;
  evidence: readonly Evidence[];
  evaluate(conditions: ConditionSet, moment: Moment, clockTick: number): void;
}

type Evaluate = (this: MarkTracker, set: ConditionSet, moment: Moment, clockTick: number) => void;

export function createTracker(mark: Mark, conditions: ConditionSet, drawn: DrawnKind): MarkTracker {
  return {
    mark,
    cells: new Float64Array(MARK_CELLS.size).fill(NOT_YET),
    evidence: [],
    evaluate: evaluatorOf(mark, conditions, drawn),
  };
}

function evaluatorOf(mark: Mark, conditions: ConditionSet, drawn: DrawnKind): Evaluate {
  if ("share" in mark) return shareEvaluator(mark, conditions);
  if (mark.class === "mustNot") return harmEvaluator(mark, conditions);
  return timedEvaluator(mark, conditions, drawn);
}

function timedEvaluator(mark: TimedMark, conditions: ConditionSet, drawn: DrawnKind): Evaluate {
  const { failS } = limitsFor(mark, drawn);
  const failTicks = failS === null ? Number.MAX_SAFE_INTEGER : sToTicks(failS);
  const add = (condition: TimedMark["done"] | undefined) =>
    condition === undefined ? NOT_YET : conditions.add(condition);
  const done = add(mark.done);
  const waived = add(mark.waivedBy);
  const forfeited = add(mark.forfeitedBy);
  const clock = add(mark.clockFrom);
  return function evaluate(set, moment, caseClockTick) {
    const { cells } = this;
    if (cells[C.doneTick] >= 0 || cells[C.waivedTick] >= 0 || cells[C.lostTick] >= 0) return;
    if (cells[C.clockTick] < 0) {
      if (clock >= 0 && !set.isTrue(clock)) return;
      const ownTick = clock < 0 ? caseClockTick : set.sinceTick(clock);
      cells[C.clockTick] = Math.max(ownTick, caseClockTick);
    }
    const clockTick = cells[C.clockTick];
    if (set.isTrue(done)) {
      cells[C.doneTick] = Math.max(set.sinceTick(done), clockTick);
      this.evidence = set.proofs(done).slice(-EVIDENCE_MAX);
    } else if (forfeited >= 0 && set.isTrue(forfeited)) {
      cells[C.lostTick] = moment.tick;
      this.evidence = set.proofs(forfeited).slice(-EVIDENCE_MAX);
    } else if (waived >= 0 && set.isTrue(waived) && moment.tick - clockTick <= failTicks) {
      cells[C.waivedTick] = moment.tick;
      this.evidence = set.proofs(waived).slice(-EVIDENCE_MAX);
    }
  };
}

function shareEvaluator(mark: SharedMark, conditions: ConditionSet): Evaluate {
  const during = conditions.add(mark.share.during);
  const good = conditions.add(mark.share.good);
  const waived = mark.waivedBy === undefined ? NOT_YET : conditions.add(mark.waivedBy);
  return function evaluate(set, moment) {
    const { cells } = this;
    if (cells[C.duringTicks] < 0) cells.fill(0, C.duringTicks, C.goodTicks + 1);
    if (cells[C.duringTicks] === 0 && waived >= 0 && set.isTrue(waived)) {
      cells[C.waivedTick] = moment.tick;
    }
    if (!set.isTrue(during)) return;
    if (cells[C.duringTicks] === 0) {
      cells[C.doneTick] = moment.tick;
      cells[C.waivedTick] = NOT_YET;
      this.evidence = set.proofs(during).slice(-EVIDENCE_MAX);
    }
    cells[C.duringTicks] += TICKS_PER_EVALUATION;
    if (set.isTrue(good)) cells[C.goodTicks] += TICKS_PER_EVALUATION;
  };
}

function harmEvaluator(mark: HarmMark, conditions: ConditionSet): Evaluate {
  const violated = conditions.add(mark.violated);
  return function evaluate(set, moment) {
    const { cells } = this;
    if (!set.isTrue(violated)) return;
    const lastTick = cells[C.lastTrueTick];
    cells[C.lastTrueTick] = moment.tick;
    if (lastTick !== NOT_YET && moment.tick - lastTick <= SAME_TIME_TICKS) return;
    if (cells[C.doneTick] < 0) cells[C.doneTick] = moment.tick;
    cells[C.timesCount] = Math.max(0, cells[C.timesCount]) + 1;
    if (this.evidence.length >= EVIDENCE_MAX) return;
    this.evidence = [...this.evidence, ...set.proofs(violated)].slice(0, EVIDENCE_MAX);
  };
}
