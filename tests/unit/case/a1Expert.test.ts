/**
 * A1 headless: the expert, who sees trainee signals only and reacts after 0.8 to 2 s, meets every
 * variant on every pump it can happen on, with whatever distractors the seed draws.
 */
import { describe, expect, test } from "vitest";
import { pumpFailureExpert as expert } from "../../../src/players/pumpFailure.ts";
import { possibleCases } from "../../../src/scenario/possibleCases.ts";
import { loadBuiltEngine } from "../../support/builtEngine.ts";
import { playCase, readContent } from "../../support/playCase.ts";

const content = readContent();
const { createCase: create } = await loadBuiltEngine();
const CASES = possibleCases(content.scenario);

describe("the expert", () => {
  test("every variant is played", () => {
    expect([...new Set(CASES.map(({ variant }) => variant))].join("")).toBe("abcdefghi");
  });
  test.each(CASES)("meets $variant $cause on a $pumpType pump", ({ variant, cause, pumpType }) => {
    const choices = { variant, pumpType, seed: 1, ...(cause === "" ? {} : { cause }) };
    const { report } = playCase({ content, choices, create }, (me) => me.start(expert(me)));
    expect(report, report.because.join(" ")).toMatchObject({
      outcome: "met",
      endReason: "completed",
      criticalFails: [],
    });
    const unproven = report.marks.filter(
      ({ state, evidence }) => (state === "inTime" || state === "late") && evidence.length === 0,
    );
    expect(unproven.map(({ id }) => id)).toEqual([]);
  });
});

describe("seeds worth keeping", () => {
  test("seed 3, h air: after the wash the level must allow the restart", () => {
    const choices = { variant: "h", cause: "air", pumpType: "roller", seed: 3 } as const;
    const { report } = playCase({ content, choices, create }, (me) => me.start(expert(me)));
    expect(report.outcome, report.because.join(" ")).toBe("met");
  });
});
