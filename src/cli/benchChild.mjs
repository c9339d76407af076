/**
 * The measured part of `onbypass bench`, in a process of its own: this engine, whole cases, and nothing
 * of the command line around it. Plain JavaScript, so that no loader is measured with it.
 */
import fs from "node:fs";
import v8 from "node:v8";

/** @type {{ engineUrl: string, setupText: string, seconds: number, caseCount: number, ticksPerS: number }} */
const { engineUrl, setupText, seconds, caseCount, ticksPerS } = JSON.parse(
  fs.readFileSync(0, "utf8"),
);
// As in the page's worker: no generated code for checks that run once a case (src/app/worker/zodWithoutEval.ts).
/** @type {{ __zod_globalConfig?: { jitless?: boolean } }} */ (globalThis).__zod_globalConfig = {
  jitless: true,
};
const emptyBytes = process.memoryUsage().rss;
const engine = await import(engineUrl);
/** So long is looked at what a tick leaves: before and after the failure. */
const LEFT_TICKS = 12_000;
const readings = new Float64Array(engine.SIGNAL_COUNT);
const alarmsAt = engine.signalIndex("alarms.activeCount");
let alarmCountMax = 0;

/** Plays one case in which nobody acts, as a host does: every tick, and readings ten times a second. */
function playCase(/** @type {number} */ seed) {
  const created = engine.createCase({ ...JSON.parse(setupText), seed });
  if (!created.ok) throw new Error(created.problems[0].sentence);
  const one = created.value;
  const ticksAsked = seconds === 0 ? Number.MAX_SAFE_INTEGER : Math.round(seconds * ticksPerS);
  const startNs = process.hrtime.bigint();
  const startCpu = process.cpuUsage();
  let ticks = 0;
  for (; ticks < ticksAsked && !one.ended(); ticks++) {
    one.step([]);
    if ((ticks + 1) % (ticksPerS / 10) !== 0) continue;
    one.readings(readings);
    alarmCountMax = Math.max(alarmCountMax, readings[alarmsAt]);
  }
  const elapsedS = Number(process.hrtime.bigint() - startNs) / 1e9;
  const cpu = process.cpuUsage(startCpu);
  return { ticks, elapsedS, cpuS: (cpu.user + cpu.system) / 1e6 };
}

const WINDOW_TICKS = 100;

/** Bytes on the heap; asking takes some itself. */
const heapBytes = () => v8.getHeapStatistics().used_heap_size;

/**
 * What a tick leaves for the collector, bytes: the median of windows of so many ticks of one more case. A window
 * in which the collector or the compiler was at work counts too, which is why it is the median.
 */
function leftBytesPerTick(/** @type {number} */ seed) {
  const one = engine.createCase({ ...JSON.parse(setupText), seed }).value;
  /** @type {[]} */
  const nothing = [];
  const windows = [];
  while (!one.ended() && one.tick() < LEFT_TICKS) {
    const before = heapBytes();
    for (let tick = 0; tick < WINDOW_TICKS && !one.ended(); tick++) one.step(nothing);
    const after = heapBytes();
    const askedBytes = heapBytes() - after;
    windows.push((after - before - askedBytes) / WINDOW_TICKS);
  }
  windows.sort((a, b) => a - b);
  return windows[Math.floor(windows.length / 2)];
}

// The first case is the compiler's: its time is not counted. It is the process of somebody who plays one
// case, so the working set is read here; after several it holds what the collector has not yet taken too.
const first = playCase(0);
const { rss } = process.memoryUsage();
const cases = Array.from({ length: caseCount }, (_, at) => playCase(at + 1));
const rssAfterAll = process.memoryUsage().rss;
const leftBytes = leftBytesPerTick(caseCount + 1);
process.stdout.write(
  JSON.stringify({ first, cases, alarmCountMax, rss, rssAfterAll, emptyBytes, leftBytes }),
);
