/**
 * Heat of the body and of the tubing, every fifth tick (docs/model.md T-6, P-24): capillary blood and
 * tissue, muscle and skin, and what the theatre takes from skin, open chest and circuit.
 */
import {
  CHEST_LOSS_KJ_PER_S_C,
  CIRCUIT_LOSS_KJ_PER_S_C,
  MUSCLE_TO_SKIN_KJ_PER_S_C,
  ORGANS,
  SKIN_LOSS_KJ_PER_S_C,
  THEATRE_C,
  TISSUE_KJ_PER_C,
} from "../../physiology/patient/organs.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, cellCount, edgeIndex, firstCell, HEAT, type Node } from "../topology.ts";
import { CELL_BLOOD, createCellBlood, readCell } from "./cellBlood.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const C = CELL_BLOOD.index;

export const BODY_HEAT_TICKS = 5;
const STEP_S = BODY_HEAT_TICKS * 0.02;
/** Conductance between capillary blood and tissue by the bed's blood (K): its heat is nearly given up. */
const TISSUE_HEAT_KJ_PER_S_C_PER_BED_ML = 0.0012;
/** Tubing and housings that stand in the room. */
const ROOM_NODES: readonly Node[] = [
  "arterialLine",
  "oxygenator",
  "premembrane",
  "reservoir",
  "venousLine",
];

const beds = ORGANS.map((organ) => ({
  cell: firstCell[organ.id],
  edge: edgeIndex(organ.id),
  tissueC: P[`${organ.tissue}TissueC` as const],
  kjPerC: TISSUE_KJ_PER_C[organ.tissue],
  conductance: TISSUE_HEAT_KJ_PER_S_C_PER_BED_ML * organ.bloodMl,
}));
const roomCells = ROOM_NODES.flatMap((node) =>
  Array.from({ length: cellCount(node) }, (_, i) => firstCell[node] + i),
);

const read = createCellBlood();

function warmTissue(state: WorldState): void {
  const { patient: p } = state;
  for (const bed of beds) {
    const perfused = Math.min(1, Math.abs(state.edgeFlowMlPerS[bed.edge] as number) / 2);
    readCell(state, bed.cell, read);
    const gap = p[bed.tissueC] - read[C.temperatureC];
    const heat = bed.conductance * perfused * read[C.wetFraction] * gap * STEP_S;
    state.cellAmount[amountIndex(HEAT, bed.cell)] += heat;
    p[bed.tissueC] -= heat / bed.kjPerC;
  }
}

/** The theatre takes heat from a tissue, kJ. */
function lose(state: WorldState, slot: number, kjPerC: number, conductance: number): void {
  const lost = conductance * (state.patient[slot] - THEATRE_C) * STEP_S;
  state.patient[slot] -= lost / kjPerC;
  state.machine[M.heatInKj] -= lost;
}

function coolBody(state: WorldState): void {
  const { patient: p } = state;
  const gap = p[P.muscleTissueC] - p[P.skinTissueC];
  const heat = MUSCLE_TO_SKIN_KJ_PER_S_C * gap * STEP_S;
  p[P.muscleTissueC] -= heat / TISSUE_KJ_PER_C.muscle;
  p[P.skinTissueC] += heat / TISSUE_KJ_PER_C.skin;
  lose(state, P.skinTissueC, TISSUE_KJ_PER_C.skin, SKIN_LOSS_KJ_PER_S_C);
  lose(state, P.visceraTissueC, TISSUE_KJ_PER_C.viscera, CHEST_LOSS_KJ_PER_S_C);
}

function coolCircuit(state: WorldState): void {
  const share = CIRCUIT_LOSS_KJ_PER_S_C / roomCells.length;
  for (const cell of roomCells) {
    readCell(state, cell, read);
    const lost = share * read[C.wetFraction] * (read[C.temperatureC] - THEATRE_C) * STEP_S;
    state.cellAmount[amountIndex(HEAT, cell)] -= lost;
    state.machine[M.heatInKj] -= lost;
  }
}

/** One step over BODY_HEAT_TICKS ticks. */
export function stepBodyHeat(state: WorldState): void {
  warmTissue(state);
  coolBody(state);
  coolCircuit(state);
}
