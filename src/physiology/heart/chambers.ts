/**
 * The heart's chambers as time-varying elastances (docs/model.md H-1 to H-3). Numbers are those of
 * CVSim-21 (MIT-LCP/cvsim; physiology.md 5 [P]) for an adult of 70 kg; a body of another size has them
 * in proportion to its surface.
 */
import { cos } from "../../kernel/detMath.ts";

const PI = 3.141592653589793;

export interface Chamber {
  readonly endSystolicMmHgPerMl: number;
  readonly diastolicMmHgPerMl: number;
  readonly unstressedMl: number;
}

export const RIGHT_ATRIUM: Chamber = {
  endSystolicMmHgPerMl: 1 / 1.35,
  diastolicMmHgPerMl: 1 / 3.33,
  unstressedMl: 14,
};
export const RIGHT_VENTRICLE: Chamber = {
  endSystolicMmHgPerMl: 1 / 1.3,
  diastolicMmHgPerMl: 1 / 19.29,
  unstressedMl: 46,
};
export const LEFT_ATRIUM: Chamber = {
  endSystolicMmHgPerMl: 1 / 1.64,
  diastolicMmHgPerMl: 1 / 2,
  unstressedMl: 24,
};
export const LEFT_VENTRICLE: Chamber = {
  endSystolicMmHgPerMl: 1 / 0.4,
  // CVSim has 9.69 and 55; with these a resting adult throws out about 0.55 (physiology.md 5; set by us).
  diastolicMmHgPerMl: 1 / 13,
  unstressedMl: 25,
};

/** Body surface of the 70 kg adult of CVSim-21, m². */
export const REFERENCE_SURFACE_M2 = 1.83;
/**
 * Stretch at which a relaxed ventricle is twice as stiff as at rest, mL: above it wall and pericardium
 * hold back (K; 33 mmHg at about 200 mL).
 */
export const STIFFENING_ML = 220;

/** Timing by the square root of the beat's length, s per √s (CVSim-21). */
export const VENTRICULAR_SYSTOLE_PER_ROOT_S = 0.3;
export const ATRIAL_SYSTOLE_PER_ROOT_S = 0.2;
export const ATRIOVENTRICULAR_DELAY_PER_ROOT_S = 0.12;

/** A contraction rises over its systole and falls over half of that. */
const CONTRACTION_SYSTOLES = 1.5;
const STEPS = 384;
const CONTRACTION: Float64Array = Float64Array.from({ length: STEPS + 2 }, (_, step) => {
  const systoles = (step * CONTRACTION_SYSTOLES) / STEPS;
  if (systoles <= 1) return 0.5 * (1 - cos(PI * systoles));
  if (systoles >= CONTRACTION_SYSTOLES) return 0;
  return 0.5 * (1 + cos(2 * PI * (systoles - 1)));
});

/**
 * Puts the activation between 0 (relaxed) and 1 where the time since a contraction began stood, in systoles
 * (H-1). In place, as all that runs every tick (kernel/detMathInPlace.ts).
 */
export function activateInPlace(cells: Float64Array, at: number): void {
  const systoles = cells[at];
  if (systoles <= 0 || systoles >= CONTRACTION_SYSTOLES) {
    cells[at] = 0;
    return;
  }
  const place = (systoles * STEPS) / CONTRACTION_SYSTOLES;
  const step = Math.floor(place);
  const below = CONTRACTION[step] as number;
  cells[at] = below + ((CONTRACTION[step + 1] as number) - below) * (place - step);
}
