/**
 * What an experiment is: words of the quantity it answers, input keys it needs, and a function of the
 * inputs. Nothing here or in the areas sees a row's id, source or expected value.
 */
import type { InputValue } from "./rows.ts";

/** An experiment that cannot be set up as stated; the message is a sentence. */
export class Unanswerable extends Error {}

/** A figure of merit the whole file is judged by, beside pass and fail. */
export const MEASURES = ["o2Content", "co2Transfer", "heatExchanger"] as const;
export type Measure = (typeof MEASURES)[number];

export interface Answer {
  readonly value: number;
  readonly unit: string;
  /** The law or source that gave it. */
  readonly by: string;
  /** Looked up, not worked out: counted as a pass, left out of error statistics. */
  readonly isCatalogue?: boolean;
  /** Counts for a measure; an error times the scale is in the measure's own unit. */
  readonly measure?: { readonly name: Measure; readonly scale: number };
}

/** The inputs of a row, read by key. */
export interface Inputs {
  /** Unit the row wants its answer in. */
  readonly unit: string;
  has(key: string): boolean;
  /** A number, the first number in a text, or the middle of a range such as "23-30". */
  number(key: string): number;
  numberOr(key: string, fallback: number): number;
  text(key: string): string;
  numbers(key: string): readonly number[];
  keys(): readonly string[];
  /** Words of all texts together, for finding a device or a situation. */
  words(): readonly string[];
}

export interface Experiment {
  /** Any of these sets of words must stand in the quantity, each set with a space between words. */
  readonly quantity: readonly string[];
  /** Any of these sets of keys must be given, each set with a space between keys. */
  readonly needs: readonly string[];
  answer(inputs: Inputs): Answer;
}

/** Lower-case words and numbers of a text. A point inside a number stays. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\d+\.\d+|[a-z0-9]+/g) ?? [];
}

/** Other names of a quantity, and the one experiments use. */
const SYNONYMS: Readonly<Record<string, string>> = {
  paco2: "pco2",
  pvco2: "pco2",
  pao2: "po2",
  pvo2: "po2",
  hematocrit: "hct",
  haematocrit: "hct",
};

/** Words of a quantity, each with the name experiments use for it. */
export const quantityWordsOf = (text: string): readonly string[] =>
  wordsOf(text).flatMap((word) => [
    word,
    ...(SYNONYMS[word] === undefined ? [] : [SYNONYMS[word]]),
  ]);

export const includesAll = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((word) => words.includes(word));

/** True when any of several sets, written with spaces, is wholly there; "!" marks what must not be. */
export const anySet = (sets: readonly string[], has: (word: string) => boolean): boolean =>
  sets.some(
    (set) =>
      set === "" ||
      set.split(" ").every((word) => (word.startsWith("!") ? !has(word.slice(1)) : has(word))),
  );

function numberIn(value: InputValue | undefined): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const range = /(-?\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)/.exec(value);
  if (range) return (Number(range[1]) + Number(range[2])) / 2;
  const [first] = /-?\d+(?:\.\d+)?/.exec(value) ?? [];
  return first === undefined ? null : Number(first);
}

const textOf = (value: InputValue | undefined): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";

/** Inputs over the object of a row. */
export function inputsOf(values: Readonly<Record<string, InputValue>>, unit: string): Inputs {
  const number = (key: string): number => {
    const value = numberIn(values[key]);
    if (value === null) throw new Unanswerable(`Its ${key} holds no number.`);
    return value;
  };
  return {
    unit,
    has: (key) => values[key] !== undefined,
    number,
    numberOr: (key, fallback) => (values[key] === undefined ? fallback : number(key)),
    text: (key) => textOf(values[key]),
    numbers: (key) => {
      const list = values[key];
      return Array.isArray(list) ? list.map(Number) : [];
    },
    keys: () => Object.keys(values),
    words: () =>
      Object.values(values).flatMap((value) => (typeof value === "string" ? wordsOf(value) : [])),
  };
}
