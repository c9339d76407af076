/**
 * Heparin in the blood over time, the activated clotting time it gives, and the protamine that takes it
 * back (docs/model-blood.md BL-50 to BL-55). Two-compartment parameters were not reached, so it is one
 * compartment whose half-life grows with dose and stops in the cold.
 */
import { exp, log } from "../../kernel/detMath.ts";

const LN_2 = 0.6931471805599453;
/** mg of heparin for 100 units. */
const U_PER_MG = 100;

/**
 * Half-life off bypass in minutes = base + slope × dose in U/kg: least squares through 61, 93 and 126 min
 * at 100, 200 and 400 U/kg (Olsson 1963, from memory). A straight line in dose is what removal by a
 * saturable enzyme gives.
 */
const SATURABLE = { baseMinutes: 44.5, slopeMinutesPerUPerKg: 0.2093 } as const;

/** Half-life on warm bypass, minutes (Leeds Hepcon study 1992). */
export const BYPASS_HALF_LIFE_MIN = { adult: 60, paediatric: 35 } as const;
export type HeparinGroup = keyof typeof BYPASS_HALF_LIFE_MIN;

/** Half-life in minutes off bypass at 37 °C after a dose in U/kg (BL-50). */
export function halfLifeByDoseMin(doseUPerKg: number): number {
  return SATURABLE.baseMinutes + SATURABLE.slopeMinutesPerUPerKg * doseUPerKg;
}

/** Factor of removal at a temperature: none at 25 °C, all at 37, straight between (BL-51). */
export function heparinHeatFactor(temperatureC: number): number {
  return Math.max(0, (temperatureC - 25) / 12);
}

/** Half-life in minutes on bypass at a temperature; for ever at 25 °C and below (BL-51). */
export function halfLifeOnBypassMin(group: HeparinGroup, temperatureC: number): number {
  const factor = heparinHeatFactor(temperatureC);
  return factor === 0 ? Infinity : BYPASS_HALF_LIFE_MIN[group] / factor;
}

/** What is left of an amount after minutes at a half-life, in the unit of the amount (BL-52). */
export function heparinLeft(amount: number, minutes: number, halfLifeMin: number): number {
  return halfLifeMin === Infinity ? amount : amount * exp((-LN_2 * minutes) / halfLifeMin);
}

/** Loss of a concentration in U/mL per hour on bypass (BL-52). */
export function heparinDecayUPerMlPerH(
  concentration: number,
  group: HeparinGroup,
  temperatureC: number,
): number {
  const halfLife = halfLifeOnBypassMin(group, temperatureC);
  return halfLife === Infinity ? 0 : (concentration * LN_2 * 60) / halfLife;
}

/** Half-life in minutes that two concentrations some minutes apart imply (BL-52). */
export function impliedHalfLifeMin(first: number, second: number, minutes: number): number {
  return (minutes * LN_2) / log(first / second);
}

/** Plasma level after 300 U/kg, U/mL: middle of 1.8 to 3.0 by thrombin time (physiology.md 15.3). */
export const PLASMA_AFTER_300_U_PER_ML = 2.4;

/** How blood answers heparin: seconds of ACT for each U/mL, and without any. */
export interface HeparinResponse {
  readonly baselineS: number;
  readonly slopeSPerUPerMl: number;
  /** Antithrombin over that of the patients the slope was measured in. */
  readonly antithrombinFraction: number;
}

/** 304 patients before coronary surgery: 135 ± 18 s, and 98 ± 21 s per U/mL (PMID 20142342). */
export const TYPICAL_RESPONSE: HeparinResponse = {
  baselineS: 135,
  slopeSPerUPerMl: 98,
  antithrombinFraction: 1,
};

/** Where the straight line ends and how far beyond it the ACT can go, s. Chosen: straight to 500. */
const STRAIGHT_TO_S = 500;
const ABOVE_S_MAX = 500;

/** ACT in seconds on a line from a baseline: straight to 500 s, then towards 1000 with the same slope
 * at the joint (BL-53). */
function actOnLineS(riseS: number, baselineS: number): number {
  CELL[0] = baselineS + riseS;
  bendInPlace(CELL, 0);
  return CELL[0];
}

const CELL = new Float64Array(1);

/** Bends an ACT that stands on the straight line, s (BL-53). */
export function bendInPlace(cells: Float64Array, at: number): void {
  if (cells[at] <= STRAIGHT_TO_S) return;
  const beyond = cells[at] - STRAIGHT_TO_S;
  cells[at] = STRAIGHT_TO_S + (ABOVE_S_MAX * beyond) / (ABOVE_S_MAX + beyond);
}

/**
 * ACT in seconds at a heparin level (BL-53). Want of antithrombin makes heparin worth less; it does not
 * tilt the line.
 */
export function actS(concentration: number, response: HeparinResponse): number {
  const effective = concentration * response.antithrombinFraction;
  return actOnLineS(response.slopeSPerUPerMl * effective, response.baselineS);
}

/** Heparin level in U/mL that brings the ACT to a target on the straight part (BL-53). */
export function levelForActUPerMl(targetS: number, response: HeparinResponse): number {
  return (
    (targetS - response.baselineS) / (response.slopeSPerUPerMl * response.antithrombinFraction)
  );
}

/** A prime with heparin in it. */
export interface HeparinizedPrime {
  readonly heparinU: number;
  readonly volumeMl: number;
}
const NO_PRIME: HeparinizedPrime = { heparinU: 0, volumeMl: 0 };

/**
 * Volume heparin spreads in over blood volume: it binds to the vessel wall as well. Chosen: 78 mL/kg at
 * 65 mL/kg of blood, inside the 50 to 100 of textbooks; the ACT after 300 U/kg agrees with it.
 */
const SPREAD_RATIO = 1.2;

/** Level in U/mL after a dose spread through the body, and through a prime once bypass runs (BL-54). */
export function levelAfterDoseUPerMl(
  doseU: number,
  bloodMl: number,
  prime: HeparinizedPrime = NO_PRIME,
): number {
  return (doseU + prime.heparinU) / (SPREAD_RATIO * bloodMl + prime.volumeMl);
}

/** Protamine for 100 U of heparin, mg: 152 patients (physiology.md 9 [P]). */
export const PROTAMINE_MG_PER_100_U = 1.3;

/** Protamine in mg for an amount of heparin in U: all that was given, or what is left (BL-55). */
export const protamineMg = (heparinU: number): number => (heparinU / 100) * PROTAMINE_MG_PER_100_U;

/** Units of heparin in mg. */
export const heparinUFromMg = (heparinMg: number): number => heparinMg * U_PER_MG;
