/** Nodes that look at readings: a comparison, of now or of a mean, and a rate of change. */
import { sToTicks, TICKS_PER_S } from "../../kernel/tick.ts";
import { findSignal, type SignalDefinition, signalIndex } from "../../world/contract/signals.ts";
import type { RateCondition, SignalCondition } from "./condition.schema.ts";
import { type ConditionNode, hold, TICKS_PER_EVALUATION } from "./conditionNode.ts";

/** The mean at work. */
const MEAN = new Float64Array(1);

const asList = <T>(value: T | readonly T[] | undefined): readonly T[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
};

/** Enum codes of the names; names that are no value of the signal are left out. */
const codesOf = (signal: SignalDefinition, names: readonly string[]): readonly number[] =>
  names.map((name) => signal.values.indexOf(name)).filter((code) => code >= 0);

/** Whether a reading is one of the codes; asked by its place, since a list's own search wants a number in a box. */
function isAmong(codes: readonly number[], values: Float64Array, at: number): boolean {
  for (let i = 0; i < codes.length; i += 1) if (codes[i] === values[at]) return true;
  return false;
}

/** Whether a reading, in its place, satisfies all comparisons of the condition. */
function comparison(condition: SignalCondition, signal: SignalDefinition) {
  const { is, isNot, above, atLeast, below, atMost } = condition;
  const wantedFlag = typeof is === "boolean" ? is : undefined;
  const wanted = typeof is === "boolean" ? undefined : asList<string>(is);
  const wantedCodes = wanted === undefined ? [] : codesOf(signal, wanted);
  const unwantedCodes = codesOf(signal, asList<string>(isNot));
  const hasWanted = is !== undefined && wantedFlag === undefined;
  return (values: Float64Array, at: number): boolean => {
    const value = values[at] as number;
    if (wantedFlag !== undefined && (value !== 0) !== wantedFlag) return false;
    if (hasWanted && !isAmong(wantedCodes, values, at)) return false;
    if (isAmong(unwantedCodes, values, at)) return false;
    if (above !== undefined && !(value > above)) return false;
    if (atLeast !== undefined && !(value >= atLeast)) return false;
    if (below !== undefined && !(value < below)) return false;
    return atMost === undefined || value <= atMost;
  };
}

/** The comparison in words, for evidence: "Central venous pressure: below 0". */
function comparisonWords(condition: SignalCondition): string {
  const signal = findSignal(condition.signal);
  const what = (signal?.sentence ?? condition.signal).replace(/\.$/, "");
  if (condition.is === true) return `${what}.`;
  if (condition.is === false) return `Not so: ${what}.`;
  const parts = [
    condition.is === undefined ? "" : asList<string>(condition.is as string).join(" or "),
    condition.isNot === undefined ? "" : `not ${asList<string>(condition.isNot).join(" or ")}`,
    condition.above === undefined ? "" : `above ${condition.above}`,
    condition.atLeast === undefined ? "" : `at least ${condition.atLeast}`,
    condition.below === undefined ? "" : `below ${condition.below}`,
    condition.atMost === undefined ? "" : `at most ${condition.atMost}`,
  ].filter((part) => part !== "");
  return `${what}: ${parts.join(", ")}.`;
}

/** How many evaluations a window spans, and its length in whole evaluations. */
function windowOf(overS: number) {
  const intervalCount = Math.max(1, Math.round(sToTicks(overS) / TICKS_PER_EVALUATION));
  return { intervalCount, windowS: (intervalCount * TICKS_PER_EVALUATION) / TICKS_PER_S };
}

/** True while the reading, or its mean over the last seconds, compares as asked. */
export function signalNode(cellOffset: number, condition: SignalCondition): ConditionNode {
  const index = signalIndex(condition.signal);
  const signal = findSignal(condition.signal) as SignalDefinition;
  const holds = comparison(condition, signal);
  const words = comparisonWords(condition);
  const leaf = { cellOffset, children: [], sinceStage: false, words: () => words };
  if (condition.overS === undefined) {
    return {
      ...leaf,
      cellCount: 1,
      update: (cells, moment) => hold(cells, cellOffset, holds(moment.readings, index), moment),
    };
  }
  const { intervalCount } = windowOf(condition.overS);
  return {
    ...leaf,
    cellCount: 2 + intervalCount,
    update: (cells, moment) => {
      const takenCount = Math.max(0, cells[cellOffset + 1]);
      const ring = cellOffset + 2;
      cells[ring + (takenCount % intervalCount)] = moment.readings[index];
      cells[cellOffset + 1] = takenCount + 1;
      const count = Math.min(takenCount + 1, intervalCount);
      let sum = 0;
      for (let i = 0; i < count; i++) sum += cells[ring + i];
      MEAN[0] = sum / count;
      hold(cells, cellOffset, holds(MEAN, 0), moment);
    },
  };
}

/** Change per second over the window. Cell 1: samples taken; then a ring of samples. */
export function rateNode(cellOffset: number, condition: RateCondition): ConditionNode {
  const index = signalIndex(condition.rateOf);
  const { intervalCount, windowS } = windowOf(condition.overS);
  const ringSize = intervalCount + 1;
  const { above, below } = condition;
  const what = (findSignal(condition.rateOf)?.sentence ?? condition.rateOf).replace(/\.$/, "");
  return {
    cellOffset,
    cellCount: 2 + ringSize,
    children: [],
    sinceStage: false,
    words: () => `${what}: changing fast.`,
    update: (cells, moment) => {
      const takenCount = Math.max(0, cells[cellOffset + 1]);
      const ring = cellOffset + 2;
      const now = moment.readings[index];
      cells[ring + (takenCount % ringSize)] = now;
      cells[cellOffset + 1] = takenCount + 1;
      if (takenCount < intervalCount) {
        hold(cells, cellOffset, false, moment);
        return;
      }
      const oldest = cells[ring + ((takenCount + 1) % ringSize)];
      const rate = (now - oldest) / windowS;
      const isTrue = (above === undefined || rate > above) && (below === undefined || rate < below);
      hold(cells, cellOffset, isTrue, moment);
    },
  };
}
