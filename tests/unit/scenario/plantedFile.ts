/** A1 with one thing changed in its text, checked as an author would have it checked. */
import fs from "node:fs";
import path from "node:path";
import { checkContent } from "../../../src/case/checkContent.ts";
import { readScenarioFolder } from "../../../src/cli/readLibrary.ts";
import { readYaml } from "../../../src/cli/yamlSource.ts";
import type { Problem } from "../../../src/kernel/result.ts";
import { SCENARIOS_FOLDER } from "../../support/playCase.ts";

const folder = readScenarioFolder(SCENARIOS_FOLDER);
const textOf = (name: string) => fs.readFileSync(path.join(SCENARIOS_FOLDER, name), "utf8");
const SCENARIO = "a1-pump-failure.yaml";
const RUBRIC = "rubrics/a1-pump-failure.yaml";

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The file has no "${from}" to change.`);
  return text.replace(from, () => to);
}

/** Line of the text at which the changed part stands, counted from 1. */
export function lineOf(name: "scenario" | "rubric", from: string): number {
  const text = textOf(name === "scenario" ? SCENARIO : RUBRIC);
  return text.slice(0, text.indexOf(from)).split("\n").length;
}

export function problemsWith(
  name: "scenario" | "rubric",
  from: string,
  to: string,
): readonly Problem[] {
  const file = name === "scenario" ? SCENARIO : RUBRIC;
  const changed = readYaml(file, replaced(textOf(file), from, to));
  if (!changed.ok) return changed.problems;
  const scenario = folder.scenarios.get("a1-pump-failure");
  if (scenario === undefined) throw new Error("A1 is missing.");
  const rubrics = new Map(folder.rubrics);
  if (name === "rubric") rubrics.set("a1-pump-failure", changed.value);
  const source = name === "scenario" ? changed.value : scenario;
  const checked = checkContent(source, { ...folder, rubrics });
  return checked.ok ? [] : checked.problems;
}
