/**
 * Carries what blood holds along the plumbing (docs/model.md T-1 to T-5, T-8). The volumes that the
 * hydraulics moved in a tick become fluxes between cells; donors' concentrations are taken before
 * anything moves, so amounts are conserved and order does not matter.
 */

import { assert } from "../../kernel/assert.ts";
import { mlPerSToLpm } from "../../kernel/units.ts";
import { shuntFraction } from "../../machine/oxygenator.ts";
import { OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { CLOSURES } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  CELL_COUNT,
  cellCount,
  EDGE_COUNT,
  EDGES,
  edgeIndex,
  firstCell,
  GAS,
  lastCell,
  NODES,
  nodeIndex,
  SPECIES_COUNT,
} from "../topology.ts";
import { clottedFraction } from "./cellBlood.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const U = OXYGENATOR_UNIT.index;

const TICK_S = 0.02;
/** Below this level the outlet vortex starts to draw air; at nothing it draws only air (K). */
const VORTEX_ML = 40;
/** The filter holds back less and less until it has taken this much gas (clinical.md 0.4). */
const HELD_GAS_ML_MAX = 50;
/** Gas the purge lets go when its clamp is open, mL per tick: 2 mL/s (K). */
const PURGED_ML_PER_TICK = 0.04;
/** Share of the gas beside the screen that is caught per tick: 75 % of it at 4.6 L/min when fresh. */
const CAPTURE_PER_TICK = 0.03;
/** End of the last species' row of amounts, and how many entries the rows worked through together have. */
const ROWS_END = SPECIES_COUNT * CELL_COUNT;
const ROWS_AT_ONCE = 3 * CELL_COUNT;
const PURGE_SITE = CLOSURES.indexOf("purge");
const FILTER_NODE = nodeIndex("filter");
const INLET_NODE = nodeIndex("pumpInlet");

export interface Transport {
  /** Carry everything by the volumes moved since the last call, and clear them. */
  carry(state: WorldState): void;
}

interface Chain {
  readonly node: number;
  readonly firstCell: number;
  readonly count: number;
}

export function createTransport(setup: WorldSetup): Transport {
  const chains: Chain[] = NODES.map((node) => ({
    node: nodeIndex(node),
    firstCell: firstCell[node],
    count: cellCount(node),
  }));
  const chainFluxes = chains.reduce((sum, chain) => sum + chain.count - 1, 0);
  const bedEdges = EDGES.filter((edge) => edge.bed !== null).length;
  const fluxMax = EDGE_COUNT + bedEdges + 1 + chainFluxes;
  const fluxFrom = new Int32Array(fluxMax);
  const fluxTo = new Int32Array(fluxMax);
  const fluxMl = new Float64Array(fluxMax);
  const fluxDonor = new Int32Array(fluxMax);
  const fluxShare = new Float64Array(fluxMax);
  const fluxFirst = new Float64Array(fluxMax);
  const fluxSecond = new Float64Array(fluxMax);
  const fluxThird = new Float64Array(fluxMax);
  const external = new Float64Array(CELL_COUNT);
  const reservoirCell = firstCell.reservoir;
  const fieldCell = firstCell.field;
  const filterCell = firstCell.filter;
  const aortaCell = firstCell.aorta;
  const membraneEdge = edgeIndex("membrane");
  const inletEdge = edgeIndex("oxygenatorInlet");
  const beforeFibresCell = lastCell("premembrane");
  const inletCell = firstCell.pumpInlet;
  let fluxCount = 0;
  assert(SPECIES_COUNT % 3 === 0, "species are moved by threes");

  const addFlux = (from: number, to: number, ml: number): void => {
    if (ml === 0) return;
    fluxFrom[fluxCount] = from;
    fluxTo[fluxCount] = to;
    fluxMl[fluxCount] = ml;
    fluxCount += 1;
  };

  /** Part of the blood runs round the fibres: it reaches the filter as it came to the oxygenator (T-8). */
  function gatherMembrane(state: WorldState, fibreCell: number, ml: number): void {
    const flowLpm = mlPerSToLpm(Math.abs(ml) / TICK_S);
    const shunted = ml * shuntFraction(setup.circuit, clottedFraction(state), flowLpm);
    addFlux(fibreCell, filterCell, ml - shunted);
    addFlux(beforeFibresCell, filterCell, shunted);
    external[fibreCell] -= ml - shunted;
    external[beforeFibresCell] -= shunted;
    external[filterCell] += ml;
  }

  /** Edges first: which cells they join and how much external volume each cell gains. */
  function gatherEdges(state: WorldState): void {
    fluxCount = 0;
    external.fill(0);
    // Connected the wrong way round, blood enters where it should leave (W-5).
    const isReversed = state.unit[U.reversed] === 1;
    for (let edge = 0; edge < EDGE_COUNT; edge += 1) {
      const ml = state.edgeMovedMl[edge] as number;
      if (ml === 0) continue;
      const { fromCell, toCell, bed } = EDGES[edge] as (typeof EDGES)[number];
      if (edge === inletEdge) {
        const into = isReversed ? lastCell("oxygenator") : toCell;
        addFlux(fromCell, into, ml);
        external[fromCell] -= ml;
        external[into] += ml;
        continue;
      }
      if (edge === membraneEdge) {
        gatherMembrane(state, isReversed ? firstCell.oxygenator : fromCell, ml);
        continue;
      }
      if (bed === null) addFlux(fromCell, toCell, ml);
      else {
        addFlux(fromCell, firstCell[bed], ml);
        addFlux(firstCell[bed], toCell, ml);
      }
      external[fromCell] -= ml;
      external[toCell] += ml;
    }
    state.edgeMovedMl.fill(0);
  }

  /** Then what must pass between neighbours so that every cell keeps its share of its node (T-2). */
  function gatherChains(state: WorldState): void {
    for (const chain of chains) {
      if (chain.count === 1) continue;
      let total = 0;
      for (let i = 0; i < chain.count; i += 1) {
        total += state.cellVolumeMl[chain.firstCell + i] + external[chain.firstCell + i];
      }
      let surplus = 0;
      for (let i = 0; i < chain.count - 1; i += 1) {
        const cell = chain.firstCell + i;
        surplus += state.cellVolumeMl[cell] + external[cell] - total / chain.count;
        addFlux(cell, cell + 1, surplus);
      }
    }
  }

  /** Share of its donor that each flux takes, negative against its direction (T-3). */
  function share(state: WorldState): void {
    for (let flux = 0; flux < fluxCount; flux += 1) {
      const ml = fluxMl[flux] as number;
      const donor = (ml > 0 ? fluxFrom[flux] : fluxTo[flux]) as number;
      const volume = state.cellVolumeMl[donor] as number;
      fluxDonor[flux] = donor;
      fluxShare[flux] = volume > 0 ? ml / volume : 0;
    }
  }

  /**
   * The reservoir is open: what leaves it near the bottom is part blood, part room air (T-4). Returns
   * the air, mL; the outlet's flux keeps its volume but takes less blood.
   */
  function drawVortex(state: WorldState): number {
    const gas = state.cellAmount[amountIndex(GAS, reservoirCell)] as number;
    const level = state.cellVolumeMl[reservoirCell] - gas;
    const blood = Math.max(0, Math.min(1, level / VORTEX_ML));
    if (blood >= 1) return 0;
    let air = 0;
    for (let flux = 0; flux < fluxCount; flux += 1) {
      if (fluxFrom[flux] !== reservoirCell || fluxTo[flux] !== inletCell) continue;
      if (fluxMl[flux] <= 0) continue;
      fluxShare[flux] *= blood;
      air += fluxMl[flux] * (1 - blood);
    }
    return air;
  }

  /**
   * Three species at a time, so that where a flux comes from and goes to is looked up once for them all:
   * first what each flux takes, by the donors as they were, then the moves.
   */
  function moveAmounts(amounts: Float64Array): void {
    const count = fluxCount;
    for (let row = 0; row < ROWS_END; row += ROWS_AT_ONCE) {
      for (let flux = 0; flux < count; flux += 1) {
        const share = fluxShare[flux] as number;
        const donor = row + (fluxDonor[flux] as number);
        fluxFirst[flux] = share * (amounts[donor] as number);
        fluxSecond[flux] = share * (amounts[donor + CELL_COUNT] as number);
        fluxThird[flux] = share * (amounts[donor + 2 * CELL_COUNT] as number);
      }
      for (let flux = 0; flux < count; flux += 1) {
        const from = row + (fluxFrom[flux] as number);
        const to = row + (fluxTo[flux] as number);
        const first = fluxFirst[flux] as number;
        amounts[from] -= first;
        amounts[to] += first;
        const second = fluxSecond[flux] as number;
        amounts[from + CELL_COUNT] -= second;
        amounts[to + CELL_COUNT] += second;
        const third = fluxThird[flux] as number;
        amounts[from + 2 * CELL_COUNT] -= third;
        amounts[to + 2 * CELL_COUNT] += third;
      }
    }
  }

  function moveVolumes(state: WorldState, airMl: number): void {
    for (let flux = 0; flux < fluxCount; flux += 1) {
      state.cellVolumeMl[fluxFrom[flux]] -= fluxMl[flux] as number;
      state.cellVolumeMl[fluxTo[flux]] += fluxMl[flux] as number;
    }
    state.cellVolumeMl[reservoirCell] += airMl;
    state.cellAmount[amountIndex(GAS, inletCell)] += airMl;
  }

  /** Gas that reaches an open vessel leaves to the room; the volume it took goes with it. */
  function ventGas(state: WorldState, cell: number): number {
    const at = amountIndex(GAS, cell);
    const gas = state.cellAmount[at] as number;
    if (gas === 0) return 0;
    state.cellAmount[at] = 0;
    state.cellVolumeMl[cell] -= gas;
    return gas;
  }

  /** Filter and fibres hold gas back, less as they fill; an open purge empties them (T-5). */
  function captureGas(state: WorldState): void {
    const machine = state.machine;
    const at = amountIndex(GAS, filterCell);
    const room = Math.max(0, 1 - machine[M.heldGasMl] / HELD_GAS_ML_MAX);
    const captured =
      state.cellAmount[at] * setup.circuit.filterAirCaptureFraction * room * CAPTURE_PER_TICK;
    state.cellAmount[at] -= captured;
    state.cellVolumeMl[filterCell] -= captured;
    const purging = state.nodePressureMmHg[FILTER_NODE] > 0;
    const purged = purging && state.clamps[PURGE_SITE] === 0 ? PURGED_ML_PER_TICK : 0;
    machine[M.heldGasMl] = Math.max(0, machine[M.heldGasMl] + captured - purged);
  }

  /** Room air through a leaking outlet connector while the pressure there is below the room's. */
  function leakAir(state: WorldState): void {
    const suction = -Math.min(0, state.nodePressureMmHg[INLET_NODE]);
    const airMl = state.machine[M.connectorAirMlPerS] * Math.min(1, suction / 10) * 0.02;
    if (airMl === 0) return;
    state.cellAmount[amountIndex(GAS, inletCell)] += airMl;
    state.cellVolumeMl[inletCell] += airMl;
  }

  function settleVolumes(state: WorldState): void {
    for (const chain of chains) {
      let total = 0;
      for (let i = 0; i < chain.count; i += 1) total += state.cellVolumeMl[chain.firstCell + i];
      state.nodeVolumeMl[chain.node] = total;
    }
  }

  return {
    carry(state) {
      gatherEdges(state);
      gatherChains(state);
      share(state);
      const airMl = drawVortex(state);
      moveAmounts(state.cellAmount);
      moveVolumes(state, airMl);
      leakAir(state);
      captureGas(state);
      ventGas(state, reservoirCell);
      ventGas(state, fieldCell);
      state.patient[P.airDeliveredMl] += ventGas(state, aortaCell);
      settleVolumes(state);
    },
  };
}
