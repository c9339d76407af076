/**
 * Air lodged in the patient's small vessels, every 0.1 s (docs/model.md ): what it leaves open, how
 * it dissolves, how long the heart has borne it. Blood comes after where air has gone.
 */
import {
  dissolvingPerS,
  endangersRhythm,
  NITROGEN_WASHOUT_S,
  nitrogenMmHg,
  openVesselFraction,
  pushedFraction,
} from "../../physiology/body/gasEmbolism.ts";
import { CLOSURES } from "../contract/ids.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  BEDS,
  CELL_COUNT,
  EDGES,
  firstCell,
  GAS,
  nodeIndex,
  SPECIES_COUNT,
} from "../topology.ts";
import { takeAir } from "./airEntry.ts";
import { AT } from "./edgeTable.ts";

const M = MACHINE.index;
const P = PATIENT.index;
export const EMBOLISM_TICKS = 5;
const STEP_S = EMBOLISM_TICKS * 0.02;
/** Oxygen in the gas of ventilated lungs, as P-10. */
const LUNG_OXYGEN_FRACTION = 0.5;
const CORONARY = BEDS.indexOf("coronary");

/** Air of the ascending aorta that rises into the root behind it, share per second (K; patient supine). */
const RISING_PER_S = 0.05;
const AORTA = firstCell.aorta;
const ROOT = firstCell.aorticRoot;
const AORTIC_CLAMP = CLOSURES.indexOf("aortic");
const GAS_ROW = amountIndex(GAS, 0);

/** The artery each bed is fed from, its cell and its node, and the node it drains into. */
const FEEDERS = BEDS.map((bed) => {
  const feeder = EDGES.find((edge) => edge.bed === bed && edge.id === bed) ?? EDGES[AT.pulmonary];
  return {
    cell: feeder.fromCell,
    node: nodeIndex(feeder.from),
    into: firstCell[bed],
    drain: nodeIndex(feeder.to),
  };
});
type Feeder = (typeof FEEDERS)[number];

/** Blood moves from cell to cell, at most half of it; gives the mL moved. */
function moveBlood(state: WorldState, from: number, to: number, ml: number): number {
  const blood = state.cellVolumeMl[from] - state.cellAmount[GAS_ROW + from];
  const moved = Math.min(ml, 0.5 * blood);
  if (moved <= 0) return 0;
  const share = moved / blood;
  for (let row = 0; row < SPECIES_COUNT * CELL_COUNT; row += CELL_COUNT) {
    if (row === GAS_ROW) continue;
    const amount = share * state.cellAmount[row + from];
    state.cellAmount[row + from] -= amount;
    state.cellAmount[row + to] += amount;
  }
  state.cellVolumeMl[from] -= moved;
  state.cellVolumeMl[to] += moved;
  return moved;
}

/** Air and blood change places between ascending aorta and root: the coronary that springs in front is above. */
function riseIntoRoot(state: WorldState): void {
  const air = state.cellAmount[GAS_ROW + AORTA] as number;
  if (air === 0 || state.clamps[AORTIC_CLAMP] === 1) return;
  const room = state.cellVolumeMl[ROOT] - state.cellAmount[GAS_ROW + ROOT];
  const share = RISING_PER_S * STEP_S;
  const moved = moveBlood(state, ROOT, AORTA, Math.min(share * air, 0.2 * room));
  state.cellAmount[GAS_ROW + AORTA] -= moved;
  state.cellAmount[GAS_ROW + ROOT] += moved;
  state.cellVolumeMl[AORTA] -= moved;
  state.cellVolumeMl[ROOT] += moved;
}

function washNitrogenOut(state: WorldState): void {
  const p = state.patient;
  const isOnBypass = state.edgeFlowMlPerS[AT.arterialCannula] > 10;
  const oxygen = isOnBypass ? (state.machine[M.fio2Fraction] as number) : LUNG_OXYGEN_FRACTION;
  p[P.nitrogenMmHg] += ((nitrogenMmHg(oxygen) - p[P.nitrogenMmHg]) * STEP_S) / NITROGEN_WASHOUT_S;
}

/** One step for every bed that holds air. */
export function stepEmbolism(state: WorldState): void {
  washNitrogenOut(state);
  riseIntoRoot(state);
  for (let bed = 0; bed < BEDS.length; bed += 1) {
    const id = BEDS[bed] as (typeof BEDS)[number];
    const { cell, node, into, drain } = FEEDERS[bed] as Feeder;
    const air = state.cellAmount[GAS_ROW + into] as number;
    const mmHg = state.nodePressureMmHg[node] as number;
    const pushed = pushedFraction(mmHg - (state.nodePressureMmHg[drain] as number));
    state.bedPushedFraction[bed] = pushed;
    state.bedOpenFraction[bed] = openVesselFraction(id, air * (1 - pushed));
    if (air === 0) continue;
    const rate = dissolvingPerS(mmHg, state.patient[P.nitrogenMmHg] as number);
    // Blood from the artery takes the room of air that has gone.
    const gone = takeAir(state, into, air * rate * STEP_S);
    state.nodeVolumeMl[node] -= moveBlood(state, cell, into, gone);
  }
  const p = state.patient;
  if (endangersRhythm(state.bedOpenFraction[CORONARY] as number)) p[P.regionalIschaemiaS] += STEP_S;
  else p[P.regionalIschaemiaS] = 0;
}
