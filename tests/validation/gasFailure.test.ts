/**
 * Loss of all gas exchange with flow kept, in the whole world: clinical.md table 0.4, a two-pool estimate
 * with Hb 8.5, 5.5 L, 4.6 L/min and one Q10 of 2.5. The table's uptake leaves out dissolved oxygen, so
 * the world is brought to the table's own first row by uptake, and to its PaO2 of 200 mmHg by FiO2.
 */
import { describe, expect, test } from "vitest";
import type { WorldSetup } from "../../src/world/contract/setup.ts";
import { WorldBench } from "../support/worldSetup.ts";

const SECONDS = [0, 20, 30, 60, 90, 120] as const;
const TABLE: Readonly<Record<number, readonly (readonly [arterial: number, venous: number])[]>> = {
  37: [
    [100, 60],
    [90, 59],
    [76, 56],
    [52, 41],
    [35, 25],
    [21, 14],
  ],
  34: [
    [100, 70],
    [100, 70],
    [86, 68],
    [66, 57],
    [53, 45],
    [40, 32],
  ],
  32: [
    [100, 75],
    [100, 75],
    [92, 74],
    [74, 66],
    [62, 55],
    [51, 45],
  ],
  28: [
    [100, 82],
    [100, 82],
    [100, 82],
    [85, 79],
    [76, 72],
    [69, 64],
  ],
};
/** Uptake index that leaves 60 % of venous saturation at 37 °C with dissolved oxygen counted. */
const UPTAKE_ML_PER_MIN_PER_M2 = 122;
/** Oxygen fraction that gives the PaO2 of about 200 mmHg the table starts from, at 37 °C. */
const FIO2_FRACTION = 0.55;

/** Brings a set-up to the table's conditions at a temperature. */
function bringTo(temperatureC: number, uptake: number): (setup: WorldSetup) => void {
  return (setup) => {
    setup.patient.temperatureC = temperatureC;
    setup.machine.waterSetPointC = temperatureC + 0.5;
    setup.machine.fio2Fraction = FIO2_FRACTION;
    setup.patient.bodyQ10 = 2.5;
    setup.patient.brainQ10 = 2.5;
    setup.patient.oxygenUptakeMlPerMinPerM2 = uptake;
  };
}

/** Arterial and venous saturation, %, at each of SECONDS after the sweep was lost. */
function course(temperatureC: number, uptake: number): readonly (readonly number[])[] {
  const bench = new WorldBench({ edit: bringTo(temperatureC, uptake) }).run(5);
  bench.do({ type: "gas.setSweep", sweepLpm: 0 });
  let elapsedS = 0;
  return SECONDS.map((second) => {
    bench.run(second - elapsedS);
    elapsedS = second;
    return [
      100 * bench.at("patient.arterialSaturationTrueFraction"),
      100 * bench.at("line.venous.saturationFraction"),
    ];
  });
}

describe("the whole world without gas", () => {
  test("starts from the table's oxygen tension", () => {
    const bench = new WorldBench({ edit: bringTo(37, UPTAKE_ML_PER_MIN_PER_M2) });
    const po2MmHg = bench.run(5).at("circuit.arterialOxygenTensionDisplayedMmHg");
    expect(Math.abs(po2MmHg - 200)).toBeLessThan(20);
  });
  test.each([37, 34, 32, 28])("at %i °C stays within 10 points of the table to 120 s", (c) => {
    course(c, UPTAKE_ML_PER_MIN_PER_M2).forEach(([arterial, venous], at) => {
      const [wantedArterial, wantedVenous] = TABLE[c][at];
      expect(Math.abs(arterial - wantedArterial), `arterial at ${SECONDS[at]} s`).toBeLessThan(10);
      expect(Math.abs(venous - wantedVenous), `venous at ${SECONDS[at]} s`).toBeLessThan(10);
    });
  });
  test("lasts longer the colder the patient, at temperatures between the table's as well", () => {
    const at60s = [37, 35.5, 34, 30, 26].map((c) => course(c, 110)[3][0] as number);
    expect([...at60s].sort((a, b) => a - b)).toEqual(at60s);
  });
});
