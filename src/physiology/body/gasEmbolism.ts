/**
 * Air in the small vessels (docs/model.md ): how much of an organ it blocks and how fast it
 * dissolves. Bubbles lodge; blood on either side takes their gas away by its tension.
 */
import type { Organ } from "../patient/organs.ts";

/** Beds in which air can lodge. */
export type AirBed = Organ["id"] | "lungs";

/**
 * Air that blocks all of an organ's vessels, mL. Brain: flow falls by 2 % for each mL in both sides
 * (clinical.md A2.4, PROVISIONAL). Heart: 2 mL are a third of it and fibrillate (the same). Others (K).
 */
export const BLOCKING_ML: Readonly<Record<AirBed, number>> = {
  brainLeft: 25,
  brainRight: 25,
  coronary: 6,
  kidney: 40,
  lungs: 60,
  muscle: 200,
  viscera: 150,
};

/**
 * Pressure across a bed at which bubbles begin to be pushed through its capillaries, and where all go,
 * mmHg (K; 2 × 50 mN/m over radii of 5 and 2 µm, rounded).
 */
const PUSHED_MMHG = 150;
const ALL_PUSHED_MMHG = 350;

/** Puts the share of lodged air that the pressure across a bed moves on, 0 to 1, where that pressure stood. */
export function pushInPlace(cells: Float64Array, at: number): void {
  const over = (cells[at] - PUSHED_MMHG) / (ALL_PUSHED_MMHG - PUSHED_MMHG);
  cells[at] = Math.min(1, Math.max(0, over));
}

/**
 * Puts the share of an organ's vessels that stays open, 0 to 1, in the first cell, where the air lodged in them
 * stood, mL; what blocks all of them stands in the second.
 */
export function openVesselsInPlace(pair: Float64Array): void {
  pair[0] = Math.min(1, Math.max(0, 1 - pair[0] / pair[1]));
}

const ROOM_MMHG = 760;
/** Water vapour, CO2 and the oxygen that tissue leaves in its blood, mmHg. */
const OTHER_GASES_MMHG = 47 + 45 + 40;
/** Tension of all dry gas in lungs or oxygenator, mmHg. */
const DRY_MMHG = 713;
/** Time constant of a bubble that gives its nitrogen to tissue without any, s (K). */
const DISSOLVING_S = 360;
/** Time in which tissue gives up its own nitrogen, s (K; brain and heart are well perfused). */
export const NITROGEN_WASHOUT_S = 300;

/** Nitrogen tension that a breathed or swept gas leads to, mmHg. */
export const nitrogenMmHg = (oxygenFraction: number): number => DRY_MMHG * (1 - oxygenFraction);

/**
 * Puts the share of lodged air that dissolves per second, 1/s, in the first cell, where the pressure of the
 * blood stood: driven by what the gas in a bubble, at the room's pressure and that of the blood, has above
 * all gases of the tissue. Its nitrogen stands in the second cell, mmHg.
 */
export function dissolveInPlace(pair: Float64Array): void {
  const window = ROOM_MMHG + Math.max(0, pair[0]) - OTHER_GASES_MMHG - pair[1];
  pair[0] = Math.max(0, window) / ROOM_MMHG / DISSOLVING_S;
}

/** Share of a heart without flow from which it fibrillates, and after how long, s (clinical.md A2.4). */
const FIBRILLATING_SHARE = 0.3;
export const FIBRILLATES_AFTER_S = 8;
/** Whether a blocked share of the heart is large enough to make it fibrillate. */
export const endangersRhythm = (openFraction: number): boolean =>
  1 - openFraction >= FIBRILLATING_SHARE;
