/**
 * A file as its host read it: plain data and a way to say where a piece of it stands. The pure
 * rooms never read YAML; they get this, so that every problem can name file, line and column.
 */
import type { z } from "zod";
import type { Problem } from "../../kernel/result.ts";
import { remedyFor } from "./remedies.ts";

export type DataPath = readonly (string | number)[];

/** What stands at the path, or undefined. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Line and column, both counted from 1. */
export interface Position {
  readonly lineIndex: number;
  readonly columnIndex: number;
}

/** What can be said of a key that is not known where it stands; only of a file, which has columns. */
export interface KeyHints {
  /**
   * `it belongs …`, or nothing when that cannot be told. What stands around the place is looked at first, the
   * rest of the file only when asked for: a word that is nearly right here is likelier meant than one far away.
   */
  whereItBelongs(
    source: DataSource,
    schema: z.core.$ZodType,
    path: DataPath,
    isAnywhere: boolean,
  ): string | undefined;
  /** What to say of a key that is read as the name of an entry, since it stands in the column of such names. */
  takenForName(
    source: DataSource,
    schema: z.core.$ZodType,
    path: DataPath,
  ): { readonly sentence: string; readonly remedy: string } | undefined;
}

export interface DataSource {
  /** File name as the author knows it. */
  readonly name: string;
  readonly data: unknown;
  /** Given by who reads files: what only their authors need is not carried where no file is read. */
  readonly keyHints?: KeyHints;
  /** Where the value at the path stands, or undefined when the host cannot tell. */
  locate(path: DataPath): Position | undefined;
}

/** A source without positions, for data that never was a file. */
export function unplacedSource(name: string, data: unknown): DataSource {
  return { name, data, locate: () => undefined };
}

/** The path as an author would write it: `variants[2].faults[0].head`. */
function pathText(path: DataPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** `file:line:column path`, going up the path until the host knows a position. */
function placeOf(source: DataSource, path: DataPath): string {
  for (let length = path.length; length >= 0; length--) {
    const position = source.locate(path.slice(0, length));
    if (position === undefined) continue;
    const place = `${source.name}:${position.lineIndex}:${position.columnIndex}`;
    return path.length === 0 ? place : `${place} ${pathText(path)}`;
  }
  return path.length === 0 ? source.name : `${source.name} ${pathText(path)}`;
}

export interface ProblemAt {
  readonly code: string;
  readonly path: DataPath;
  readonly sentence: string;
  readonly remedy?: string | undefined;
}

/** A problem with its place in the file. */
export function problemAt(source: DataSource, problem: ProblemAt): Problem {
  const { code, path, sentence } = problem;
  const remedy = problem.remedy ?? remedyFor(code);
  return { code, place: placeOf(source, path), sentence, ...(remedy ? { remedy } : {}) };
}
