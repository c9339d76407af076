/**
 * Plays supervised sessions in a simulated world that loses, delays, reorders and repeats messages, cuts
 * networks, kills pages, crashes servers and fills disks:
 * npm run qualify:sessions -- [--hours 1000] [--from 1] [--minutes 30] [--world light|real] [--for 240]
 * One line for each seed that found something, then the sum. The exit code tells whether any did.
 * With --for it begins no seed after so many seconds, and its last line says where to go on; a thousand
 * hours may be played in pieces.
 */
import { parseArgs } from "node:util";
import type { Engine } from "../src/session/engine.ts";
import { loadBuiltEngine } from "../tests/support/builtEngine.ts";
import { readContent, setupOf } from "../tests/support/playCase.ts";
import { simulateSession } from "../tests/support/simulation/session.ts";
import * as lightEngine from "../tests/unit/session/fakeEngine.ts";

const { values } = parseArgs({
  options: {
    hours: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
    minutes: { type: "string", default: "30" },
    world: { type: "string", default: "light" },
    for: { type: "string", default: "Infinity" },
  },
});
const isReal = values.world === "real";
// A real case ends by itself after ten minutes, and is over for everybody when it is.
const minutes = isReal ? Math.min(8, Number(values.minutes)) : Number(values.minutes);
const engine: Engine = isReal ? await loadBuiltEngine() : lightEngine;
const caseSetup = isReal
  ? { ...setupOf(readContent(), { variant: "a", seed: 3 }) }
  : { seed: 5, endTick: 1_000_000_000 };

const sums = { simulatedS: 0, entryCount: 0, acknowledgedCount: 0, badCount: 0 };
const events: Record<string, number> = {};
const cpuStart = process.cpuUsage();
const startMs = performance.now();
const elapsedS = () => (performance.now() - startMs) / 1000;
let seed = Number(values.from);
while (sums.simulatedS < Number(values.hours) * 3600 && elapsedS() < Number(values.for)) {
  const one = await simulateSession({ seed, minutes, engine, caseSetup, watcherCount: 2 });
  seed += 1;
  sums.simulatedS += one.simulatedS;
  sums.entryCount += one.entryCount;
  sums.acknowledgedCount += one.acknowledgedCount;
  if (one.findings.length > 0) sums.badCount += 1;
  for (const finding of one.findings) process.stdout.write(`${finding}\n`);
  for (const [kind, count] of Object.entries(one.events)) {
    events[kind] = (events[kind] ?? 0) + count;
  }
}
const { user, system } = process.cpuUsage(cpuStart);
const hours = (sums.simulatedS / 3600).toFixed(1);
process.stdout.write(
  `${hours} session-hours, ${values.world} world, seeds ${values.from} to ${seed - 1}: ` +
    `${sums.entryCount} entries kept, ${sums.acknowledgedCount} acknowledged, ` +
    `${sums.badCount} seeds with findings, ${Math.round((user + system) / 1e6)} s of CPU in ` +
    `${Math.round(elapsedS())} s\n${JSON.stringify(events)}\ngo on with --from ${seed}\n`,
);
process.exitCode = sums.badCount === 0 ? 0 : 1;
