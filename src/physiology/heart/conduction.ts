/** The rhythm of the heart: its own rate by temperature, and when it arrests or fibrillates (H-4 to H-6). */

import { FIBRILLATES_AFTER_S } from "../body/gasEmbolism.ts";

/** Rate of a resting adult (BioGears' reference column, Guyton; physiology.md 5). */
export const RESTING_RATE_PER_MIN = 72;
/** Share of the rate lost per °C of cooling; about half the rate at 27 °C (K). */
const RATE_FALL_PER_C = 0.05;
/** A still heart uses a tenth of what a pumping one does, a fibrillating empty one more (K). */
export const ARRESTED_DEMAND_RATIO = 0.1;
export const FIBRILLATING_DEMAND_RATIO = 0.6;
/** Bounds of a beat's length, s. */
const BEAT_S_MIN = 0.33;
const BEAT_S_MAX = 3;

/** Rate the sinus node gives at a temperature when it gives `ratePerMin` at 37 °C (H-4). */
export function sinusRatePerMin(ratePerMin: number, myocardialC: number): number {
  const share = 1 - RATE_FALL_PER_C * (37 - myocardialC);
  return ratePerMin * Math.min(1.3, Math.max(0.1, share));
}

/** Length of a beat, s, by rate and what the vagus adds. */
export function beatLengthS(ratePerMin: number, vagalS: number): number {
  return Math.min(BEAT_S_MAX, Math.max(BEAT_S_MIN, 60 / ratePerMin + vagalS));
}

/** Potassium in the heart's own water above that of blood at which it stands still, mmol/L (K). */
const ARREST_MMOL_PER_L = 7;
/** Below this it starts again. */
const RESUME_MMOL_PER_L = 4;
/** Below this a beating heart fibrillates, and below the next nothing moves (K; 28 and 20 °C). */
const FIBRILLATION_C = 28;
const STANDSTILL_C = 18;
/** A heart that wakes colder than this, or hurt more than that, wakes fibrillating (K). */
const WAKING_SINUS_C = 31;
const WAKING_SINUS_INJURY = 0.5;

export type Electrical = "arrested" | "ventricularFibrillation" | "sinus" | "paced";

export interface Myocardium {
  readonly potassiumMmolPerL: number;
  readonly temperatureC: number;
  /** 0 fresh to 1: what it can bear without blood is used up. */
  readonly injuryFraction: number;
  readonly isPaced: boolean;
  /** How long a large part of it has had no blood while the rest has, s. */
  readonly regionalIschaemiaS: number;
}

/** Rhythm that follows from the last one and what the heart muscle has now (H-5). */
export function nextRhythm(now: Electrical, heart: Myocardium): Electrical {
  if (heart.potassiumMmolPerL > ARREST_MMOL_PER_L) return "arrested";
  if (heart.temperatureC < STANDSTILL_C) return "arrested";
  if (now === "arrested") {
    if (heart.potassiumMmolPerL > RESUME_MMOL_PER_L) return "arrested";
    if (heart.temperatureC < FIBRILLATION_C) return "arrested";
    const isCold = heart.temperatureC < WAKING_SINUS_C;
    if (isCold || heart.injuryFraction > WAKING_SINUS_INJURY) return "ventricularFibrillation";
    return heart.isPaced ? "paced" : "sinus";
  }
  if (now === "ventricularFibrillation") return now;
  if (heart.temperatureC < FIBRILLATION_C || heart.injuryFraction >= 1)
    return "ventricularFibrillation";
  if (heart.regionalIschaemiaS >= FIBRILLATES_AFTER_S) return "ventricularFibrillation";
  return heart.isPaced ? "paced" : "sinus";
}

/** Whether a shock can end fibrillation: warm enough, fed, and not full of potassium (H-6; K). */
export function shockWorks(heart: Myocardium, supplyRatio: number): boolean {
  return (
    heart.temperatureC >= 30 &&
    supplyRatio > 0.4 &&
    heart.potassiumMmolPerL < RESUME_MMOL_PER_L &&
    heart.regionalIschaemiaS < FIBRILLATES_AFTER_S
  );
}
