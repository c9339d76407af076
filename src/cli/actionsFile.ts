/**
 * A file of acts: a list of `{tick | atS, actor?, action}` in YAML or JSON. What is wrong is refused
 * with line and column.
 */
import { z } from "zod";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { sToTicks } from "../kernel/tick.ts";
import { parseSource } from "../scenario/contract/problemsFromIssues.ts";
import { type DataSource, problemAt } from "../scenario/contract/source.ts";
import { ACTORS, type Actor, type Entry } from "../session/contract/recording.ts";
import { traineeActionSchema } from "../world/contract/actions.ts";
import { faultActionSchema } from "../world/contract/faults.ts";
import { Refusal } from "./command.ts";
import { readText } from "./readText.ts";
import { readYaml } from "./yamlSource.ts";

export interface PlannedAct {
  readonly tick: number;
  readonly actor: Actor;
  readonly action: Entry["action"];
}

const TICK_MAX = 50 * 3600 * 6; // six hours
const when = {
  tick: z.number().int().min(0).max(TICK_MAX).optional(),
  atS: z
    .number()
    .min(0)
    .max(TICK_MAX / 50)
    .optional(),
};
const actSchema = z.strictObject({
  ...when,
  actor: z.enum(ACTORS).default("trainee"),
  action: z.union([traineeActionSchema, faultActionSchema]),
});
const fileSchema = z.array(actSchema).max(200_000);
type FileAct = z.infer<typeof actSchema>;

/** The acts in a source, by tick; acts of the same tick keep their order. */
export function parseActs(source: DataSource): Result<readonly PlannedAct[]> {
  const parsed = parseSource<FileAct[]>(source, fileSchema, "actions");
  if (!parsed.ok) return parsed;
  const problems: Problem[] = [];
  const acts = parsed.value.map((act, index): PlannedAct => {
    const problem = actProblem(act);
    if (problem !== undefined) problems.push(problemAt(source, { ...problem, path: [index] }));
    return { tick: act.tick ?? sToTicks(act.atS ?? 0), actor: act.actor, action: act.action };
  });
  const [first, ...others] = problems;
  if (first !== undefined) return failure(first, ...others);
  return success(acts.sort((one, other) => one.tick - other.tick));
}

function actProblem({ tick, atS, actor, action }: FileAct) {
  if ((tick === undefined) === (atS === undefined)) {
    return {
      code: "actions.when",
      sentence: "An act needs its moment once: either tick or atS.",
      remedy: "tick counts 20 ms steps; atS counts seconds.",
    };
  }
  if (actor === "trainee" && action.type.startsWith("fault.")) {
    return {
      code: "actions.actor",
      sentence: "Only a supervisor can inject or clear a fault.",
      remedy: "Add actor: supervisor to this act.",
    };
  }
  return undefined;
}

/** The acts of a file, or none when no file is given. */
export function readActs(file: string | undefined): readonly PlannedAct[] {
  if (file === undefined) return [];
  const source = readYaml(file, readText(file));
  if (!source.ok) throw new Refusal(source.problems);
  const acts = parseActs(source.value);
  if (!acts.ok) throw new Refusal(acts.problems);
  return acts.value;
}
