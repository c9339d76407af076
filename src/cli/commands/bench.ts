/** onbypass bench: how much faster than life the whole case runs on one core. */
import { execFileSync } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { TICKS_PER_S } from "../../kernel/tick.ts";
import type { Command } from "../command.ts";
import { engineFile, loadCurrentEngine } from "../engineFiles.ts";
import { EXIT } from "../exitCodes.ts";
import { numberOption, textOption } from "../optionValues.ts";
import { loadContent } from "../scenarioContent.ts";

const BYTES_PER_MB = 1_000_000;
const CHILD = path.resolve(import.meta.dirname, "../benchChild.mjs");
/**
 * One core means one: compiling and collecting run on it too. The step allocates little, so a small
 * nursery and code kept for its size cost nothing, and the working set is what is asked about.
 */
const NODE_FLAGS = [
  "--single-threaded",
  "--optimize-for-size",
  "--max-semi-space-size=1",
  "--initial-old-space-size=2", // what creating a case leaves behind is collected before it piles up
  "--heap-growing-percent=20", // and the heap grows by what is held, not by what was thrown away
  "--no-sparkplug", // a second copy of the code, for the short time until the compiler proper has been there
  "--max-inlined-bytecode-size-cumulative=1200", // the tick is many small functions
  "--interrupt-budget=20000", // what runs often is compiled in the first seconds, not in the first minutes
];
/** The compiler goes on through the third case: of nine the median is of code that is finished, one core shared or not. */
const CASE_COUNT = 9;

/** A beating heart that ejects, and limits that no patient keeps: as many alarms as these files can raise. */
const WORST = {
  patient: { rhythm: "sinus", crossClamped: false },
  limits: {
    meanArterialPressureMmHgMin: 200,
    meanArterialPressureMmHgMax: 201,
    centralVenousPressureMmHgMax: -20,
    premembranePressureMmHgMax: 1,
  },
  safety: { levelLimitMl: 4000, pressureAlertMmHg: 1, level: "alarmOnly", pressure: "alarmOnly" },
  devices: {
    levelAlert: { mode: "alarmOnly", value: 4000 },
    pressurePre: { mode: "alarmOnly", value: 1 },
    lowFlow: { mode: "alarmOnly", value: 20 },
    temperature: { mode: "alarmOnly", value: 1 },
  },
  gas: { cylinderL: 0, vaporiserMl: 0, agentFraction: 0.01 },
} as const;

interface Played {
  readonly ticks: number;
  readonly elapsedS: number;
  readonly cpuS: number;
}

interface Measured {
  readonly first: Played;
  readonly cases: readonly Played[];
  readonly alarmCountMax: number;
  /** After the first case, and after all of them. */
  readonly rss: number;
  readonly rssAfterAll: number;
  readonly emptyBytes: number;
  /** What a tick of one more case leaves for the collector, median of windows of 100 ticks. */
  readonly leftBytes: number;
}

const megabytes = (bytes: number): string => `${(bytes / BYTES_PER_MB).toFixed(1)} MB`;
const timesOf = ({ ticks, elapsedS }: Played): number => ticks / TICKS_PER_S / elapsedS;

function withTheWorst(content: ReturnType<typeof loadContent>) {
  const { machines } = content;
  const edited = Object.entries(machines).map(([type, machine]) => [
    type,
    {
      ...machine,
      limits: WORST.limits,
      safety: { ...machine.safety, ...WORST.safety },
      devices: { ...machine.devices, ...WORST.devices },
      gas: { ...machine.gas, ...WORST.gas },
    },
  ]);
  const patient = { ...content.patient, ...WORST.patient };
  return { ...content, patient, machines: Object.fromEntries(edited) };
}

export const benchCommand: Command = {
  name: "bench",
  summary: "how much faster than life the whole case runs",
  help: `onbypass bench [--seconds <simulated>] [--variant <id>] [--worst] [--at-least <times>]

Plays whole cases in which nobody acts - world, scenario and scorer together - on one core, in a
process of its own: one that is not counted, then ${CASE_COUNT}. Prints "N.N x real time", their median,
with machine, ticks and working set, after one case as somebody plays it and after all of them, and what
a tick leaves for the collector.

  --seconds <number>    simulated seconds of each case instead of its whole length
  --variant <id>        which failure (a)
  --worst               with a heart that beats and ejects, and limits that raise every alarm they can
  --at-least <number>   exit with 1 when it is slower than this`,
  options: {
    seconds: { type: "string" },
    variant: { type: "string" },
    worst: { type: "boolean" },
    "at-least": { type: "string" },
  },
  async run(given, { out, say }) {
    const seconds = numberOption(given, "seconds", 0, { min: 0, max: 86_400 });
    const atLeast = numberOption(given, "at-least", 0, { min: 0, max: 1e6 });
    const variant = textOption(given, "variant") ?? "a";
    const content = loadContent("a1-pump-failure");
    const { hash } = await loadCurrentEngine();
    const measured = measure(engineFile(hash) as string, seconds, {
      formatVersion: 1,
      ...(given.values["worst"] === true ? withTheWorst(content) : content),
      variant,
      mode: "practice",
    });
    const median = [...measured.cases].sort((a, b) => timesOf(a) - timesOf(b))[
      Math.floor(CASE_COUNT / 2)
    ] as Played;
    const times = timesOf(median);
    out(`${times.toFixed(1)} x real time\n`);
    const cpu = os.cpus()[0]?.model ?? "unknown processor";
    out(`machine      ${cpu}, ${os.arch()}, Node ${process.versions.node}\n`);
    out(`engine       ${hash}, scenario ${content.scenario.id}, variant ${variant}\n`);
    out(describeTicks(median, measured));
    out(
      `working set  ${megabytes(measured.rss)} after one case, ${megabytes(measured.rssAfterAll)} after ${CASE_COUNT + 1}; ${megabytes(measured.emptyBytes)} is Node before anything is loaded\n`,
    );
    out(
      `left behind  ${measured.leftBytes.toFixed(1)} bytes a tick for the collector, median of one more case\n`,
    );
    if (times >= atLeast) return EXIT.ok;
    say(`This is slower than the ${atLeast} asked for.\n`);
    return EXIT.differs;
  },
};

function measure(file: string, seconds: number, setup: object): Measured {
  const engineUrl = pathToFileURL(file).href;
  const setupText = JSON.stringify(setup);
  const order = { engineUrl, setupText, seconds, caseCount: CASE_COUNT, ticksPerS: TICKS_PER_S };
  const answer = execFileSync(process.execPath, [...NODE_FLAGS, CHILD], {
    input: JSON.stringify(order),
  });
  return JSON.parse(String(answer)) as Measured;
}

function describeTicks(
  { ticks, elapsedS, cpuS }: Played,
  { first, cases, alarmCountMax }: Measured,
) {
  const all = cases.map((one) => timesOf(one).toFixed(0)).join(", ");
  return `ticks        ${ticks} of 20 ms in ${elapsedS.toFixed(2)} s (${cpuS.toFixed(2)} s of CPU); first ${timesOf(first).toFixed(0)} x, then ${all} x; up to ${alarmCountMax} alarms at once\n`;
}
