/** A number in a pure room says its unit. */
import { describe, expect, test } from "vitest";
import { readTree } from "../support/sourceTree.ts";
import { saysItsUnit, unitlessNumbers } from "./rules/units.ts";

const SOURCES = readTree(["src"], [".ts", ".tsx"]);

/** Fields that exist today and must be renamed, as "file name". A stale entry fails too. */
const KNOWN: readonly string[] = [];

describe("units", () => {
  const found = unitlessNumbers(SOURCES).map((entry) => entry.replace(/:\d+ /, " "));

  test("the walk sees the source", () => expect(SOURCES.length).toBeGreaterThan(30));
  test("every number field in a pure room names its unit", () =>
    expect(found.filter((field) => !KNOWN.includes(field))).toEqual([]));
  test("no entry of KNOWN is stale", () =>
    expect(KNOWN.filter((field) => !found.includes(field))).toEqual([]));
});

describe("a planted number without a unit is caught", () => {
  const cases: readonly [string, string][] = [
    ["interface State { readonly resistance: number }", "resistance"],
    ["type State = { pressure: number | null }", "pressure"],
    ["interface State { flow?: number | undefined }", "flow"],
    ["const s = z.object({ temperature: z.number().min(4) });", "temperature"],
    ["const s = z.strictObject({ dose: z.int().optional() });", "dose"],
    [
      "const positive = () => z.number(); const s = z.object({ weight: positive().max(3) });",
      "weight",
    ],
    ["const level = z.number(); const s = z.object({ level });", "level"],
  ];
  test.each(cases)("%s", (text, name) =>
    expect(unitlessNumbers([{ path: "src/physiology/planted.ts", text }])).toEqual([
      `src/physiology/planted.ts:1 ${name}`,
    ]),
  );
  test("strings, views and units pass", () => {
    const text = "interface A { name: string; meanPressureMmHgMax: number; z: string }";
    expect(unitlessNumbers([{ path: "src/physiology/fine.ts", text }])).toEqual([]);
    const view = "interface A { width: number }";
    expect(unitlessNumbers([{ path: "src/console/fine.ts", text: view }])).toEqual([]);
  });
});

describe("names and units", () => {
  test.each([
    "arterialPressureMmHg",
    "pumpFlowLpmMax",
    "resistanceMmHgMinPerL",
    "complianceMlPerMmHg",
    "flowMlPerS",
    "oxygenUptakeMlO2PerMinPerM2",
    "atTick",
    "tick",
    "ticks",
    "seed",
    "hematocritFraction",
    "arterialPh",
    "ph",
    "brainQ10",
    "rateLpmPerS",
    "powerW",
    "energyKj",
    "displacementMlPerRev",
    "inertanceMmHgS2PerMl",
    "count",
    "headIndex",
    "temperatureCTarget",
    "leakPerS",
    "dropMmHgPerLpm2",
  ])("%s says its unit", (name) => expect(saysItsUnit(name)).toBe(true));
  test.each([
    "pressureMin",
    "pressure",
    "flow",
    "limitMax",
    "meanBP",
    "temperature",
    "Per",
    "durationMin",
  ])("%s does not", (name) => expect(saysItsUnit(name)).toBe(false));
});
