/**
 * Takes in scenario files from a person's disk: reads them, checks them together with what the server
 * offers, and gives what a case needs. Loaded when the first file is dropped.
 */
import "../worker/zodWithoutEval.ts";
import { checkContent, type Library } from "../../case/checkContent.ts";
import { readYamlBytes } from "../../cli/yamlSource.ts";
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { type DataSource, unplacedSource } from "../../scenario/contract/source.ts";
import { checkLimitProfile, type LimitProfile } from "../../scenario/limitProfile.ts";
import { type ListedScenario, listScenario } from "../../scenario/listing.ts";
import type { Material } from "../catalogue.ts";

/** What was among the files: a scenario, a limit profile, or both. */
export interface OwnFiles {
  readonly scenario?: OwnScenario;
  readonly limits?: LimitProfile;
}

export interface OwnScenario {
  readonly listed: ListedScenario;
  readonly material: Material;
}

type Kind = keyof Library | "scenarios" | "limits";

/** What tells each kind of file from the others. */
const TELL_TALES: readonly (readonly [Kind, string])[] = [
  ["scenarios", "stages"],
  ["rubrics", "marks"],
  ["machines", "heads"],
  ["circuits", "reservoirStartMl"],
  ["patients", "weightKg"],
  ["drugs", "kinetics"],
  ["limits", "alarmLimits"],
];

function kindOf(source: DataSource): Kind | undefined {
  const { data } = source;
  if (typeof data !== "object" || data === null) return undefined;
  return TELL_TALES.find(([, key]) => key in data)?.[0];
}

function idOf({ data, name }: DataSource): string {
  const { id } = data as { readonly id?: unknown };
  return typeof id === "string" ? id : name;
}

type Shelf = Record<Kind, Map<string, DataSource>>;

/** Everything the server's own scenarios are made of, by id. */
function shelfOf(materials: readonly Material[]): Shelf {
  const shelf: Shelf = {
    scenarios: new Map(),
    limits: new Map(),
    rubrics: new Map(),
    machines: new Map(),
    circuits: new Map(),
    patients: new Map(),
    drugs: new Map(),
  };
  const put = (kind: Kind, data: unknown): void => {
    const { id } = data as { readonly id: string };
    shelf[kind].set(id, unplacedSource(id, data));
  };
  for (const material of materials) {
    put("rubrics", material["rubric"]);
    put("patients", material["patient"]);
    put("circuits", material["circuit"]);
    for (const drug of material["drugs"] as readonly unknown[]) put("drugs", drug);
    for (const machine of Object.values(material["machines"] as object)) put("machines", machine);
    for (const drug of material["drugs"] as readonly unknown[]) put("drugs", drug);
  }
  return shelf;
}

/** Scenario and limits among the files, ready to be used, or everything that is wrong with them. */
export async function takeScenario(
  files: readonly File[],
  materials: readonly Material[],
): Promise<Result<OwnFiles>> {
  const shelf = shelfOf(materials);
  const dropped: DataSource[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = readYamlBytes(file.name, new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    // The acts of an expert lie in the same folder; the command line plays them.
    if (Array.isArray(read.value.data)) continue;
    const kind = kindOf(read.value);
    if (kind === undefined) problems.push(strange(file.name));
    else if (kind === "scenarios") dropped.push(read.value);
    else shelf[kind].set(idOf(read.value), read.value);
  }
  const [scenario, second] = dropped;
  const limits = limitsOf(shelf, problems);
  if (scenario === undefined && limits === undefined) problems.push(noScenario(files));
  if (second !== undefined) problems.push(twoScenarios(second.name));
  if (problems.length > 0) return failure(problems[0] as Problem, ...problems.slice(1));
  const kept = limits === undefined ? {} : { limits };
  if (scenario === undefined) return success(kept);
  const content = checkContent(scenario, shelf);
  if (!content.ok) return content;
  return success({
    ...kept,
    scenario: {
      listed: listScenario(content.value.scenario),
      material: content.value as unknown as Material,
    },
  });
}

function limitsOf({ limits }: Shelf, problems: Problem[]): LimitProfile | undefined {
  const [source] = limits.values();
  if (source === undefined) return undefined;
  const checked = checkLimitProfile(source);
  if (checked.ok) return checked.value;
  problems.push(...checked.problems);
  return undefined;
}

const strange = (name: string): Problem => ({
  code: "scenario.strangeFile",
  place: name,
  sentence: "This is no scenario, rubric, patient, circuit, machine or limit profile.",
  remedy: "Begin with a copy of a file from the project's scenarios folder.",
});
const noScenario = (files: readonly File[]): Problem => ({
  code: "scenario.none",
  place: files.map(({ name }) => name).join(", "),
  sentence: "There is no scenario or limit profile among these files.",
  remedy: "Choose the scenario together with its rubric; both at once.",
});
const twoScenarios = (name: string): Problem => ({
  code: "scenario.several",
  place: name,
  sentence: "One scenario at a time, please.",
  remedy: "Choose one scenario and the files it names.",
});
