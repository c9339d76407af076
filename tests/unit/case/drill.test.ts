/** A drill: drawn from a set, told the same as every other, with an onset of its own. */
import { describe, expect, test } from "vitest";
import { createBriefing } from "../../../src/case/briefing.ts";
import { DRILL_ONSET_S, drawDrill, drilled } from "../../../src/case/drill.ts";
import { drawCase } from "../../../src/scenario/drawCase.ts";
import { openCase, readContent, setupOf } from "../../support/playCase.ts";

const IDS = ["a1-pump-failure", "a2-gas-in-the-circuit", "b5-gas-supply", "b11-vasoplegia"];
const pumpFailure = readContent("a1-pump-failure");
const vasoplegia = readContent("b11-vasoplegia");
const SEEDS = Array.from({ length: 400 }, (_, seed) => seed + 1);

describe("the scenario of a drill", () => {
  test("is drawn evenly from the set, by the seed, whatever the order of the list", () => {
    const counts = new Map<string, number>();
    for (const seed of SEEDS) {
      const id = drawDrill(IDS, seed);
      expect(drawDrill([...IDS].reverse(), seed)).toBe(id);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([...IDS].sort());
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(35);
  });
});

describe("what is told before a drill", () => {
  const told = (content: typeof vasoplegia) => {
    const setup = setupOf(content, { mode: "drill", seed: 5 });
    const { scenarioTitle, briefing, guide, patientSummary } = createBriefing(setup);
    return { words: [scenarioTitle, briefing], guide, patientSummary };
  };
  test("is the same for every scenario, without a guide", () => {
    const learnt = readContent("m1-managing-bypass");
    const [first, ...others] = [pumpFailure, vasoplegia, learnt].map(told);
    for (const other of others) expect(other.words).toEqual(first?.words);
    for (const one of [first, ...others]) expect(one?.guide).toEqual([]);
  });
  test("does not call the patient by what is wrong with her", () => {
    const { patient } = vasoplegia;
    expect(told(vasoplegia).patientSummary).not.toContain(patient.title);
    expect(told(vasoplegia).patientSummary).toContain(`${patient.weightKg} kg`);
  });
});

describe("the onset of a drill", () => {
  test("is spread over minutes and follows the seed", () => {
    const { scenario } = drilled(pumpFailure);
    const onsetsS = SEEDS.slice(0, 200).map((seed) => {
      const drawn = drawCase(scenario, { variant: "drawn", seed });
      if (!drawn.ok) throw new Error(drawn.problems[0]?.sentence);
      return drawn.value.onsetTick / 50;
    });
    const spanS = DRILL_ONSET_S.max - DRILL_ONSET_S.min;
    expect(Math.min(...onsetsS)).toBeGreaterThanOrEqual(DRILL_ONSET_S.min);
    expect(Math.max(...onsetsS) - Math.min(...onsetsS)).toBeGreaterThan(0.9 * spanS);
  });
  test("leaves the case one that opens, runs, and says in its report that it was a drill", () => {
    const opened = openCase(drilled(pumpFailure), { mode: "drill", seed: 3 });
    for (let tick = 0; tick < 50; tick += 1) opened.step([]);
    expect(opened.report().mode).toBe("drill");
  });
});
