/**
 * Remembers how worlds came to rest. Settling draws no chance, so two worlds of one setup begin alike
 * whatever their seed, and only the first of them has to be run to its beginning.
 */
import { canonicalJson } from "../../kernel/hash.ts";
import type { WorldSetup } from "../contract/setup.ts";

/** What settling leaves behind: the state, and the volumes at which vessels hold no pressure. */
export interface Settled {
  readonly all: Float64Array;
  readonly unstressedMl: Float64Array;
}

/** A department's cases are of few kinds; the oldest is forgotten first. */
const REMEMBERED_MAX = 8;
const remembered = new Map<string, Settled>();

/** What a world's beginning depends on, as one text: its setup without the seed. */
export const settlingKey = (setup: WorldSetup): string => canonicalJson({ ...setup, seed: 0 });

export const recallSettled = (key: string): Settled | undefined => remembered.get(key);

/** Keep copies of what settling left behind. */
export function rememberSettled(key: string, { all, unstressedMl }: Settled): void {
  const oldest = remembered.keys().next();
  if (remembered.size >= REMEMBERED_MAX && oldest.done !== true) remembered.delete(oldest.value);
  remembered.set(key, { all: all.slice(), unstressedMl: unstressedMl.slice() });
}
