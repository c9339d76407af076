/**
 * Gas exchange and gas side of the membrane oxygenator (docs/model.md M-8 to M-11). Blood cells meet
 * gas cells in counter-current; what blood gains the gas side loses, to the last bit. Depth is the
 * number of cells; flow, clotting and wet-out act through conductance and shunt.
 */
import { defineLayout } from "../kernel/layout.ts";

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
  balanceMl: Float64Array,
  flux: GasFlux,
): void {
  let flow = sweepMl;
  let o2In = sweepMl * fio2;
  let co2In = 0;
  flux.o2InMl += o2In;
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
