/**
 * Plays every scripted perfusionist through every possible case: npm run qualify -- [--seeds N]
 * [--scenario ID] [--kinds expert,idle] [--threads N] [--write]. The exit code tells whether everything
 * ended as the scenarios declare. With --write each figure goes to docs/qualification.json as it comes,
 * with the engine's hash; what stands there of the same engine, scenario and number of seeds is not
 * played again, so a long run can be stopped and taken up where it was. Whoever changes a scripted
 * perfusionist takes their figures out of the file first.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Piscina } from "piscina";
import { possibleCases } from "../../src/scenario/possibleCases.ts";
import { sourcesEngineHash } from "../../tests/support/builtEngine.ts";
import { KINDS, type Kind } from "../../tests/support/otherPerfusionists.ts";
import { contentHash, readContent, SCENARIOS_FOLDER } from "../../tests/support/playCase.ts";
import type { Tally, Task } from "./playTask.ts";

const FILE = path.resolve(import.meta.dirname, "../../docs/qualification.json");
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    scenario: { type: "string" },
    kinds: { type: "string", default: KINDS.join(",") },
    threads: { type: "string", default: String(os.availableParallelism()) },
    write: { type: "boolean", default: false },
  },
});
const seedCount = Number(values.seeds);
const kinds = values.kinds.split(",").map(kindCalled);
const ids = fs
  .readdirSync(SCENARIOS_FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -".yaml".length))
  .sort();
const contents = new Map(ids.map((id) => [id, readContent(id)]));
const engineHash = await sourcesEngineHash();

/** A name that is none would play nothing, and nothing ends otherwise than declared. */
function kindCalled(name: string): Kind {
  const kind = KINDS.find((one) => one === name);
  if (kind === undefined) throw new Error(`There is no "${name}": ${KINDS.join(", ")}.`);
  return kind;
}

const keyOf = (task: Task): string => {
  const { scenario, variant, cause, pumpType, kind, seedCount: seeds } = task;
  return [scenario, variant, cause, pumpType, kind, seeds].join(" ");
};

function tasksAsked(): Task[] {
  const wanted = values.scenario === undefined ? ids : [values.scenario];
  return wanted.flatMap((scenario) => {
    const content = contents.get(scenario);
    if (content === undefined) throw new Error(`There is no scenario "${scenario}".`);
    const of = { scenario, contentHash: contentHash(content) };
    return possibleCases(content.scenario).flatMap((possible) =>
      kinds.map((kind) => ({ ...of, ...possible, kind, seedCount })),
    );
  });
}

/** What is on file of this engine and of scenarios as they are: nothing else counts. */
function tallied(): Map<string, Tally> {
  if (!values.write) return new Map();
  const kept = JSON.parse(fs.readFileSync(FILE, "utf8"));
  if (kept.engineHash !== engineHash) return new Map();
  const isAsItIs = ({ scenario, contentHash: hash }: Tally): boolean => {
    const content = contents.get(scenario);
    return content !== undefined && contentHash(content) === hash;
  };
  return new Map((kept.tallies as Tally[]).filter(isAsItIs).map((tally) => [keyOf(tally), tally]));
}

/** Places - scenario, pump and seed - whose first screen differs with what will come. */
function tellingPlaces(tallies: readonly Tally[]): string[] {
  const screens = new Map<string, string>();
  const telling = new Set<string>();
  for (const { scenario, pumpType, firstScreens } of tallies) {
    for (const [at, screen] of firstScreens.entries()) {
      const place = `${scenario} ${pumpType} seed ${at + 1}`;
      if ((screens.get(place) ?? screen) !== screen) telling.add(place);
      screens.set(place, screen);
    }
  }
  return [...telling];
}

const countOf = (tallies: readonly Tally[], of: (tally: Tally) => number): number =>
  tallies.reduce((sum, tally) => sum + of(tally), 0);

function write(all: ReadonlyMap<string, Tally>): void {
  const tallies = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally);
  const summary = {
    engineHash,
    command: "npm run qualify -- --write",
    caseCount: countOf(tallies, (tally) => tally.seedCount),
    strayCount: countOf(tallies, ({ strays }) => strays.length),
    tellingPlaces: tellingPlaces(tallies),
  };
  const lines = tallies.map((tally) => `  ${JSON.stringify(tally)}`).join(",\n");
  const head = JSON.stringify(summary, null, 1).slice(0, -2);
  // A run that is stopped in the middle of a line must not lose the figures before it.
  fs.writeFileSync(`${FILE}.new`, `${head},\n "tallies": [\n${lines}\n ]\n}\n`);
  fs.renameSync(`${FILE}.new`, FILE);
}

const asked = tasksAsked();
const all = tallied();
const left = asked.filter((task) => !all.has(keyOf(task)));
if (left.length < asked.length) {
  process.stdout.write(`${asked.length - left.length} of ${asked.length} stand on file.\n`);
}
const pool = new Piscina<Task, Tally>({
  filename: fileURLToPath(new URL("./playThread.mjs", import.meta.url)),
  maxThreads: Number(values.threads),
});
await Promise.all(
  left.map(async (task) => {
    const tally = await pool.run(task);
    all.set(keyOf(task), tally);
    const { scenario, variant, cause, pumpType, kind, metCount, expected, strays } = tally;
    const odd = strays.length === 0 ? "" : `; seeds ${strays.join(", ")}`;
    process.stdout.write(
      `${[scenario, variant, cause, pumpType, kind].filter(Boolean).join(" ")}: ${metCount}/${seedCount} met, expected ${expected}${odd}\n`,
    );
    if (values.write) write(all);
  }),
);
await pool.destroy();
const played = asked.flatMap((task) => all.get(keyOf(task)) ?? []);
const strayCount = countOf(played, ({ strays }) => strays.length);
const telling = tellingPlaces(played);
const screenCount = countOf(played, ({ firstScreens }) => firstScreens.length);
process.stdout.write(
  `${played.length * seedCount} cases, ${strayCount} ended otherwise than declared.\n` +
    `${screenCount} first screens compared, ${telling.length} tell what will come.\n`,
);
for (const place of telling) process.stdout.write(`  ${place}\n`);
process.exitCode = strayCount + telling.length === 0 ? 0 : 1;
