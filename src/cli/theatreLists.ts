/** Theatre lists by id in this project or by file, checked with the normal case and the patients they name. */
import path from "node:path";
import type { CaseContent } from "../case/caseSetup.ts";
import { recheckContent } from "../case/checkContent.ts";
import {
  checkTheatreList,
  type ListLibrary,
  type TheatreList,
} from "../case/theatreList.schema.ts";
import { drawPatient, theatreListContent } from "../case/theatreListContent.ts";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { meant, parseSource } from "../scenario/contract/problemsFromIssues.ts";
import type { DataSource } from "../scenario/contract/source.ts";
import { type Patient, patientSchema } from "../world/contract/setup.ts";
import { readAllContents } from "./allContents.ts";
import { Refusal, refuse } from "./command.ts";
import { readYamlFolder } from "./readLibrary.ts";
import { SCENARIO_FOLDER } from "./scenarioContent.ts";

export const LISTS_FOLDER = path.join(SCENARIO_FOLDER, "lists");

export const isTheatreList = ({ data }: DataSource): boolean =>
  typeof data === "object" && data !== null && "normal" in data && "patients" in data;

/** A list with what it names, ready to be put together. */
export interface ReadTheatreList {
  readonly list: TheatreList;
  readonly normal: CaseContent;
  /** The patients of the project, by id. */
  readonly patients: ReadonlyMap<string, Patient>;
}

/** Everything of the project that a list may name; refused with what is wrong with it. */
function projectLibrary(): ListLibrary {
  const contents = readAllContents(SCENARIO_FOLDER);
  if (!contents.ok) throw new Refusal(contents.problems);
  const problems: Problem[] = [];
  const patients = new Map<string, Patient>();
  for (const [id, source] of readYamlFolder(path.join(SCENARIO_FOLDER, "patients"), problems)) {
    const parsed = parseSource<Patient>(source, patientSchema, "patient");
    if (parsed.ok) patients.set(id, parsed.value);
    else problems.push(...parsed.problems);
  }
  if (problems.length > 0) throw new Refusal(problems);
  return { contents: new Map(contents.value.map((one) => [one.scenario.id, one])), patients };
}

/** The list in a file; each of its cases passes the checker of scenarios too. */
export function readTheatreList(source: DataSource): Result<ReadTheatreList> {
  const library = projectLibrary();
  const checked = checkTheatreList(source, library);
  if (!checked.ok) return checked;
  const list = checked.value;
  const normal = library.contents.get(list.normal) as CaseContent;
  const read = { list, normal, patients: library.patients };
  const problems = everyListed(read).flatMap((content) => {
    const rechecked = recheckContent(content);
    const where = `${source.name}, ${content.patient.id}`;
    return rechecked.ok
      ? []
      : rechecked.problems.map((one) => ({ ...one, place: `${where}: ${one.place}` }));
  });
  return problems.length === 0 ? success(read) : failure(...problems);
}

/** Every list of the project, or all that is wrong with any of them. */
export function readTheatreLists(): Result<readonly ReadTheatreList[]> {
  const problems: Problem[] = [];
  const found = [...readYamlFolder(LISTS_FOLDER, problems).values()].flatMap((source) => {
    const read = readTheatreList(source);
    if (!read.ok) problems.push(...read.problems);
    return read.ok ? [read.value] : [];
  });
  return problems.length === 0 ? success(found) : failure(...problems);
}

/** The case with the patient asked for, or the one a seed draws; undefined when no list has the id. */
export function listedContent(id: string, seed: number, patient?: string): CaseContent | undefined {
  const problems: Problem[] = [];
  const source = readYamlFolder(LISTS_FOLDER, problems).get(id);
  if (source === undefined) return undefined;
  const read = readTheatreList(source);
  if (!read.ok) throw new Refusal(read.problems);
  const { list, normal, patients } = read.value;
  const drawn = drawPatient(list, { seed, patient });
  if (drawn === undefined) return noPatient(list, patient ?? "");
  return theatreListContent(list, normal, patients.get(drawn) as Patient);
}

function noPatient({ title, patients }: TheatreList, id: string): never {
  const known = patients.map((one) => one.patient);
  return refuse({
    code: "cli.patient",
    place: "--patient",
    sentence: `There is no patient "${id}" on “${title}”.`,
    remedy: meant(id, known),
  });
}

/** The case with each patient of the list. */
export const everyListed = ({ list, normal, patients }: ReadTheatreList): readonly CaseContent[] =>
  list.patients.map((one) =>
    theatreListContent(list, normal, patients.get(one.patient) as Patient),
  );
