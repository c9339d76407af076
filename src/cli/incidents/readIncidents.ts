/** The incidents of scenarios/incidents, each checked by its schema, and the set-up each runs on. */
import path from "node:path";
import type { Problem, Result } from "../../kernel/result.ts";
import { parseSource } from "../../scenario/contract/problemsFromIssues.ts";
import type { DataSource } from "../../scenario/contract/source.ts";
import { type WorldSetup, worldSetupSchema } from "../../world/contract/setup.ts";
import { Refusal } from "../command.ts";
import { readScenarioFolder, readYamlFolder } from "../readLibrary.ts";
import { type Incident, incidentSchema } from "./incident.schema.ts";

export interface ReadIncident {
  readonly incident: Incident;
  readonly setup: WorldSetup;
}

function kept<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.problems);
  return result.value;
}

export function readIncidents(folder: string): readonly ReadIncident[] {
  const library = readScenarioFolder(folder);
  const problems: Problem[] = [];
  const sources = readYamlFolder(path.join(folder, "incidents"), problems);
  if (problems.length > 0) throw new Refusal(problems);
  const dataOf = (of: ReadonlyMap<string, DataSource>, id: string): unknown => of.get(id)?.data;
  return [...sources.values()].map((source) => {
    const incident = kept(parseSource<Incident>(source, incidentSchema, "incident"));
    const setup = worldSetupSchema.parse({
      patient: dataOf(library.patients, "adult-75kg"),
      circuit: dataOf(library.circuits, "adult-hardshell"),
      machine: dataOf(library.machines, incident.machine),
      drugs: [...library.drugs.values()].map(({ data }) => data),
      seed: 1,
    });
    return { incident, setup };
  });
}
