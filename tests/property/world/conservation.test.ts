/** Nothing is made and nothing is lost: what the world holds equals what it held and what came in. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAULT_IDS, type FaultId } from "../../../src/world/contract/faults.ts";
import { CLAMP_SITES, HEADS, SAFETY_DEVICES } from "../../../src/world/contract/ids.ts";
import { WorldBench } from "../../support/worldSetup.ts";
import { anyPump, anyStep, type Step } from "./arbitraryActs.ts";

const RELATIVE_ERROR_MAX = 1e-9;
const LEDGER = [
  ["volume", "ledger.volumeErrorMl", "ledger.volumeTotalMl"],
  ["oxygen", "ledger.oxygenErrorMl", "ledger.oxygenTotalMl"],
  ["carbon dioxide", "ledger.carbonDioxideErrorMl", "ledger.carbonDioxideTotalMl"],
  ["red cells", "ledger.redCellErrorMl", "ledger.redCellTotalMl"],
  ["heat", "ledger.heatErrorKj", "ledger.heatTotalKj"],
] as const;

/** Clamps that are open while the patient is on bypass. */
const OPEN_SITES: ReadonlySet<string> = new Set(
  CLAMP_SITES.filter((site) => !["recirculation", "bridge", "cardioplegia"].includes(site)),
);

function expectConserved(bench: WorldBench): void {
  const drugs = bench.at("ledger.drugErrorFraction");
  expect(drugs, `drugs at ${bench.timeS} s`).toBeLessThan(RELATIVE_ERROR_MAX);
  for (const [what, error, total] of LEDGER) {
    const relative = Math.abs(bench.at(error)) / bench.at(total);
    expect(relative, `${what} at ${bench.timeS} s`).toBeLessThan(RELATIVE_ERROR_MAX);
  }
}

/** Plays the steps; the seconds during which blood moved in the arterial line. */
function play(bench: WorldBench, steps: readonly Step[]): number {
  let flowingS = 0;
  for (const { action, waitTicks } of steps) {
    bench.act(action).run(waitTicks / 50);
    if (Math.abs(bench.at("circuit.arterialFlowTrueLpm")) > 0.5) flowingS += waitTicks / 50;
  }
  return flowingS;
}

/** Somebody puts the machine in order again, so that an hour of trouble is not an hour of standing still. */
function mend(bench: WorldBench): void {
  for (const faultId of FAULT_IDS) bench.act({ type: "fault.clear", faultId: faultId as FaultId });
  bench.until(90, () => bench.named("hands.task") === "none");
  bench.act({ type: "crank.remove" }).run(2.5);
  for (const site of CLAMP_SITES) {
    if (OPEN_SITES.has(site)) bench.act({ type: "line.unclamp", site });
    else bench.act({ type: "line.clamp", site });
  }
  bench.act({ type: "electronicClamp.command", open: true });
  for (const device of SAFETY_DEVICES) {
    bench.act({ type: "safety.override", device, durationS: 30 });
    bench.act({ type: "safety.reset", device });
  }
  if (bench.at("circuit.reservoirVolumeMl") < 600)
    bench.act({ type: "reservoir.addVolume", volumeMl: 300 });
  for (const head of HEADS) {
    const forward = head === "arterial" || bench.named(`pump.${head}.carries`) === "arterialBoot";
    const rotation = forward ? "counterClockwise" : "clockwise";
    bench.act(
      { type: "pump.setPower", head, on: true },
      { type: "pump.closeCover", head },
      { type: "pump.stop", head },
      { type: "pump.reset", head },
    );
    bench.until(3, () => Math.abs(bench.at(`pump.${head}.rotorRpm`)) < 1);
    bench.act(
      { type: "pump.setDirection", head, rotation },
      { type: "pump.setFlow", head, flowLpm: forward ? 4.4 : 0.3 },
      { type: "pump.start", head },
    );
  }
}

/** A step list of this length that always comes out the same for a seed. */
const drawSteps = (seed: number, waitTicksMax: number, count: number): readonly Step[] =>
  fc.sample(anyStep(waitTicksMax), { seed, numRuns: count });

describe("over one simulated hour of random acts and faults", () => {
  test.each([
    ["roller", 60, 20261122],
    ["centrifugal", 10, 48151623],
  ] as const)(
    "with a %s pump, for %i minutes, everything is conserved (seed %i)",
    (pump, minutes, seed) => {
      const bench = new WorldBench({ pump, seed });
      let flowingS = 0;
      for (let minute = 1; minute <= minutes; minute += 1) {
        mend(bench);
        flowingS += play(bench, drawSteps(seed + minute, 150, 22));
        bench.run(Math.max(0, minute * 60 - bench.timeS));
        expectConserved(bench);
      }
      // The hour was not spent standing still, and something happened in it.
      const accepted = bench.facts.filter((fact) => fact.type === "accepted").length;
      const faults = bench.facts.filter((fact) => fact.type === "faultInjected").length;
      expect(accepted).toBeGreaterThan(minutes * 7);
      expect(faults).toBeGreaterThan(minutes / 2);
      expect(flowingS).toBeGreaterThan(minutes * 10);
    },
    240_000,
  );
});

describe("over shorter runs", () => {
  test("whatever is done, in whatever order, everything is conserved", () => {
    fc.assert(
      fc.property(
        anyPump,
        fc.array(anyStep(150), { minLength: 1, maxLength: 30 }),
        (pump, steps) => {
          const bench = new WorldBench({ pump });
          play(bench, steps);
          expectConserved(bench);
        },
      ),
      { seed: 20261122, numRuns: 60 },
    );
  }, 120_000);
});

describe("seeds that once failed", () => {
  test("a reservoir pumped dry draws air, and the air is not blood", () => {
    const bench = new WorldBench().do(
      { type: "safety.setMode", device: "level", mode: "off" },
      { type: "safety.setMode", device: "bubble", mode: "off" },
      { type: "line.clamp", site: "venous" },
    );
    bench.run(30);
    expect(bench.at("patient.airDeliveredMl")).toBeGreaterThan(10);
    expectConserved(bench);
  });
  test("an oxygenator that fills with air stays finite, because bubbles exchange nothing", () => {
    const bench = new WorldBench().do(
      { type: "safety.setMode", device: "level", mode: "off" },
      { type: "safety.setMode", device: "bubble", mode: "off" },
      { type: "line.clamp", site: "venous" },
    );
    for (const head of ["vent", "suck1", "suck2"] as const) bench.do({ type: "pump.stop", head });
    bench.run(90);
    expect(bench.at("line.oxygenator.gasFraction")).toBeGreaterThan(0.5);
    expectConserved(bench);
  });
  test("a reservoir that runs over loses what it spills, and no more", () => {
    const bench = new WorldBench();
    for (let bag = 0; bag < 4; bag += 1)
      bench.act({ type: "reservoir.addVolume", volumeMl: 1000 }).run(1);
    expect(bench.run(10).at("circuit.reservoirVolumeMl")).toBeLessThanOrEqual(4000);
    expectConserved(bench);
  });
});
