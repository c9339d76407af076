/** A1 headless: who does nothing, who cranks blindly, and who says and looks at everything fails. */
import { describe, expect, test } from "vitest";
import type { Player } from "../../../src/players/player.ts";
import { loadBuiltEngine } from "../../support/builtEngine.ts";
import { cranksBlindly, idle, startKind } from "../../support/otherPerfusionists.ts";
import { playCase, readContent } from "../../support/playCase.ts";

const content = readContent();
const { createCase: create } = await loadBuiltEngine();
const VARIANTS = content.scenario.variants.map(({ id }) => id);

const play = (choices: object, begin: (me: Player) => void) =>
  playCase({ content, choices: { seed: 1, ...choices }, create }, begin).report;

describe("doing nothing", () => {
  test.each(VARIANTS)("variant %s is not met, and the critical fails are named", (variant) => {
    const report = play({ variant }, (me) => me.start(idle()));
    expect(report).toMatchObject({ outcome: "notMet", endReason: "harm", pointsFraction: 0 });
    const fails = report.criticalFails.join(" ");
    expect(fails).toContain("A1.CF");
    expect(fails).toContain("A1.N3");
    for (const { state, id, evidence } of report.marks) {
      if (state === "violated") expect(evidence.length, id).toBeGreaterThan(0);
    }
  });
});

describe("the shotgun", () => {
  test.each(VARIANTS)("variant %s is not met, though the hands do what is right", (variant) => {
    const report = play({ variant }, (me) => startKind("a1-pump-failure", "shotgun", me));
    expect(report.outcome).toBe("notMet");
    const costs = report.marks.filter(({ id, points }) => id.includes(".E") && points < 0);
    expect(costs.length).toBeGreaterThan(0);
  });
});

describe("cranking into a servo stop", () => {
  test.each(["roller", "centrifugal"] as const)("of air on a %s pump fails with N7", (pumpType) => {
    const report = play({ variant: "h", cause: "air", pumpType }, (me) =>
      me.start(cranksBlindly(me)),
    );
    expect(report.outcome).toBe("notMet");
    expect(report.criticalFails.join(" ")).toContain("A1.N7");
    const air = report.measures.find(({ id }) => id === "airDeliveredMl");
    expect(air?.band).toBe("red");
    const n7 = report.marks.find(({ id }) => id === "A1.N7");
    expect(n7?.evidence.length).toBeGreaterThan(0);
  });
  test("of low level draws air and fails with N7 too", () => {
    const choices = { variant: "h", cause: "level", pumpType: "roller" };
    const report = play(choices, (me) => me.start(cranksBlindly(me)));
    expect(report.criticalFails.join(" ")).toContain("A1.N7");
  });
});

describe("a scripted player", () => {
  test("cannot look at what a trainee cannot see", () => {
    expect(() => play({ variant: "a" }, (me) => me.view.number("patient.ischaemiaDose"))).toThrow(
      /cannot see/,
    );
  });
});
