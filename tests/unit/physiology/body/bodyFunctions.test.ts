/** Metabolism, dilution, body size and heparin against printed anchors, and laws at any point. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bloodMlPerKgByAge,
  duBoisM2,
  haycockM2,
  mostellerM2,
  nadlerL,
} from "../../../../src/physiology/body/bodySize.ts";
import { cerebralFlowMlPer100GPerMin } from "../../../../src/physiology/body/cerebralFlow.ts";
import {
  bypassHematocritFraction,
  filtrateForHematocritMl,
  fluidForHematocritMl,
  hemodilutionFraction,
  mixedHematocritFraction,
  packedCellsMl,
} from "../../../../src/physiology/body/hemodilution.ts";
import {
  bodyDemandFactor,
  bodyHeatKj,
  cerebralRateFraction,
  deliveryMlPerMinPerM2,
  demandFallPerC,
  demandMlPerMinPerM2,
  extractionFraction,
  impliedQ10,
  safeArrestMin,
  TISSUE_Q10,
  uptakeMlPerMinPerM2,
} from "../../../../src/physiology/body/metabolicRate.ts";
import {
  parallelResistance,
  sharedCompliance,
} from "../../../../src/physiology/body/vesselNetwork.ts";
import { antithrombinAfterPrimeFraction } from "../../../../src/physiology/clotting/antithrombin.ts";
import {
  actS,
  halfLifeByDoseMin,
  halfLifeOnBypassMin,
  heparinDecayUPerMlPerH,
  heparinHeatFactor,
  heparinLeft,
  heparinUFromMg,
  impliedHalfLifeMin,
  levelAfterDoseUPerMl,
  levelForActUPerMl,
  protamineMg,
  TYPICAL_RESPONSE,
} from "../../../../src/physiology/clotting/heparin.ts";

const part = fc.double({ min: 0.1, max: 0.6, noNaN: true });
const volume = fc.double({ min: 100, max: 8000, noNaN: true });
const temperature = fc.double({ min: 12, max: 40, noNaN: true });

describe("metabolism", () => {
  test.each([
    [2, 33],
    [1.5, 28],
    [1, 25],
    [0.5, 20],
    [0.25, 14],
  ])("at 20 °C and %d L/min/m² uptake is within 2 of Fox's %d", (flow, uptake) =>
    expect(Math.abs(uptakeMlPerMinPerM2(20, flow, TISSUE_Q10) - uptake)).toBeLessThan(2),
  );
  test("the body's Q10 falls out between 1.7 and 1.9, 6 % for the first degree", () => {
    const q10 = impliedQ10(1 / bodyDemandFactor(20, TISSUE_Q10), 17);
    expect(q10).toBeGreaterThan(1.7);
    expect(q10).toBeLessThan(1.9);
    expect(demandFallPerC(TISSUE_Q10)).toBeCloseTo(0.06, 2);
  });
  test("two studies imply 1.72", () => expect(impliedQ10(83.3 / 33, 17)).toBeCloseTo(1.724, 3));
  test("uptake rises with flow and warmth and stays below demand", () => {
    fc.assert(
      fc.property(temperature, fc.double({ min: 0.05, max: 4, noNaN: true }), (c, flow) => {
        const here = uptakeMlPerMinPerM2(c, flow, TISSUE_Q10);
        expect(here).toBeLessThan(demandMlPerMinPerM2(c, TISSUE_Q10));
        expect(uptakeMlPerMinPerM2(c, flow + 0.1, TISSUE_Q10)).toBeGreaterThan(here);
        expect(uptakeMlPerMinPerM2(c + 0.5, flow, TISSUE_Q10)).toBeGreaterThan(here);
      }),
    );
  });
  test.each([
    [37, 5],
    [25, 14],
    [15, 32],
    [10, 45],
  ])("at %d °C arrest is borne about %d min (McCullough)", (c, minutes) =>
    expect(Math.abs(safeArrestMin(c, TISSUE_Q10) / minutes - 1)).toBeLessThan(0.07),
  );
  test("rate and time multiply to five minutes at any temperature", () => {
    fc.assert(
      fc.property(temperature, (c) => {
        const product = safeArrestMin(c, TISSUE_Q10) * cerebralRateFraction(c, TISSUE_Q10);
        expect(product).toBeCloseTo(5, 9);
      }),
    );
  });
  test("cerebral flow follows carbon dioxide and cold", () => {
    const at = (c: number, pco2: number) => cerebralFlowMlPer100GPerMin(c, pco2, TISSUE_Q10);
    expect(at(26.5, 50) - at(26.5, 40)).toBeCloseTo(10.6, 9);
    expect(at(20, 40)).toBeLessThan(at(30, 40));
    expect(at(15, 5)).toBe(0);
  });
  test("delivery, extraction and heat", () => {
    expect(deliveryMlPerMinPerM2(2.4, 11.7)).toBeCloseTo(280.8, 9);
    expect(extractionFraction(56, 281)).toBeCloseTo(0.199, 3);
    expect(bodyHeatKj(75, 3.5, 10)).toBe(2625);
  });
  test("vessels of CVSim-21", () => {
    expect(parallelResistance([4.9, 4.1, 3, 4.5])).toBeCloseTo(0.9965, 3);
    expect(sharedCompliance([7, 1.3, 5, 60, 20, 1.3, 0.5])).toBeCloseTo(95.1, 9);
  });
});

describe("dilution and size", () => {
  test("worked examples of the perfusionist's calculations", () => {
    expect(mixedHematocritFraction(5000, 0.25, 500, 0.35)).toBeCloseTo(0.259, 3);
    const patient = { bloodMl: 5000, hematocritFraction: 0.25 };
    expect(packedCellsMl(patient, 2000, 0.25, 0.6)).toBeCloseTo(833, 0);
    expect(packedCellsMl({ ...patient, hematocritFraction: 0.45 }, 500, 0.25, 0.6)).toBe(0);
    expect(fluidForHematocritMl(7000, 0.25, 0.15)).toBeCloseTo(4667, 0);
  });
  test("cells are kept: mixing is between its parts, filtering undoes diluting", () => {
    fc.assert(
      fc.property(volume, part, volume, part, (firstMl, first, secondMl, second) => {
        const mixed = mixedHematocritFraction(firstMl, first, secondMl, second);
        expect(mixed).toBeGreaterThanOrEqual(Math.min(first, second) - 1e-12);
        expect(mixed).toBeLessThanOrEqual(Math.max(first, second) + 1e-12);
        const diluted = mixedHematocritFraction(firstMl, first, secondMl, 0);
        const back = filtrateForHematocritMl(firstMl + secondMl, diluted, first);
        expect(back).toBeCloseTo(secondMl, 6);
      }),
    );
  });
  test("Terumo's formula, and the share it dilutes by", () => {
    const dilution = {
      primeMl: 1600,
      anaesthesiaMl: 500,
      cardioplegiaMl: 0,
      autologousPrimingMl: 300,
    };
    expect(bypassHematocritFraction(5850, 0.42, dilution)).toBeCloseTo(0.3212, 4);
    expect(hemodilutionFraction(5850, dilution)).toBeCloseTo(1800 / 7650, 9);
  });
  test("surfaces agree within a tenth in adults", () => {
    expect(duBoisM2(178, 80)).toBeCloseTo(1.9803, 3);
    expect(haycockM2(178, 80)).toBeCloseTo(1.9977, 3);
    expect(mostellerM2(163, 55)).toBeCloseTo(1.5781, 3);
    const [height, weight] = [
      fc.integer({ min: 155, max: 195 }),
      fc.integer({ min: 50, max: 100 }),
    ];
    fc.assert(
      fc.property(height, weight, (cm, kg) => {
        expect(Math.abs(duBoisM2(cm, kg) / mostellerM2(cm, kg) - 1)).toBeLessThan(0.1);
      }),
    );
  });
  test("blood volume by Nadler and by age", () => {
    expect(nadlerL("male", 1.78, 80)).toBeCloseTo(5.2485, 3);
    expect(nadlerL("female", 1.78, 80)).toBeLessThan(5.2);
    expect([bloodMlPerKgByAge(64), bloodMlPerKgByAge(65)]).toEqual([70, 60]);
  });
});

describe("heparin", () => {
  test.each([
    [100, 61],
    [200, 93],
    [400, 126],
  ])("half-life after %d U/kg is within 15 of %d min", (dose, minutes) =>
    expect(Math.abs(halfLifeByDoseMin(dose) - minutes)).toBeLessThan(15),
  );
  test("it stops at 25 °C and is whole at 37", () => {
    expect(heparinHeatFactor(25)).toBe(0);
    expect(heparinHeatFactor(37)).toBe(1);
    expect(heparinDecayUPerMlPerH(2.4, "adult", 25)).toBe(0);
    expect(halfLifeOnBypassMin("paediatric", 37)).toBe(35);
    expect(heparinLeft(3, 60, halfLifeOnBypassMin("adult", 20))).toBe(3);
    const decay = heparinDecayUPerMlPerH(2.4, "adult", 37);
    expect(decay).toBeGreaterThan(0.37);
    expect(decay).toBeLessThan(2.01);
  });
  test("concentrations an hour's half-life apart imply it", () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 200, noNaN: true }), (halfLife) => {
        const left = heparinLeft(4, 30, halfLife);
        expect(impliedHalfLifeMin(4, left, 30)).toBeCloseTo(halfLife, 6);
      }),
    );
    expect(impliedHalfLifeMin(2.56, 1.81, 30)).toBeCloseTo(59.98, 1);
  });
  test("ACT rises with heparin, bends at 500 s without a jump, and stays below 1000", () => {
    const level = fc.double({ min: 0, max: 40, noNaN: true });
    fc.assert(
      fc.property(level, (here) => {
        const seconds = actS(here, TYPICAL_RESPONSE);
        expect(seconds).toBeLessThan(1000);
        const next = actS(here + 0.01, TYPICAL_RESPONSE);
        expect(next).toBeGreaterThan(seconds);
        expect(next - seconds).toBeLessThan(1);
      }),
    );
  });
  test("3.52 U/mL bring the ACT to 480 s; want of antithrombin asks for more", () => {
    const level = levelForActUPerMl(480, TYPICAL_RESPONSE);
    expect(level).toBeCloseTo(3.52, 2);
    expect(actS(level, TYPICAL_RESPONSE)).toBeCloseTo(480, 9);
    const poor = { ...TYPICAL_RESPONSE, antithrombinFraction: 0.7 };
    expect(levelForActUPerMl(480, poor)).toBeGreaterThan(level * 1.4);
  });
  test("3 mg/kg give an ACT of 308 to 520 s; a prime without heparin thins it", () => {
    const before = levelAfterDoseUPerMl(heparinUFromMg(240), 5200);
    expect(actS(before, TYPICAL_RESPONSE)).toBeGreaterThan(308);
    expect(actS(before, TYPICAL_RESPONSE)).toBeLessThan(520);
    const prime = { heparinU: 0, volumeMl: 1500 };
    expect(levelAfterDoseUPerMl(heparinUFromMg(240), 5200, prime)).toBeLessThan(before);
  });
  test("protamine is 1.3 mg for 100 U", () => expect(protamineMg(10_000)).toBeCloseTo(130, 9));
  test("antithrombin falls by dilution to near the 59 % seen", () =>
    expect(Math.abs(antithrombinAfterPrimeFraction(5200, 0.39, 1500) - 0.59)).toBeLessThan(0.05));
});
