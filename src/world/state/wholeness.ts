/** Stops a run the moment a number in the state is no longer finite, naming the tick. */
import { assertFinite } from "../../kernel/assert.ts";
import type { WorldState } from "./state.ts";

/** One number of the state that is not finite makes the sum of all of them so. */
export function assertWhole(state: WorldState, tick: number): void {
  const { all } = state;
  let sum = 0;
  for (let i = 0; i < all.length; i += 1) sum += all[i] as number;
  assertFinite(sum, `the state at tick ${tick}`);
}
