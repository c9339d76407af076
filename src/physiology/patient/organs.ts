/**
 * How organs share flow, use oxygen and hold heat (docs/model.md P-1 to P-6). Shares are of the whole
 * body at rest under anaesthesia (K); each organ has its own temperature coefficient, the brain's
 * being the steepest, so whole-body cooling curves are not the brain's.
 */
import { expInPlace, logInPlace } from "../../kernel/detMathInPlace.ts";

/** Tissue whose temperature an organ's blood meets. */
export type Tissue = "brain" | "muscle" | "viscera";

export interface Organ {
  readonly id: "brainLeft" | "brainRight" | "coronary" | "kidney" | "muscle" | "viscera";
  readonly tissue: Tissue;
  /** Share of systemic flow at the start, under anaesthesia. */
  readonly flowFraction: number;
  /** Share of cardiac output of an awake adult at rest (Guyton, ICRP; physiology.md 5). */
  readonly awakeFlowFraction: number;
  /** Share of oxygen demand at 37 °C. */
  readonly demandFraction: number;
  /** Blood in its capillaries and small veins in the default adult, mL; others have it by vesselSize. */
  readonly bloodMl: number;
  readonly isBrain: boolean;
}

/** Left and right alike: together 12 % of flow on bypass at 34 °C; 15 % awake (physiology.md 5). */
const BRAIN = {
  tissue: "brain",
  flowFraction: 0.06,
  awakeFlowFraction: 0.0745,
  demandFraction: 0.065,
  bloodMl: 85,
  isBrain: true,
} as const;
const BODY = { isBrain: false } as const;

/**
 * The heart's shares come on top of the others', which together are the whole body with the heart
 * still: 4.5 % of flow and a tenth of uptake for a heart that pumps (K; textbook 4 to 5 and 10 to 12 %).
 */
export const ORGANS: readonly Organ[] = [
  { id: "brainLeft", ...BRAIN },
  { id: "brainRight", ...BRAIN },
  {
    id: "coronary",
    tissue: "viscera",
    flowFraction: 0.045,
    awakeFlowFraction: 0.045,
    demandFraction: 0.1,
    bloodMl: 40,
    ...BODY,
  },
  // Awake the kidneys take 20 % of flow and 7 % of oxygen (physiology.md 5, ICRP); on bypass less (K).
  {
    id: "kidney",
    tissue: "viscera",
    flowFraction: 0.18,
    awakeFlowFraction: 0.2,
    demandFraction: 0.08,
    bloodMl: 60,
    ...BODY,
  },
  {
    id: "muscle",
    tissue: "muscle",
    flowFraction: 0.37,
    awakeFlowFraction: 0.316,
    demandFraction: 0.38,
    bloodMl: 300,
    ...BODY,
  },
  {
    id: "viscera",
    tissue: "viscera",
    flowFraction: 0.33,
    awakeFlowFraction: 0.29,
    demandFraction: 0.41,
    bloodMl: 240,
    ...BODY,
  },
];
/** Share of systemic flow an organ has in this patient at the start. */
export const flowShare = (patient: { readonly isAwake: boolean }, organ: Organ): number =>
  patient.isAwake ? organ.awakeFlowFraction : organ.flowFraction;

/** Blood in the capillaries of the lungs, which live on air, mL (K; 70 to 100). */
export const LUNG_BLOOD_ML = 80;
/** Blood in all beds of the default adult, mL. */
const BED_VOLUME_ML = ORGANS.reduce((sum, organ) => sum + organ.bloodMl, LUNG_BLOOD_ML);

const DEFAULT_ADULT_SURFACE_M2 = 1.91;
/** What a body's vessels hold over what the default adult's do: it goes with surface, as flow does (K), ratio. */
export const vesselSize = (bodySurfaceM2: number): number =>
  bodySurfaceM2 / DEFAULT_ADULT_SURFACE_M2;
/** Blood in all beds of a body, mL. */
export const bedVolumeMl = (bodySurfaceM2: number): number =>
  vesselSize(bodySurfaceM2) * BED_VOLUME_ML;

const PAIR = new Float64Array(2);

/** Factor of metabolism at a temperature against 37 °C for a Q10 (P-2). */
export function metabolicFactor(q10: number, temperatureC: number): number {
  PAIR[0] = q10;
  PAIR[1] = temperatureC;
  metabolicFactorInPlace(PAIR);
  return PAIR[0];
}

/** Puts that factor in the first cell, where the Q10 stood; the temperature stands in the second. */
export function metabolicFactorInPlace(pair: Float64Array): void {
  logInPlace(pair, 0);
  pair[0] *= (pair[1] - 37) / 10;
  expInPlace(pair, 0);
}

/** Minutes of zero flow the brain tolerates at 37 °C (clinical.md 0.4; P-6). */
export const TOLERANCE_AT_37_MIN = 5;
/** The same at a temperature. */
export function toleranceMin(q10: number, brainC: number): number {
  return TOLERANCE_AT_37_MIN / metabolicFactor(q10, brainC);
}

/** Flow below which ischaemia begins to count, as a share of resting cerebral flow (K). */
const CRITICAL_FLOW_FRACTION = 0.4;

/** Weight of ischaemia: 1 without flow, 0 from the critical flow up (P-5). */
export function ischaemiaWeight(oxygenFlowFraction: number): number {
  return Math.min(1, Math.max(0, 1 - oxygenFlowFraction / CRITICAL_FLOW_FRACTION));
}

/**
 * Heat capacity of the tissues, kJ/°C: 75 kg × 3.5 kJ/kg/°C split by mass (physiology.md 7 [D]); skin
 * with the fat below it is 20 kg (K).
 */
export const TISSUE_KJ_PER_C = { brain: 5, viscera: 52.5, muscle: 135, skin: 70 } as const;
/** Through the fat, kJ/s/°C: skin follows within an hour or two (physiology.md 7: hours). */
export const MUSCLE_TO_SKIN_KJ_PER_S_C = 0.03;
/** Losses to the theatre, kJ/s/°C (K): covered skin, the open chest, tubing and reservoir. */
export const SKIN_LOSS_KJ_PER_S_C = 0.01;
export const CHEST_LOSS_KJ_PER_S_C = 0.007;
export const CIRCUIT_LOSS_KJ_PER_S_C = 0.006;
export const THEATRE_C = 20;
