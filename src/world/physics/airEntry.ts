/**
 * Air on its way into the modelled world and out of it (docs/model.md ): every mL is written to
 * the ledger. Who calls looks after the node's volume.
 */
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { amountIndex, GAS } from "../topology.ts";

const M = MACHINE.index;

/** How much air is to move next, mL, and afterwards how much did (ADR 0045). */
export const AIR_ML = new Float64Array(1);

/** Air enters a cell at its beginning. */
export function enterAir(state: WorldState, cell: number, ml: number): void {
  AIR_ML[0] = ml;
  letAirIn(state, cell);
}

/** What stands in AIR_ML enters a cell at its beginning. */
export function letAirIn(
  { cellAmount, cellVolumeMl, cellHeldGasMl, cellGasTailMl, machine }: WorldState,
  cell: number,
): void {
  const at = amountIndex(GAS, cell);
  const ml = AIR_ML[0];
  const loose = Math.max(0, cellAmount[at] - (cellHeldGasMl[cell] as number));
  if (loose + ml > 0) cellGasTailMl[cell] *= loose / (loose + ml);
  cellAmount[at] += ml;
  cellVolumeMl[cell] += ml;
  machine[M.airInMl] += ml;
}

/** All air of a cell open to the room goes there; the volume it took goes with it. */
export function letAirOut(state: WorldState, cell: number): void {
  AIR_ML[0] = state.cellAmount[amountIndex(GAS, cell)] as number;
  if (AIR_ML[0] !== 0) takeAir(state, cell);
}

/** What stands in AIR_ML leaves a cell, at most all it has; what went stands there then. */
export function takeAir({ cellAmount, cellVolumeMl, machine }: WorldState, cell: number): void {
  const at = amountIndex(GAS, cell);
  const taken = Math.min(AIR_ML[0], cellAmount[at] as number);
  cellAmount[at] -= taken;
  cellVolumeMl[cell] -= taken;
  machine[M.airInMl] -= taken;
  AIR_ML[0] = taken;
}

/** The same of air let go by what held it back. */
export function takeHeldAir(state: WorldState, cell: number): void {
  AIR_ML[0] = Math.min(AIR_ML[0], state.cellHeldGasMl[cell] as number);
  takeAir(state, cell);
  state.cellHeldGasMl[cell] -= AIR_ML[0];
}
