/**
 * Pressures and flows of patient and circuit together (docs/model.md C-3 to C-12). Each sub-step
 * linearises every edge about its last flow, solves all pressures at once, then moves volumes with
 * exactly those flows; nothing is decided by the order in which components are listed.
 */
import { S_PER_TICK } from "../../kernel/tick.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { EDGE_COUNT, EDGES, nodeIndex, SOLVED_COUNT } from "../topology.ts";
import { createEdgeTable, SUB_STEP } from "./edgeTable.ts";
import { createHeart, isBeating } from "./heart.ts";
import { createPumpEdges } from "./pumpEdges.ts";
import { createSolver } from "./solver.ts";
import { createTubing } from "./tubing.ts";
import { createVesselEdges } from "./vesselEdges.ts";
import type { Vessels } from "./vessels.ts";

const P = PATIENT.index;
const S = SUB_STEP.index;

/**
 * Sub-steps of a tick while the heart beats: 5 ms, so that a beat has at least 66. Without a beat nothing
 * is quicker than the rollers, twice a turn, and half as many will do.
 */
const SUB_STEPS = 4;
const SUB_STEPS_AT_REST = 2;
/** How often in a sub-step valves may change their mind before the last solution counts. */
const VALVE_CORRECTIONS = 2;

export interface Hydraulics {
  /** Advance one tick. */
  step(state: WorldState): void;
}

/** `finer` multiplies the sub-steps; it is for tests of the time step only. */
export function createHydraulics(setup: WorldSetup, vessels: Vessels, finer = 1): Hydraulics {
  const n = SOLVED_COUNT;
  const fromNode = Int32Array.from(EDGES, (edge) => nodeIndex(edge.from));
  const toNode = Int32Array.from(EDGES, (edge) => nodeIndex(edge.to));
  const joined = EDGES.map((edge): [number, number] => [
    nodeIndex(edge.from),
    nodeIndex(edge.to),
  ]).filter(([a, b]) => a < n && b < n);
  const solver = createSolver(n, joined);
  const besideOf = Int32Array.from(EDGES, (_, edge) => {
    const a = fromNode[edge] as number;
    const b = toNode[edge] as number;
    return a < n && b < n ? solver.placeOf(a, b) : -1;
  });
  const right = new Float64Array(n);
  const law = new Float64Array(n);
  const compliance = Float64Array.from(vessels.complianceMlPerMmHg.subarray(0, n));
  const laws = { lawMmHg: law, compliance };
  const edges = createEdgeTable();
  const { conductance, drive, subStep: now } = edges;
  const tubing = createTubing(setup, vessels, edges);
  const pumps = createPumpEdges(edges);
  const body = createVesselEdges(setup, edges);
  const heart = createHeart(setup, vessels);
  const veins = nodeIndex("veins");

  /** What pressure every node has at its volume, and how it gives way (C-1). */
  function setLaws(state: WorldState): void {
    for (let i = 0; i < n; i += 1) {
      law[i] = (state.nodeVolumeMl[i] - vessels.unstressedMl[i]) / compliance[i];
    }
    law[veins] -= (state.patient[P.venousShiftMl] as number) / (compliance[veins] as number);
    heart.subStep(state, now, laws);
  }

  function assemble(pressure: Float64Array): void {
    const { diagonal, beside } = solver;
    const dtS = now[S.dtS];
    beside.fill(0);
    for (let i = 0; i < n; i += 1) {
      const stiffness = compliance[i] / dtS;
      diagonal[i] = stiffness;
      right[i] = stiffness * law[i];
    }
    for (let edge = 0; edge < EDGE_COUNT; edge += 1) {
      const g = conductance[edge] as number;
      const s = drive[edge] as number;
      if (g === 0 && s === 0) continue;
      const a = fromNode[edge] as number;
      const b = toNode[edge] as number;
      if (a < n) {
        diagonal[a] += g;
        right[a] -= b < n ? s : s - g * pressure[b];
      }
      if (b < n) {
        diagonal[b] += g;
        right[b] += a < n ? s : s + g * pressure[a];
      }
      if (a < n && b < n) beside[besideOf[edge] as number] -= g;
    }
  }

  function move(state: WorldState): void {
    const pressure = state.nodePressureMmHg;
    const dtS = now[S.dtS];
    for (let i = 0; i < n; i += 1) pressure[i] = right[i] as number;
    for (let edge = 0; edge < EDGE_COUNT; edge += 1) {
      const a = fromNode[edge] as number;
      const b = toNode[edge] as number;
      const flow = conductance[edge] * (pressure[a] - pressure[b]) + drive[edge];
      state.edgeFlowMlPerS[edge] = flow;
      if (flow === 0) continue;
      const moved = flow * dtS;
      state.edgeMovedMl[edge] += moved;
      state.nodeVolumeMl[a] -= moved;
      state.nodeVolumeMl[b] += moved;
    }
  }

  function subStep(state: WorldState): void {
    tubing.subStep(state);
    pumps.subStep(state);
    body.subStep(state);
    setLaws(state);
    for (let correction = 0; ; correction += 1) {
      assemble(state.nodePressureMmHg);
      solver.solve(right);
      if (correction === VALVE_CORRECTIONS || !body.correctValves(right)) break;
    }
    move(state);
  }

  return {
    step(state) {
      edges.readClosures(state);
      tubing.beginTick(state);
      body.beginTick();
      pumps.beginTick(state);
      const subSteps = (isBeating(state) ? SUB_STEPS : SUB_STEPS_AT_REST) * finer;
      const dtS = S_PER_TICK / subSteps;
      now[S.dtS] = dtS;
      for (let i = 0; i < subSteps; i += 1) {
        now[S.sinceTickS] = i * dtS;
        subStep(state);
      }
    },
  };
}
