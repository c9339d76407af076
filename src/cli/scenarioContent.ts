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

/** The folder with rubrics, patients, circuits and machines for a scenario file. */
function folderOf(file: string): string {
  const folder = path.dirname(path.resolve(file));
  return fs.existsSync(path.join(folder, "rubrics")) ? folder : SCENARIO_FOLDER;
}

/** A scenario file checked with the library it stands in. */
export function checkScenarioFile(file: string): Result<CaseContent> {
  const source = readYamlFile(file);
  return source.ok ? checkContent(source.value, readScenarioFolder(folderOf(file))) : source;
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
