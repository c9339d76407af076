/**
 * Viscosity of blood in large vessels and tubing by haematocrit and temperature (docs/model-blood.md
 * BL-28). At low shear blood is thicker than this; see physiology.md 5.
 */
import { expInPlace } from "../../kernel/detMathInPlace.ts";

/** Plasma at 37 °C, cP (K; 1.1 to 1.3 in textbooks). */
const PLASMA_CP = 1.2;
/** ln viscosity per percent of haematocrit (0.6 times from 42 to 21.8 %; physiology.md 5 [D]). */
const LN_PER_HEMATOCRIT_PERCENT = 0.0253;
/** ln viscosity per °C of cooling: 3 %/°C, the upper of 2 to 3 for large vessels (physiology.md 5 [M]). */
const LN_PER_C = 0.03;

const PAIR = new Float64Array(2);

/** Viscosity of blood in cP (BL-28). */
export function bloodViscosityCp(hematocritFraction: number, temperatureC: number): number {
  PAIR[0] = hematocritFraction;
  PAIR[1] = temperatureC;
  viscosityInPlace(PAIR);
  return PAIR[0];
}

/** Puts that viscosity in the first cell, where the haematocrit stood; the temperature stands in the second. */
export function viscosityInPlace(pair: Float64Array): void {
  const byCells = 100 * pair[0] * LN_PER_HEMATOCRIT_PERCENT;
  pair[0] = byCells + LN_PER_C * (37 - pair[1]);
  expInPlace(pair, 0);
  pair[0] *= PLASMA_CP;
}

/** Viscosity after haematocrit or temperature changed, over viscosity before. */
export function viscosityRatio(
  after: { readonly hematocritFraction: number; readonly temperatureC: number },
  before: { readonly hematocritFraction: number; readonly temperatureC: number },
): number {
  return (
    bloodViscosityCp(after.hematocritFraction, after.temperatureC) /
    bloodViscosityCp(before.hematocritFraction, before.temperatureC)
  );
}
