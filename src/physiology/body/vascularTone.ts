/**
 * Tone of the small arteries in bypass: what dilution takes away, what the loss of the pulse gives, and
 * how organs answer to drugs and reflexes (docs/model.md C-14, C-17, C-18).
 */
import type { Organ } from "../patient/organs.ts";

/**
 * Tone lost per share of red cells lost. Resistance fell by more than viscosity at the start of bypass:
 * a residual of 0.79 and 0.73 at dilution by 48 % in two series (physiology.md 5 [D]); none without
 * dilution (+6.4 % against +8 %). Half is the middle.
 */
const TONE_LOSS_PER_DILUTION = 0.5;
/** Haematocrit before bypass against which dilution counts (K; 39 to 42 %). */
const UNDILUTED_HEMATOCRIT_FRACTION = 0.4;

const CELL = new Float64Array(1);
const PAIR = new Float64Array(2);

/** Share of tone left at a haematocrit (C-17). */
export function dilutionToneRatio(hematocritFraction: number): number {
  CELL[0] = hematocritFraction;
  dilutionToneInPlace(CELL, 0);
  return CELL[0];
}

/** Puts that share where the haematocrit stood. */
export function dilutionToneInPlace(cells: Float64Array, at: number): void {
  const dilution = Math.max(0, 1 - cells[at] / UNDILUTED_HEMATOCRIT_FRACTION);
  cells[at] = 1 - TONE_LOSS_PER_DILUTION * dilution;
}

/** Share of tone left when this share of the red cells has been diluted away (C-17). */
export const residualToneRatio = (dilutionFraction: number): number =>
  1 - TONE_LOSS_PER_DILUTION * Math.max(0, dilutionFraction);

/** Tone that grows while nothing pulses, and the time it takes, s (Rodig: SVR rose over 20 min; K). */
export const PULSELESS_TONE_RATIO = 1.15;
export const PULSELESS_TONE_S = 720;
/** Pulse pressure under which vessels count as without pulse, mmHg (K). */
export const PULSELESS_MMHG = 12;

/**
 * Share of a change of tone that an organ takes: gut and kidney more than muscle and skin (restored
 * pressure does not restore splanchnic flow under phenylephrine, O'Dwyer 1997), heart and brain least.
 */
export const TONE_SENSITIVITY: Readonly<Record<Organ["id"], number>> = {
  brainLeft: 0,
  brainRight: 0,
  coronary: 0.2,
  kidney: 1.2,
  muscle: 1,
  viscera: 1.3,
};
/** Conductance of an organ against rest at a tone (C-14). */
export function conductanceAtTone(organ: Organ["id"], toneRatio: number): number {
  PAIR[0] = toneRatio;
  PAIR[1] = TONE_SENSITIVITY[organ];
  conductanceInPlace(PAIR);
  return PAIR[0];
}

/** Puts that conductance in the first cell, where the tone stood; the organ's sensitivity stands in the second. */
export function conductanceInPlace(pair: Float64Array): void {
  pair[0] = 1 / Math.max(0.2, 1 + pair[1] * (pair[0] - 1));
}
