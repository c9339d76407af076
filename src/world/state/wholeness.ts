/** Stops a run the moment a number in the state is no longer finite, naming the tick. */
import { assertFinite } from "../../kernel/assert.ts";
import type { WorldState } from "./state.ts";

/** One number of the state that is not finite makes the sum of all of them so. */
export function assertWhole(state: WorldState, tick: number): void {
  const { all } = state;
  // Four sums side by side: one alone waits for each addition to end before the next begins.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const even = all.length - (all.length % 4);
  for (let i = 0; i < even; i += 4) {
    a += all[i] as number;
    b += all[i + 1] as number;
    c += all[i + 2] as number;
    d += all[i + 3] as number;
  }
  for (let i = even; i < all.length; i += 1) a += all[i] as number;
  const sum = a + b + (c + d);
  if (sum - sum !== 0) assertFinite(sum, `the state at tick ${tick}`);
}
