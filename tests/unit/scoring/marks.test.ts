/** Marks: timed credit, forfeits, waivers, own clocks, shares, harms. */
import { describe, expect, test } from "vitest";
import { timedCreditFraction } from "../../../src/scoring/markResult.ts";
import { mark, ScorerHarness } from "./scorerHarness.ts";

const must = mark({ class: "must", targetS: 10, failS: 30, done: { said: "noFlow" } });
const FLOW = "patient.systemicFlowTrueLpm";

describe("timed credit", () => {
  test.each([
    [0, 1],
    [10, 1],
    [20, 0.5],
    [25, 0.25],
    [30, 0],
    [90, 0],
  ])("done after %d s of 10/30 is worth %d", (doneAtS, creditFraction) => {
    expect(timedCreditFraction(doneAtS, { targetS: 10, failS: 30 })).toBeCloseTo(creditFraction);
  });
  test("without a fail time late is half", () => {
    expect(timedCreditFraction(11, { targetS: 10, failS: null })).toBe(0.5);
  });
});

describe("a must", () => {
  test("done in time names the fact and its tick", () => {
    const harness = new ScorerHarness([must]).run(4);
    const { tick } = harness;
    expect(harness.say("noFlow").run(1).result()).toMatchObject({
      state: "inTime",
      doneAtS: 4,
      points: 3,
      pointsMax: 3,
      evidence: [{ tick, sentence: "Said to the surgeon: no flow." }],
    });
  });
  test("late loses points in a straight line", () => {
    const harness = new ScorerHarness([must]).run(20).say("noFlow").run(1);
    expect(harness.result()).toMatchObject({ state: "late", points: 1.5 });
  });
  test("never done is worth nothing", () => {
    const harness = new ScorerHarness([must]).run(100);
    expect(harness.result()).toMatchObject({ state: "notDone", points: 0, doneAtS: null });
  });
  test("forfeited when something else came first", () => {
    const careful = mark({
      class: "must",
      targetS: 10,
      failS: 30,
      forfeitedBy: { said: "crankingNow" },
      done: { said: "noFlow" },
    });
    const harness = new ScorerHarness([careful]).run(2).say("crankingNow").run(1).say("noFlow");
    const result = harness.run(1).result();
    expect(result).toMatchObject({ state: "notDone", points: 0 });
    expect(result.evidence[0].sentence).toContain("cranking now");
  });
  test("waived in time it does not count; after the fail time it is lost", () => {
    const spared = mark({
      class: "must",
      targetS: 10,
      failS: 30,
      waivedBy: { said: "fullFlow" },
      done: { said: "noFlow" },
    });
    const early = new ScorerHarness([spared]).run(20).say("fullFlow").run(1);
    expect(early.result()).toMatchObject({ state: "clean", pointsMax: 0, points: 0 });
    const late = new ScorerHarness([spared]).run(40).say("fullFlow").run(1);
    expect(late.result()).toMatchObject({ state: "notDone", pointsMax: 3 });
  });
  test("its own clock starts when it says", () => {
    const after = mark({
      class: "must",
      targetS: 10,
      failS: 30,
      clockFrom: { said: "fullFlow" },
      done: { saw: "safetyLinks" },
    });
    const look = { type: "seen", what: "safetyLinks", finding: "asItShouldBe", sentence: "Armed." };
    const harness = new ScorerHarness([after]).run(100).say("fullFlow").run(8).fact(look).run(1);
    expect(harness.result()).toMatchObject({ state: "inTime", doneAtS: 8 });
    const never = new ScorerHarness([after]).run(100).fact(look).run(1);
    expect(never.result()).toMatchObject({ state: "notDone" });
  });
  test("another variant has other times", () => {
    const other = mark({
      class: "should",
      targetS: 10,
      failS: 30,
      limitsFor: [{ for: { variants: ["a"] }, targetS: 60, failS: 90 }],
      done: { said: "noFlow" },
    });
    const harness = new ScorerHarness([other]).run(50).say("noFlow").run(1);
    expect(harness.result()).toMatchObject({ state: "inTime", targetS: 60, points: 1 });
  });
});

describe("a mark that does not apply", () => {
  test("is not in the report", () => {
    const others = [
      mark({
        id: "T.02",
        class: "must",
        targetS: 1,
        done: { said: "noFlow" },
        applies: { never: "x" },
      }),
      mark({
        id: "T.03",
        class: "must",
        targetS: 1,
        done: { said: "noFlow" },
        applies: [{ variants: ["a"], pumpTypes: ["centrifugal"] }],
      }),
    ];
    const { marks } = new ScorerHarness([must, ...others]).run(1).report();
    expect(marks.map(({ id }) => id)).toEqual(["T.01"]);
  });
});

describe("a share", () => {
  const share = mark({
    class: "must",
    waivedBy: { said: "fullFlow" },
    share: {
      during: { said: "crankingNow" },
      good: { signal: FLOW, atLeast: 2 },
      minimumS: 10,
      targetFraction: 0.8,
      failFraction: 0.3,
    },
  });
  test("kept up is full credit, half of the way is half", () => {
    const good = new ScorerHarness([share]).say("crankingNow").reading(FLOW, 3).run(20);
    expect(good.result()).toMatchObject({ state: "inTime", points: 3 });
    const half = new ScorerHarness([share]).say("crankingNow").reading(FLOW, 3).run(11);
    const result = half.reading(FLOW, 1).run(9).result();
    expect(result.points).toBeCloseTo(1.5, 0);
    expect(result.evidence.at(-1)?.sentence).toMatch(/Good for 11 s of 20 s/);
  });
  test("never begun is lost, unless it was waived", () => {
    expect(new ScorerHarness([share]).run(60).result()).toMatchObject({ state: "notDone" });
    const waived = new ScorerHarness([share]).run(5).say("fullFlow").run(60);
    expect(waived.result()).toMatchObject({ state: "clean", pointsMax: 0 });
  });
});

describe("a must-not", () => {
  const harm = mark({
    class: "mustNot",
    critical: true,
    violated: { said: "airFound", withinS: 0.5 },
    costPoints: 3,
    costPointsMax: 5,
  });
  test("clean costs nothing", () => {
    const { marks, criticalFails } = new ScorerHarness([harm]).run(10).report();
    expect(marks[0]).toMatchObject({ state: "clean", points: 0, pointsMax: 0 });
    expect(Object.is(marks[0].points, 0)).toBe(true);
    expect(criticalFails).toEqual([]);
  });
  test("each time costs, up to the most", () => {
    const harness = new ScorerHarness([harm]).run(1).say("airFound").run(3);
    expect(harness.result()).toMatchObject({ state: "violated", points: -3 });
    expect(harness.say("airFound").run(3).result().points).toBe(-5);
    expect(harness.report().criticalFails).toEqual(["T.01 Do it"]);
  });
  test("a condition that flickers is one time", () => {
    const low = mark({
      class: "mustNot",
      violated: { signal: FLOW, below: 1 },
      costPoints: 1,
      costPointsMax: 9,
    });
    const harness = new ScorerHarness([low]).reading(FLOW, 0.9).run(1);
    for (let i = 0; i < 6; i++) harness.reading(FLOW, i % 2 === 0 ? 1.1 : 0.9).run(0.2);
    expect(harness.result().points).toBe(-1);
    expect(harness.reading(FLOW, 2).run(2).reading(FLOW, 0).run(1).result().points).toBe(-2);
  });
});
