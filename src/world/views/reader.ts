/** One reading: a number taken from the state. Flags read 0 or 1, enums their code. */
import type { WorldSetup } from "../contract/setup.ts";
import type { BlockName, WorldState } from "../state/state.ts";

/**
 * A number worked out from the state and written into a cell: what a function of a table gives back comes
 * in a box (ADR 0045).
 */
export type Computed = (
  state: WorldState,
  into: Float64Array,
  at: number,
  setup: WorldSetup,
) => void;
/** A number that stands in the state as it is read. */
export interface Held {
  readonly block: BlockName;
  readonly offset: number;
}
export type Reader = Computed | Held;

export const held = (block: BlockName, offset: number): Held => ({ block, offset });
export const flag = (value: boolean): number => (value ? 1 : 0);
