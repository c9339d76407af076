/**
 * Where the time of a case goes, and what its step leaves for the collector: npm run bench:profile --
 * [--cases 4]. Whole cases of A1 in which nobody acts, from the sources, so that every function is known by
 * its file. Shares of one run; how fast it is as a whole is what `onbypass bench` says.
 */
import { type HeapProfiler, type Profiler, Session } from "node:inspector/promises";
import { parseArgs } from "node:util";
import { createCase } from "../src/case/case.ts";
import { readContent, setupOf } from "../tests/support/playCase.ts";

const { values } = parseArgs({ options: { cases: { type: "string", default: "4" } } });
const CASE_COUNT = Number(values.cases);
const SAMPLE_US = 200;
const SAMPLE_BYTES = 256;
const ALLOCATING_TICKS = 8_000;
const FILES_SHOWN = 24;
const FUNCTIONS_SHOWN = 12;

const content = readContent();
const open = (seed: number) => {
  const made = createCase(setupOf(content, { variant: "a", pumpType: "roller", seed }));
  if (!made.ok) throw new Error(made.problems[0]?.sentence);
  return made.value;
};

function playWhole(seed: number): number {
  const one = open(seed);
  while (!one.ended()) one.step([]);
  return one.tick();
}

/** "src/world/physics/brain.ts", or what the engine itself does. */
function placeOf({ url, functionName }: Profiler.ProfileNode["callFrame"]): string {
  const at = url.lastIndexOf("/src/");
  if (at >= 0) return url.slice(at + 1);
  return url === "" ? functionName : "outside";
}

class Shares {
  readonly #sums = new Map<string, number>();
  #total = 0;

  add(name: string, amount: number): void {
    this.#sums.set(name, (this.#sums.get(name) ?? 0) + amount);
    this.#total += amount;
  }

  get total(): number {
    return this.#total;
  }

  lines(count: number, text: (amount: number) => string): string {
    const sorted = [...this.#sums].sort(([, one], [, other]) => other - one).slice(0, count);
    return sorted.map(([name, sum]) => `${text(sum).padStart(9)}  ${name}\n`).join("");
  }
}

const session = new Session();
session.connect();

async function profileTime(): Promise<void> {
  playWhole(1);
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: SAMPLE_US });
  await session.post("Profiler.start");
  let ticks = 0;
  for (let seed = 2; seed < 2 + CASE_COUNT; seed += 1) ticks += playWhole(seed);
  const { profile } = await session.post("Profiler.stop");
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const [rooms, files] = [new Shares(), new Shares()];
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const place = placeOf((nodes.get(id) as Profiler.ProfileNode).callFrame);
    const spentUs = profile.timeDeltas?.[at] ?? 0;
    files.add(place, spentUs);
    rooms.add(place.startsWith("src/") ? place.split("/").slice(0, -1).join("/") : place, spentUs);
  }
  const share = (sum: number): string => `${((100 * sum) / files.total).toFixed(1)} %`;
  process.stdout.write(
    `${ticks} ticks, ${(files.total / ticks).toFixed(1)} us each with the profiler on\n\n` +
      `by folder\n${rooms.lines(FILES_SHOWN, share)}\nby file\n${files.lines(FILES_SHOWN, share)}\n`,
  );
}

async function profileMemory(): Promise<void> {
  const one = open(2);
  for (let tick = 0; tick < ALLOCATING_TICKS / 4; tick += 1) one.step([]);
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: SAMPLE_BYTES,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (let tick = 0; tick < ALLOCATING_TICKS; tick += 1) one.step([]);
  const { profile } = await session.post("HeapProfiler.stopSampling");
  const functions = new Shares();
  const visit = (node: HeapProfiler.SamplingHeapProfileNode): void => {
    const { callFrame, selfSize, children } = node;
    functions.add(`${callFrame.functionName} ${placeOf(callFrame)}`, selfSize);
    children.forEach(visit);
  };
  visit(profile.head);
  const perTick = (sum: number): string => `${(sum / ALLOCATING_TICKS).toFixed(0)} B`;
  process.stdout.write(
    `left for the collector, a tick: ${perTick(functions.total)}\n` +
      functions.lines(FUNCTIONS_SHOWN, perTick),
  );
}

await profileTime();
await profileMemory();
