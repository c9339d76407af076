/**
 * What the blood of one cell is like, worked out from the amounts it holds (docs/model.md B-1 to B-11):
 * volume, temperature, haemoglobin, saturation, pH and tensions. Reads amounts, writes only the tensions.
 */

import { OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { p50MmHg } from "../../physiology/blood/dissociation.ts";
import {
  bufferMeqPerLPerPh,
  type ChargedBlood,
  chargeLineMeqPerL,
  co2MlPerDlPerMmHg,
  phOfContent,
} from "../../physiology/blood/electroneutral.ts";
import { po2FromContentMmHg, saturationByContent } from "../../physiology/blood/oxygenContent.ts";
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

/** Below this much blood a cell counts as full of air: what little it holds has no tension of its own. */
const DRY_ML = 0.05;

/** Blood in a cell, mL, without its bubbles. */
export function bloodMl(state: WorldState, cell: number): number {
  return state.cellVolumeMl[cell] - state.cellAmount[amountIndex(GAS, cell)];
}

/** Plasma in a cell, mL; at least a trace, so that a concentration of it always exists. */
function plasmaMl(state: WorldState, cell: number): number {
  return Math.max(DRY_ML, bloodMl(state, cell) - state.cellAmount[amountIndex(RED, cell)]);
}

/** Haemoglobin of a cell's blood, g/dL of blood. */
export function hemoglobinGPerDl(state: WorldState, cell: number): number {
  const blood = bloodMl(state, cell);
  if (blood <= DRY_ML) return 0;
  return (state.cellAmount[amountIndex(RED, cell)] / blood) * HEMOGLOBIN_G_PER_RED_CELL_ML * 100;
}

/** Share of a cell that is blood: fibres that bubbles cover exchange nothing. */
export function wetShare(state: WorldState, cell: number): number {
  const blood = bloodMl(state, cell);
  return blood <= DRY_ML ? 0 : blood / (state.cellVolumeMl[cell] as number);
}

/** How to read the share of a node's volume that is blood. */
export function bloodShareIn(node: Node): (state: WorldState) => number {
  const at = nodeIndex(node);
  const first = amountIndex(GAS, firstCell[node]);
  const last = amountIndex(GAS, lastCell(node));
  return ({ cellAmount, nodeVolumeMl }) => {
    let gas = 0;
    for (let i = first; i <= last; i += 1) gas += cellAmount[i] as number;
    return gas === 0 ? 1 : Math.max(0, 1 - gas / (nodeVolumeMl[at] as number));
  };
}

/** Temperature of a cell's blood, °C; air in a line is as warm as the room. */
export function cellC(state: WorldState, cell: number): number {
  const blood = bloodMl(state, cell);
  return blood <= DRY_ML
    ? THEATRE_C
    : state.cellAmount[amountIndex(HEAT, cell)] / (blood * BLOOD_HEAT_KJ_PER_ML_C);
}

/** Share of the fibre bundle that clot closes, by a fault or grown in the blood (M-60). */
export function clottedFraction(state: WorldState): number {
  const grown = state.patient[P.oxygenatorClotFraction] as number;
  return 1 - (1 - grown) * Math.sqrt(state.unit[U.openFraction] as number);
}

/** Oxygen saturation of a cell by its content, for colour and tissue supply. */
export function cellSaturation(state: WorldState, cell: number): number {
  const blood = bloodMl(state, cell);
  if (blood <= DRY_ML) return 0;
  const content = (state.cellAmount[amountIndex(O2, cell)] / blood) * 100;
  return saturationByContent(content, hemoglobinGPerDl(state, cell));
}

/** Concentration of a plasma species, per litre of plasma. */
export function plasmaPerL(state: WorldState, cell: number, species: number): number {
  return (state.cellAmount[amountIndex(species, cell)] / plasmaMl(state, cell)) * 1000;
}

/** Strong ion difference of a cell's plasma, mEq/L (BL-20). */
export function strongIonDifferenceMeqPerL(state: WorldState, cell: number): number {
  const amounts = state.cellAmount;
  const cations =
    amounts[amountIndex(SODIUM, cell)] +
    amounts[amountIndex(POTASSIUM, cell)] +
    2 * (amounts[amountIndex(CALCIUM, cell)] + amounts[amountIndex(MAGNESIUM, cell)]);
  const anions =
    amounts[amountIndex(CHLORIDE, cell)] +
    amounts[amountIndex(LACTATE, cell)] +
    amounts[amountIndex(OTHER_ANIONS, cell)];
  return ((cations - anions) / plasmaMl(state, cell)) * 1000;
}

/** Filled anew for each solve; nothing reads it afterwards. */
const charged: ChargedBlood = {
  saturationFraction: 0,
  hemoglobinGPerDl: 0,
  lineMeqPerL: 0,
  bufferMeqPerLPerPh: 0,
};

/**
 * Work out pH, PCO2 and PO2 of a cell from what it holds and remember them for the next time. pH and
 * PCO2 are those at 37 °C, as an analyser reports them; PO2 is at the blood's own temperature.
 */
export function solveTensions(state: WorldState, cell: number): void {
  const blood = bloodMl(state, cell);
  if (blood <= DRY_ML) return;
  const hb = hemoglobinGPerDl(state, cell);
  const o2 = (state.cellAmount[amountIndex(O2, cell)] / blood) * 100;
  const co2 = (state.cellAmount[amountIndex(CO2, cell)] / blood) * 100;
  const saturation = saturationByContent(o2, hb);
  const albumin = plasmaPerL(state, cell, ALBUMIN);
  charged.saturationFraction = saturation;
  charged.hemoglobinGPerDl = hb;
  charged.lineMeqPerL = chargeLineMeqPerL(strongIonDifferenceMeqPerL(state, cell), albumin, hb);
  charged.bufferMeqPerLPerPh = bufferMeqPerLPerPh(albumin, hb);
  const ph = phOfContent(co2, charged, state.cellPh[cell] as number);
  const pco2 = co2 / co2MlPerDlPerMmHg(ph, saturation, hb);
  state.cellPh[cell] = ph;
  state.cellPco2MmHg[cell] = pco2;
  const p50 = p50MmHg(ph, Math.min(150, pco2), cellC(state, cell));
  state.cellPo2MmHg[cell] = po2FromContentMmHg(o2, p50, hb, state.cellPo2MmHg[cell]);
}
