/**
 * Sets up the experiment a row states and judges what comes out. A row is dispatched on its area, its
 * input keys and the words of its quantity; its id, source and expected value are not seen by any
 * experiment.
 */
import { AREA_NAMES, AREAS, type Area } from "./areas.ts";
import { convert } from "./convert.ts";
import {
  type Answer,
  anySet,
  type Inputs,
  inputsOf,
  type Measure,
  quantityWordsOf,
  Unanswerable,
} from "./experiment.ts";
import { lookUp } from "./facts.ts";
import type { ValidationRow } from "./rows.ts";

export const VERDICTS = ["pass", "fail", "unsupported"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  readonly row: ValidationRow;
  readonly verdict: Verdict;
  /** In the row's unit; null when unsupported. */
  readonly computed: number | null;
  readonly reason: string;
  /** False where the answer was looked up. */
  readonly isWorkedOut: boolean;
  readonly measure: { readonly name: Measure; readonly error: number } | null;
}

const NEEDS_WORLD: Readonly<Record<string, string>> = {
  hemodynamics: "It takes the whole world brought to this state.",
  metabolism: "It takes the whole world brought to this state.",
  cerebral: "It takes the brain of the whole world.",
  temperature: "It takes the heat balance of the whole world over time.",
  coagulation: "No function here answers it.",
  drugs: "It takes drug effects in the whole world.",
  electrolytes: "It takes potassium and insulin in the whole world over time.",
};

/** Experiments in order and published limits, these first where a limit is asked for. */
function answerOf(area: Area, row: ValidationRow, inputs: Inputs): Answer {
  const words = quantityWordsOf(row.quantity);
  const quantityHas = (word: string): boolean => words.includes(word);
  const named = area.experiments.filter(({ quantity }) => anySet(quantity, quantityHas));
  const ready = named.filter(({ needs }) => anySet(needs, (key) => inputs.has(key)));
  const fact = lookUp(area.facts, inputs.words(), words);
  const isLimit = row.kind === "threshold" || row.kind === "spec";
  if (isLimit && fact !== undefined) return fact;
  let reason: string | undefined;
  for (const experiment of ready) {
    try {
      return experiment.answer(inputs);
    } catch (error) {
      if (!(error instanceof Unanswerable)) throw error;
      reason ??= error.message;
    }
  }
  if (fact !== undefined) return fact;
  if (reason === undefined && named.length > 0) {
    const asked = named[0].needs[0].replaceAll(" ", ", ");
    const world = NEEDS_WORLD[row.area];
    reason = world ?? `To work out this quantity it would have to give ${asked}.`;
  }
  throw new Unanswerable(
    reason ?? NEEDS_WORLD[row.area] ?? "There is no experiment for this quantity.",
  );
}

/** Room for the last bits of a sum, relative to the expected value. */
const ROUNDING = 1e-9;

function isWithin(row: ValidationRow, computed: number): boolean {
  if (row.kind === "trend") return Math.sign(computed) === Math.sign(row.expected);
  const room = row.tolerance + ROUNDING * Math.max(1, Math.abs(row.expected));
  return Math.abs(computed - row.expected) <= room;
}

const unsupported = (row: ValidationRow, reason: string): Judgement => ({
  row,
  verdict: "unsupported",
  computed: null,
  reason,
  isWorkedOut: false,
  measure: null,
});

/** One row judged; never throws for what a row holds. */
export function judge(row: ValidationRow): Judgement {
  const area = AREAS[row.area];
  if (area === undefined) {
    return unsupported(row, `There is no area "${row.area}"; there are ${AREA_NAMES.join(", ")}.`);
  }
  try {
    const answer = answerOf(area, row, inputsOf(row.inputs, row.unit));
    const computed = convert(answer.value, answer.unit, row.unit);
    if (computed === undefined) {
      return unsupported(row, `It wants ${row.unit}; this is worked out in ${answer.unit}.`);
    }
    if (!Number.isFinite(computed)) {
      return unsupported(row, "With these inputs the law gives no finite number.");
    }
    const error = computed - row.expected;
    const { measure } = answer;
    return {
      row,
      verdict: isWithin(row, computed) ? "pass" : "fail",
      computed,
      reason: answer.isCatalogue === true ? `${answer.by} (looked up)` : answer.by,
      isWorkedOut: answer.isCatalogue !== true,
      measure: measure === undefined ? null : { name: measure.name, error: error * measure.scale },
    };
  } catch (error) {
    if (error instanceof Unanswerable) return unsupported(row, error.message);
    throw error;
  }
}
