/**
 * Gas exchange and gas side of the membrane oxygenator (docs/model.md M-8 to M-11, M-60 to M-62). Blood
 * cells meet gas cells in counter-current; what blood gains the gas side loses, to the last bit. Flow,
 * clotting, wet-out and broken fibres act through conductance, shunt and resistance.
 */
import { exp, log } from "../kernel/detMath.ts";
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
const CO2_OFFSET = GAS_CELLS;

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

/** Conductance over that at the reference flow (M-8). */
export const conductanceRatio = (flowLpm: number): number =>
  exp(FLOW_EXPONENT * log(Math.max(STILL_FLOW_LPM, flowLpm) / REFERENCE_FLOW_LPM));

/** Share of the fibres' surface that blood and gas both reach: not clotted, wet or broken (M-60 to M-62). */
export const openSurfaceFraction = (unit: Float64Array, clottedFraction: number): number =>
  unit[U.transferFraction] *
  (1 - clottedFraction) *
  (1 - unit[U.wettedFraction]) *
  (1 - unit[U.brokenFibreFraction]);

/** Share of the channels that clot leaves open; never quite none. */
const openChannels = (clottedFraction: number): number => Math.max(0.05, 1 - clottedFraction);

/**
 * Part of the blood that passes as it came. It grows with flow (T-8), and as clot narrows the ways, all
 * blood goes through fewer of them and faster (M-60).
 */
export function shuntFraction(
  device: OxygenatorDevice,
  clottedFraction: number,
  flowLpm: number,
): number {
  const fasterLpm = flowLpm / openChannels(clottedFraction);
  return Math.min(0.95, device.shuntAtNoFlowFraction + device.shuntPerLpmFraction * fasterLpm);
}

/** Resistance to blood over that of a clean bundle: fewer channels, and those narrowed (M-60). */
export function resistanceRatio(clottedFraction: number): number {
  const open = openChannels(clottedFraction);
  return 1 / (open * open);
}

/** Water that condensed in the fibres is blown out by a sweep above 8 L/min, with 15 s (M-61; K). */
const BLOW_OUT_ML_PER_S = 8000 / 60;
const BLOW_OUT_S = 15;

/** A burst of sweep dries wet fibres. */
export function blowOut(unit: Float64Array, sweepMlPerS: number, dtS: number): void {
  if (sweepMlPerS >= BLOW_OUT_ML_PER_S) unit[U.wettedFraction] *= 1 - dtS / BLOW_OUT_S;
}

/** Blood through wholly broken fibres, mL/s/mmHg (M-62; K): 50 mL/min from 1 % at 150 mmHg. */
const BROKEN_ML_PER_S_MMHG = 0.55;

/** Blood that leaves through broken fibres into the gas, mL. */
export const bloodIntoGasMl = (unit: Float64Array, overMmHg: number, dtS: number): number =>
  unit[U.brokenFibreFraction] * BROKEN_ML_PER_S_MMHG * Math.max(0, overMmHg) * dtS;

/** What crossed the boundary of the gas side during an exchange, mL at standard conditions. */
export interface GasFlux {
  o2InMl: number;
  co2InMl: number;
}

/** Gas each cell can hold, mL at standard conditions. */
export const gasCapacityMl = (gasSideVolumeMl: number): number =>
  (gasSideVolumeMl / GAS_CELLS) * STANDARD_ML_PER_ML;

/** Partial pressure of oxygen in a gas cell, mmHg. */
export const gasPo2MmHg = (gas: Float64Array, cell: number, capacityMl: number): number =>
  (gas[cell] / capacityMl) * DRY_PRESSURE_MMHG;

/** Partial pressure of carbon dioxide in a gas cell, mmHg. */
export const gasPco2MmHg = (gas: Float64Array, cell: number, capacityMl: number): number =>
  (gas[CO2_OFFSET + cell] / capacityMl) * DRY_PRESSURE_MMHG;

/** Fill the gas side with a mixture, as it is after minutes of sweep. */
export function fillGasSide(
  gas: Float64Array,
  capacityMl: number,
  fio2: number,
  pco2: number,
): void {
  for (let cell = 0; cell < GAS_CELLS; cell += 1) {
    gas[cell] = capacityMl * fio2 * (1 - (0.06 * (GAS_CELLS - cell)) / GAS_CELLS);
    gas[CO2_OFFSET + cell] =
      ((capacityMl * pco2) / DRY_PRESSURE_MMHG) * ((GAS_CELLS - cell) / GAS_CELLS);
  }
}

/** mL (STPD) that cross the membrane into the blood of one cell during `dtS`, positive into blood. */
export function membraneTransferMl(
  conductanceMlPerMinPerMmHg: number,
  gasMmHg: number,
  bloodMmHg: number,
  dtS: number,
): number {
  return (conductanceMlPerMinPerMmHg / GAS_CELLS / 60) * (gasMmHg - bloodMmHg) * dtS;
}

/** Take what crossed the membrane out of a gas cell; never more oxygen than it holds. */
export function takeFromGas(gas: Float64Array, cell: number, o2Ml: number, co2Ml: number): void {
  gas[cell] -= o2Ml;
  gas[CO2_OFFSET + cell] -= co2Ml;
}

/**
 * Move gas through the fibres for one exchange step. Volume is kept, so flow towards the exhaust is
 * the sweep plus what the blood gave; when the blood takes more, room air is drawn in (M-11).
 * `balanceMl[cell]` is the gas each cell gained from blood. The boundary flux is added to `flux`.
 */
export function sweepGas(
  gas: Float64Array,
  capacityMl: number,
  sweepMl: number,
  fio2: number,
  co2Fraction: number,
  balanceMl: Float64Array,
  flux: GasFlux,
): void {
  let flow = sweepMl;
  let o2In = sweepMl * fio2;
  let co2In = sweepMl * co2Fraction;
  flux.o2InMl += o2In;
  flux.co2InMl += co2In;
  for (let cell = GAS_CELLS - 1; cell >= 0; cell -= 1) {
    gas[cell] += o2In;
    gas[CO2_OFFSET + cell] += co2In;
    const outflow = flow + balanceMl[cell];
    const donor = outflow >= 0 ? cell : cell - 1;
    // A cell holds its capacity and what came in this step; what leaves is a share of all of it.
    const heldMl = capacityMl + (donor === cell ? outflow : (balanceMl[donor] ?? 0));
    const o2Share = donor >= 0 ? gas[donor] / heldMl : ROOM_O2_FRACTION;
    const co2Share = donor >= 0 ? gas[CO2_OFFSET + donor] / heldMl : 0;
    o2In = outflow * o2Share;
    co2In = outflow * co2Share;
    gas[cell] -= o2In;
    gas[CO2_OFFSET + cell] -= co2In;
    flow = outflow;
  }
  flux.o2InMl -= o2In;
  flux.co2InMl -= co2In;
}
