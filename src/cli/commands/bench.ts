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
const NODE_FLAGS = ["--single-threaded", "--optimize-for-size", "--max-semi-space-size=1"];

interface Measured {
  readonly ticks: number;
  readonly elapsedS: number;
  readonly cpuS: number;
  readonly rss: number;
  readonly emptyBytes: number;
}

const megabytes = (bytes: number): string => `${(bytes / BYTES_PER_MB).toFixed(1)} MB`;

export const benchCommand: Command = {
  name: "bench",
  summary: "how much faster than life the whole case runs",
  help: `onbypass bench [--seconds <simulated>] [--variant <id>] [--at-least <times>]

Runs a whole case in which nobody acts - world, scenario and scorer together - on one core, in a
process of its own, and prints "N.N x real time" with machine, ticks and working set.

  --seconds <number>    simulated seconds instead; a case that ends is begun again with the next seed
  --variant <id>        which failure (a)
  --at-least <number>   exit with 1 when it is slower than this`,
  options: {
    seconds: { type: "string" },
    variant: { type: "string" },
    "at-least": { type: "string" },
  },
  async run(given, { out, say }) {
    const seconds = numberOption(given, "seconds", 0, { min: 0, max: 86_400 });
    const atLeast = numberOption(given, "at-least", 0, { min: 0, max: 1e6 });
    const variant = textOption(given, "variant") ?? "a";
    const content = loadContent("a1-pump-failure");
    const { hash } = await loadCurrentEngine();
    const order = {
      engineUrl: pathToFileURL(engineFile(hash) as string).href,
      setup: { formatVersion: 1, ...content, variant, mode: "practice" },
      seconds,
      ticksPerS: TICKS_PER_S,
    };
    const answer = execFileSync(process.execPath, [...NODE_FLAGS, CHILD], {
      input: JSON.stringify(order),
    });
    const { ticks, elapsedS, cpuS, rss, emptyBytes } = JSON.parse(String(answer)) as Measured;
    const times = ticks / TICKS_PER_S / elapsedS;
    out(`${times.toFixed(1)} x real time\n`);
    const cpu = os.cpus()[0]?.model ?? "unknown processor";
    out(`machine      ${cpu}, ${os.arch()}, Node ${process.versions.node}\n`);
    out(`engine       ${hash}, scenario ${content.scenario.id}, variant ${variant}\n`);
    out(
      `ticks        ${ticks} of 20 ms in ${elapsedS.toFixed(2)} s (${cpuS.toFixed(2)} s of CPU)\n`,
    );
    out(
      `working set  ${megabytes(rss)}, of which ${megabytes(emptyBytes)} is Node before anything is loaded\n`,
    );
    if (times >= atLeast) return EXIT.ok;
    say(`This is slower than the ${atLeast} asked for.\n`);
    return EXIT.differs;
  },
};
