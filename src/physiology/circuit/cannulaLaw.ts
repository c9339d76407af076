/**
 * Flow through cannulae and the forces that drain blood (docs/model-blood.md BL-30 to BL-33): square
 * law with a weak effect of viscosity, siphon head, and vacuum or kinetic assist.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { PA_PER_MMHG } from "../../kernel/units.ts";
import { viscosityRatio } from "../blood/viscosity.ts";
import type { Cannula } from "./cannulae.ts";
import { NOE_BLOOD } from "./cannulae.ts";

const GRAVITY_M_PER_S2 = 9.80665;
/** Turbulent friction goes with viscosity to a quarter (Blasius). */
const VISCOSITY_EXPONENT = 0.25;

/** k of dP = k × Q² for blood of a haematocrit and temperature, mmHg per (L/min)² (BL-30). */
export function cannulaMmHgPerLpm2(
  cannula: Cannula,
  hematocritFraction: number,
  temperatureC: number,
): number {
  const tested = cannula.testDropMmHg / (cannula.testFlowLpm * cannula.testFlowLpm);
  const thickness = viscosityRatio({ hematocritFraction, temperatureC }, NOE_BLOOD);
  return tested * exp(VISCOSITY_EXPONENT * log(thickness));
}

/** Flow in L/min that a pressure difference in mmHg drives through k; backwards when negative (BL-30). */
export function squareLawFlowLpm(dropMmHg: number, mmHgPerLpm2: number): number {
  return Math.sign(dropMmHg) * Math.sqrt(Math.abs(dropMmHg) / mmHgPerLpm2);
}

/** Pressure lost in mmHg at a flow in L/min (BL-30). */
export function squareLawDropMmHg(flowLpm: number, mmHgPerLpm2: number): number {
  return mmHgPerLpm2 * flowLpm * Math.abs(flowLpm);
}

/** Pressure of a column of blood in mmHg (BL-31). */
export function siphonHeadMmHg(heightCm: number, densityKgPerL: number): number {
  return (densityKgPerL * 1000 * GRAVITY_M_PER_S2 * (heightCm / 100)) / PA_PER_MMHG;
}

/** Venous drainage in L/min: filling pressure, siphon and vacuum over one square law (BL-32). */
export function drainageLpm(
  centralVenousMmHg: number,
  siphonMmHg: number,
  vacuumMmHg: number,
  mmHgPerLpm2: number,
): number {
  return Math.max(
    0,
    squareLawFlowLpm(centralVenousMmHg + siphonMmHg + Math.abs(vacuumMmHg), mmHgPerLpm2),
  );
}

/** Relative gain of flow when the driving pressure grows from one value to another (BL-33). */
export function flowGainFraction(fromMmHg: number, toMmHg: number): number {
  return Math.sqrt(Math.abs(toMmHg) / Math.abs(fromMmHg)) - 1;
}

/**
 * Drive a centrifugal pump on the venous line reaches over gravity before the vein closes around the
 * tip, as a multiple of the siphon. Derived from gains of 18 and 10 % (Kurusz 1999) by the square law:
 * thin femoral cannulae gain more than bicaval ones, whose veins close first.
 */
export const KINETIC_ASSIST_RATIO = { femoral: 1.18 * 1.18, atrial: 1.1 * 1.1 } as const;
