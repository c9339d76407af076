/**
 * What drugs do together (docs/model-drugs.md D-7 to D-9): each effect is a curve of the level at its
 * site; effects on one target multiply where the target is a ratio and add where it starts from nothing.
 */
import { exp, log } from "../../kernel/detMath.ts";
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

/** Share of the full effect at a level (D-7): 0 without drug, a half at `halfAtPerL`. */
export function effectShare(perL: number, halfAtPerL: number, hillExponent: number): number {
  if (perL <= 0) return 0;
  const ratio = perL / halfAtPerL;
  const power = hillExponent === 1 ? ratio : exp(hillExponent * log(ratio));
  return power / (1 + power);
}

/** Before any drug: 1 for ratios, 0 for sums. */
export function clearTargets(targets: Float64Array): void {
  targets.fill(0);
  targets.fill(1, 0, RATIOS.length);
}

/** Adds one effect at a level; `responseFraction` weakens it, as vasoplegia does (D-8). */
export function addEffect(
  targets: Float64Array,
  effect: BodyEffect,
  perL: number,
  responseFraction: number,
): void {
  const at = TARGET.index[effect.target];
  const share = effectShare(perL, effect.halfAtPerL, effect.hillExponent);
  const change = effect.changeFraction * share * responseFraction;
  if (at < RATIOS.length) {
    targets[at] = Math.min(RATIO_MAX, Math.max(RATIO_MIN, targets[at] * (1 + change)));
  } else targets[at] += change;
}
