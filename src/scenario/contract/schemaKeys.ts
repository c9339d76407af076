/** Walks a zod schema along a path into data, to know which keys would have been right there. */
import type { z } from "zod";
import type { DataPath } from "./source.ts";

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly items?: readonly z.core.$ZodType[];
  readonly getter?: () => z.core.$ZodType;
  readonly in?: z.core.$ZodType;
}

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def;

/** The schemas a value at this point may follow, with wrappers and unions opened. */
function opened(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const def = defOf(schema);
  if (def.options !== undefined) return def.options.flatMap(opened);
  if (def.getter !== undefined) return opened(def.getter());
  if (def.innerType !== undefined) return opened(def.innerType);
  if (def.type === "pipe" && def.in !== undefined) return opened(def.in);
  return [schema];
}

function stepInto(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  const { shape, element, valueType, items } = defOf(schema);
  if (typeof step === "number") {
    const inside = items?.[step] ?? element;
    return inside === undefined ? [] : [inside];
  }
  const inside = shape === undefined ? valueType : shape[step];
  return inside === undefined ? [] : [inside];
}

/** Keys that an object at the path may have, from every schema that could be meant there. */
export function keysAt(schema: z.core.$ZodType, path: DataPath): readonly string[] {
  let here: readonly z.core.$ZodType[] = opened(schema);
  for (const step of path) here = here.flatMap((one) => stepInto(one, step).flatMap(opened));
  return [...new Set(here.flatMap((one) => Object.keys(defOf(one).shape ?? {})))];
}
