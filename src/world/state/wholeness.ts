/** Stops a run the moment a number in the state is no longer finite, naming the tick. */
import { assertFinite } from "../../kernel/assert.ts";
import type { WorldState } from "./state.ts";

/** Every pressure and the sum of all volumes; a NaN anywhere reaches one of them within a tick. */
export function assertWhole(state: WorldState, tick: number): void {
  let sum = 0;
  for (let i = 0; i < state.nodePressureMmHg.length; i += 1) sum += state.nodePressureMmHg[i];
  for (let i = 0; i < state.cellAmount.length; i += 1) sum += state.cellAmount[i];
  for (let i = 0; i < state.patient.length; i += 1) sum += state.patient[i];
  for (let i = 0; i < state.machine.length; i += 1) sum += state.machine[i];
  assertFinite(sum, `the state at tick ${tick}`);
}
