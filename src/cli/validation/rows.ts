/** Rows of published figures from a file: its columns, and what is wrong with them. */
import { z } from "zod";
import { CsvMistake, type CsvRecord, parseCsv } from "../../kernel/csv.ts";
import type { Problem } from "../../kernel/result.ts";
import { Refusal } from "../command.ts";

export const COLUMNS = [
  "id",
  "area",
  "inputs",
  "quantity",
  "expected",
  "tolerance",
  "unit",
  "source",
  "confidence",
] as const;
type Column = (typeof COLUMNS)[number];

export type InputValue = string | number | boolean | null | readonly unknown[] | object;

export interface ValidationRow {
  readonly id: string;
  readonly area: string;
  /** point, range, threshold, spec or trend. */
  readonly kind: string;
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly quantity: string;
  readonly expected: number;
  readonly tolerance: number;
  readonly unit: string;
  readonly confidence: string;
}

const INPUTS = z.record(z.string(), z.unknown());

const EXAMPLE = 'Write an object such as "{""PO2_mmHg"":40}", with each quote doubled.';

function readJson(text: string): { value: unknown } | { sentence: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { sentence: `The inputs are not JSON (${why}).` };
  }
}

function numberOf(text: string): number | null {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
}

function readRow(
  record: CsvRecord,
  cell: (column: Column) => string,
  problemAt: (column: Column, sentence: string, remedy: string) => void,
): ValidationRow | null {
  const parsed = readJson(cell("inputs"));
  if ("sentence" in parsed) {
    problemAt("inputs", parsed.sentence, EXAMPLE);
    return null;
  }
  const inputs = INPUTS.safeParse(parsed.value);
  if (!inputs.success) {
    problemAt("inputs", "The inputs are JSON but no object.", EXAMPLE);
    return null;
  }
  const expected = numberOf(cell("expected"));
  const tolerance = numberOf(cell("tolerance"));
  if (expected === null || tolerance === null) {
    const column = expected === null ? "expected" : "tolerance";
    problemAt(column, `"${cell(column)}" is not a number.`, "Write a number with a point.");
    return null;
  }
  const { _kind: kind, ...rest } = inputs.data as Record<string, InputValue>;
  return {
    id: cell("id") === "" ? `line ${record.lineIndex}` : cell("id"),
    area: cell("area"),
    kind: typeof kind === "string" ? kind : "point",
    inputs: rest,
    quantity: cell("quantity"),
    expected,
    tolerance,
    unit: cell("unit"),
    confidence: cell("confidence"),
  };
}

function recordsOf(text: string, file: string): readonly CsvRecord[] {
  try {
    return parseCsv(text);
  } catch (error) {
    if (!(error instanceof CsvMistake)) throw error;
    const remedy = "Close every quoted field, and double a quote inside it.";
    const place = `${file}:${error.line}`;
    throw new Refusal([{ code: "validate.csv", place, sentence: error.message, remedy }]);
  }
}

/** All rows of a text, or a refusal that names every place that is wrong. */
export function readRows(text: string, file: string): readonly ValidationRow[] {
  const [header, ...records] = recordsOf(text, file);
  const names = header?.fields.map((name) => name.trim().toLowerCase()) ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const plural = missing.length === 1 ? "There is no column" : "There are no columns";
    throw new Refusal([
      {
        code: "validate.column",
        place: `${file}:1`,
        sentence: `${plural} ${missing.join(", ")}.`,
        remedy: `The first line names the columns ${COLUMNS.join(", ")}.`,
      },
    ]);
  }
  const problems: Problem[] = [];
  const rows = records.flatMap((record) => {
    const cell = (column: Column): string => (record.fields[names.indexOf(column)] ?? "").trim();
    const row = readRow(record, cell, (column, sentence, remedy) => {
      const place = `${file}:${record.lineIndex} ${cell("id")} ${column}`;
      problems.push({ code: "validate.row", place, sentence, remedy });
    });
    return row === null ? [] : [row];
  });
  if (problems.length > 0) throw new Refusal(problems);
  return rows;
}
