/** A scenario from somebody's disk: read, checked with what the server has, ready to be played. */
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Material } from "../../../src/app/catalogue.ts";
import { takeScenario } from "../../../src/app/landing/takeScenario.ts";
import { readContent, SCENARIOS_FOLDER } from "../../support/playCase.ts";

const materials = [readContent("b7-low-venous-return") as unknown as Material];
const text = (name: string): string => fs.readFileSync(path.join(SCENARIOS_FOLDER, name), "utf8");
const SCENARIO = text("b7-low-venous-return.yaml");
const file = (name: string, content: string): File => new File([content], name);

test("a renamed copy with its rubric is taken in", async () => {
  const mine = SCENARIO.replace("id: b7-low-venous-return", "id: my-case").replace(
    "rubric: b7-low-venous-return",
    "rubric: my-marks",
  );
  const marks = text("rubrics/b7-low-venous-return.yaml").replace(
    "id: b7-low-venous-return",
    "id: my-marks",
  );
  const taken = await takeScenario([file("m.yaml", marks), file("s.yaml", mine)], materials);
  expect(taken.ok ? taken.value.scenario?.listed : taken.problems).toMatchObject({ id: "my-case" });
});

test("a mistake is named with the file, its line and what was probably meant", async () => {
  const wrong = SCENARIO.replace("signal: kink.venous", "signal: kink.venus");
  const taken = await takeScenario([file("s.yaml", wrong)], materials);
  if (taken.ok) throw new Error("The mistake was not seen.");
  expect(taken.problems[0].place).toMatch(/^s\.yaml:\d+:\d+ /);
  expect(taken.problems[0].remedy).toContain("kink.venous");
});

test("a rubric alone, two scenarios, and a file of something else are refused with what to do", async () => {
  const codeOf = async (files: readonly File[]): Promise<string> => {
    const taken = await takeScenario(files, materials);
    return taken.ok ? "taken" : taken.problems.map(({ code }) => code).join(" ");
  };
  const rubric = file("r.yaml", text("rubrics/b7-low-venous-return.yaml"));
  expect(await codeOf([rubric])).toBe("scenario.none");
  expect(await codeOf([file("a.yaml", SCENARIO), file("b.yaml", SCENARIO)])).toBe(
    "scenario.several",
  );
  expect(await codeOf([file("x.yaml", "fruit: apple")])).toContain("scenario.strangeFile");
  expect(await codeOf([file("y.yaml", "a: [")])).toContain("yaml.malformed");
});

test("a site's alarm limits are taken in alone, or refused with what is wrong", async () => {
  const mine = text("limits/standards-v1.yaml").replace("id: standards-v1", "id: our-theatre");
  const taken = await takeScenario([file("limits.yaml", mine)], materials);
  expect(taken.ok ? taken.value.limits : taken.problems).toMatchObject({ id: "our-theatre" });
  const wrong = mine.replace("bubbleLimitMl: 0.5", "bubbleLimitMl: none");
  const refused = await takeScenario([file("limits.yaml", wrong)], materials);
  expect(refused.ok ? "taken" : refused.problems[0].place).toMatch(/^limits\.yaml:\d+:\d+ /);
});
