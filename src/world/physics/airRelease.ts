/**
 * Where air leaves the circuit again, and where it gets in at its joints (docs/model.md ): purge and
 * recirculation, fibres, reservoir and field; a leak before the pump, a leak at the venous cannula.
 */
import { S_PER_TICK } from "../../kernel/tick.ts";
import { GAS as GAS_SUPPLY } from "../../machine/gasSupply.ts";
import { NO_UNIT, OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { CLOSURES } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  cellCount,
  edgeIndex,
  firstCell,
  firstOxygenatorCell,
  GAS,
  nodeIndex,
  OXYGENATOR_CELLS,
} from "../topology.ts";
import { AIR_ML, letAirIn, letAirOut, takeHeldAir } from "./airEntry.ts";
import { bloodShareOf } from "./cellBlood.ts";
import { FIBRE_AIR_ML_PER_S_MMHG } from "./oxygenatorLeaks.ts";

const M = MACHINE.index;
const U = OXYGENATOR_UNIT.index;
const PURGE_SITE = CLOSURES.indexOf("purge");
const RECIRCULATION = edgeIndex("recirculation");
const FILTER = nodeIndex("filter");
const PUMP_INLET = nodeIndex("pumpInlet");
const VENOUS_LINE = nodeIndex("venousLine");
const RESERVOIR_GAS = amountIndex(GAS, firstCell.reservoir);
const FILTER_CELLS = cellCount("filter");
const venousLineShare = bloodShareOf("venousLine");
const blood = new Float64Array(1);
/** Air through the open purge line, mL/s/mmHg: 1 mL/s at 160, three times what it lets of blood (K). */
const PURGED_ML_PER_S_MMHG = 1 / 160;
/** Share of the air held under the cover that touches fibres (K). */
const TOUCHING_SHARE = 0.25;
/** Suction at which a leaking joint draws its air in full, mmHg (K): before the pump, at the cannula. */
const INLET_SUCTION_MMHG = 10;
const CANNULA_SUCTION_MMHG = 20;

/** Air let go into the gas above the reservoir's blood: what stands in AIR_ML, and then what went. */
function toReservoir(state: WorldState, cell: number): void {
  takeHeldAir(state, cell);
  state.machine[M.reservoirGasMl] += AIR_ML[0];
}

/** In the order in which the purge line empties them. */
const PURGED_CELLS = [
  ...Array.from({ length: FILTER_CELLS }, (_, i) => firstCell.filter + FILTER_CELLS - 1 - i),
  ...Array.from(
    { length: OXYGENATOR_CELLS },
    (_, i) => firstOxygenatorCell + OXYGENATOR_CELLS - 1 - i,
  ),
];

/** Filter first, then oxygenator: the purge line joins both. */
function purge(state: WorldState): void {
  const pressure = state.nodePressureMmHg[FILTER] as number;
  if (state.clamps[PURGE_SITE] === 1 || pressure <= 0) return;
  let left = PURGED_ML_PER_S_MMHG * pressure * S_PER_TICK;
  for (let i = 0; i < PURGED_CELLS.length && left > 0; i += 1) {
    AIR_ML[0] = left;
    toReservoir(state, PURGED_CELLS[i] as number);
    left -= AIR_ML[0];
  }
}

/** Recirculation runs off the top of the filter and sweeps what stands there along. */
function sweepOut(state: WorldState): void {
  const moved = Math.max(0, state.edgeFlowMlPerS[RECIRCULATION] as number) * S_PER_TICK;
  if (moved === 0) return;
  for (let i = 0; i < FILTER_CELLS; i += 1) {
    const cell = firstCell.filter + i;
    const share = Math.min(1, moved / Math.max(1, state.cellVolumeMl[cell] as number));
    AIR_ML[0] = share * state.cellHeldGasMl[cell];
    toReservoir(state, cell);
  }
  // In the oxygenator the stream and the tapping that goes with it shake held bubbles loose.
  for (let i = 0; i < OXYGENATOR_CELLS; i += 1) {
    const cell = firstOxygenatorCell + i;
    const share = Math.min(1, moved / Math.max(1, state.cellVolumeMl[cell] as number));
    state.cellHeldGasMl[cell] *= 1 - share;
  }
}

/** Blood above the gas's pressure pushes air out through the pores it comes in by. */
function pressThroughFibres(state: WorldState): void {
  if (state.unit[U.inCircuit] === NO_UNIT) return;
  const gasMmHg = state.gasSupply[GAS_SUPPLY.index.gasSideMmHg] as number;
  const over = state.nodePressureMmHg[FILTER] - Math.max(0, gasMmHg);
  if (over <= 0) return;
  for (let i = 0; i < OXYGENATOR_CELLS; i += 1) {
    const cell = firstOxygenatorCell + i;
    const held = state.cellHeldGasMl[cell] as number;
    if (held === 0) continue;
    const touching = (TOUCHING_SHARE * held) / Math.max(1, state.cellVolumeMl[cell] as number);
    const conductance = FIBRE_AIR_ML_PER_S_MMHG / OXYGENATOR_CELLS;
    AIR_ML[0] = conductance * over * touching * S_PER_TICK;
    takeHeldAir(state, cell);
  }
}

/** One tick of whatever lets air out. */
export function releaseAir(state: WorldState): void {
  purge(state);
  sweepOut(state);
  pressThroughFibres(state);
  state.machine[M.reservoirGasMl] += state.cellAmount[RESERVOIR_GAS] as number;
  letAirOut(state, firstCell.reservoir);
  letAirOut(state, firstCell.field);
}

/** One tick of whatever lets room air in; `siphonMmHg` is what the full venous column sucks with. */
export function leakAir(state: WorldState, siphonMmHg: number): void {
  const { machine, nodePressureMmHg: pressure } = state;
  if (machine[M.connectorAirMlPerS] > 0) {
    const share = Math.min(1, Math.max(0, -pressure[PUMP_INLET] / INLET_SUCTION_MMHG));
    AIR_ML[0] = machine[M.connectorAirMlPerS] * share * S_PER_TICK;
    letAirIn(state, firstCell.pumpInlet);
  }
  if (machine[M.venousAirMlPerS] > 0) {
    venousLineShare(state, blood, 0);
    const suction = siphonMmHg * blood[0] - pressure[VENOUS_LINE];
    const share = Math.min(1, Math.max(0, suction / CANNULA_SUCTION_MMHG));
    AIR_ML[0] = machine[M.venousAirMlPerS] * share * S_PER_TICK;
    letAirIn(state, firstCell.venousLine);
  }
}
