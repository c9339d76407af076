/** The validation pages say what the world does now, and every target row is either shown or explained. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/sourceTree.ts";
import { bloodResults } from "./bloodAnchors.ts";
import { MEASURES, NOT_SHOWN } from "./measures.ts";
import { bloodPage, judgedRows, pumpFailurePage } from "./pages.ts";
import { judge, readTargets, type Target } from "./table.ts";

const page = (name: string): string =>
  fs.readFileSync(path.join(ROOT, "docs/validation", name), "utf8");
const AS_REPORTED = "run: npx tsx scripts/validate.ts";

describe("the pages", () => {
  test(
    "of clinical targets is what the world gives today",
    () => expect(pumpFailurePage() === page("a1.md"), AS_REPORTED).toBe(true),
    240_000,
  );
  test("of blood is what the functions give today", () =>
    expect(bloodPage() === page("blood.md"), AS_REPORTED).toBe(true));
});

describe("the rows", () => {
  const targets = [...readTargets("pump-failure-numbers.csv"), ...readTargets("a1-targets.csv")];

  test("are each shown or explained, and not both", () => {
    const unclear = targets.filter(({ id }) => id in MEASURES === id in NOT_SHOWN);
    expect(unclear.map(({ id }) => id)).toEqual([]);
  });
  test("that are measured or explained exist", () => {
    const ids = new Set(targets.map(({ id }) => id));
    const strays = [...Object.keys(MEASURES), ...Object.keys(NOT_SHOWN)].filter(
      (id) => !ids.has(id),
    );
    expect(strays).toEqual([]);
  });
  test("of issue 2 are all met", () => {
    const missed = judgedRows().filter(
      ({ target, verdict }) => target.source.startsWith("issue 2") && verdict === "differs",
    );
    expect(missed.map(({ target }) => target.id)).toEqual([]);
  });
});

describe("blood", () => {
  test("saturation lies within 0.6 points of the standard curve", () => {
    const curve = bloodResults().filter(
      ({ gave, what }) => gave !== null && what.startsWith("SO2"),
    );
    expect(curve.length).toBeGreaterThan(10);
    for (const { id, gave, expected } of curve)
      expect(Math.abs((gave as number) - expected), id).toBeLessThan(0.6);
  });
  test("P50 is that of Dash 2016 at other temperatures, pH and PCO2", () => {
    const rows = bloodResults().filter(({ gave, what }) => gave !== null && what.startsWith("P50"));
    expect(rows).toHaveLength(4);
    for (const { id, gave, expected } of rows) expect(gave, id).toBeCloseTo(expected, 1);
  });
});

describe("judging", () => {
  const target = (low: number, high: number): Target => ({
    id: "t",
    quantity: "q",
    low,
    high,
    unit: "u",
    condition: "",
    source: "",
  });
  const gave = (...values: number[]) => ({ values, kind: "result", digits: 1 }) as const;

  test.each([
    [target(1, 2), gave(1.5), "inside"],
    [target(1, 2), gave(2.04), "inside"],
    [target(1, 2), gave(2.06), "differs"],
    [target(10, 10), gave(10.4), "agrees"],
    [target(10, 10), gave(10.6), "differs"],
    [target(7.8, 10.4), { ...gave(7.5, 10.1), tolerance: 0.5 }, "agrees"],
    [target(7.8, 10.4), { ...gave(7.8, 11), tolerance: 0.5 }, "differs"],
  ] as const)("%# reads as it should", (row, measured, verdict) =>
    expect(judge(row, measured)).toBe(verdict),
  );
});
