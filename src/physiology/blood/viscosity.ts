/**
 * Viscosity of blood in large vessels and tubing by haematocrit and temperature (docs/model-blood.md
 * BL-28). At low shear blood is thicker than this; see physiology.md 5.
 */
import { exp } from "../../kernel/detMath.ts";

/** Plasma at 37 °C, cP (K; 1.1 to 1.3 in textbooks). */
const PLASMA_CP = 1.2;
/** ln viscosity per percent of haematocrit (0.6 times from 42 to 21.8 %; physiology.md 5 [D]). */
const LN_PER_HEMATOCRIT_PERCENT = 0.0253;
/** ln viscosity per °C of cooling: 3 %/°C, the upper of 2 to 3 for large vessels (physiology.md 5 [M]). */
const LN_PER_C = 0.03;

/** Viscosity of blood in cP (BL-28). */
export function bloodViscosityCp(hematocritFraction: number, temperatureC: number): number {
  const byCells = 100 * hematocritFraction * LN_PER_HEMATOCRIT_PERCENT;
  return PLASMA_CP * exp(byCells + LN_PER_C * (37 - temperatureC));
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
