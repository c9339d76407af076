/**
 * What tissue around the capillaries uses, makes and stores (docs/model.md P-3, P-4, P-20 to P-23). All
 * chosen values are marked; the stores are what keep PaCO2 from racing when gas is lost.
 */
import type { Organ, Tissue } from "./organs.ts";

/** Capillary PO2 at which uptake is half of what plentiful oxygen allows, mmHg; brain gives way first (P-3; K). */
const HALF_UPTAKE_MMHG = { body: 7, brain: 10 } as const;
/** PO2 that venous blood of a resting body at 37 °C has; demand is stated there. */
const REFERENCE_PO2_MMHG = 37;
const REFERENCE_SQUARE = REFERENCE_PO2_MMHG * REFERENCE_PO2_MMHG;

/**
 * Puts uptake over demand where the capillary PO2 stood (P-3). Oxygen reaches the cells by diffusion, so it is the
 * tension that counts: cold blood, which holds on to its oxygen, feeds less at the same saturation.
 */
export function uptakeShareInPlace(cells: Float64Array, at: number, isBrain: boolean): void {
  const half = isBrain ? HALF_UPTAKE_MMHG.brain : HALF_UPTAKE_MMHG.body;
  const square = cells[at] * cells[at];
  const atReference = REFERENCE_SQUARE / (REFERENCE_SQUARE + half * half);
  cells[at] = square / (square + half * half) / atReference;
}

/** Capillary PO2 below which some energy comes without oxygen at 37 °C, mmHg; falls with demand (P-21). */
const ANAEROBIC_MMHG = 35;

/**
 * Puts the share of demand that is met without oxygen in the first cell (P-21): nothing at plenty, all of it
 * at nought. PO2 stood there; the factor of metabolism stands in the second.
 */
export function anaerobicShareInPlace(pair: Float64Array): void {
  const lacking = Math.max(0, 1 - pair[0] / (ANAEROBIC_MMHG * pair[1]));
  pair[0] = lacking * lacking;
}

/** Lactate that replaces one mL of oxygen, mmol: six ATP for an O2, one for a lactate (K). */
export const LACTATE_MMOL_PER_ML_O2 = 6 / 22.4;
/** Made at rest by 70 kg at 37 °C, mmol/s: 1.3 mol a day (physiology.md 6, BioGears). */
export const RESTING_LACTATE_MMOL_PER_S_PER_KG = 1300 / 86_400 / 70;
/** Taken up by the liver, as a share of the body's lactate space: half in 30 min at 37 °C (physiology.md 6 [M]). */
export const LACTATE_HALF_LIFE_S = 1800;

/** Mass that exchanges gas with its blood within minutes, kg; fat, bone and skin do not (K). */
const PERFUSED_KG: Readonly<Record<Tissue, number>> = {
  brain: 1.4,
  viscera: 15,
  muscle: 30,
};
/** CO2 that a kilogram of tissue takes up per mmHg, mL (set by us: 0.7 to 1.5 in textbooks). */
const CO2_ML_PER_KG_MMHG = 0.9;
/** Interstitial water that small ions reach within minutes, mL per kg of body (K; ECF is a fifth of it). */
const INTERSTITIAL_ML_PER_KG: Readonly<Record<Tissue, number>> = {
  brain: 4,
  viscera: 40,
  muscle: 90,
};
/** Water in which lactate spreads, mL per kg of perfused tissue (K). */
const LACTATE_ML_PER_KG = 600;
/** Oxygen that muscle's and heart's own pigment binds, mL per kg (K): 4.7 g of myoglobin. */
const MYOGLOBIN_O2_ML_PER_KG = 6;
/** PO2 at which it is half full, mmHg (K; 2.4 to 3). */
const MYOGLOBIN_P50_MMHG = 2.8;

/** What the tissue of one organ can store. */
export interface TissueStore {
  readonly co2MlPerMmHg: number;
  readonly lactateMl: number;
  readonly interstitialMl: number;
  readonly myoglobinO2Ml: number;
}

/** Stores of an organ: its tissue's mass, shared among the organs of that tissue by their blood (P-22). */
export function tissueStore(organ: Organ, organs: readonly Organ[], bodyKg: number): TissueStore {
  const alike = organs.filter(({ tissue }) => tissue === organ.tissue);
  const blood = alike.reduce((sum, { bloodMl }) => sum + bloodMl, 0);
  const share = organ.bloodMl / blood;
  const kg = PERFUSED_KG[organ.tissue] * (bodyKg / 75) * share;
  const hasMyoglobin = organ.tissue === "muscle" || organ.id === "coronary";
  return {
    co2MlPerMmHg: kg * CO2_ML_PER_KG_MMHG,
    lactateMl: kg * LACTATE_ML_PER_KG,
    interstitialMl: bodyKg * INTERSTITIAL_ML_PER_KG[organ.tissue] * share,
    myoglobinO2Ml: hasMyoglobin ? kg * MYOGLOBIN_O2_ML_PER_KG : 0,
  };
}

/** Oxygen bound by myoglobin at a PO2, as a share of what it can hold (P-22). */
export const myoglobinShare = (po2MmHg: number): number => po2MmHg / (po2MmHg + MYOGLOBIN_P50_MMHG);
