/** The four dissociation curves against printed points, and laws that hold at any point. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DASH_STANDARD,
  dashP50MmHg,
  dashSaturationFraction,
  redCellPhByDonnan,
  redCellPhFromPlasma,
} from "../../../../src/physiology/blood/dash.ts";
import { p50MmHg } from "../../../../src/physiology/blood/dissociation.ts";
import {
  kelmanSaturationFraction,
  kelmanVirtualPo2MmHg,
} from "../../../../src/physiology/blood/kelman.ts";
import {
  contentMlPerDl,
  OXYGEN_MODELS,
  po2By,
  STANDARD_SAMPLE,
  saturationBy,
} from "../../../../src/physiology/blood/oxygenModels.ts";
import {
  lnPo2PerC,
  lnPo2PerPh,
  severinghausAtFraction,
  severinghausPo2MmHg,
  severinghausSaturationFraction,
} from "../../../../src/physiology/blood/severinghaus.ts";
import {
  TANGENT_STANDARD,
  tangentCentreKPa,
  tangentHillSlopeExponent,
} from "../../../../src/physiology/blood/siggaardAndersen.ts";

const model = fc.constantFrom(...OXYGEN_MODELS);
const blood = fc.record({
  ph: fc.double({ min: 7, max: 7.7, noNaN: true }),
  pco2MmHg: fc.double({ min: 15, max: 90, noNaN: true }),
  temperatureC: fc.double({ min: 18, max: 41, noNaN: true }),
  dpgMolPerL: fc.double({ min: 0.003, max: 0.006, noNaN: true }),
});
const po2 = fc.double({ min: 0.5, max: 600, noNaN: true });

describe("Severinghaus", () => {
  test.each([
    [16, 0.214],
    [28, 0.5316],
    [60, 0.9085],
    [100, 0.9749],
  ])("at %d mmHg it is within 0.0055 of the table", (mmHg, printed) =>
    expect(Math.abs(severinghausSaturationFraction(mmHg) - printed)).toBeLessThan(0.0055),
  );
  test("85 % is 6.6435 kPa by the inverse", () =>
    expect(severinghausPo2MmHg(0.85) / 7.50062).toBeCloseTo(6.6435, 2));
  test("the inverse leads back within 0.6 % from 3 to 99 %", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.03, max: 0.99, noNaN: true }), (saturation) => {
        const back = severinghausSaturationFraction(severinghausPo2MmHg(saturation));
        expect(Math.abs(back - saturation)).toBeLessThan(0.006);
      }),
    );
  });
  test("temperature and pH coefficients at 100 and 40 mmHg", () => {
    expect(lnPo2PerC(100)).toBeCloseTo(0.070761, 5);
    expect(lnPo2PerPh(40)).toBeCloseTo(-1.122, 3);
  });
  test("at standard conditions nothing is shifted", () =>
    expect(severinghausAtFraction(40, 7.4, 37)).toBe(severinghausSaturationFraction(40)));
});

describe("Kelman", () => {
  const standard = { ph: 7.4, pco2: 40, c: 37 };
  test.each([
    [{ ...standard, c: 28 }, 0.93056],
    [{ ...standard, ph: 7.2 }, 0.63064],
    [{ ...standard, pco2: 60 }, 0.72715],
  ])("at 40 mmHg with %o", ({ ph, pco2, c }, saturation) =>
    expect(kelmanSaturationFraction(40, ph, pco2, c)).toBeCloseTo(saturation, 4),
  );
  test("its virtual PO2 is the PO2 at standard conditions", () =>
    expect(kelmanVirtualPo2MmHg(52, 7.4, 40, 37)).toBeCloseTo(52, 10));
});

describe("Siggaard-Andersen", () => {
  test("the Hill plot is steepest at its centre, 2.87", () => {
    const centre = tangentCentreKPa(TANGENT_STANDARD);
    expect(tangentHillSlopeExponent(centre, TANGENT_STANDARD)).toBeCloseTo(2.87, 2);
    expect(tangentHillSlopeExponent(centre * 2, TANGENT_STANDARD)).toBeLessThan(2.87);
  });
});

describe("Dash", () => {
  test.each([
    [{ temperatureK: 303 }, 18.394],
    [{ temperatureK: 313 }, 31.595],
    [{ redCellPh: 7.44 }, 22.105],
    [{ pco2MmHg: 20 }, 25.37],
  ])("P50 with %o", (change, p50) =>
    expect(dashP50MmHg({ ...DASH_STANDARD, ...change })).toBeCloseTo(p50, 2),
  );
  test("97.6 % at standard conditions", () =>
    expect(dashSaturationFraction(100, DASH_STANDARD)).toBeCloseTo(0.976, 2));
  test("it is the running blood's curve at normal DPG", () => {
    const redCellPh = redCellPhFromPlasma(7.3);
    const mine = dashP50MmHg({ ...DASH_STANDARD, redCellPh, pco2MmHg: 55, temperatureK: 301 });
    expect(mine).toBeCloseTo(p50MmHg(7.3, 55, 28), 9);
  });
  test("more DPG lets oxygen go", () =>
    expect(dashP50MmHg({ ...DASH_STANDARD, dpgMolPerL: 0.006 })).toBeGreaterThan(26.8));
  test("both ways to the red cell's pH agree near 7.4", () =>
    expect(redCellPhByDonnan(7.4)).toBeCloseTo(redCellPhFromPlasma(7.4), 2));
});

describe("any curve", () => {
  test("stays between 0 and 1 and rises with PO2", () => {
    fc.assert(
      fc.property(model, blood, po2, (name, sample, mmHg) => {
        const here = saturationBy(name, mmHg, sample);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1);
        const beyond = saturationBy(name, mmHg * 1.05, sample);
        expect(beyond).toBeGreaterThanOrEqual(here - 1e-12);
      }),
    );
  });
  test("acid, warmth and carbon dioxide let oxygen go, where the curve knows them", () => {
    fc.assert(
      fc.property(model, blood, (name, sample) => {
        const at = (change: object) => saturationBy(name, 40, { ...sample, ...change });
        const here = at({});
        expect(at({ ph: sample.ph - 0.1 })).toBeLessThanOrEqual(here);
        expect(at({ temperatureC: sample.temperatureC + 1 })).toBeLessThanOrEqual(here);
        expect(at({ pco2MmHg: sample.pco2MmHg + 5 })).toBeLessThanOrEqual(here);
      }),
    );
  });
  test("PO2 from saturation leads back", () => {
    const part = fc.double({ min: 0.05, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(model, blood, part, (name, sample, saturation) => {
        const back = saturationBy(name, po2By(name, saturation, sample), sample);
        expect(back).toBeCloseTo(saturation, 6);
      }),
    );
  });
  test("the four agree within 2.5 % from 26 mmHg up in standard blood", () => {
    for (let mmHg = 26; mmHg < 400; mmHg *= 1.1) {
      const all = OXYGEN_MODELS.map((name) => saturationBy(name, mmHg, STANDARD_SAMPLE));
      expect(Math.max(...all) - Math.min(...all)).toBeLessThan(0.025);
    }
  });
});

test("content with the constants of the source", () => {
  const constants = { hufnerMlPerG: 1.34, dissolvedO2MlPerDlMmHg: 0.003 };
  expect(contentMlPerDl(8, 1, 150, constants)).toBeCloseTo(11.17, 6);
  expect(contentMlPerDl(8, 1, 150, { ...constants, hufnerMlPerG: 1.36 })).toBeCloseTo(11.33, 6);
});
