/** One reading: a number taken from the state. Flags read 0 or 1, enums their code. */
import type { WorldSetup } from "../contract/setup.ts";
import type { WorldState } from "../state/state.ts";

export type Reader = (state: WorldState, setup: WorldSetup) => number;
export const flag = (value: boolean): number => (value ? 1 : 0);
