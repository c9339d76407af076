/** The tutorial of docs/scenario-authoring.md, done as it says: its files check, play, and fail when they should. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readActs } from "../../../src/cli/actionsFile.ts";
import { playFindings } from "../../../src/cli/playCheck.ts";
import { checkScenarioFile } from "../../../src/cli/scenarioContent.ts";
import { loadBuiltEngine, sourcesEngineHash } from "../../support/builtEngine.ts";

const PAGE = new URL("../../../docs/scenario-authoring.md", import.meta.url);
const tutorial = fs.readFileSync(PAGE, "utf8").split("## What a scenario file holds")[0] as string;
const [scenario, rubric, expert] = [...tutorial.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text]) => text as string,
) as [string, string, string];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-author-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const FILE = path.join(folder, "lights-out.yaml");
const EXPERT = path.join(folder, "lights-out.expert.yaml");
function write(change: { readonly rubric?: string; readonly expert?: string } = {}): void {
  fs.mkdirSync(path.join(folder, "rubrics"), { recursive: true });
  fs.writeFileSync(FILE, scenario);
  fs.writeFileSync(path.join(folder, "rubrics/lights-out.yaml"), change.rubric ?? rubric);
  fs.writeFileSync(EXPERT, change.expert ?? expert);
}

const loaded = { engine: await loadBuiltEngine(), hash: await sourcesEngineHash() };
function played(hasExpert = true) {
  const checked = checkScenarioFile(FILE);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const expertActs = hasExpert ? readActs(EXPERT) : undefined;
  return playFindings({ loaded, content: checked.value, file: "mine.yaml", expertActs });
}

const problems = (hasExpert = true) => played(hasExpert).problems;

describe("a scenario written from the tutorial alone", () => {
  test("is right", () => {
    write();
    const checked = checkScenarioFile(FILE);
    expect(checked.ok ? [] : checked.problems).toEqual([]);
  });
  test("is met by its expert, and not by doing nothing", () => {
    write();
    expect(problems()).toEqual([]);
  });
  test("says which mark an expert loses who forgets something", () => {
    write({ expert: expert.split("\n").slice(0, 1).join("\n") });
    const [problem] = problems();
    expect(problem).toMatchObject({ code: "scenario.expertFails", place: "mine.yaml variant a" });
    expect(problem?.remedy).toContain("L.02");
  });
  test("says so when doing nothing passes", () => {
    const flowing = "done: { signal: patient.systemicFlowTrueLpm, above: 1 }";
    write({ rubric: rubric.replaceAll(/done: .*/g, flowing) });
    expect(problems().map(({ code }) => code)).toContain("scenario.inactionPasses");
  });
  test("asks for an expert when there is none", () => {
    write();
    expect(problems(false).map(({ code }) => code)).toEqual(["scenario.noExpert"]);
  });
  test("tells how each variant went, what nobody earned, and what was refused", () => {
    write({ expert: `${expert}- { atS: 1, action: { type: crank.fit, head: arterial } }\n` });
    const { lines } = played();
    expect(lines[0]).toMatch(/^variant a: the expert \d+ %, completed; doing nothing 0 %, \w+\.$/);
    expect(lines.some((line) => line.startsWith("  refused: at 1.0 s: "))).toBe(true);
  });
  test("is not good when its expert has the points and brings nobody through", () => {
    write({ expert: expert.replaceAll(/ {2}.*\n/g, "") });
    fs.writeFileSync(FILE, scenario.replaceAll("end: completed", "end: timeUp"));
    expect(problems().map(({ code }) => code)).toContain("scenario.expertStops");
  });
});
