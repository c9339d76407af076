/**
 * What the blood of one cell is like, worked out from the amounts it holds (docs/model.md B-1 to B-11):
 * volume, temperature, haemoglobin, saturation, pH and tensions. Reads amounts, writes only the tensions.
 */

import { defineLayout } from "../../kernel/layout.ts";
import { OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { BLOOD_ROW, createBloodRow } from "../../physiology/blood/bloodRow.ts";
import { findP50 } from "../../physiology/blood/dissociation.ts";
import { findChargeLine, findCo2PerMmHg, findPh } from "../../physiology/blood/electroneutral.ts";
import { findPo2, saturationInPlace } from "../../physiology/blood/oxygenContent.ts";
import {
  BLOOD_HEAT_KJ_PER_ML_C,
  HEMOGLOBIN_G_PER_RED_CELL_ML,
} from "../../physiology/blood/properties.ts";
import { THEATRE_C } from "../../physiology/patient/organs.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  ALBUMIN,
  amountIndex,
  CALCIUM,
  CHLORIDE,
  CO2,
  firstCell,
  GAS,
  HEAT,
  LACTATE,
  lastCell,
  MAGNESIUM,
  type Node,
  nodeIndex,
  O2,
  OTHER_ANIONS,
  POTASSIUM,
  RED,
  SODIUM,
} from "../topology.ts";

const P = PATIENT.index;
const U = OXYGENATOR_UNIT.index;
const B = BLOOD_ROW.index;

/** Below this much blood a cell counts as full of air: what little it holds has no tension of its own. */
const DRY_ML = 0.05;

/** Blood in a cell, mL, without its bubbles. */
export function bloodMl(state: WorldState, cell: number): number {
  return state.cellVolumeMl[cell] - state.cellAmount[amountIndex(GAS, cell)];
}

/** How to read the share of a node's volume that is blood, into a cell. */
export function bloodShareOf(
  node: Node,
): (state: WorldState, into: Float64Array, cell: number) => void {
  const at = nodeIndex(node);
  const first = amountIndex(GAS, firstCell[node]);
  const last = amountIndex(GAS, lastCell(node));
  return ({ cellAmount, nodeVolumeMl }, into, cell) => {
    let gas = 0;
    for (let i = first; i <= last; i += 1) gas += cellAmount[i] as number;
    into[cell] = gas === 0 ? 1 : Math.max(0, 1 - gas / (nodeVolumeMl[at] as number));
  };
}

/** Share of the fibre bundle that clot closes, by a fault or grown in the blood (M-60), into a cell. */
export function readClotted(state: WorldState, into: Float64Array, at: number): void {
  const grown = state.patient[P.oxygenatorClotFraction] as number;
  into[at] = 1 - (1 - grown) * Math.sqrt(state.unit[U.openFraction] as number);
}

/** What `readCell` tells of a cell's blood. */
export const CELL_BLOOD = defineLayout([
  /** Without its bubbles. */
  "bloodMl",
  /** At least a trace, so that a concentration of it always exists. */
  "plasmaMl",
  /** Share of the cell that is blood: fibres that bubbles cover exchange nothing. */
  "wetFraction",
  /** Air in a line is as warm as the room. */
  "temperatureC",
  "hemoglobinGPerDl",
  /** By its content, for colour and tissue supply. */
  "saturationFraction",
]);
const C = CELL_BLOOD.index;

const PAIR = new Float64Array(2);

export const createCellBlood = (): Float64Array => new Float64Array(CELL_BLOOD.size);

/** All that is asked of a cell every tick or so, at once and into a row (ADR 0045). */
export function readCell(
  { cellAmount, cellVolumeMl }: WorldState,
  cell: number,
  into: Float64Array,
): void {
  const volumeMl = cellVolumeMl[cell] as number;
  const blood = volumeMl - cellAmount[amountIndex(GAS, cell)];
  const redMl = cellAmount[amountIndex(RED, cell)] as number;
  into[C.bloodMl] = blood;
  into[C.plasmaMl] = Math.max(DRY_ML, blood - redMl);
  if (blood <= DRY_ML) {
    into[C.wetFraction] = 0;
    into[C.temperatureC] = THEATRE_C;
    into[C.hemoglobinGPerDl] = 0;
    into[C.saturationFraction] = 0;
    return;
  }
  into[C.wetFraction] = blood / volumeMl;
  into[C.temperatureC] = cellAmount[amountIndex(HEAT, cell)] / (blood * BLOOD_HEAT_KJ_PER_ML_C);
  into[C.hemoglobinGPerDl] = (redMl / blood) * HEMOGLOBIN_G_PER_RED_CELL_ML * 100;
  PAIR[0] = (cellAmount[amountIndex(O2, cell)] / blood) * 100;
  PAIR[1] = into[C.hemoglobinGPerDl];
  saturationInPlace(PAIR);
  into[C.saturationFraction] = PAIR[0];
}

/** The cell and the blood at work; filled anew for each solve. */
const READ = createCellBlood();
const SOLVED = createBloodRow();

/** Temperature of a cell's blood, °C, for who asks now and then. */
export function cellC(state: WorldState, cell: number): number {
  readCell(state, cell, READ);
  return READ[C.temperatureC];
}

/** Oxygen saturation of a cell, for who asks now and then. */
export function cellSaturation(state: WorldState, cell: number): number {
  readCell(state, cell, READ);
  return READ[C.saturationFraction];
}

/** Concentration of a plasma species, per litre of plasma, for who asks now and then. */
export function plasmaPerL(state: WorldState, cell: number, species: number): number {
  readCell(state, cell, READ);
  return (state.cellAmount[amountIndex(species, cell)] / READ[C.plasmaMl]) * 1000;
}

/** Strong ion difference of a cell's plasma, mEq/L (BL-20), into a cell of `into`. */
export function readStrongIons(
  state: WorldState,
  cell: number,
  into: Float64Array,
  at: number,
): void {
  readCell(state, cell, READ);
  chargesOf(state, cell);
  into[at] = SOLVED[B.strongIonDifferenceMeqPerL];
}

/**
 * Work out pH, PCO2 and PO2 of a cell from what it holds and remember them for the next time. pH and
 * PCO2 are those at 37 °C, as an analyser reports them; PO2 is at the blood's own temperature.
 */
export function solveTensions(state: WorldState, cell: number): void {
  readCell(state, cell, READ);
  const blood = READ[C.bloodMl];
  if (blood <= DRY_ML) return;
  SOLVED[B.oxygenMlPerDl] = (state.cellAmount[amountIndex(O2, cell)] / blood) * 100;
  SOLVED[B.carbonDioxideMlPerDl] = (state.cellAmount[amountIndex(CO2, cell)] / blood) * 100;
  SOLVED[B.hemoglobinGPerDl] = READ[C.hemoglobinGPerDl];
  SOLVED[B.saturationFraction] = READ[C.saturationFraction];
  SOLVED[B.temperatureC] = READ[C.temperatureC];
  chargesOf(state, cell);
  SOLVED[B.ph] = state.cellPh[cell];
  findPh(SOLVED);
  findCo2PerMmHg(SOLVED);
  const pco2 = SOLVED[B.carbonDioxideMlPerDl] / SOLVED[B.carbonDioxideMlPerDlPerMmHg];
  state.cellPh[cell] = SOLVED[B.ph];
  state.cellPco2MmHg[cell] = pco2;
  SOLVED[B.pco2MmHg] = Math.min(150, pco2);
  findP50(SOLVED);
  SOLVED[B.po2MmHg] = state.cellPo2MmHg[cell];
  findPo2(SOLVED);
  state.cellPo2MmHg[cell] = SOLVED[B.po2MmHg];
}

/** Strong ions and albumin of the plasma of the cell just read, and the charge line they give. */
function chargesOf({ cellAmount: amounts }: WorldState, cell: number): void {
  const cations =
    amounts[amountIndex(SODIUM, cell)] +
    amounts[amountIndex(POTASSIUM, cell)] +
    2 * (amounts[amountIndex(CALCIUM, cell)] + amounts[amountIndex(MAGNESIUM, cell)]);
  const anions =
    amounts[amountIndex(CHLORIDE, cell)] +
    amounts[amountIndex(LACTATE, cell)] +
    amounts[amountIndex(OTHER_ANIONS, cell)];
  const plasma = READ[C.plasmaMl];
  SOLVED[B.strongIonDifferenceMeqPerL] = ((cations - anions) / plasma) * 1000;
  SOLVED[B.albuminGPerL] = (amounts[amountIndex(ALBUMIN, cell)] / plasma) * 1000;
  findChargeLine(SOLVED);
}
