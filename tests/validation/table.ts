/** Rows of targets from CSV, and how a measured value compares with one. */
import fs from "node:fs";
import path from "node:path";

export interface Target {
  readonly id: string;
  readonly quantity: string;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly condition: string;
  readonly source: string;
}

/** Fields of one CSV line; quoted fields may hold commas and doubled quotes. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

/** Every row of a CSV beside this file, as fields by column name. */
export function readCsv(name: string): readonly Readonly<Record<string, string>>[] {
  const text = fs.readFileSync(path.join(import.meta.dirname, name), "utf8");
  const [head, ...lines] = text.trimEnd().split("\n").map(fieldsOf);
  return lines.map((fields) => Object.fromEntries(head.map((key, at) => [key, fields[at] ?? ""])));
}

export const readTargets = (name: string): readonly Target[] =>
  readCsv(name).map((row) => ({
    id: row["id"],
    quantity: row["quantity"],
    low: Number(row["low"]),
    high: Number(row["high"]),
    unit: row["unit"],
    condition: row["condition"],
    source: row["source"],
  }));

/** What the world gave for a row. */
export interface Measured {
  /** One number, or two for rows that are pairs (to the minimum and to dry; at 37 °C and at 28 °C). */
  readonly values: readonly number[];
  /** result: came out of the physics. setting: the files or the table of constants say so. */
  readonly kind: "result" | "setting";
  readonly digits: number;
  readonly note?: string;
  /** Rows that are pairs or single numbers: how far a value may lie from its target. */
  readonly tolerance?: number;
}

export type Verdict = "inside" | "agrees" | "differs";

/** A range holds every value or does not; a single number agrees within its tolerance, 5 % if none is given. */
export function judge(target: Target, measured: Measured): Verdict {
  const { values, tolerance } = measured;
  if (values.length === 2) {
    const allowed = tolerance ?? 0;
    const targets = [target.low, target.high];
    return values.every((value, at) => Math.abs(value - targets[at]) <= allowed)
      ? "agrees"
      : "differs";
  }
  const [value] = values;
  if (target.low === target.high) {
    const allowed = tolerance ?? Math.abs(target.low) * 0.05;
    return Math.abs(value - target.low) <= allowed ? "agrees" : "differs";
  }
  const rounded = Number(value.toFixed(measured.digits));
  return rounded >= target.low && rounded <= target.high ? "inside" : "differs";
}
