/** Salts given as drugs reach the blood that the analyser measures, and nothing of them is lost. */
import { describe, expect, test } from "vitest";
import type { SampleResult } from "../../../src/world/contract/samples.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const TURNAROUND_S = 101;

/** Draws for the analyser and waits for the slip. */
function slip(bench: WorldBench): SampleResult {
  bench.do({ type: "sample.draw", site: "arterial", test: "bloodGas", discardMl: 10 });
  bench.run(TURNAROUND_S);
  const result = bench.facts.findLast((fact) => fact.type === "sampleResult");
  if (result?.type !== "sampleResult") throw new Error("No result came back.");
  return result.values;
}

function given(drug: string, amount: number, unit: string): readonly [SampleResult, SampleResult] {
  const bench = new WorldBench();
  const before = slip(bench);
  bench.do({ type: "drug.give", drug, amount, unit, route: "circuit" } as never).run(60);
  const after = slip(bench);
  expect(bench.at("ledger.plasmaErrorFraction")).toBeLessThan(1e-9);
  expect(Math.abs(bench.at("ledger.carbonDioxideErrorMl"))).toBeLessThan(1e-4);
  return [before, after];
}

describe("a salt given into the circuit", () => {
  test("of potassium raises potassium and chloride", () => {
    const [before, after] = given("kcl", 40, "mmol");
    expect(Number(after.potassiumMmolPerL)).toBeGreaterThan(Number(before.potassiumMmolPerL) + 1);
  });
  test("of calcium raises ionised calcium", () => {
    const [before, after] = given("calcium", 1000, "mg");
    expect(Number(after.calciumMmolPerL)).toBeGreaterThan(Number(before.calciumMmolPerL) + 0.15);
  });
  test("of bicarbonate raises sodium and base excess, and CO2 until sweep has taken it", () => {
    const [before, after] = given("bicarbonate", 100, "mmol");
    expect(Number(after.baseExcessMmolPerL)).toBeGreaterThan(Number(before.baseExcessMmolPerL) + 3);
    expect(Number(after.ph)).toBeGreaterThan(Number(before.ph));
  });
});

test("insulin drives potassium and glucose into cells, slowly", () => {
  const bench = new WorldBench({
    edit: (setup) => {
      setup.patient.plasma.potassiumMmolPerL = 5.5;
      setup.patient.plasma.glucoseMmolPerL = 14;
    },
  });
  const before = slip(bench);
  bench
    .do({ type: "drug.give", drug: "insulin", amount: 50, unit: "U", route: "circuit" })
    .run(600);
  const after = slip(bench);
  for (const id of ["potassiumMmolPerL", "glucoseMmolPerL"] as const) {
    expect(Number(after[id])).toBeLessThan(Number(before[id]) - 0.1);
    expect(Number(after[id])).toBeGreaterThan(0.5 * Number(before[id]));
  }
  expect(bench.at("sample.potassiumMmolPerL")).toBe(after.potassiumMmolPerL);
  expect(bench.at("ledger.plasmaErrorFraction")).toBeLessThan(1e-9);
});
