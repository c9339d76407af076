/**
 * What every edge does in a sub-step, as a line: flow = conductance × (pressure here − there) + drive
 * (docs/model.md C-4 to C-6). Laws fill the table, the hydraulics solves it.
 */
import { defineLayout } from "../../kernel/layout.ts";
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

/** Puts `share` of a cell where the cell stood, for what runs every sub-step. */
export function shareInPlace(cells: Float64Array, at: number, shut: number, open: number): void {
  cells[at] = Math.min(1, Math.max(0, (cells[at] - shut) / (open - shut)));
}

/** What the law to be laid next is made of (ADR 0045). */
export const TERM = defineLayout([
  "mlPerSPerMmHg",
  "pushMmHg",
  "mmHgPerLpm",
  "flowMlPerS",
  /** How far something is open, or how much of a law is let through. */
  "fraction",
]);
const T = TERM.index;

/** Where in the tick a sub-step stands. */
export const SUB_STEP = defineLayout(["sinceTickS", "dtS"]);

export interface EdgeTable {
  readonly conductance: Float64Array;
  readonly drive: Float64Array;
  /** How far clamps, snares and the electronic clamp leave each edge open, 0 to 1. */
  readonly open: Float64Array;
  /** What the next law is made of; each says which terms it takes. */
  readonly term: Float64Array;
  /** The sub-step that is worked out (SUB_STEP). */
  readonly subStep: Float64Array;
  /** Work out once a tick what clamps, snares and the electronic clamp leave open. */
  readClosures(state: WorldState): void;
  /** A kink to a fraction of the opening costs resistance with its fourth power (C-6); takes `fraction`. */
  narrow(edge: number): void;
  /** A straight law: takes `mmHgPerLpm` of resistance and `pushMmHg`. */
  linear(edge: number): void;
  /** Takes a conductance, `mlPerSPerMmHg`, and `pushMmHg`. */
  conduct(edge: number): void;
  /** Newton's linearisation of r·q + k·q|q| about the last flow (C-5); takes `pushMmHg`. */
  square(edge: number, state: WorldState, loss: SquareLoss): void;
  /** A flow that does not ask for pressure: takes `flowMlPerS`. */
  source(edge: number): void;
  /** Let only a share of the law through: takes `fraction`. */
  throttle(edge: number): void;
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
  const term = new Float64Array(TERM.size);
  const closures = EDGES.map((edge) => edge.clamps.map((site) => CLOSURES.indexOf(site)));

  function conduct(edge: number): void {
    const g = term[T.mlPerSPerMmHg] * open[edge];
    conductance[edge] = g;
    drive[edge] = g * term[T.pushMmHg];
  }

  return {
    conductance,
    drive,
    open,
    term,
    subStep: new Float64Array(SUB_STEP.size),
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
    narrow(edge) {
      const fraction = term[T.fraction];
      if (fraction < 1) open[edge] *= fraction * fraction * fraction * fraction;
    },
    conduct,
    linear(edge) {
      term[T.mlPerSPerMmHg] = 1 / ((term[T.mmHgPerLpm] * S_PER_MIN) / ML_PER_L);
      conduct(edge);
    },
    square(edge, state, loss) {
      const flow = state.edgeFlowMlPerS[edge] as number;
      const size = Math.abs(flow);
      term[T.mlPerSPerMmHg] = 1 / (loss.linearMmHgPerMlPerS + 2 * loss.squareMmHgPerMlPerS2 * size);
      term[T.pushMmHg] += loss.squareMmHgPerMlPerS2 * flow * size;
      conduct(edge);
    },
    source(edge) {
      conductance[edge] = 0;
      drive[edge] = term[T.flowMlPerS] * open[edge];
    },
    throttle(edge) {
      conductance[edge] *= term[T.fraction];
      drive[edge] *= term[T.fraction];
    },
  };
}
