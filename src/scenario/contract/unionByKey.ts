/**
 * A union of groups of which each has a key that no other has. The key that is there says which group
 * was meant, so only that one is read: a plain union reads all of them, and makes for each that does not
 * fit a list of what is wrong with it. With none of the keys, or several, it does as a plain union does.
 */
import { z } from "zod";

type Options = readonly [z.ZodObject, ...z.ZodObject[]];
interface Def extends z.core.$ZodUnionDef<Options> {
  readonly keys: readonly string[];
}
interface UnionByKey<T extends Options> extends z.ZodUnion<T> {
  readonly _zod: z.ZodUnion<T>["_zod"] & { readonly def: Def };
}

const UnionByKey: z.core.$constructor<UnionByKey<Options>, Def> = z.core.$constructor(
  "UnionByKey",
  (inst, def) => {
    z.ZodUnion.init(inst, def);
    const readAll = inst._zod.parse.bind(inst._zod);
    inst._zod.parse = (payload, context) => {
      const { value } = payload;
      if (typeof value !== "object" || value === null) return readAll(payload, context);
      const there = def.keys.flatMap((key, index) => (Object.hasOwn(value, key) ? [index] : []));
      const option = def.options[there[0] ?? -1];
      if (option === undefined || there.length > 1) return readAll(payload, context);
      return option._zod.run(payload, context);
    };
  },
);

/** The union of the groups, each under its own key. */
export function unionByKey<const Groups extends Readonly<Record<string, z.ZodObject>>>(
  groups: Groups,
): z.ZodUnion<readonly Groups[keyof Groups][]> {
  const options = Object.values(groups) as unknown as Options;
  const keys = Object.keys(groups);
  return new UnionByKey({ type: "union", options, keys }) as never;
}
