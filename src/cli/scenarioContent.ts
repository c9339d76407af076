/** A scenario with everything it names, by its id in this project or by its file. */
import fs from "node:fs";
import path from "node:path";
import type { CaseContent } from "../case/caseSetup.ts";
import { checkContent } from "../case/checkContent.ts";
import type { Result } from "../kernel/result.ts";
import { closest } from "../kernel/suggest.ts";
import type { DataSource } from "../scenario/contract/source.ts";
import { Refusal, refuse } from "./command.ts";
import { readScenarioFolder, readYamlFile, type ScenarioFolder } from "./readLibrary.ts";

export const SCENARIO_FOLDER = path.resolve(import.meta.dirname, "../../scenarios");

const isFileName = (name: string): boolean => /\.ya?ml$|[\\/]/.test(name);

/** The project's library, and over it what lies beside a scenario file. */
function libraryOf(file: string): ScenarioFolder {
  const project = readScenarioFolder(SCENARIO_FOLDER);
  const folder = path.dirname(path.resolve(file));
  if (!fs.existsSync(path.join(folder, "rubrics"))) return project;
  const own = readScenarioFolder(folder);
  const over = <T>(mine: ReadonlyMap<string, T>, theirs: ReadonlyMap<string, T>) =>
    new Map([...theirs, ...mine]);
  return {
    scenarios: own.scenarios,
    rubrics: over(own.rubrics, project.rubrics),
    patients: over(own.patients, project.patients),
    circuits: over(own.circuits, project.circuits),
    machines: over(own.machines, project.machines),
    drugs: over(own.drugs, project.drugs),
    problems: own.problems,
  };
}

/** A scenario file checked with the library it stands in. */
export function checkScenarioFile(file: string): Result<CaseContent> {
  const source = readYamlFile(file);
  return source.ok ? checkContent(source.value, libraryOf(file)) : source;
}

function sourceById(id: string, folder: ScenarioFolder): DataSource {
  const source = folder.scenarios.get(id);
  if (source !== undefined) return source;
  const known = [...folder.scenarios.keys()];
  const guess = closest(id, known);
  return refuse({
    code: "cli.scenario",
    place: "--scenario",
    sentence: `There is no scenario "${id}".`,
    remedy: guess ? `Did you mean "${guess}"?` : `There are ${known.join(", ")}; or give a file.`,
  });
}

/** Content ready for a case; refused with everything that is wrong with it. */
export function loadContent(name: string): CaseContent {
  let checked: Result<CaseContent>;
  if (isFileName(name)) checked = checkScenarioFile(name);
  else {
    const folder = readScenarioFolder(SCENARIO_FOLDER);
    checked = checkContent(sourceById(name, folder), folder);
  }
  if (!checked.ok) throw new Refusal(checked.problems);
  return checked.value;
}
