/**
 * Where the circuit is open to the room: the ends of a cut line that nobody clamped, and a casing that
 * leaks (docs/model.md T-9, T-10). Blood that leaves is written to the ledger; air that enters is carried.
 */
import { NO_UNIT, OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { CLAMP_SITES } from "../contract/ids.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, firstCell, GAS, lastCell, nodeIndex, OXYGENATOR_CELLS } from "../topology.ts";
import { AIR_ML, letAirIn } from "./airEntry.ts";
import { loseBlood } from "./boundary.ts";
import { recordIn } from "./ledger.ts";
import type { Vessels } from "./vessels.ts";

const U = OXYGENATOR_UNIT.index;
const TICK_S = 0.02;
const OXYGENATOR_NODE = nodeIndex("oxygenator");
/** An end of a cut line: the node behind it, the cell at the cut, and the clamp that closes it. */
const ENDS = [
  {
    node: nodeIndex("premembrane"),
    cell: lastCell("premembrane"),
    clamp: CLAMP_SITES.indexOf("oxygenatorInlet"),
  },
  {
    node: nodeIndex("filter"),
    cell: firstCell.filter,
    clamp: CLAMP_SITES.indexOf("oxygenatorOutlet"),
  },
] as const;

/** Give an open end the room's pressure: what is above runs out, what is below sucks air in. */
function openEnd(state: WorldState, vessels: Vessels, end: (typeof ENDS)[number]): void {
  const excessMl = state.nodeVolumeMl[end.node] - vessels.unstressedMl[end.node];
  if (excessMl > 0) {
    state.unit[U.spilledMl] += loseBlood(state, end.cell, excessMl);
  } else {
    AIR_ML[0] = -excessMl;
    letAirIn(state, end.cell);
  }
  state.nodeVolumeMl[end.node] = vessels.unstressedMl[end.node] as number;
}

/** Where no unit is, there is room air at room pressure. */
function fillWithAir(state: WorldState, vessels: Vessels): void {
  const share = vessels.unstressedMl[OXYGENATOR_NODE] / OXYGENATOR_CELLS;
  for (let i = 0; i < OXYGENATOR_CELLS; i += 1) {
    const cell = firstCell.oxygenator + i;
    recordIn(state, GAS, share - state.cellAmount[amountIndex(GAS, cell)]);
    state.cellVolumeMl[cell] = share;
    state.cellAmount[amountIndex(GAS, cell)] = share;
    state.cellHeldGasMl[cell] = 0;
    state.cellGasTailMl[cell] = 0;
  }
  state.nodeVolumeMl[OXYGENATOR_NODE] = vessels.unstressedMl[OXYGENATOR_NODE] as number;
}

/** Blood through a crack of the casing, by the pressure inside. */
function leak(state: WorldState): void {
  const pressure = Math.max(0, state.nodePressureMmHg[OXYGENATOR_NODE] as number);
  const ml = state.unit[U.leakMlPerSPerMmHg] * pressure * TICK_S;
  if (ml <= 0) return;
  const lost = loseBlood(state, firstCell.oxygenator, ml);
  state.nodeVolumeMl[OXYGENATOR_NODE] -= lost;
  state.unit[U.spilledMl] += lost;
}

/** One tick of whatever is open. */
export function stepOpenEnds(state: WorldState, vessels: Vessels): void {
  if (state.unit[U.inCircuit] !== NO_UNIT) {
    leak(state);
    return;
  }
  fillWithAir(state, vessels);
  for (const end of ENDS) {
    if (state.clamps[end.clamp] === 0) openEnd(state, vessels, end);
  }
}
