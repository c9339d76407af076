/**
 * Between and beyond the points of the tables the world goes on as physiology does: more of a cause
 * gives more of its effect, without jumps. Five points each, none of them a point of a table.
 */
import { describe, expect, test } from "vitest";
import type { WorldAction } from "../../../src/world/contract/world.ts";
import { WorldBench } from "../../support/worldSetup.ts";

/**
 * How much steeper one of the four steps may be than another. Ends of the ranges are at most 1.77 times apart,
 * and the steepest law at work is a hyperbola, whose slope goes with the square: 3.1 times.
 * A switch, a clip or a table's edge within the range would show as a flat step beside a steep one.
 */
const STEEPER_MAX = 3.2;

function expectMonotone(
  what: string,
  values: readonly number[],
  direction: "rises" | "falls",
): void {
  const sign = direction === "rises" ? 1 : -1;
  const steps = values.slice(1).map((value, at) => sign * (value - values[at]));
  const told = `${what} ${direction}: ${values.map((value) => value.toFixed(3)).join(", ")}`;
  expect(Math.min(...steps), told).toBeGreaterThan(0);
  expect(Math.max(...steps) / Math.min(...steps), told).toBeLessThan(STEEPER_MAX);
}

/** The default adult at one temperature throughout, water included. */
const atTemperature = (temperatureC: number): WorldBench =>
  new WorldBench({
    edit: ({ patient, machine }) => {
      patient.temperatureC = temperatureC;
      machine.waterSetPointC = temperatureC + 0.5;
    },
  });

const atHemoglobin = (hemoglobinGPerDl: number): WorldBench =>
  new WorldBench({
    edit: ({ patient }) => {
      patient.hemoglobinGPerDl = hemoglobinGPerDl;
    },
  });

/** Signals some time after an act, one row for each signal and one column for each act. */
function after(
  seconds: number,
  acts: readonly WorldAction[],
  signals: readonly string[],
): number[][] {
  const columns = acts.map((act) => {
    const bench = new WorldBench().do(act).run(seconds);
    return signals.map((signal) => bench.at(signal));
  });
  return signals.map((_, row) => columns.map((column) => column[row]));
}

/** Seconds from a stop to an ischaemia dose of 1, by how fast it grows once the brain has nothing left. */
function untilHarmedS(bench: WorldBench): number {
  const dose = bench.run(60).at("patient.ischaemiaDose");
  const perS = (bench.run(20).at("patient.ischaemiaDose") - dose) / 20;
  return 60 + (1 - dose) / perS;
}

describe("more of a cause gives more of its effect, without jumps", () => {
  test("in the cold the body takes up less oxygen and the brain bears a stop for longer", () => {
    const benches = [33.4, 30.9, 28.4, 25.9, 23.4].map((temperatureC) => {
      const bench = atTemperature(temperatureC);
      const uptake = bench.mean("patient.oxygenUptakeMlPerMin", 2);
      bench.do({ type: "pump.stop", head: "arterial" }, { type: "line.clamp", site: "arterial" });
      return { uptake, untilHarmedS: untilHarmedS(bench) };
    });
    expectMonotone(
      "oxygen uptake",
      benches.map(({ uptake }) => uptake),
      "falls",
    );
    expectMonotone(
      "time to a dose of 1",
      benches.map(({ untilHarmedS }) => untilHarmedS),
      "rises",
    );
  });

  test("more pump flow leaves more oxygen in venous blood and gives more pressure", () => {
    const acts = [2.9, 3.3, 3.7, 4.1, 4.5].map(
      (flowLpm) => ({ type: "pump.setFlow", head: "arterial", flowLpm }) as const,
    );
    const [saturation, pressure] = after(60, acts, [
      "circuit.venousSaturationDisplayedFraction",
      "patient.arterialPressureMeanMmHg",
    ]);
    expectMonotone("venous saturation", saturation, "rises");
    expectMonotone("mean arterial pressure", pressure, "rises");
  });

  test("less haemoglobin leaves less oxygen in venous blood", () => {
    const saturations = [10.7, 9.6, 8.5, 7.4, 6.3].map((hemoglobinGPerDl) =>
      atHemoglobin(hemoglobinGPerDl).run(5).at("circuit.venousSaturationDisplayedFraction"),
    );
    expectMonotone("venous saturation", saturations, "falls");
  });

  test("more sweep washes out more carbon dioxide", () => {
    const acts = [2.1, 2.5, 2.9, 3.3, 3.7].map(
      (sweepLpm) => ({ type: "gas.setSweep", sweepLpm }) as const,
    );
    const [tension] = after(40, acts, ["blood.arterialCarbonDioxideTensionMmHg"]);
    expectMonotone("arterial PCO2", tension, "falls");
  });

  test("more oxygen in the gas gives a higher arterial PO2", () => {
    const acts = [0.47, 0.57, 0.67, 0.77, 0.87].map(
      (fio2Fraction) => ({ type: "gas.setFio2", fio2Fraction }) as const,
    );
    const [tension] = after(30, acts, ["blood.arterialOxygenTensionMmHg"]);
    expectMonotone("arterial PO2", tension, "rises");
  });
});
