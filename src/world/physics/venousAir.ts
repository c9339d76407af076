/**
 * Air in the venous line (docs/model.md C-23): it enters at the cannula while the line draws, stands in the
 * falling limb because it rises against the blood, and breaks the siphon. A hand that lifts the line from
 * table to reservoir walks it out.
 */
import { CLAMP_SITES, TASKS } from "../contract/ids.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  cellCount,
  edgeIndex,
  firstCell,
  GAS,
  nodeIndex,
  SPECIES_COUNT,
} from "../topology.ts";

const M = MACHINE.index;
const TICK_S = 0.02;
const NODE = nodeIndex("venousLine");
const FIRST = firstCell.venousLine;
const COUNT = cellCount("venousLine");
const CANNULA = edgeIndex("venousCannula");
const TABLE_CLAMP = CLAMP_SITES.indexOf("venousTable");
const WALKING = TASKS.indexOf("walkVenousLine");
/** Flow from which a leaking cannula draws all the air it can, mL/s (K). */
const DRAWS_ML_PER_S = 15;
/** Share of the line that is gas at which its column begins to break, and where nothing of it pulls (K). */
const COLUMN_BREAKS_FRACTION = 0.04;
const COLUMN_BROKEN_FRACTION = 0.22;
/** What of the flow slugs of air hold back when the column is broken: drainage 0 to 30 % (clinical.md B6). */
export const LOCKED_FRACTION = 0.75;
/** Slugs rise at 0.35 √(gD): 12 cm/s, or 15 mL/s of a half-inch line (K). */
const RISES_ML_PER_S = 15;
/** A hand moves so much air on (K). */
const WALKED_ML_PER_S = 30;

/** Gas in the venous line, mL. */
function gasMl(state: WorldState): number {
  let gas = 0;
  for (let i = 0; i < COUNT; i += 1) gas += state.cellAmount[amountIndex(GAS, FIRST + i)];
  return gas;
}

/** How far air has broken the siphon, 0 to 1. */
export function airLock(state: WorldState): number {
  const gas = gasMl(state);
  if (gas === 0) return 0;
  const fraction = gas / Math.max(1, state.nodeVolumeMl[NODE] as number);
  const span = COLUMN_BROKEN_FRACTION - COLUMN_BREAKS_FRACTION;
  return Math.min(1, Math.max(0, (fraction - COLUMN_BREAKS_FRACTION) / span));
}

function addGas(state: WorldState, cell: number, ml: number): void {
  state.cellAmount[amountIndex(GAS, cell)] += ml;
  state.cellVolumeMl[cell] += ml;
  state.nodeVolumeMl[NODE] += ml;
}

function enter(state: WorldState): void {
  const m = state.machine;
  if (m[M.venousAirMlPerS] === 0 || state.clamps[TABLE_CLAMP] === 1) return;
  const drawn = Math.min(1, Math.max(0, state.edgeFlowMlPerS[CANNULA] / DRAWS_ML_PER_S));
  const air = Math.min(m[M.venousAirLeftMl] as number, m[M.venousAirMlPerS] * drawn * TICK_S);
  if (air <= 0) return;
  m[M.venousAirLeftMl] -= air;
  addGas(state, FIRST, air);
}

/** Gas changes places with the blood above it; what both cells hold together stays. */
function rise(state: WorldState): void {
  for (let i = 0; i + 1 < COUNT; i += 1) {
    const upper = FIRST + i;
    const lower = upper + 1;
    const gasBelow = state.cellAmount[amountIndex(GAS, lower)] as number;
    if (gasBelow <= 0) continue;
    const bloodAbove = state.cellVolumeMl[upper] - state.cellAmount[amountIndex(GAS, upper)];
    const share = Math.min(1, gasBelow / Math.max(1, state.cellVolumeMl[lower] as number));
    const ml = Math.min(RISES_ML_PER_S * TICK_S * share, gasBelow, 0.5 * bloodAbove);
    if (ml <= 0) continue;
    const part = ml / bloodAbove;
    for (let species = 0; species < SPECIES_COUNT; species += 1) {
      if (species === GAS) continue;
      const amount = part * state.cellAmount[amountIndex(species, upper)];
      state.cellAmount[amountIndex(species, upper)] -= amount;
      state.cellAmount[amountIndex(species, lower)] += amount;
    }
    state.cellAmount[amountIndex(GAS, lower)] -= ml;
    state.cellAmount[amountIndex(GAS, upper)] += ml;
  }
}

/** The air nearest the reservoir leaves first; blood follows it from the patient. */
function walk(state: WorldState): void {
  let left = WALKED_ML_PER_S * TICK_S;
  for (let cell = FIRST + COUNT - 1; cell >= FIRST && left > 0; cell -= 1) {
    const gone = Math.min(left, state.cellAmount[amountIndex(GAS, cell)] as number);
    addGas(state, cell, -gone);
    left -= gone;
  }
}

/** One tick of the line. */
export function stepVenousAir(state: WorldState): void {
  enter(state);
  if (gasMl(state) === 0) return;
  if (state.machine[M.task] === WALKING) walk(state);
  rise(state);
}
