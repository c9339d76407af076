/**
 * Clot in the oxygenator and the reservoir while anticoagulation is short, and clumps of cold red cells
 * (docs/model-drugs.md D-25, D-26, D-28).
 */

/** ACT in seconds above which nothing grows, and at which growth is full: blood without heparin (K). */
const SAFE_ACT_S = 350;
const NATURAL_ACT_S = 120;
/** Share of the free fibres that clot per minute without heparin: a lung lost in about ten minutes;
 * clinical.md B9 has 20 mmHg more in five minutes and growth below 300 s (PROVISIONAL). */
const OXYGENATOR_PER_MIN = 0.08;
/** The reservoir clots slower, but stands longer (PROVISIONAL). */
const RESERVOIR_PER_MIN = 0.05;
/** Standing blood clots twice as fast as blood that runs (K). */
const STANDING_FACTOR = 2;
/** Flow below which blood counts as standing, L/min. */
const RUNNING_LPM = 1;

/** How far a clotting time is from safe: 0 at 350 s and more, 1 without heparin (D-25). */
export const clottingDrive = (actTrueS: number): number =>
  Math.min(1, Math.max(0, (SAFE_ACT_S - actTrueS) / (SAFE_ACT_S - NATURAL_ACT_S)));

/** Clotted share of the oxygenator's fibres after a step (D-26). */
export function oxygenatorClotAfter(
  clotFraction: number,
  actTrueS: number,
  flowLpm: number,
  dtS: number,
): number {
  return grown(clotFraction, OXYGENATOR_PER_MIN * clottingDrive(actTrueS) * stasis(flowLpm), dtS);
}

/** Clotted share of the reservoir's screen after a step (D-26). */
export function reservoirClotAfter(
  clotFraction: number,
  actTrueS: number,
  flowLpm: number,
  dtS: number,
): number {
  return grown(clotFraction, RESERVOIR_PER_MIN * clottingDrive(actTrueS) * stasis(flowLpm), dtS);
}

const stasis = (flowLpm: number): number => (Math.abs(flowLpm) < RUNNING_LPM ? STANDING_FACTOR : 1);

const grown = (clotFraction: number, perMin: number, dtS: number): number =>
  clotFraction + ((1 - clotFraction) * perMin * dtS) / 60;

/** Degrees below the threshold at which cold agglutinins do all they can, and how fast, s (PROVISIONAL). */
const CLUMPING_SPAN_C = 8;
const CLUMPING_S = 180;
/** Share of the fibres that clumps can close (PROVISIONAL). */
const CLUMPED_MOST_FRACTION = 0.7;

/** Share of the fibres closed by clumped red cells after a step; warming undoes it (D-28). */
export function clumpedAfter(
  clumpedFraction: number,
  belowThresholdC: number,
  dtS: number,
): number {
  const drive = Math.min(1, Math.max(0, belowThresholdC / CLUMPING_SPAN_C));
  const wanted = CLUMPED_MOST_FRACTION * drive;
  return clumpedFraction + ((wanted - clumpedFraction) * dtS) / (CLUMPING_S + dtS);
}
