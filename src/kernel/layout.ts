// State lives in typed arrays; a layout gives each slot a name, so code reads
// `state[CIRCULATION.index.meanArterialPressureMmHg]` and a misspelt name does not compile.
// The order of the names is the order of the bytes: snapshots and hashes depend on it.

export type Layout<Name extends string> = {
  /** Slot number of each name, counted from 0. */
  readonly index: { readonly [K in Name]: number };
  /** How many slots the layout needs. */
  readonly size: number;
  /** The names in slot order. */
  readonly names: readonly Name[];
};

/** The name of one slot of a layout: `SlotOf<typeof CIRCULATION>`. */
export type SlotOf<L> = L extends Layout<infer Name> ? Name : never;

/**
 * Numbers the names from 0 in the order given and freezes the result; duplicates throw. The index is made
 * from its entries in one piece: an object filled name by name becomes a hash table in V8, and every
 * `STATE.index.name` of a tick a search in it instead of a constant.
 */
export function defineLayout<const Names extends readonly string[]>(
  names: Names,
): Layout<Names[number]> {
  const slots = new Map<string, number>();
  for (const [slot, name] of names.entries()) {
    if (name === "") throw new Error(`Layout slot ${slot} has an empty name`);
    const earlier = slots.get(name);
    if (earlier !== undefined) {
      throw new Error(`Layout names must differ: "${name}" is slot ${earlier} and ${slot}`);
    }
    slots.set(name, slot);
  }
  return Object.freeze({
    index: Object.freeze(Object.fromEntries(slots)) as { readonly [K in Names[number]]: number },
    size: names.length,
    names: Object.freeze([...names]),
  });
}
