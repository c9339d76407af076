/** No drug is made and none is lost, whatever is given, by whatever way, while the circuit misbehaves. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { SAMPLE_SITES, SAMPLE_TESTS } from "../../../src/world/contract/samples.ts";
import type { WorldAction } from "../../../src/world/contract/world.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const RELATIVE_ERROR_MAX = 1e-9;
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const medicine: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({
    type: fc.constant("drug.give" as const),
    drug: fc.constantFrom("phenylephrine", "heparin", "protamine", "propofol", "insulin"),
    amount: between(0.01, 5000),
    unit: fc.constantFrom("ug" as const, "mg" as const, "U" as const, "U/kg" as const),
    route: fc.constantFrom("circuit" as const, "centralLine" as const),
  }),
  fc.record({
    type: fc.constant("drug.infuse" as const),
    drug: fc.constantFrom("noradrenaline", "glyceryl-trinitrate", "sevoflurane"),
    amount: between(0.01, 5),
    unit: fc.constantFrom("ug/kg/min" as const, "vol%" as const),
  }),
  fc.record({
    type: fc.constant("drug.stop" as const),
    drug: fc.constantFrom("noradrenaline", "sevoflurane"),
  }),
  fc.record({
    type: fc.constant("sample.draw" as const),
    site: fc.constantFrom(...SAMPLE_SITES),
    test: fc.constantFrom(...SAMPLE_TESTS),
    discardMl: between(0, 20),
  }),
);
const trouble: fc.Arbitrary<WorldAction> = fc.oneof(
  fc.record({
    type: fc.constantFrom("pump.start" as const, "pump.stop" as const),
    head: fc.constant("arterial" as const),
  }),
  fc.record({
    type: fc.constant("pump.setFlow" as const),
    head: fc.constant("arterial" as const),
    flowLpm: between(0, 6),
  }),
  fc.record({ type: fc.constant("gas.setSweep" as const), sweepLpm: between(0, 15) }),
  fc.record({ type: fc.constant("reservoir.addVolume" as const), volumeMl: between(50, 400) }),
);
const step = fc.record({
  action: fc.oneof({ weight: 3, arbitrary: medicine }, { weight: 1, arbitrary: trouble }),
  waitTicks: fc.integer({ min: 1, max: 400 }),
});

test("given is removed and present, over random doses, rates, samples and stops", () => {
  const bench = new WorldBench();
  for (const { action, waitTicks } of fc.sample(step, { seed: 20261126, numRuns: 120 })) {
    bench.act(action).run(waitTicks / 50);
    expect(bench.at("ledger.drugErrorFraction"), `at ${bench.timeS} s`).toBeLessThan(
      RELATIVE_ERROR_MAX,
    );
  }
  expect(bench.facts.filter(({ type }) => type === "sampleResult").length).toBeGreaterThan(3);
});
