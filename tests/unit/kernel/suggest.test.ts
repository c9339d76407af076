// "Did you mean ...?"

import { expect, test } from "vitest";
import { closest, editDistance } from "../../../src/kernel/suggest.ts";

const KNOWN = ["pumpFlowLpm", "pumpSpeedRpm", "sweepGasLpm", "fio2Fraction"];

test("a slip of the finger finds the word that was meant", () => {
  expect(closest("pumpFlwLpm", KNOWN)).toBe("pumpFlowLpm");
  expect(closest("pmupFlowLpm", KNOWN)).toBe("pumpFlowLpm");
  expect(closest("SWEEPGASLPM", KNOWN)).toBe("sweepGasLpm");
  expect(closest("fio2", ["fio2Fraction", "fi02"])).toBe("fi02");
});

test("a word that is near nothing gets no suggestion", () => {
  expect(closest("arterialPressure", KNOWN)).toBeUndefined();
  expect(closest("xyz", ["abc"])).toBeUndefined();
  expect(closest("anything", [])).toBeUndefined();
});

test("the nearest wins, and among equals the first", () => {
  expect(closest("clamp", ["clamps", "clamp", "lamp"])).toBe("clamp");
  expect(closest("cart", ["card", "care"])).toBe("card");
});

test("distances count insertions, deletions, replacements and swaps of neighbours", () => {
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("abc", "")).toBe(3);
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("ab", "ba")).toBe(1);
  expect(editDistance("clamp", "clamp")).toBe(0);
});
