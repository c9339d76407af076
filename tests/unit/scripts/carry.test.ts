/** Figures of one engine stand for another only when every first seed did the same on both. */
import { describe, expect, test } from "vitest";
import { carryTo, differing, planCarry } from "../../../scripts/qualify/carry.ts";
import type { Qualification } from "../../../scripts/qualify/qualificationFile.ts";
import { keyOf, type Tally } from "../../../scripts/qualify/tally.ts";

const tally = (kind: Tally["kind"], changes: Partial<Tally> = {}): Tally => ({
  scenario: "b4-power-loss",
  contentHash: "c0",
  variant: "a",
  cause: "",
  pumpType: "roller",
  kind,
  seedCount: 20,
  expected: "met",
  metCount: 20,
  strays: [],
  firstScreens: [],
  playedOn: "e1",
  trace: `trace of ${kind}`,
  ...changes,
});
const EXPERT = tally("expert");
const IDLE = tally("idle");
const CHANGED = tally("idle", { scenario: "b5-gas-supply", contentHash: "before" });
const of = (...tallies: Tally[]): Qualification => ({
  engineHash: "e1",
  playedOn: "e1",
  carried: [],
  tallies,
});
const isAsItWas = ({ contentHash }: Tally): boolean => contentHash === "c0";
const tracesOf = (...tallies: Tally[]): Map<string, string> =>
  new Map(tallies.map((one) => [keyOf(one), one.trace ?? ""]));

describe("what has to be compared", () => {
  test("is every tally whose scenario is as it was; the others are named by scenario", () => {
    const plan = planCarry(of(EXPERT, CHANGED, IDLE, { ...CHANGED, kind: "slow" }), isAsItWas);
    expect(plan).toEqual({
      ok: true,
      value: { compare: [EXPERT, IDLE], droppedScenarios: ["b5-gas-supply"] },
    });
  });

  test("cannot be compared when one tally has no trace, and the engine to go back to is named", () => {
    const { trace: _none, ...untraced } = IDLE;
    const plan = planCarry(of(EXPERT, untraced), isAsItWas);
    expect(plan).toMatchObject({ ok: false, problems: [{ code: "qualify.untraced" }] });
    expect(JSON.stringify(plan)).toContain("engine e1");
  });

  test("is not nothing: with every scenario changed there is no proof", () => {
    expect(planCarry(of(CHANGED), isAsItWas)).toMatchObject({
      ok: false,
      problems: [{ code: "qualify.nothingToCarry" }],
    });
  });
});

describe("what differs", () => {
  test("is nothing when every trace is the one on file", () => {
    expect(differing([EXPERT, IDLE], tracesOf(EXPERT, IDLE))).toEqual([]);
  });

  test("is the tally with another trace, and only that", () => {
    const played = tracesOf(EXPERT, { ...IDLE, trace: "another" });
    expect(differing([EXPERT, IDLE], played)).toEqual([IDLE]);
  });

  test("is a tally that was not played", () => {
    expect(differing([EXPERT, IDLE], tracesOf(EXPERT))).toEqual([IDLE]);
  });
});

describe("figures that were carried", () => {
  const plan = { compare: [EXPERT, IDLE], droppedScenarios: [] };

  test("hold for the new engine and say from which, how many were compared and where each was played", () => {
    expect(carryTo(of(EXPERT, IDLE, CHANGED), "e2", plan)).toEqual({
      engineHash: "e2",
      playedOn: "e1",
      carried: [{ from: "e1", to: "e2", tracesCompared: 2 }],
      tallies: [EXPERT, IDLE],
    });
  });

  test("can be carried on: the chain keeps every step", () => {
    const twice = carryTo(carryTo(of(EXPERT, IDLE), "e2", plan), "e3", plan);
    expect(twice.carried.map(({ from, to }) => `${from} ${to}`)).toEqual(["e1 e2", "e2 e3"]);
    expect(twice).toMatchObject({ engineHash: "e3", playedOn: "e1" });
  });
});
