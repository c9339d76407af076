/** Modules: their steps in order, for practice only, and only where a guide is read. */
import { describe, expect, test } from "vitest";
import { createBriefing } from "../../../src/case/briefing.ts";
import type { CaseSetup } from "../../../src/case/caseSetup.ts";
import { checkScenario } from "../../../src/scenario/checkScenario.ts";
import { unplacedSource } from "../../../src/scenario/contract/source.ts";
import { guidedSteps } from "../../../src/scenario/guide.ts";
import type { Scenario } from "../../../src/scenario/scenario.schema.ts";
import { readContent } from "../../support/playCase.ts";

const content = readContent("m3-operating-the-machine");
const { scenario } = content;
const codes = (changed: object): readonly string[] => {
  const checked = checkScenario(unplacedSource("changed", { ...scenario, ...changed }));
  return checked.ok ? [] : checked.problems.map(({ code }) => code);
};
const without = (...names: readonly string[]): Scenario["stages"] =>
  Object.fromEntries(
    Object.entries(scenario.stages).map(([name, { guide, ...stage }]) => [
      name,
      names.includes(name) || guide === undefined ? stage : { ...stage, guide },
    ]),
  );

describe("the steps of a module", () => {
  test("follow the stages from the first, whatever order the file has them in", () => {
    const names = guidedSteps(scenario).map(({ stage }) => stage);
    const stages = Object.fromEntries(Object.entries(scenario.stages).reverse());
    expect(names).toEqual(["links", "spare", "crank", "crankBack", "comeOff", "goOn", "handOn"]);
    expect(guidedSteps({ ...scenario, stages }).map(({ stage }) => stage)).toEqual(names);
  });
  test("are told in practice and never in an exam", () => {
    const setup = { ...content, variant: "a", seed: 1 } as unknown as CaseSetup;
    expect(createBriefing({ ...setup, mode: "practice" }).guide).toHaveLength(7);
    expect(createBriefing({ ...setup, mode: "exam" }).guide).toEqual([]);
  });
  test("are none in an emergency", () => {
    expect(guidedSteps(readContent("a1-pump-failure").scenario)).toEqual([]);
  });
});

describe("the checker", () => {
  test("wants a guide in a module", () =>
    expect(codes({ stages: without(...Object.keys(scenario.stages)) })).toContain(
      "scenario.noGuide",
    ));
  test("names a guide that nobody comes to", () =>
    expect(codes({ stages: without("spare") })).toContain("scenario.strayGuide"));
  test("wants no guide in an emergency, and a fault in each of its variants", () => {
    const variants = scenario.variants.map((one) => ({ ...one, faults: [] }));
    expect(codes({ variants })).toEqual([]);
    expect(codes({ variants, kind: "emergency" })).toEqual(
      expect.arrayContaining(["scenario.noFault", "scenario.strayGuide"]),
    );
  });
});
