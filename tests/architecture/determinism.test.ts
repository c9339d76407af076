/** Pure rooms have no clock, no chance and no mathematics that engines disagree about. */
import { describe, expect, test } from "vitest";
import { readTree } from "../support/sourceTree.ts";
import { unrepeatable } from "./rules/determinism.ts";
import { PURE_ROOMS, roomOf } from "./rules/rooms.ts";

const SOURCES = readTree(["src"], [".ts", ".tsx"]).filter((file) =>
  PURE_ROOMS.includes(roomOf(file.path)),
);

/** Uses that exist today and must go. A stale entry fails too. */
const KNOWN: readonly string[] = [];

describe("determinism", () => {
  const found = unrepeatable(SOURCES);

  test("the walk sees the pure rooms", () => expect(SOURCES.length).toBeGreaterThan(20));
  test("nothing in a pure room can differ between two runs", () =>
    expect(found.filter((use) => !KNOWN.includes(use))).toEqual([]));
  test("no entry of KNOWN is stale", () =>
    expect(KNOWN.filter((use) => !found.includes(use))).toEqual([]));
});

describe("a planted use is caught", () => {
  const cases: readonly [string, string][] = [
    ["const t = Date.now();", "Date"],
    ["const t: Date = start;", "Date"],
    ["const r = Math.random();", "Math.random"],
    ["const e = Math.exp(x);", "Math.exp"],
    ['const e = Math["exp"](x);', "Math.(not by name)"],
    ["const { exp } = Math;", "Math.(not by name)"],
    ["const p = x ** 2;", "**"],
    ["x **= 2;", "**="],
    ["const s = Intl.NumberFormat();", "Intl"],
    ["names.sort((a, b) => a.localeCompare(b));", "localeCompare"],
    ["globalThis.Math.exp(x);", "globalThis"],
  ];
  test.each(cases)("%s", (text, use) =>
    expect(unrepeatable([{ path: "src/machine/planted.ts", text }])).toEqual([
      `src/machine/planted.ts:1 uses ${use}`,
    ]),
  );
  test("comments, labels and exact functions pass", () => {
    const text =
      "// Math.exp, x ** 2, Date\nconst a = { Date: Math.sqrt(4), b: row.Math };\n/* 2 ** 3 */";
    expect(unrepeatable([{ path: "src/world/fine.ts", text }])).toEqual([]);
  });
  test("hosts and views may do as they like", () =>
    expect(unrepeatable([{ path: "src/app/clock.ts", text: "Date.now() ** 2" }])).toEqual([]));
});
