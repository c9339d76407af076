/**
 * Reads a folder of scenarios, rubrics, patients, circuits and machines from disk. Files are known
 * by the id inside them; a file that is not YAML is reported with its place and left out.
 */
import fs from "node:fs";
import path from "node:path";
import type { Library } from "../case/checkContent.ts";
import { failure, type Problem, type Result } from "../kernel/result.ts";
import type { DataSource } from "../scenario/contract/source.ts";
import { shownName } from "./shownName.ts";
import { readYamlBytes } from "./yamlSource.ts";

export interface ScenarioFolder extends Library {
  readonly scenarios: ReadonlyMap<string, DataSource>;
  /** What could not be read; the rest is there all the same. */
  readonly problems: readonly Problem[];
}

/** The data in one file, or why it cannot be read. */
export function readYamlFile(file: string): Result<DataSource> {
  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(file);
  } catch {
    return failure({
      code: "file.unreadable",
      place: file,
      sentence: "This file is not there or cannot be read.",
      remedy: "Check its name and the folder.",
    });
  }
  return readYamlBytes(shownName(file), bytes);
}

/** The YAML files of one folder by the id inside them; what cannot be read is added to the problems. */
export function readYamlFolder(here: string, problems: Problem[]): ReadonlyMap<string, DataSource> {
  if (!fs.existsSync(here)) return new Map();
  const sources = new Map<string, DataSource>();
  for (const name of fs.readdirSync(here).sort()) {
    if (!/\.ya?ml$/.test(name)) continue;
    const source = readYamlFile(path.join(here, name));
    if (!source.ok) problems.push(...source.problems);
    else sources.set(idOf(source.value, name), source.value);
  }
  return sources;
}

export function readScenarioFolder(folder: string): ScenarioFolder {
  const problems: Problem[] = [];
  const read = (subfolder: string): ReadonlyMap<string, DataSource> =>
    readYamlFolder(path.join(folder, subfolder), problems);
  return {
    scenarios: read("."),
    rubrics: read("rubrics"),
    patients: read("patients"),
    circuits: read("circuits"),
    machines: read("machines"),
    drugs: read("drugs"),
    problems,
  };
}

function idOf({ data }: DataSource, fileName: string): string {
  const id = typeof data === "object" && data !== null && "id" in data ? data.id : undefined;
  return typeof id === "string" ? id : fileName.replace(/\.ya?ml$/, "");
}
