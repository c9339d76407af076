/**
 * Gas exchange and gas side of the membrane oxygenator (docs/model.md M-8 to M-11, M-60 to M-62). Blood
 * cells meet gas cells in counter-current; what blood gains the gas side loses, to the last bit. Flow,
 * clotting, wet-out and broken fibres act through conductance, shunt and resistance.
 */
import { expInPlace, logInPlace } from "../kernel/detMathInPlace.ts";
import { defineLayout } from "../kernel/layout.ts";
import { OXYGENATOR_UNIT } from "./oxygenatorUnit.ts";

const U = OXYGENATOR_UNIT.index;

export const GAS_CELLS = 4;

/** Gas cell 0 is at the blood inlet, where gas leaves; the last one is where sweep gas enters. */
export const OXYGENATOR_GAS = defineLayout([
  "o2Ml0",
  "o2Ml1",
  "o2Ml2",
  "o2Ml3",
  "co2Ml0",
  "co2Ml1",
  "co2Ml2",
  "co2Ml3",
]);
/** Slots of carbon dioxide begin here, in the same order. */
export const FIRST_CO2_SLOT = OXYGENATOR_GAS.index.co2Ml0;

/** Barometric pressure less water vapour at 37 °C, mmHg. */
const DRY_PRESSURE_MMHG = 713;
/** mL at standard conditions in one mL of gas space at 37 °C saturated: 713/863. */
const STANDARD_ML_PER_ML = 713 / 863;
const ROOM_O2_FRACTION = 0.21;

/** A device's own figures, as a circuit file gives them. */
export interface OxygenatorDevice {
  readonly oxygenConductanceMlPerMinPerMmHg: number;
  readonly carbonDioxideConductanceMlPerMinPerMmHg: number;
  readonly shuntAtNoFlowFraction: number;
  readonly shuntPerLpmFraction: number;
}

/** Flow at which conductances and effectiveness of a device are given, L/min. */
export const REFERENCE_FLOW_LPM = 5;
/** Growth of conductance with flow: blood's boundary layer (co2Elimination.ts; 0.4 to 0.6, physiology.md 3). */
const FLOW_EXPONENT = 0.474;
/** Still blood exchanges by diffusion alone: as if this flow ran, L/min (K). */
const STILL_FLOW_LPM = 0.2;

/** Puts conductance over that at the reference flow where the flow in L/min stood (M-8). */
export function conductanceRatioInPlace(cells: Float64Array, at: number): void {
  cells[at] = Math.max(STILL_FLOW_LPM, cells[at]) / REFERENCE_FLOW_LPM;
  logInPlace(cells, at);
  cells[at] *= FLOW_EXPONENT;
  expInPlace(cells, at);
}

/**
 * Puts the share of the fibres' surface that blood and gas both reach, not clotted, wet or broken, where the
 * clotted fraction stood (M-60 to M-62).
 */
export function openSurfaceInPlace(unit: Float64Array, cells: Float64Array, at: number): void {
  cells[at] =
    unit[U.transferFraction] *
    (1 - cells[at]) *
    (1 - unit[U.wettedFraction]) *
    (1 - unit[U.brokenFibreFraction]);
}

/** Share of the channels that is left open by as much clot as can be; never quite none. */
const OPEN_FRACTION_MIN = 0.05;

/**
 * Puts the part of the blood that passes as it came in the first cell, where the flow in L/min stood; the
 * clotted fraction stands in the second. It grows with flow (T-8), and as clot narrows the ways, all blood
 * goes through fewer of them and faster (M-60).
 */
export function shuntInPlace(device: OxygenatorDevice, pair: Float64Array): void {
  const fasterLpm = pair[0] / Math.max(OPEN_FRACTION_MIN, 1 - pair[1]);
  pair[0] = Math.min(0.95, device.shuntAtNoFlowFraction + device.shuntPerLpmFraction * fasterLpm);
}

/**
 * Puts resistance to blood over that of a clean bundle where the clotted fraction stood: fewer channels, and those
 * narrowed (M-60).
 */
export function resistanceInPlace(cells: Float64Array, at: number): void {
  const open = Math.max(OPEN_FRACTION_MIN, 1 - cells[at]);
  cells[at] = 1 / (open * open);
}

/** Water that condensed in the fibres is blown out by a sweep above 8 L/min, with 15 s (M-61; K). */
const BLOW_OUT_ML_PER_S = 8000 / 60;
const BLOW_OUT_S = 15;

/** A burst of sweep dries wet fibres. */
export function blowOut(unit: Float64Array, sweepMlPerS: number, dtS: number): void {
  if (sweepMlPerS >= BLOW_OUT_ML_PER_S) unit[U.wettedFraction] *= 1 - dtS / BLOW_OUT_S;
}

/** Blood through wholly broken fibres, mL/s/mmHg (M-62; K): 50 mL/min from 1 % at 150 mmHg. */
export const BROKEN_ML_PER_S_MMHG = 0.55;

/** One step of the gas side: the sweep it gets, and what crossed its boundary, mL at standard conditions. */
export const GAS_STEP = defineLayout([
  "sweepMl",
  "fio2Fraction",
  "co2Fraction",
  "o2InMl",
  "co2InMl",
]);
const S = GAS_STEP.index;

/** Gas each cell can hold, mL at standard conditions. */
export const gasCapacityMl = (gasSideVolumeMl: number): number =>
  (gasSideVolumeMl / GAS_CELLS) * STANDARD_ML_PER_ML;

/** Partial pressure of oxygen in a gas cell, mmHg. */
export const gasPo2MmHg = (gas: Float64Array, cell: number, capacityMl: number): number =>
  (gas[cell] / capacityMl) * DRY_PRESSURE_MMHG;

/** Fill the gas side with a mixture, as it is after minutes of sweep. */
export function fillGasSide(
  gas: Float64Array,
  capacityMl: number,
  fio2: number,
  pco2: number,
): void {
  for (let cell = 0; cell < GAS_CELLS; cell += 1) {
    gas[cell] = capacityMl * fio2 * (1 - (0.06 * (GAS_CELLS - cell)) / GAS_CELLS);
    gas[FIRST_CO2_SLOT + cell] =
      ((capacityMl * pco2) / DRY_PRESSURE_MMHG) * ((GAS_CELLS - cell) / GAS_CELLS);
  }
}

/**
 * Lets a gas cross the membrane from slot `at` of the gas side during `dtS`. Takes the conductance in
 * mL/min/mmHg and the tension in blood from `pair`, and puts into its first cell the mL (STPD) that came into
 * blood.
 */
export function crossMembrane(
  gas: Float64Array,
  at: number,
  capacityMl: number,
  dtS: number,
  pair: Float64Array,
): void {
  const gasMmHg = (gas[at] / capacityMl) * DRY_PRESSURE_MMHG;
  const ml = (pair[0] / GAS_CELLS / 60) * (gasMmHg - pair[1]) * dtS;
  gas[at] -= ml;
  pair[0] = ml;
}

/**
 * Move gas through the fibres for one exchange step. Volume is kept, so flow towards the exhaust is
 * the sweep plus what the blood gave; when the blood takes more, room air is drawn in (M-11).
 * `balanceMl[cell]` is the gas each cell gained from blood. Takes the sweep from `step` (GAS_STEP) and puts the
 * boundary flux there.
 */
export function sweepGas(
  gas: Float64Array,
  capacityMl: number,
  step: Float64Array,
  balanceMl: Float64Array,
): void {
  let flow = step[S.sweepMl] as number;
  let o2In = flow * step[S.fio2Fraction];
  let co2In = flow * step[S.co2Fraction];
  step[S.o2InMl] = o2In;
  step[S.co2InMl] = co2In;
  for (let cell = GAS_CELLS - 1; cell >= 0; cell -= 1) {
    gas[cell] += o2In;
    gas[FIRST_CO2_SLOT + cell] += co2In;
    const outflow = flow + balanceMl[cell];
    const donor = outflow >= 0 ? cell : cell - 1;
    // A cell holds its capacity and what came in this step; what leaves is a share of all of it.
    let heldMl = capacityMl;
    if (donor === cell) heldMl += outflow;
    else if (donor >= 0) heldMl += balanceMl[donor];
    const o2Share = donor >= 0 ? gas[donor] / heldMl : ROOM_O2_FRACTION;
    const co2Share = donor >= 0 ? gas[FIRST_CO2_SLOT + donor] / heldMl : 0;
    o2In = outflow * o2Share;
    co2In = outflow * co2Share;
    gas[cell] -= o2In;
    gas[FIRST_CO2_SLOT + cell] -= co2In;
    flow = outflow;
  }
  step[S.o2InMl] -= o2In;
  step[S.co2InMl] -= co2In;
}
