/** Drugs that a file names and doses that the team gives: what the world would refuse, the author hears of. */
import { describe, expect, test } from "vitest";
import { problemsWith } from "../scenario/plantedFile.ts";

const HELPER = "effect: { helperArrivesS: { min: 15, max: 30 } }";
const REPORTED = "any: [{ did: record.note }, { said: incidentReport }]";
const CLEARED = "{ did: pump.clearJam, with: { head: arterial } }";

/** What is said of A1 when the anaesthetist does this after a call for help. */
const saidOfAct = (act: string, more = "") => {
  const effect = `effect: { acts: [{ act: ${act}, afterS: { min: 1, max: 2 } }] }${more}`;
  return problemsWith("scenario", HELPER, effect);
};
const given = (drug: string, amount: string, unit: string, type = "give") =>
  `{ type: anaesthetist.${type}, drug: ${drug}, amount: ${amount}, unit: ${unit} }`;
const condition = (drug: string) => `{ did: drug.give, with: { drug: ${drug} } }`;

describe("a drug that nobody has", () => {
  const act = "team.replies[0].effect.acts[0].act.drug";

  test.each([
    given("heprin", "5000", "U"),
    given("heprin", "500", "U/h", "infuse"),
    "{ type: anaesthetist.stop, drug: heprin }",
  ])("is named with its place and the nearest name: %s", (text) => {
    const [problem, ...others] = saidOfAct(text);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: "scenario.unknownDrug",
      place: expect.stringMatching(/a1-pump-failure\.yaml:\d+:\d+ /),
      sentence: 'There is no drug "heprin".',
      remedy: 'Did you mean "heparin"?',
    });
    expect(problem?.place).toContain(act);
  });
  test("is named with where the list is when nothing is near", () => {
    const [problem] = saidOfAct(given("aspirin", "100", "mg"));
    expect(problem?.remedy).toBe("Use a name from `onbypass drugs`.");
  });
  test("is found in a condition of the scenario and of the rubric, in a list too", () => {
    const inScenario = problemsWith("scenario", REPORTED, `any: [${condition("heprin")}]`);
    expect(inScenario).toMatchObject([{ code: "scenario.unknownDrug" }]);
    expect(inScenario[0]?.place).toContain("conditions.reported.any[0].with.drug");
    const inRubric = problemsWith("rubric", CLEARED, condition("[heparin, heprin]"));
    expect(inRubric).toMatchObject([{ code: "scenario.unknownDrug" }]);
    expect(inRubric[0]?.place).toMatch(/rubrics\/a1-pump-failure\.yaml.*\.with\.drug\[1\]/);
  });
  test("is not one that is there, by its id or in an act by any other name of it", () => {
    expect(saidOfAct(given("Norepinephrine", "10", "ug"))).toEqual([]);
    expect(problemsWith("scenario", REPORTED, `any: [${condition("noradrenaline")}]`)).toEqual([]);
    const both = condition("[norepinephrine, noradrenaline]");
    expect(problemsWith("scenario", REPORTED, `any: [${both}]`)).toEqual([]);
  });
});

test("a condition with only another name of a drug would not count what the drawer gives", () => {
  const [problem] = problemsWith("scenario", REPORTED, `any: [${condition("norepinephrine")}]`);
  expect(problem).toMatchObject({
    code: "scenario.drugAlias",
    sentence: expect.stringMatching(/it is "noradrenaline" that the drawer gives/),
    remedy: 'Write "noradrenaline", or both names.',
  });
});

describe("a dose that nobody can give", () => {
  test.each([
    ["a thousandfold one", given("heparin", "30000000", "U"), "amount", /more than can be given/],
    ["one above the limit", given("heparin", "100001", "U"), "amount", /more than can be given/],
    ["one by weight", given("heparin", "9000", "U/kg"), "amount", /more than can be given/],
    ["a rate", given("protamine", "30000", "mg/min", "infuse"), "amount", /more than can be/],
    ["none", given("heparin", "0", "U"), "amount", /0 U is nothing/],
    ["less than none", given("heparin", "-5000", "U"), "amount", /-5000 U is nothing/],
    ["another kind of unit", given("heparin", "300", "mg"), "unit", /not measured in mg/],
    ["a unit nobody has", given("heparin", "5000", "IU"), "unit", /not measured in IU/],
    ["a dose of what only runs", given("nitroprusside", "50", "ug"), "type", /as a single dose/],
    ["a rate of what never runs", given("mannitol", "5", "g/h", "infuse"), "type", /at a rate/],
  ])("%s is told once, with the doses of its file", (_what, act, field, sentence) => {
    const [problem, ...others] = saidOfAct(act);
    expect(others).toEqual([]);
    expect(problem?.code).toBe("scenario.dose");
    expect(problem?.place).toContain(`team.replies[0].effect.acts[0].act.${field}`);
    expect(problem?.sentence).toMatch(sentence);
    expect(problem?.sentence).toMatch(/^[A-Z].*\.$/);
    expect(problem?.remedy).toMatch(/^Its file knows .* \(at most [\d.]+\)\.$/);
  });
  test("is told beside other mistakes, and they beside it", () => {
    const problems = saidOfAct(given("heparin", "30000000", "U"), "\n      sya: []");
    expect(problems.map(({ code }) => code).sort()).toEqual([
      "scenario.dose",
      "scenario.unknownKey",
    ]);
  });
  test("is none of the doses that a file calls usual, nor the most", () => {
    expect(saidOfAct(given("heparin", "100000", "U"))).toEqual([]);
    expect(saidOfAct(given("phenylephrine", "0.1", "mg"))).toEqual([]);
    expect(saidOfAct(given("sevoflurane", "2", '"vol%"', "infuse"))).toEqual([]);
  });
});
