/**
 * What drugs do together (docs/model-drugs.md D-7 to D-9): each effect is a curve of the level at its
 * site; effects on one target multiply where the target is a ratio and add where it starts from nothing.
 */
import { expInPlace, logInPlace } from "../../kernel/detMathInPlace.ts";
import { defineLayout } from "../../kernel/layout.ts";

/** Ratios against no drug; 1 when there is none. */
const RATIOS = [
  "arteriolarTone",
  "contractility",
  "heartRate",
  "reflexGain",
  "pulmonaryTone",
  "brainMetabolism",
  "urineFlow",
] as const;
/** Sums; 0 when there is no drug. Venous volume is in mL, the others are shares of the most there can be. */
const SUMS = [
  "venousUnstressed",
  "anaestheticDepth",
  "neuromuscularBlock",
  "potassiumUptake",
  "fibrinolysisBlock",
  "hypermetabolismBlock",
  "vasoplegiaBlock",
] as const;
export const TARGET = defineLayout([...RATIOS, ...SUMS]);
export type Target = (typeof TARGET.names)[number];

/** One effect of one drug in one body. */
export interface BodyEffect {
  readonly target: Target;
  /** At saturation: a fraction, or mL for venous volume. */
  readonly changeFraction: number;
  readonly halfAtPerL: number;
  readonly hillExponent: number;
}

/** Limits between which vessels and heart can be driven by any mixture of drugs (K). */
const RATIO_MIN = 0.2;
const RATIO_MAX = 4;

/** Puts the share of the full effect where the level stood (D-7): 0 without drug, a half at `halfAtPerL`. */
export function effectInPlace(cells: Float64Array, at: number, effect: BodyEffect): void {
  if (cells[at] <= 0) {
    cells[at] = 0;
    return;
  }
  cells[at] /= effect.halfAtPerL;
  if (effect.hillExponent !== 1) {
    logInPlace(cells, at);
    cells[at] *= effect.hillExponent;
    expInPlace(cells, at);
  }
  cells[at] /= 1 + cells[at];
}

/** Before any drug: 1 for ratios, 0 for sums. */
export function clearTargets(targets: Float64Array): void {
  targets.fill(0);
  targets.fill(1, 0, RATIOS.length);
}

/**
 * Adds one effect at the level in the first cell; the share in the second weakens it, as vasoplegia does (D-8).
 * The level is used up.
 */
export function addEffect(targets: Float64Array, effect: BodyEffect, pair: Float64Array): void {
  const at = TARGET.index[effect.target];
  effectInPlace(pair, 0, effect);
  const change = effect.changeFraction * pair[0] * pair[1];
  if (at < RATIOS.length) {
    targets[at] = Math.min(RATIO_MAX, Math.max(RATIO_MIN, targets[at] * (1 + change)));
  } else targets[at] += change;
}
