/**
 * Carries what blood holds along the plumbing (docs/model.md T-1 to T-5, T-8). The volumes that the
 * hydraulics moved in a tick become fluxes between cells; donors' concentrations are taken before
 * anything moves, so amounts are conserved and order does not matter.
 */

import { assert } from "../../kernel/assert.ts";
import { mlPerSToLpm } from "../../kernel/units.ts";
import { shuntInPlace } from "../../machine/oxygenator.ts";
import { OXYGENATOR_UNIT } from "../../machine/oxygenatorUnit.ts";
import { MMHG_PER_CM_BLOOD } from "../../physiology/blood/properties.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  CELL_COUNT,
  cellCount,
  EDGE_COUNT,
  EDGES,
  edgeIndex,
  firstCell,
  lastCell,
  NODES,
  nodeIndex,
  SPECIES_COUNT,
} from "../topology.ts";
import { AIR_ML, letAirIn } from "./airEntry.ts";
import { leakAir, releaseAir } from "./airRelease.ts";
import { createBubbles, type Fluxes } from "./bubbles.ts";
import { readClotted } from "./cellBlood.ts";
import { isBeating } from "./heart.ts";

const M = MACHINE.index;
const U = OXYGENATOR_UNIT.index;

/** While the heart rests nothing is quicker than the pumps, and blood without air moves on every second tick (T-1). */
const TICKS_PER_CARRY = 2;
const isDue = (state: WorldState): boolean =>
  (state.machine[M.tick] as number) % TICKS_PER_CARRY === 0;
/** Below this level the outlet vortex starts to draw air; at nothing it draws only air (K). */
const VORTEX_ML = 40;
/** End of the last species' row of amounts, and how many entries the rows worked through together have. */
const ROWS_END = SPECIES_COUNT * CELL_COUNT;
const ROWS_AT_ONCE = 3 * CELL_COUNT;

export interface Transport {
  /** Carry everything by the volumes moved since it was last carried, and clear them; when nothing is quick, only when due. */
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
  const amountsBefore = new Float64Array(ROWS_END);
  const external = new Float64Array(CELL_COUNT);
  const reservoirCell = firstCell.reservoir;
  const filterCell = firstCell.filter;
  const venousEnd = lastCell("venousLine");
  const venousReturnEdge = edgeIndex("venousReturn");
  const membraneEdge = edgeIndex("membrane");
  const inletEdge = edgeIndex("oxygenatorInlet");
  const beforeFibresCell = lastCell("premembrane");
  const fluxGasMl = new Float64Array(fluxMax);
  const drawnMl = new Float64Array(CELL_COUNT);
  const fluxes: Fluxes = {
    count: 0,
    from: fluxFrom,
    to: fluxTo,
    ml: fluxMl,
    donor: fluxDonor,
    share: fluxShare,
    gasMl: fluxGasMl,
  };
  const bubbles = createBubbles(setup, fluxes);
  const siphonMmHg = setup.circuit.reservoirHeadCm * MMHG_PER_CM_BLOOD;
  assert(SPECIES_COUNT % 3 === 0, "species are moved by threes");

  /** What is to be moved next, mL; and the shunt that is worked out. */
  const moved = new Float64Array(1);
  const shunt = new Float64Array(2);

  const addFlux = (from: number, to: number): void => {
    if (moved[0] === 0) return;
    fluxFrom[fluxes.count] = from;
    fluxTo[fluxes.count] = to;
    fluxMl[fluxes.count] = moved[0];
    fluxes.count += 1;
  };

  /** What the hydraulics moved from one cell to another. */
  const pass = (from: number, to: number): void => {
    addFlux(from, to);
    external[from] -= moved[0];
    external[to] += moved[0];
  };

  /**
   * Part of the blood runs round the fibres: it reaches the filter as it came to the oxygenator (T-8).
   * Node by node that is exactly what the hydraulics moved: what runs round the unit does not enter it.
   */
  function gatherOxygenator(state: WorldState): void {
    const inMl = state.edgeMovedMl[inletEdge] as number;
    const outMl = state.edgeMovedMl[membraneEdge] as number;
    shunt[0] = mlPerSToLpm(Math.abs(state.edgeFlowMlPerS[membraneEdge] as number));
    readClotted(state, shunt, 1);
    shuntInPlace(setup.circuit, shunt);
    const asideMl = outMl * shunt[0];
    // Fed by what enters: when nothing does, what the housing gives back comes from the fibres alone.
    const shuntedMl =
      outMl > 0 ? Math.min(asideMl, Math.max(0, inMl)) : Math.max(asideMl, Math.min(0, inMl));
    // Connected the wrong way round, blood enters where it should leave (W-5).
    const isReversed = state.unit[U.reversed] === 1;
    const enters = isReversed ? lastCell("oxygenator") : firstCell.oxygenator;
    const leaves = isReversed ? firstCell.oxygenator : lastCell("oxygenator");
    moved[0] = inMl - shuntedMl;
    pass(beforeFibresCell, enters);
    moved[0] = outMl - shuntedMl;
    pass(leaves, filterCell);
    moved[0] = shuntedMl;
    pass(beforeFibresCell, filterCell);
  }

  /** Edges first: which cells they join and how much external volume each cell gains. */
  function gatherEdges(state: WorldState): void {
    fluxes.count = 0;
    external.fill(0);
    gatherOxygenator(state);
    for (let edge = 0; edge < EDGE_COUNT; edge += 1) {
      const ml = state.edgeMovedMl[edge] as number;
      if (ml === 0 || edge === inletEdge || edge === membraneEdge) continue;
      const { fromCell, toCell, bed } = EDGES[edge] as (typeof EDGES)[number];
      moved[0] = ml;
      if (bed === null) pass(fromCell, toCell);
      else {
        pass(fromCell, firstCell[bed]);
        pass(firstCell[bed], toCell);
      }
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
        moved[0] = surplus;
        addFlux(cell, cell + 1);
      }
    }
  }

  /** Share of its donor that each flux takes, negative against its direction (T-3). */
  function share(state: WorldState): void {
    drawnMl.fill(0);
    let isOverdrawn = false;
    for (let flux = 0; flux < fluxes.count; flux += 1) {
      const ml = fluxMl[flux] as number;
      const donor = (ml > 0 ? fluxFrom[flux] : fluxTo[flux]) as number;
      const volume = state.cellVolumeMl[donor] as number;
      fluxDonor[flux] = donor;
      fluxShare[flux] = volume > 0 ? ml / volume : 0;
      drawnMl[donor] += Math.abs(ml);
      isOverdrawn = isOverdrawn || (drawnMl[donor] as number) > volume;
    }
    if (isOverdrawn) curtail(state);
  }

  /** A cell gives what it holds and no more: volume without contents would be water out of nothing (T-12). */
  function curtail(state: WorldState): void {
    for (let flux = 0; flux < fluxes.count; flux += 1) {
      const donor = fluxDonor[flux] as number;
      if (donor === reservoirCell) continue; // room air takes the place of blood there (T-4)
      const volume = Math.max(0, state.cellVolumeMl[donor] as number);
      const drawn = drawnMl[donor] as number;
      if (drawn <= volume) continue;
      fluxMl[flux] *= volume / drawn;
      fluxShare[flux] *= drawn > 0 ? volume / drawn : 0;
    }
  }

  /**
   * What leaves the reservoir near its bottom is part blood, part gas (T-4), which enters it for that at once.
   * The venous line ends above the blood: what goes back up it is gas alone (C-25).
   */
  function drawGas(state: WorldState): void {
    const level = state.cellVolumeMl[reservoirCell] as number;
    const vortex = 1 - Math.min(1, Math.max(0, level / VORTEX_ML));
    for (let flux = 0; flux < fluxes.count; flux += 1) {
      const ml = fluxMl[flux] as number;
      if (fluxDonor[flux] !== reservoirCell || ml === 0) continue;
      const gasShare = fluxFrom[flux] === venousEnd ? 1 : vortex;
      if (gasShare === 0) continue;
      const size = Math.abs(ml);
      const air = size * gasShare;
      AIR_ML[0] = air;
      letAirIn(state, reservoirCell);
      state.machine[M.reservoirGasMl] -= air;
      const taken = level > 0 ? (size - air) / level : 0;
      fluxShare[flux] = ml > 0 ? taken : -taken;
      fluxGasMl[flux] = air;
    }
  }

  /**
   * Every flux takes by its donor as it was before anything moved. Three species at a time, so that where
   * a flux comes from and goes to is looked up once for them all. Air has been lifted out.
   */
  function moveAmounts(amounts: Float64Array): void {
    const { count } = fluxes;
    amountsBefore.set(amounts);
    for (let row = 0; row < ROWS_END; row += ROWS_AT_ONCE) {
      for (let flux = 0; flux < count; flux += 1) {
        const share = fluxShare[flux] as number;
        const donor = row + (fluxDonor[flux] as number);
        const from = row + (fluxFrom[flux] as number);
        const to = row + (fluxTo[flux] as number);
        const first = share * (amountsBefore[donor] as number);
        amounts[from] -= first;
        amounts[to] += first;
        const second = share * (amountsBefore[donor + CELL_COUNT] as number);
        amounts[from + CELL_COUNT] -= second;
        amounts[to + CELL_COUNT] += second;
        const third = share * (amountsBefore[donor + 2 * CELL_COUNT] as number);
        amounts[from + 2 * CELL_COUNT] -= third;
        amounts[to + 2 * CELL_COUNT] += third;
      }
    }
  }

  function moveVolumes(state: WorldState): void {
    for (let flux = 0; flux < fluxes.count; flux += 1) {
      state.cellVolumeMl[fluxFrom[flux]] -= fluxMl[flux] as number;
      state.cellVolumeMl[fluxTo[flux]] += fluxMl[flux] as number;
    }
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
      leakAir(state, siphonMmHg);
      const goesBack = (state.edgeMovedMl[venousReturnEdge] as number) < 0;
      const isAiry =
        bubbles.areThere(state) ||
        goesBack ||
        (state.cellVolumeMl[reservoirCell] as number) < VORTEX_ML;
      if (!isAiry && !isBeating(state) && !isDue(state)) return;
      gatherEdges(state);
      gatherChains(state);
      share(state);
      if (isAiry) {
        bubbles.split(state);
        drawGas(state);
        bubbles.liftOut(state);
      }
      moveAmounts(state.cellAmount);
      moveVolumes(state);
      if (isAiry) {
        bubbles.settle(state);
        releaseAir(state);
      }
      settleVolumes(state);
    },
  };
}
