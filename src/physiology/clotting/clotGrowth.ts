/**
 * Clot in the oxygenator and the reservoir while anticoagulation is short, and clumps of cold red cells
 * (docs/model-drugs.md D-25, D-26, D-28).
 */

import { defineLayout } from "../../kernel/layout.ts";

/** ACT in seconds above which nothing grows, and at which growth is full: blood without heparin (K). */
const SAFE_ACT_S = 350;
const NATURAL_ACT_S = 120;
/** Share of the free fibres that clot per minute without heparin: a lung lost in about ten minutes;
 * clinical.md B9 has 20 mmHg more in five minutes and growth below 300 s (PROVISIONAL). */
export const OXYGENATOR_CLOTS_PER_MIN = 0.08;
/** The reservoir clots slower, but stands longer (PROVISIONAL). */
export const RESERVOIR_CLOTS_PER_MIN = 0.05;
/** Standing blood clots twice as fast as blood that runs (K). */
const STANDING_FACTOR = 2;
/** Flow below which blood counts as standing, L/min. */
const RUNNING_LPM = 1;

/** What clot grows by: true clotting time, and flow past it. */
export const CLOT_ROW = defineLayout(["actTrueS", "flowLpm"]);
const C = CLOT_ROW.index;

/**
 * Lets the clotted share of something in a slot grow for `dtS`, by a rate at its full and by CLOT_ROW (D-25,
 * D-26): not at all from 350 s of clotting time up, in full without heparin.
 */
export function growClot(
  shares: Float64Array,
  slot: number,
  perMin: number,
  by: Float64Array,
  dtS: number,
): void {
  const stasis = Math.abs(by[C.flowLpm]) < RUNNING_LPM ? STANDING_FACTOR : 1;
  const short = (SAFE_ACT_S - by[C.actTrueS]) / (SAFE_ACT_S - NATURAL_ACT_S);
  const drive = Math.min(1, Math.max(0, short));
  shares[slot] += ((1 - shares[slot]) * (perMin * drive * stasis) * dtS) / 60;
}

/** Degrees below the threshold at which cold agglutinins do all they can, and how fast, s (PROVISIONAL). */
const CLUMPING_SPAN_C = 8;
const CLUMPING_S = 180;
/** Share of the fibres that clumps can close (PROVISIONAL). */
const CLUMPED_MOST_FRACTION = 0.7;

/**
 * Lets clumped red cells close fibres, or open them again when it is warm, for `dtS` (D-28): the closed share
 * stands in the first cell, the degrees below the threshold in the second.
 */
export function clump(pair: Float64Array, dtS: number): void {
  const drive = Math.min(1, Math.max(0, pair[1] / CLUMPING_SPAN_C));
  const wanted = CLUMPED_MOST_FRACTION * drive;
  pair[0] += ((wanted - pair[0]) * dtS) / (CLUMPING_S + dtS);
}
