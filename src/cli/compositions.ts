/** Compositions by id in this project or by file, checked with the scenarios they name. */
import path from "node:path";
import type { CaseContent } from "../case/caseSetup.ts";
import { composeContent } from "../case/composeContent.ts";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { type Composition, checkComposition } from "../scenario/composition.schema.ts";
import type { DataSource } from "../scenario/contract/source.ts";
import { drawEmergency, NOTHING } from "../scenario/drawInterruption.ts";
import { possibleCases } from "../scenario/possibleCases.ts";
import { readAllContents } from "./allContents.ts";
import { Refusal } from "./command.ts";
import { readYamlFolder } from "./readLibrary.ts";
import { SCENARIO_FOLDER } from "./scenarioContent.ts";

export const COMPOSITIONS_FOLDER = path.join(SCENARIO_FOLDER, "compositions");

export const isComposition = ({ data }: DataSource): boolean =>
  typeof data === "object" && data !== null && "interruptedBy" in data;

export interface ReadComposition {
  readonly composition: Composition;
  readonly contents: ReadonlyMap<string, CaseContent>;
}

/** The project's scenarios by id; refused with what is wrong with any of them. */
function projectContents(): ReadonlyMap<string, CaseContent> {
  const contents = readAllContents(SCENARIO_FOLDER);
  if (!contents.ok) throw new Refusal(contents.problems);
  return new Map(contents.value.map((content) => [content.scenario.id, content]));
}

/** The composition in a file, with the scenarios it may draw on. */
export function readComposition(source: DataSource): Result<ReadComposition> {
  const contents = projectContents();
  const scenarios = new Map([...contents].map(([id, { scenario }]) => [id, scenario]));
  const checked = checkComposition(source, scenarios);
  return checked.ok ? success({ composition: checked.value, contents }) : checked;
}

/** Every composition of the project, or all that is wrong with any of them. */
export function readCompositions(): Result<readonly Composition[]> {
  const problems: Problem[] = [];
  const found = [...readYamlFolder(COMPOSITIONS_FOLDER, problems).values()].flatMap((source) => {
    const read = readComposition(source);
    if (!read.ok) problems.push(...read.problems);
    return read.ok ? [read.value.composition] : [];
  });
  return problems.length > 0
    ? failure(problems[0] as Problem, ...problems.slice(1))
    : success(found);
}

/** The case that a seed draws of a project's composition; undefined when no composition has the id. */
export function composedContent(
  id: string,
  seed: number,
  emergency?: string,
): CaseContent | undefined {
  const problems: Problem[] = [];
  const source = readYamlFolder(COMPOSITIONS_FOLDER, problems).get(id);
  if (source === undefined) return undefined;
  const read = readComposition(source);
  if (!read.ok) throw new Refusal(read.problems);
  const { composition, contents } = read.value;
  const wish = { seed, ...(emergency === undefined ? {} : { emergency }) };
  const drawn = drawEmergency(composition, wish);
  const normal = contents.get(composition.normal) as CaseContent;
  return composeContent({ composition, normal, emergency: contents.get(drawn), wish });
}

/** Every case a composition can be, one for each variant and cause on the first pump that can have it, and the quiet one. */
export function everyComposed({ composition, contents }: ReadComposition): readonly CaseContent[] {
  const normal = contents.get(composition.normal) as CaseContent;
  const compose = (wish: Parameters<typeof composeContent>[0]["wish"], id: string) =>
    composeContent({ composition, normal, emergency: contents.get(id), wish });
  const { pumpTypes } = normal.scenario.draws;
  const interrupted = composition.interruptedBy.flatMap(({ emergency, variants }) => {
    const content = contents.get(emergency) as CaseContent;
    const seen = new Set<string>();
    return possibleCases(content.scenario)
      .filter(
        ({ variant, pumpType }) =>
          pumpTypes.includes(pumpType) && (variants?.includes(variant) ?? true),
      )
      .filter(
        ({ variant, cause }) => !seen.has(`${variant} ${cause}`) && seen.add(`${variant} ${cause}`),
      )
      .map(({ variant, cause, pumpType }) =>
        compose({ seed: 1, variant, pumpType, ...(cause === "" ? {} : { cause }) }, emergency),
      );
  });
  return [compose({ seed: 1 }, NOTHING), ...interrupted];
}
