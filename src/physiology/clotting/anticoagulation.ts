/**
 * Heparin and protamine meeting in the blood, and the clotting time that comes of level, antithrombin
 * and dilution (docs/model-drugs.md D-20 to D-22).
 */
import { defineLayout, type SlotOf } from "../../kernel/layout.ts";
import { bendInPlace, PROTAMINE_MG_PER_100_U, TYPICAL_RESPONSE } from "./heparin.ts";

/** Antithrombin below which heparin begins to lack its partner, U/mL: 304 patients showed no relation to
 * the response at 0.93 ± 0.13, nor do the 55 to 59 % of bypass (physiology.md 9); set by us (PROVISIONAL). */
const ENOUGH_ANTITHROMBIN_U_PER_ML = 0.45;

/** Longer clotting by lost platelets and thinned factors, at most a quarter of the baseline (K) (D-22). */
const THIN_BLOOD_FRACTION = 0.25;

/** What decides an activated clotting time besides the device, and the time. */
export const CLOTTING_ROW = defineLayout([
  "heparinUPerMl",
  "antithrombinUPerMl",
  /** Of the patient's own, against the typical answer to heparin. */
  "responseRatio",
  /** Platelets and factors against undiluted blood. */
  "factorFraction",
  "actS",
]);
const C = CLOTTING_ROW.index;
export type ClottingState = Readonly<Record<Exclude<SlotOf<typeof CLOTTING_ROW>, "actS">, number>>;

/** How a device reads against the kaolin cartridge that the typical response was measured with. */
export interface ActDevice {
  readonly baselineFactor: number;
  readonly slopeFactor: number;
}

const ASKED = new Float64Array(CLOTTING_ROW.size);

/** Activated clotting time in seconds (D-22). */
export function clottingTimeS(state: ClottingState, device: ActDevice): number {
  ASKED[C.heparinUPerMl] = state.heparinUPerMl;
  ASKED[C.antithrombinUPerMl] = state.antithrombinUPerMl;
  ASKED[C.responseRatio] = state.responseRatio;
  ASKED[C.factorFraction] = state.factorFraction;
  findClottingTime(ASKED, device);
  return ASKED[C.actS];
}

/** The same into a row. */
export function findClottingTime(row: Float64Array, device: ActDevice): void {
  const lost = 1 - Math.min(1, row[C.factorFraction]);
  const baselineS = TYPICAL_RESPONSE.baselineS * device.baselineFactor;
  const antithrombin = row[C.antithrombinUPerMl] / ENOUGH_ANTITHROMBIN_U_PER_ML;
  const worth = Math.min(1, Math.max(0, antithrombin)) * row[C.responseRatio];
  const slope = TYPICAL_RESPONSE.slopeSPerUPerMl * device.slopeFactor;
  const riseS = slope * worth * row[C.heparinUPerMl];
  row[C.actS] = baselineS * (1 + THIN_BLOOD_FRACTION * lost) + riseS;
  bendInPlace(row, C.actS);
}

/** Half of what can bind has bound after this long, s (K: at once, within a circulation or two). */
const BINDING_S = 10;

/** Heparin in units that binds to protamine in a step, one going with 1.3 mg for 100 U (D-20). */
export function heparinBoundU(heparinU: number, protamineMg: number, dtS: number): number {
  const boundU = Math.min(heparinU, (protamineMg / PROTAMINE_MG_PER_100_U) * 100);
  return (boundU * dtS) / (dtS + BINDING_S);
}
