/** Follows one measure of what happened to the patient, from the fault to the end of the case. */
import { S_PER_TICK } from "../kernel/tick.ts";
import { TICKS_PER_EVALUATION } from "../scenario/contract/conditionNode.ts";
import type { ConditionSet } from "../scenario/contract/conditionSet.ts";
import type { Moment } from "../scenario/contract/moment.ts";
import { signalIndex } from "../world/contract/signals.ts";
import { MEASURE_CELLS } from "./markCells.ts";
import type { Measure } from "./report.ts";
import type { MeasureDefinition } from "./rubric.schema.ts";

const C = MEASURE_CELLS.index;
const S_PER_EVALUATION = TICKS_PER_EVALUATION * S_PER_TICK;

export interface MeasureTracker {
  readonly definition: MeasureDefinition;
  readonly cells: Float64Array;
  evaluate(conditions: ConditionSet, moment: Moment, clockTick: number): void;
}

/** What of a reading is kept: the least, the most, or whatever came last. */
const LOWEST = 0;
const HIGHEST = 1;
const LAST = 2;

export function createMeasure(
  definition: MeasureDefinition,
  conditions: ConditionSet,
): MeasureTracker {
  const cells = new Float64Array(MEASURE_CELLS.size);
  return { definition, cells, evaluate: evaluatorOf(definition, conditions, cells) };
}

function evaluatorOf(
  { of }: MeasureDefinition,
  conditions: ConditionSet,
  cells: Float64Array,
): MeasureTracker["evaluate"] {
  if ("secondsWhile" in of) {
    const root = conditions.add(of.secondsWhile);
    return (set) => {
      cells[C.isKnown] = 1;
      if (set.isTrue(root)) cells[C.value] += S_PER_EVALUATION;
    };
  }
  if ("secondsUntil" in of) {
    const root = conditions.add(of.secondsUntil);
    return (set, moment, clockTick) => {
      if (cells[C.isKnown] === 1) return;
      const isTrue = set.isTrue(root);
      const atTick = isTrue ? Math.max(set.sinceTick(root), clockTick) : moment.tick;
      cells[C.value] = (atTick - clockTick) * S_PER_TICK;
      cells[C.isKnown] = isTrue ? 1 : 0;
    };
  }
  if ("riseOf" in of) {
    const index = signalIndex(of.riseOf);
    return (_set, { readings }) => {
      if (cells[C.isKnown] === 0) cells[C.startValue] = readings[index];
      cells[C.isKnown] = 1;
      cells[C.value] = readings[index] - cells[C.startValue];
    };
  }
  return readingRule(of, cells);
}

function readingRule(
  of: Extract<MeasureDefinition["of"], { lowest: string } | { highest: string } | { last: string }>,
  cells: Float64Array,
): MeasureTracker["evaluate"] {
  const [signal, keeps] =
    "lowest" in of
      ? [of.lowest, LOWEST]
      : "highest" in of
        ? [of.highest, HIGHEST]
        : [of.last, LAST];
  const index = signalIndex(signal);
  return (_set, { readings }) => {
    const isKept = cells[C.isKnown] === 1 && keeps !== LAST;
    if (!isKept) cells[C.value] = readings[index];
    else if (keeps === LOWEST) cells[C.value] = Math.min(cells[C.value], readings[index]);
    else cells[C.value] = Math.max(cells[C.value], readings[index]);
    cells[C.isKnown] = 1;
  };
}

/** Green, amber or red by the limits given; none when there are no limits. */
export function bandOf(definition: MeasureDefinition, value: number): Measure["band"] {
  const { greenAtMost, redAtLeast, greenAtLeast, redAtMost } = definition;
  const limits = [greenAtMost, redAtLeast, greenAtLeast, redAtMost];
  if (limits.every((limit) => limit === undefined)) return "none";
  if (redAtLeast !== undefined && value >= redAtLeast) return "red";
  if (redAtMost !== undefined && value <= redAtMost) return "red";
  if (greenAtMost !== undefined && value > greenAtMost) return "amber";
  if (greenAtLeast !== undefined && value < greenAtLeast) return "amber";
  return "green";
}

/** The number with so many decimals; made by hand, because engines differ in formatting. */
export function decimalText(value: number, decimalsCount: number): string {
  let scale = 1;
  for (let i = 0; i < decimalsCount; i++) scale *= 10;
  const scaled = Math.round(Math.abs(value) * scale);
  const whole = Math.floor(scaled / scale);
  const sign = value < 0 && scaled > 0 ? "−" : "";
  if (decimalsCount === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(scaled % scale).padStart(decimalsCount, "0")}`;
}

export function measureResult({ definition, cells }: MeasureTracker): Measure {
  const { id, title, unit, sentence, decimalsCount, scaleFactor } = definition;
  const value = cells[C.value] * scaleFactor;
  return {
    id,
    title,
    value,
    unit,
    band: bandOf(definition, value),
    sentence: sentence.replace("{value}", decimalText(value, decimalsCount)),
  };
}
