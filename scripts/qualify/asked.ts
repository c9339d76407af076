/** What the command line asks to be played. */
import fs from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import { possibleCases } from "../../src/scenario/possibleCases.ts";
import { KINDS, type Kind } from "../../tests/support/otherPerfusionists.ts";
import { contentHash, readContent, SCENARIOS_FOLDER } from "../../tests/support/playCase.ts";
import type { Task } from "./tally.ts";

export interface Asked {
  readonly tasks: readonly Task[];
  /** Only some of all that can be played. */
  readonly isPart: boolean;
  readonly threadCount: number;
  readonly write: boolean;
  readonly traces: boolean;
  readonly carry: boolean;
  /** Whether the scenario and the perfusionist of a task are among those asked for. */
  readonly isWanted: (task: Pick<Task, "scenario" | "kind">) => boolean;
  /** Whether a scenario is still what it was when a figure of it was taken. */
  readonly isAsItWas: (of: Pick<Task, "scenario" | "contentHash">) => boolean;
}

/** A name that is none would play nothing, and nothing ends otherwise than declared. */
function kindCalled(name: string): Kind {
  const kind = KINDS.find((one) => one === name);
  if (kind === undefined) throw new Error(`There is no "${name}": ${KINDS.join(", ")}.`);
  return kind;
}

function readContents() {
  const ids = fs
    .readdirSync(SCENARIOS_FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .sort();
  return new Map(
    ids.map((id) => {
      const content = readContent(id);
      return [id, { content, hash: contentHash(content) }];
    }),
  );
}

export function readAsked(): Asked {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "20" },
      scenario: { type: "string" },
      kinds: { type: "string", default: KINDS.join(",") },
      threads: { type: "string", default: String(os.availableParallelism()) },
      write: { type: "boolean", default: false },
      traces: { type: "boolean", default: false },
      carry: { type: "boolean", default: false },
    },
  });
  if (values.traces && !values.write) throw new Error("--traces goes with --write.");
  if (values.carry && values.write) throw new Error("--carry writes by itself: leave --write out.");
  const seedCount = Number(values.seeds);
  const kinds = values.kinds.split(",").map(kindCalled);
  const contents = readContents();
  const wanted = values.scenario === undefined ? [...contents.keys()] : [values.scenario];
  const tasks = wanted.flatMap((scenario) => {
    const of = contents.get(scenario);
    if (of === undefined) throw new Error(`There is no scenario "${scenario}".`);
    return possibleCases(of.content.scenario).flatMap((possible) =>
      kinds.map((kind) => ({ scenario, contentHash: of.hash, ...possible, kind, seedCount })),
    );
  });
  return {
    tasks,
    isPart: values.scenario !== undefined || kinds.length < KINDS.length,
    threadCount: Number(values.threads),
    write: values.write,
    traces: values.traces,
    carry: values.carry,
    isWanted: ({ scenario, kind }) => wanted.includes(scenario) && kinds.includes(kind),
    isAsItWas: ({ scenario, contentHash: hash }) => contents.get(scenario)?.hash === hash,
  };
}
