/**
 * The measured part of `onbypass bench`, in a process of its own: this engine, one case, and nothing
 * of the command line around it. Plain JavaScript, so that no loader is measured with it.
 */
import fs from "node:fs";

/** @type {{ engineUrl: string, setup: object, seconds: number, ticksPerS: number }} */
const order = JSON.parse(fs.readFileSync(0, "utf8"));
const { engineUrl, setup, seconds, ticksPerS } = order;
// As in the page's worker: no generated code for checks that run once a case (src/app/worker/zodWithoutEval.ts).
/** @type {{ __zod_globalConfig?: { jitless?: boolean } }} */ (globalThis).__zod_globalConfig = {
  jitless: true,
};
const emptyBytes = process.memoryUsage().rss;
const engine = await import(engineUrl);
const readings = new Float64Array(engine.SIGNAL_COUNT);
let seed = 0;

function begin() {
  seed++;
  const created = engine.createCase({ ...setup, seed });
  if (!created.ok) throw new Error(created.problems[0].sentence);
  return created.value;
}

let one = begin();
let ticks = 0;

/** Steps as a host does: every tick, and readings ten times a second. */
function runWhile(/** @type {() => boolean} */ goesOn) {
  while (goesOn()) {
    if (one.ended()) one = begin();
    one.step([]);
    ticks++;
    if (ticks % (ticksPerS / 10) === 0) one.readings(readings);
  }
}

const startNs = process.hrtime.bigint();
const startCpu = process.cpuUsage();
const ticksAsked = Math.round(seconds * ticksPerS);
runWhile(() => (ticksAsked === 0 ? !one.ended() : ticks < ticksAsked));
const elapsedS = Number(process.hrtime.bigint() - startNs) / 1e9;
const cpu = process.cpuUsage(startCpu);
const { rss } = process.memoryUsage();
process.stdout.write(
  JSON.stringify({ ticks, elapsedS, cpuS: (cpu.user + cpu.system) / 1e6, rss, emptyBytes }),
);
