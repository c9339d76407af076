/**
 * Says of a key that is not known where it stands where it would be: most of what goes wrong in a file that
 * means something by its indentation is a key in the wrong column.
 */
import type { z } from "zod";
import { ANY_ITEM, ANY_NAME, hasNamedEntries, keysAt, keysBeside, placesOf } from "./schemaKeys.ts";
import { type DataPath, type DataSource, type KeyHints, valueAt } from "./source.ts";

type Schema = z.core.$ZodType;

const NAMED_PLACES_MAX = 3; // of a key that can stand at more places, nobody can tell which was meant

function whereItBelongs(
  source: DataSource,
  schema: Schema,
  path: DataPath,
  isAnywhere: boolean,
): string | undefined {
  return around(source, schema, path) ?? (isAnywhere ? elsewhere(source, schema, path) : undefined);
}

/** The key belongs to something that this stands in: it lies too far to the right. */
function around(source: DataSource, schema: Schema, path: DataPath): string | undefined {
  const key = String(path[path.length - 1]);
  for (let length = path.length - 2; length >= 0; length--) {
    const place = path.slice(0, length);
    const there = Object.keys(valueAt(source.data, place) ?? {});
    if (there.includes(key) || !keysBeside(schema, place, there).includes(key)) continue;
    return `it belongs beside "${path[length]}"${columns(source, path, place)}`;
  }
  return undefined;
}

/** The key belongs into something else, of which there may already be one in the file. */
function elsewhere(source: DataSource, schema: Schema, path: DataPath): string | undefined {
  const places = placesOf(schema, String(path[path.length - 1]));
  if (places.length > NAMED_PLACES_MAX || places.some((place) => place.length === 0)) {
    return undefined;
  }
  const texts = places.map((place) => `"${place.join(".").replaceAll(`.${ANY_ITEM}`, ANY_ITEM)}"`);
  const [first, last] = [places[0], texts.pop()];
  if (first === undefined || last === undefined) return undefined;
  if (texts.length > 0) return `it is known under ${texts.join(", ")} and ${last}`;
  const there = firstAt(source.data, first);
  return `it belongs under ${last}${there === undefined ? "" : columns(source, path, there)}`;
}

/** The first thing in the data that lies at such a place. */
function firstAt(data: unknown, place: readonly string[]): DataPath | undefined {
  return place.reduce<DataPath | undefined>((path, step) => {
    if (path === undefined || (step !== ANY_ITEM && step !== ANY_NAME))
      return path && [...path, step];
    const first = Object.keys(valueAt(data, path) ?? {})[0];
    if (first === undefined) return undefined;
    return [...path, step === ANY_ITEM ? Number(first) : first];
  }, []);
}

function takenForName(
  source: DataSource,
  schema: Schema,
  path: DataPath,
): { readonly sentence: string; readonly remedy: string } | undefined {
  const key = String(path[path.length - 1]);
  const list = path.slice(0, -1);
  if (!hasNamedEntries(schema, list) || !keysAt(schema, path).includes(key)) return undefined;
  const names = Object.keys(valueAt(source.data, list) ?? {}).filter((name) => name !== key);
  const hints = names.map((name) => columns(source, path, [...list, name]));
  const where = hints.find((hint) => hint !== "") ?? "";
  const sentence = `"${key}" is read as one of the names under "${list[list.length - 1]}": it belongs under such a name${where}.`;
  return { sentence, remedy: "Move it there." };
}

/** `, 2 columns further right`: from where the key stands to where keys of the place stand; nothing between brackets. */
function columns(source: DataSource, path: DataPath, place: DataPath): string {
  const from = columnOf(source, path.slice(0, -1));
  const to = columnOf(source, place);
  if (from === undefined || to === undefined || from === to) return "";
  const count = Math.abs(to - from);
  return `, ${count} column${count === 1 ? "" : "s"} further ${to > from ? "right" : "left"}`;
}

/** The column in which the keys of a group begin; undefined for one between brackets, or without a file. */
function columnOf(source: DataSource, group: DataPath): number | undefined {
  const value = valueAt(source.data, group);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const own = source.locate(group);
  const [key] = Object.keys(value);
  const first = key === undefined ? undefined : source.locate([...group, key]);
  if (own === undefined || first === undefined) return undefined;
  const isNamed = typeof group[group.length - 1] === "string";
  const isBlock = isNamed ? first.lineIndex > own.lineIndex : first.columnIndex === own.columnIndex;
  return isBlock ? first.columnIndex : undefined;
}

export const KEY_HINTS: KeyHints = { whereItBelongs, takenForName };
