/** Walks a zod schema: which keys would have been right at a place in the data, and where a key would have been. */
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

/** What a wrapper such as "optional" or "lazy" is around. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const { type, getter, innerType, in: taken } = defOf(schema);
  const inner = getter?.() ?? innerType ?? (type === "pipe" ? taken : undefined);
  return inner === undefined ? schema : unwrapped(inner);
}

/** The schemas a value at this point may follow, with wrappers and unions opened. */
function opened(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const bare = unwrapped(schema);
  return defOf(bare).options?.flatMap(opened) ?? [bare];
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

/** Every schema that could be meant at the path. */
function schemasAt(schema: z.core.$ZodType, path: DataPath): readonly z.core.$ZodType[] {
  let here: readonly z.core.$ZodType[] = opened(schema);
  for (const step of path) here = here.flatMap((one) => stepInto(one, step).flatMap(opened));
  return here;
}

const keysOf = (schemas: readonly z.core.$ZodType[]): readonly string[] => [
  ...new Set(schemas.flatMap((one) => Object.keys(defOf(one).shape ?? {}))),
];

/** Keys that an object at the path may have, from every schema that could be meant there. */
export function keysAt(schema: z.core.$ZodType, path: DataPath): readonly string[] {
  return keysOf(schemasAt(schema, path));
}

/** Of those, the ones that go with the keys that are there already; keys that nothing has do not count. */
export function keysBeside(
  schema: z.core.$ZodType,
  path: DataPath,
  there: readonly string[],
): readonly string[] {
  const here = schemasAt(schema, path);
  const known = keysOf(here);
  const sure = there.filter((key) => known.includes(key));
  const fitting = here.filter((one) => sure.every((key) => keysOf([one]).includes(key)));
  return fitting.length === 0 ? known : keysOf(fitting);
}

/** Whether the path leads to a list of entries that their author names. */
export function hasNamedEntries(schema: z.core.$ZodType, path: DataPath): boolean {
  return schemasAt(schema, path).some((one) => defOf(one).valueType !== undefined);
}

/** A step into any entry of a list, and into any that its author named. */
export const ANY_ITEM = "[]";
export const ANY_NAME = "<name>";

/** The places at which an object may have the key, from the outermost; what lies inside itself is told once. */
export function placesOf(
  schema: z.core.$ZodType,
  key: string,
  path: readonly string[] = [],
  outer: readonly z.core.$ZodType[] = [],
): readonly (readonly string[])[] {
  const bare = unwrapped(schema);
  if (outer.includes(bare)) return [];
  const { shape = {}, element, valueType, options = [] } = defOf(bare);
  const within = (inner: z.core.$ZodType | undefined, ...step: readonly string[]) =>
    inner === undefined ? [] : placesOf(inner, key, [...path, ...step], [...outer, bare]);
  const found = [
    ...(key in shape ? [path] : []),
    ...options.flatMap((option) => within(option)),
    ...within(element, ANY_ITEM),
    ...within(valueType, ANY_NAME),
    ...Object.entries(shape).flatMap(([name, inner]) => within(inner, name)),
  ];
  return [...new Map(found.map((place) => [place.join(" "), place])).values()];
}
