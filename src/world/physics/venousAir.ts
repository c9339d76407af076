/**
 * An air lock of the venous line (docs/model.md C-23): a slug that a side hole draws, what slugs hold back
 * of the flow, and the hand that walks them from table to reservoir. How air travels is in bubbles.ts.
 */
import { CLAMP_SITES, TASKS } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { cellCount, edgeIndex, firstCell, nodeIndex } from "../topology.ts";
import { AIR_ML, letAirIn, takeAir } from "./airEntry.ts";
import { bloodShareOf } from "./cellBlood.ts";

const M = MACHINE.index;
const TICK_S = 0.02;
const NODE = nodeIndex("venousLine");
const venousLineShare = bloodShareOf("venousLine");
const share = new Float64Array(1);
const FIRST = firstCell.venousLine;
const LAST = FIRST + cellCount("venousLine") - 1;
const CANNULA = edgeIndex("venousCannula");
const TABLE_CLAMP = CLAMP_SITES.indexOf("venousTable");
const WALKING = TASKS.indexOf("walkVenousLine");
/** A side hole that is out draws so much while the line drains (K). */
const SLUG_ML_PER_S = 50;
/** Flow from which it draws all it can, mL/s (K). */
const DRAWS_ML_PER_S = 15;
/** Share of the line that is gas at which slugs begin to hold blood back, and where they hold most (K). */
const LOCKS_FRACTION = 0.04;
const LOCKED_FRACTION = 0.22;
/** What is left of the flow then: drainage 0 to 30 % (clinical.md B6). */
const HELD_BACK_FRACTION = 0.85;
/** A hand moves so much air on (K). */
const WALKED_ML_PER_S = 30;

/** Puts the share of its flow that a venous line still lets through where the share of blood in it stood. */
export function drainInPlace(cells: Float64Array, at: number): void {
  const lock = (1 - cells[at] - LOCKS_FRACTION) / (LOCKED_FRACTION - LOCKS_FRACTION);
  cells[at] = 1 - HELD_BACK_FRACTION * Math.min(1, Math.max(0, lock));
}

function drawSlug(state: WorldState): void {
  const m = state.machine;
  if (state.clamps[TABLE_CLAMP] === 1) return;
  const drawn = Math.min(1, Math.max(0, state.edgeFlowMlPerS[CANNULA] / DRAWS_ML_PER_S));
  const ml = Math.min(m[M.venousSlugMl] as number, SLUG_ML_PER_S * drawn * TICK_S);
  m[M.venousSlugMl] -= ml;
  AIR_ML[0] = ml;
  letAirIn(state, FIRST);
  state.nodeVolumeMl[NODE] += ml;
}

/** The air nearest the reservoir leaves first; blood follows it from the patient. */
function walk(state: WorldState): void {
  let left = WALKED_ML_PER_S * TICK_S;
  for (let cell = LAST; cell >= FIRST && left > 0; cell -= 1) {
    AIR_ML[0] = left;
    takeAir(state, cell);
    const gone = AIR_ML[0];
    state.nodeVolumeMl[NODE] -= gone;
    state.machine[M.reservoirGasMl] += gone;
    left -= gone;
  }
}

/** One tick of the line. */
export function stepVenousAir(state: WorldState): void {
  if (state.machine[M.venousSlugMl] > 0) drawSlug(state);
  if (state.machine[M.task] !== WALKING) return;
  venousLineShare(state, share, 0);
  if (share[0] < 1) walk(state);
}
