/**
 * Air lodged in the patient's small vessels, every 0.1 s (docs/model.md ): what it leaves open, how
 * it dissolves, how long the heart has borne it. Blood comes after where air has gone.
 */
import {
  BLOCKING_ML,
  dissolveInPlace,
  endangersRhythm,
  NITROGEN_WASHOUT_S,
  nitrogenMmHg,
  openVesselsInPlace,
  pushInPlace,
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
import { AIR_ML, takeAir } from "./airEntry.ts";
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
const BLOCKING = Float64Array.from(BEDS, (bed) => BLOCKING_ML[bed]);
type Feeder = (typeof FEEDERS)[number];

/** Blood that is to move, mL, and then what did; pressures and shares at work. */
const MOVED_ML = new Float64Array(1);
const PAIR = new Float64Array(2);

/** Blood moves from cell to cell, at most half of it: what stands in MOVED_ML, and then what moved. */
function moveBlood(state: WorldState, from: number, to: number): void {
  const blood = state.cellVolumeMl[from] - state.cellAmount[GAS_ROW + from];
  const moved = Math.min(MOVED_ML[0], 0.5 * blood);
  MOVED_ML[0] = 0;
  if (moved <= 0) return;
  const share = moved / blood;
  for (let row = 0; row < SPECIES_COUNT * CELL_COUNT; row += CELL_COUNT) {
    if (row === GAS_ROW) continue;
    const amount = share * state.cellAmount[row + from];
    state.cellAmount[row + from] -= amount;
    state.cellAmount[row + to] += amount;
  }
  state.cellVolumeMl[from] -= moved;
  state.cellVolumeMl[to] += moved;
  MOVED_ML[0] = moved;
}

/** Air and blood change places between ascending aorta and root: the coronary that springs in front is above. */
function riseIntoRoot(state: WorldState): void {
  const air = state.cellAmount[GAS_ROW + AORTA] as number;
  if (air === 0 || state.clamps[AORTIC_CLAMP] === 1) return;
  const room = state.cellVolumeMl[ROOT] - state.cellAmount[GAS_ROW + ROOT];
  const share = RISING_PER_S * STEP_S;
  MOVED_ML[0] = Math.min(share * air, 0.2 * room);
  moveBlood(state, ROOT, AORTA);
  const moved = MOVED_ML[0];
  state.cellAmount[GAS_ROW + AORTA] -= moved;
  state.cellAmount[GAS_ROW + ROOT] += moved;
  state.cellVolumeMl[AORTA] -= moved;
  state.cellVolumeMl[ROOT] += moved;
}

function washNitrogenOut(state: WorldState): void {
  const p = state.patient;
  const isOnBypass = state.edgeFlowMlPerS[AT.arterialCannula] > 10;
  PAIR[0] = LUNG_OXYGEN_FRACTION;
  if (isOnBypass) PAIR[0] = state.machine[M.fio2Fraction] as number;
  p[P.nitrogenMmHg] += ((nitrogenMmHg(PAIR[0]) - p[P.nitrogenMmHg]) * STEP_S) / NITROGEN_WASHOUT_S;
}

/** One step for every bed that holds air. */
export function stepEmbolism(state: WorldState): void {
  washNitrogenOut(state);
  riseIntoRoot(state);
  for (let bed = 0; bed < BEDS.length; bed += 1) {
    const { cell, node, into, drain } = FEEDERS[bed] as Feeder;
    const air = state.cellAmount[GAS_ROW + into] as number;
    const mmHg = state.nodePressureMmHg[node] as number;
    PAIR[0] = mmHg - (state.nodePressureMmHg[drain] as number);
    pushInPlace(PAIR, 0);
    state.bedPushedFraction[bed] = PAIR[0];
    PAIR[0] = air * (1 - PAIR[0]);
    PAIR[1] = BLOCKING[bed];
    openVesselsInPlace(PAIR);
    state.bedOpenFraction[bed] = PAIR[0];
    if (air === 0) continue;
    PAIR[0] = mmHg;
    PAIR[1] = state.patient[P.nitrogenMmHg];
    dissolveInPlace(PAIR);
    AIR_ML[0] = air * PAIR[0] * STEP_S;
    takeAir(state, into);
    // Blood from the artery takes the room of air that has gone.
    MOVED_ML[0] = AIR_ML[0];
    moveBlood(state, cell, into);
    state.nodeVolumeMl[node] -= MOVED_ML[0];
  }
  const p = state.patient;
  if (endangersRhythm(state.bedOpenFraction[CORONARY] as number)) p[P.regionalIschaemiaS] += STEP_S;
  else p[P.regionalIschaemiaS] = 0;
}
