/**
 * Plays many runs, replays each to its recorded hash and scores it again, twice and under a changed rubric:
 * npm run qualify:rescore -- [--runs 1000] [--from 0] [--write]. With --write the figures go to docs/rescoring.json.
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadBuiltEngine, sourcesEngineHash } from "../tests/support/builtEngine.ts";
import { readContent, SCENARIOS_FOLDER } from "../tests/support/playCase.ts";
import { faultsOfRun, recordRun } from "../tests/support/recordedRuns.ts";

const FILE = path.resolve(import.meta.dirname, "../docs/rescoring.json");
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    from: { type: "string", default: "0" },
    write: { type: "boolean", default: false },
  },
});
const runCount = Number(values.runs);
const first = Number(values.from);
const engine = await loadBuiltEngine();
const contents = fs
  .readdirSync(SCENARIOS_FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => readContent(name.slice(0, -".yaml".length)));

const faults: string[] = [];
for (let number = first; number < first + runCount; number += 1) {
  const run = recordRun(engine, contents, number);
  const content = contents[number % contents.length] as (typeof contents)[number];
  const { scenarioId, kind, seed } = run;
  for (const fault of faultsOfRun(engine, run, content))
    faults.push(`run ${number}, ${scenarioId}, ${kind}, seed ${seed}: ${fault}`);
  if ((number + 1) % 50 === 0)
    process.stdout.write(`${number + 1 - first} runs, ${faults.length} faults\n`);
}
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${runCount} runs from number ${first}, ${faults.length} faults.\n`);
if (values.write) {
  const engineHash = await sourcesEngineHash();
  const command = `npm run qualify:rescore -- --runs ${runCount} --from ${first} --write`;
  fs.writeFileSync(
    FILE,
    `${JSON.stringify({ engineHash, command, runCount, first, faults }, null, 1)}\n`,
  );
}
process.exitCode = faults.length === 0 ? 0 : 1;
