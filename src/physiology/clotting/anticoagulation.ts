/**
 * Heparin and protamine meeting in the blood, and the clotting time that comes of level, antithrombin
 * and dilution (docs/model-drugs.md D-20 to D-22).
 */
import { actOnLineS, PROTAMINE_MG_PER_100_U, TYPICAL_RESPONSE } from "./heparin.ts";

/** Antithrombin below which heparin begins to lack its partner, U/mL: 304 patients showed no relation to
 * the response at 0.93 ± 0.13, nor do the 55 to 59 % of bypass (physiology.md 9); set by us (PROVISIONAL). */
const ENOUGH_ANTITHROMBIN_U_PER_ML = 0.45;

/** Share of heparin that finds antithrombin (D-21). */
export const antithrombinShare = (antithrombinUPerMl: number): number =>
  Math.min(1, Math.max(0, antithrombinUPerMl / ENOUGH_ANTITHROMBIN_U_PER_ML));

/** Longer clotting by lost platelets and thinned factors, at most a quarter of the baseline (K) (D-22). */
const THIN_BLOOD_FRACTION = 0.25;

/** What decides an activated clotting time besides the device. */
export interface ClottingState {
  readonly heparinUPerMl: number;
  readonly antithrombinUPerMl: number;
  /** Of the patient's own, against the typical answer to heparin. */
  readonly responseRatio: number;
  /** Platelets and factors against undiluted blood. */
  readonly factorFraction: number;
}

/** How a device reads against the kaolin cartridge that the typical response was measured with. */
export interface ActDevice {
  readonly baselineFactor: number;
  readonly slopeFactor: number;
}

/** Activated clotting time in seconds (D-22). */
export function clottingTimeS(state: ClottingState, device: ActDevice): number {
  const lost = 1 - Math.min(1, state.factorFraction);
  const baselineS = TYPICAL_RESPONSE.baselineS * device.baselineFactor;
  const worth = antithrombinShare(state.antithrombinUPerMl) * state.responseRatio;
  const slope = TYPICAL_RESPONSE.slopeSPerUPerMl * device.slopeFactor;
  return actOnLineS(
    slope * worth * state.heparinUPerMl,
    baselineS * (1 + THIN_BLOOD_FRACTION * lost),
  );
}

/** Half of what can bind has bound after this long, s (K: at once, within a circulation or two). */
const BINDING_S = 10;

/** Heparin in units that binds to protamine in a step, one going with 1.3 mg for 100 U (D-20). */
export function heparinBoundU(heparinU: number, protamineMg: number, dtS: number): number {
  const boundU = Math.min(heparinU, (protamineMg / PROTAMINE_MG_PER_100_U) * 100);
  return (boundU * dtS) / (dtS + BINDING_S);
}
