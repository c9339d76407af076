/**
 * Air on its way into the modelled world and out of it (docs/model.md ): every mL is written to
 * the ledger. Who calls looks after the node's volume.
 */
import type { WorldState } from "../state/state.ts";
import { amountIndex, GAS } from "../topology.ts";
import { recordIn } from "./ledger.ts";

/** Air enters a cell at its beginning. */
export function enterAir(state: WorldState, cell: number, ml: number): void {
  const at = amountIndex(GAS, cell);
  const loose = Math.max(0, state.cellAmount[at] - (state.cellHeldGasMl[cell] as number));
  if (loose + ml > 0) state.cellGasTailMl[cell] *= loose / (loose + ml);
  state.cellAmount[at] += ml;
  state.cellVolumeMl[cell] += ml;
  recordIn(state, GAS, ml);
}

/** All air of a cell open to the room goes there; the volume it took goes with it. */
export function letAirOut(state: WorldState, cell: number): void {
  const gas = state.cellAmount[amountIndex(GAS, cell)] as number;
  if (gas !== 0) takeAir(state, cell, gas);
}

/** Air leaves a cell, mL, at most all it has; gives what went. */
export function takeAir(state: WorldState, cell: number, ml: number): number {
  const at = amountIndex(GAS, cell);
  const taken = Math.min(ml, state.cellAmount[at] as number);
  state.cellAmount[at] -= taken;
  state.cellVolumeMl[cell] -= taken;
  recordIn(state, GAS, -taken);
  return taken;
}

/** Air let go by what held it back, mL; gives what went. */
export function takeHeldAir(state: WorldState, cell: number, ml: number): number {
  const taken = takeAir(state, cell, Math.min(ml, state.cellHeldGasMl[cell] as number));
  state.cellHeldGasMl[cell] -= taken;
  return taken;
}
