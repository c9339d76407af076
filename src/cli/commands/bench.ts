/** onbypass bench: how much faster than life the whole case runs on one core. */
import os from "node:os";
import { TICKS_PER_S } from "../../kernel/tick.ts";
import type { EngineCase } from "../../session/engine.ts";
import { SIGNAL_COUNT } from "../../world/contract/signals.ts";
import { type Command, Refusal } from "../command.ts";
import { loadCurrentEngine } from "../engineFiles.ts";
import { EXIT } from "../exitCodes.ts";
import { numberOption, textOption } from "../optionValues.ts";
import { loadContent } from "../scenarioContent.ts";

const BYTES_PER_MB = 1_000_000;
const WARM_UP_S = 30;

/** One tick as a host takes it: step, and readings at 10 per second. */
function stepOnce(engineCase: EngineCase, readings: Float64Array): void {
  engineCase.step([]);
  if (engineCase.tick() % (TICKS_PER_S / 10) === 0) engineCase.readings(readings);
}

export const benchCommand: Command = {
  name: "bench",
  summary: "how much faster than life the whole case runs",
  help: `onbypass bench [--seconds <simulated>] [--variant <id>] [--at-least <times>]

Runs world, scenario and scorer together on one core and prints "N.N x real time", with machine,
ticks and working set. A case that ends is begun again with the next seed.

  --seconds <number>    simulated seconds (600)
  --variant <id>        which failure (a)
  --at-least <number>   exit with 1 when it is slower than this`,
  options: {
    seconds: { type: "string" },
    variant: { type: "string" },
    "at-least": { type: "string" },
  },
  async run(given, { out, say }) {
    const secondsMax = numberOption(given, "seconds", 600, { min: 1, max: 86_400 });
    const atLeast = numberOption(given, "at-least", 0, { min: 0, max: 1e6 });
    const variant = textOption(given, "variant") ?? "a";
    const content = loadContent("a1-pump-failure");
    const { engine, hash } = await loadCurrentEngine();
    const readings = new Float64Array(SIGNAL_COUNT);
    let seed = 0;
    const begin = (): EngineCase => {
      seed++;
      const wishes = { formatVersion: 1, variant, seed, mode: "practice" };
      const created = engine.createCase({ ...content, ...wishes });
      if (!created.ok) throw new Refusal(created.problems);
      return created.value;
    };
    let engineCase = begin();
    const runTicks = (count: number) => {
      for (let tick = 0; tick < count; tick++) {
        if (engineCase.ended()) engineCase = begin();
        stepOnce(engineCase, readings);
      }
    };
    runTicks(WARM_UP_S * TICKS_PER_S);
    const ticks = Math.round(secondsMax * TICKS_PER_S);
    const startNs = process.hrtime.bigint();
    const startCpu = process.cpuUsage();
    runTicks(ticks);
    const elapsedS = Number(process.hrtime.bigint() - startNs) / 1e9;
    const cpu = process.cpuUsage(startCpu);
    const cpuS = (cpu.user + cpu.system) / 1e6;
    const times = secondsMax / elapsedS;
    const memory = process.memoryUsage();
    const megabytes = (bytes: number) => `${(bytes / BYTES_PER_MB).toFixed(1)} MB`;
    out(`${times.toFixed(1)} x real time\n`);
    out(
      `machine      ${os.cpus()[0]?.model ?? "unknown"}, ${os.arch()}, Node ${process.versions.node}\n`,
    );
    out(`engine       ${hash}, scenario ${content.scenario.id}, variant ${variant}\n`);
    out(
      `ticks        ${ticks} of 20 ms in ${elapsedS.toFixed(2)} s (${cpuS.toFixed(2)} s of CPU)\n`,
    );
    out(
      `working set  ${megabytes(memory.rss)} resident, ${megabytes(memory.heapUsed)} of it JavaScript heap\n`,
    );
    if (times >= atLeast) return EXIT.ok;
    say(`This is slower than the ${atLeast} asked for.\n`);
    return EXIT.differs;
  },
};
