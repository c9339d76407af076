/**
 * What every edge does in a sub-step, as a line: flow = conductance × (pressure here − there) + drive
 * (docs/model.md C-4 to C-6). Laws fill the table, the hydraulics solves it.
 */
import { ML_PER_L, S_PER_MIN } from "../../kernel/units.ts";
import { CLOSURES } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { EDGE_COUNT, EDGES, type EdgeId, edgeIndex } from "../topology.ts";

const M = MACHINE.index;

/** mmHg per L/min as mmHg per mL/s. */
export const perMlPerS = (mmHgPerLpm: number): number => (mmHgPerLpm * S_PER_MIN) / ML_PER_L;
/** mmHg per (L/min)² as mmHg per (mL/s)². */
export const perMlPerS2 = (mmHgPerLpm2: number): number =>
  (mmHgPerLpm2 * S_PER_MIN * S_PER_MIN) / (ML_PER_L * ML_PER_L);

/** 0 where `value` has reached `shut`, 1 where it has reached `open`, in proportion between. */
export const share = (value: number, shut: number, open: number): number =>
  Math.min(1, Math.max(0, (value - shut) / (open - shut)));

/** Index of every edge by name. */
export const AT = Object.fromEntries(
  EDGES.map((edge) => [edge.id, edgeIndex(edge.id as EdgeId)]),
) as Readonly<Record<EdgeId, number>>;

export interface EdgeTable {
  readonly conductance: Float64Array;
  readonly drive: Float64Array;
  /** Work out once a tick what clamps, snares and the electronic clamp leave open. */
  readClosures(state: WorldState): void;
  /** How far an edge is open, 0 to 1. */
  openFraction(edge: number): number;
  /** A kink to a fraction of the opening costs resistance with its fourth power (C-6). */
  narrow(edge: number, openFraction: number): void;
  /** A straight law: `mmHgPerLpm` of resistance and a push. */
  linear(edge: number, mmHgPerLpm: number, pushMmHg?: number): void;
  /** A conductance in mL/s/mmHg and a push in mmHg. */
  conduct(edge: number, mlPerSPerMmHg: number, pushMmHg: number): void;
  /** Newton's linearisation of r·q + k·q|q| about the last flow (C-5). */
  square(edge: number, state: WorldState, loss: SquareLoss, pushMmHg: number): void;
  /** A flow that does not ask for pressure, mL/s. */
  source(edge: number, flowMlPerS: number): void;
  /** Let only this share of the law through. */
  throttle(edge: number, factor: number): void;
}

/** Loss r·q + k·q|q|: the straight part and the square one. */
export interface SquareLoss {
  readonly linearMmHgPerMlPerS: number;
  readonly squareMmHgPerMlPerS2: number;
}

export function createEdgeTable(): EdgeTable {
  const conductance = new Float64Array(EDGE_COUNT);
  const drive = new Float64Array(EDGE_COUNT);
  const open = new Float64Array(EDGE_COUNT).fill(1);
  const closures = EDGES.map((edge) => edge.clamps.map((site) => CLOSURES.indexOf(site)));

  function conduct(edge: number, mlPerSPerMmHg: number, pushMmHg: number): void {
    const g = mlPerSPerMmHg * (open[edge] as number);
    conductance[edge] = g;
    drive[edge] = g * pushMmHg;
  }

  return {
    conductance,
    drive,
    readClosures(state) {
      for (let edge = 0; edge < EDGE_COUNT; edge += 1) {
        const sites = closures[edge] as readonly number[];
        open[edge] = 1;
        for (let i = 0; i < sites.length; i += 1) {
          if (state.clamps[sites[i] as number] === 1) open[edge] = 0;
        }
      }
      const machine = state.machine;
      if (machine[M.clampJawsClosed] === 1 && machine[M.clampLineInside] === 1) {
        open[AT.arterialClamp] = 0;
      }
    },
    openFraction: (edge) => open[edge] as number,
    narrow(edge, fraction) {
      if (fraction < 1) open[edge] *= fraction * fraction * fraction * fraction;
    },
    conduct,
    linear(edge, mmHgPerLpm, pushMmHg = 0) {
      conduct(edge, 1 / perMlPerS(mmHgPerLpm), pushMmHg);
    },
    square(edge, state, loss, pushMmHg) {
      const flow = state.edgeFlowMlPerS[edge] as number;
      const size = Math.abs(flow);
      conduct(
        edge,
        1 / (loss.linearMmHgPerMlPerS + 2 * loss.squareMmHgPerMlPerS2 * size),
        pushMmHg + loss.squareMmHgPerMlPerS2 * flow * size,
      );
    },
    source(edge, flowMlPerS) {
      conductance[edge] = 0;
      drive[edge] = flowMlPerS * (open[edge] as number);
    },
    throttle(edge, factor) {
      conductance[edge] *= factor;
      drive[edge] *= factor;
    },
  };
}
