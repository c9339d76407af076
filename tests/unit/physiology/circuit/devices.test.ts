/** Cannulae, pumps and oxygenators against printed anchors, and laws at any point. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { co2PowerLaw } from "../../../../src/physiology/blood/douglas.ts";
import { BLOOD_HEAT_KJ_PER_ML_C } from "../../../../src/physiology/blood/properties.ts";
import { CANNULAE, NOE_BLOOD } from "../../../../src/physiology/circuit/cannulae.ts";
import {
  cannulaMmHgPerLpm2,
  drainageLpm,
  flowGainFraction,
  siphonHeadMmHg,
  squareLawDropMmHg,
  squareLawFlowLpm,
} from "../../../../src/physiology/circuit/cannulaLaw.ts";
import {
  CENTRIFUGAL_PUMPS,
  circuitFlowLpm,
  GUAN_CIRCUIT,
  pumpHeadMmHg,
} from "../../../../src/physiology/circuit/centrifugalPumps.ts";
import {
  CO2_CONDUCTANCE,
  co2ConductanceMlPerMinPerM2PerMmHg,
  co2RemovalMlPerMin,
  HIMA_PAIR,
  outletPco2MmHg,
} from "../../../../src/physiology/circuit/co2Elimination.ts";
import { OXYGENATORS } from "../../../../src/physiology/circuit/oxygenatorDevices.ts";
import {
  bloodOutC,
  FLOW_PATH_STUDY,
  fio2Needed,
  oxygenConductanceMlPerMinPerM2PerMmHg,
  oxygenGradientMmHg,
  performanceFactor,
  performanceFactorAtFlow,
  pressureDropMmHg,
  STUDY_FLOW_LPM_PER_M2,
  shuntFraction,
  transferAtFio2MlPerMin,
} from "../../../../src/physiology/circuit/oxygenatorLaws.ts";
import {
  rollerFlowLpm,
  SUCTION_STROKE_ML_PER_REV,
} from "../../../../src/physiology/circuit/rollerPumps.ts";

const flow = fc.double({ min: 0.1, max: 8, noNaN: true });
const named = (word: string) =>
  OXYGENATORS.find(({ words }) => words.includes(word)) ?? OXYGENATORS[0];
const sx25 = named("sx25");

describe("cannulae", () => {
  test("each passes its test flow at its test pressure in the blood of the test", () => {
    for (const cannula of CANNULAE) {
      const { hematocritFraction, temperatureC } = NOE_BLOOD;
      const k = cannulaMmHgPerLpm2(cannula, hematocritFraction, temperatureC);
      expect(squareLawFlowLpm(cannula.testDropMmHg, k)).toBeCloseTo(cannula.testFlowLpm, 9);
      expect(cannulaMmHgPerLpm2(cannula, 0.2, 37)).toBeLessThan(k);
    }
  });
  test("flow and drop lead back to each other, both ways", () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (drop) => {
        expect(squareLawDropMmHg(squareLawFlowLpm(drop, 8), 8)).toBeCloseTo(drop, 9);
      }),
    );
  });
  test("60 cm of blood weigh 46.34 mmHg, 40 cm 30.9", () => {
    expect(siphonHeadMmHg(60, 1.05)).toBeCloseTo(46.34, 2);
    expect(siphonHeadMmHg(40, 1.05)).toBeCloseTo(30.9, 1);
  });
  test("twice the vacuum gives 41.4 % more; drainage stops when the vein is empty", () => {
    expect(flowGainFraction(-40, -80)).toBeCloseTo(0.4142, 4);
    expect(drainageLpm(5, 46, -40, 3)).toBeGreaterThan(drainageLpm(5, 46, 0, 3));
    expect(drainageLpm(-60, 46, 0, 3)).toBe(0);
  });
});

describe("pumps", () => {
  const [centriMag, rotaFlow] = CENTRIFUGAL_PUMPS;
  test("the anchors: head at 4000 rpm, and greatest flows in one circuit", () => {
    expect(Math.abs(pumpHeadMmHg(centriMag, 4000, 5) - 352)).toBeLessThan(2);
    expect(circuitFlowLpm(centriMag, 5500, GUAN_CIRCUIT)).toBeCloseTo(8.37, 1);
    expect(circuitFlowLpm(rotaFlow, 5000, GUAN_CIRCUIT)).toBeCloseTo(9.08, 1);
  });
  test("at one speed RotaFlow has more shut-off head and more flow", () => {
    fc.assert(
      fc.property(fc.double({ min: 2600, max: 5000, noNaN: true }), (rpm) => {
        expect(pumpHeadMmHg(rotaFlow, rpm, 0)).toBeGreaterThan(pumpHeadMmHg(centriMag, rpm, 0));
        const flows = [rotaFlow, centriMag].map((one) => circuitFlowLpm(one, rpm, GUAN_CIRCUIT));
        expect(flows[0]).toBeGreaterThan(flows[1]);
      }),
    );
  });
  test("pump and circuit agree at the flow found, and more afterload means less", () => {
    const load = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(load, (afterloadMmHg) => {
        const circuit = { ...GUAN_CIRCUIT, afterloadMmHg };
        const q = circuitFlowLpm(rotaFlow, 4000, circuit);
        const needed = afterloadMmHg + circuit.linearMmHgPerLpm * q;
        const head = pumpHeadMmHg(rotaFlow, 4000, q);
        expect(head).toBeCloseTo(needed + circuit.squareMmHgPerLpm2 * q * q, 6);
        const more = { ...circuit, afterloadMmHg: afterloadMmHg + 5 };
        expect(circuitFlowLpm(rotaFlow, 4000, more)).toBeLessThan(q);
      }),
    );
  });
  test("a stopped pump lets blood back unless a valve forbids it", () => {
    expect(circuitFlowLpm(centriMag, 0, GUAN_CIRCUIT)).toBeLessThan(-1);
    expect(circuitFlowLpm(centriMag, 0, GUAN_CIRCUIT, true)).toBe(0);
  });
  test.each([
    [25, 0.32],
    [50, 0.65],
    [75, 0.99],
    [100, 1.32],
  ])("the suction head gives at %d rpm what Rath measured", (rpm, lpm) =>
    expect(Math.abs(rollerFlowLpm(SUCTION_STROKE_ML_PER_REV, rpm) - lpm)).toBeLessThan(0.011),
  );
  test("an under-occluded roller loses flow to its afterload", () =>
    expect(rollerFlowLpm(27, 150, 150, 4)).toBeCloseTo(3.45, 9));
});

describe("oxygenators", () => {
  test("lines of Fried 1998 read both ways", () => {
    expect(transferAtFio2MlPerMin(sx25, 1)).toBeCloseTo(462.6, 1);
    expect(fio2Needed(sx25, 250)).toBeCloseTo(0.6365, 4);
    fc.assert(
      fc.property(fc.double({ min: 20, max: 450, noNaN: true }), (uptake) => {
        const fio2 = fio2Needed(sx25, uptake) ?? 0;
        expect(transferAtFio2MlPerMin(sx25, fio2)).toBeCloseTo(uptake, 8);
      }),
    );
  });
  test("pressure drop is on the line, rises with flow and is nought without", () => {
    expect(pressureDropMmHg(sx25, 4)).toBeCloseTo(67.35, 1);
    expect(pressureDropMmHg(sx25, 0)).toBe(0);
    fc.assert(
      fc.property(flow, (q) => {
        expect(pressureDropMmHg(sx25, q + 0.1) ?? 0).toBeGreaterThan(
          pressureDropMmHg(sx25, q) ?? 0,
        );
        expect(shuntFraction(sx25, q + 0.1) ?? 0).toBeGreaterThan(shuntFraction(sx25, q) ?? 1);
      }),
    );
  });
  test("what no source gives is null", () => {
    expect(pressureDropMmHg(named("fx25"), 4)).toBeNull();
    expect(shuntFraction(named("fx25"), 4)).toBeNull();
    expect(transferAtFio2MlPerMin(named("monolyth"), 0.5)).toBeNull();
    expect(fio2Needed(named("monolyth"), 200)).toBeNull();
    expect(fio2Needed(named("inspire"), 142.17)).toBeCloseTo(0.5, 9);
  });
  test("conductance for oxygen goes through both points of the study", () => {
    const { low, high } = FLOW_PATH_STUDY;
    for (const [point, q] of [
      [low, STUDY_FLOW_LPM_PER_M2.low],
      [high, STUDY_FLOW_LPM_PER_M2.high],
    ] as const) {
      expect(oxygenGradientMmHg(point.transferMlPerMinPerM2, q)).toBeCloseTo(point.gradientMmHg, 6);
    }
    expect(oxygenConductanceMlPerMinPerM2PerMmHg(5)).toBeGreaterThan(0.441);
  });
  test("heat exchanger: definition, its inverse and its fall with flow", () => {
    expect(performanceFactor(30, 36, 40)).toBeCloseTo(0.6, 12);
    expect(bloodOutC(30, 40, 0.6)).toBeCloseTo(36, 12);
    const heat = 1000 * BLOOD_HEAT_KJ_PER_ML_C;
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 8, noNaN: true }), (q) => {
        const factor = performanceFactorAtFlow(18, q, heat);
        expect(factor).toBeGreaterThan(0);
        expect(factor).toBeLessThan(1);
        expect(performanceFactorAtFlow(18, q + 0.2, heat)).toBeLessThan(factor);
      }),
    );
  });
});

describe("carbon dioxide through a lung", () => {
  const law = co2PowerLaw(10, 0.95, 0);
  const pigs = { areaM2: 0.8, bloodFlowLpm: 1.8, sweepLpm: 8, inletPco2MmHg: 45 };
  test("the points it was calibrated to, and one it was not", () => {
    expect(co2RemovalMlPerMin(pigs, law)).toBeCloseTo(101, 0);
    const small = { ...pigs, areaM2: 0.4, bloodFlowLpm: 0.9 };
    expect(co2RemovalMlPerMin(small, law)).toBeCloseTo(41, 0);
    expect(Math.abs(co2RemovalMlPerMin({ ...small, sweepLpm: 2 }, law) - 35)).toBeLessThan(1);
    const slow = { ...pigs, bloodFlowLpm: 0.3 };
    const gain = co2RemovalMlPerMin(slow, law) - co2RemovalMlPerMin({ ...slow, sweepLpm: 2 }, law);
    expect(Math.abs(gain - 4)).toBeLessThan(1);
  });
  test("conductance is its reference at the reference flow", () =>
    expect(co2ConductanceMlPerMinPerM2PerMmHg(CO2_CONDUCTANCE.referenceFlowLpm)).toBeCloseTo(
      CO2_CONDUCTANCE.atReferenceMlPerMinPerM2PerMmHg,
      9,
    ));
  test("more of anything removes no less, never more than blood or gas can carry", () => {
    const lungs = fc.record({
      areaM2: fc.double({ min: 0.2, max: 3, noNaN: true }),
      bloodFlowLpm: fc.double({ min: 0.2, max: 7, noNaN: true }),
      sweepLpm: fc.double({ min: 0.2, max: 12, noNaN: true }),
      inletPco2MmHg: fc.double({ min: 15, max: 90, noNaN: true }),
    });
    fc.assert(
      fc.property(lungs, (lung) => {
        const removed = co2RemovalMlPerMin(lung, law);
        expect(removed).toBeGreaterThan(0);
        const byGas = (1000 * lung.sweepLpm * lung.inletPco2MmHg) / 863;
        expect(removed).toBeLessThanOrEqual(byGas * 1.001);
        for (const key of ["areaM2", "sweepLpm", "inletPco2MmHg"] as const) {
          const more = co2RemovalMlPerMin({ ...lung, [key]: lung[key] * 1.1 }, law);
          expect(more).toBeGreaterThanOrEqual(removed * 0.9999);
        }
      }),
      { numRuns: 20 },
    );
  });
  test("no sweep removes nothing", () =>
    expect(co2RemovalMlPerMin({ ...pigs, sweepLpm: 0 }, law)).toBe(0));
  test("the pair it was calibrated with comes back; at 10 mmHg it removes about half", () => {
    expect(outletPco2MmHg(100, law, HIMA_PAIR)).toBeCloseTo(20, 9);
    expect(10 - outletPco2MmHg(10, law, HIMA_PAIR)).toBeGreaterThan(4);
    expect(10 - outletPco2MmHg(10, law, HIMA_PAIR)).toBeLessThan(6);
  });
});
