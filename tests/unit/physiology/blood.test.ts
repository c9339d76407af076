/** Oxygen and carbon dioxide in blood. Anchor points against published values: tests/validation. */
import { describe, expect, test } from "vitest";
import {
  bicarbonateMmolPerL,
  co2ContentMlPerDl,
  pco2MmHg,
  phFromCo2Content,
} from "../../../src/physiology/blood/carbonDioxide.ts";
import {
  p50MmHg,
  saturationFraction,
  saturationSlopePerMmHg,
} from "../../../src/physiology/blood/dissociation.ts";
import {
  oxygenContentMlPerDl,
  po2FromContentMmHg,
  saturationInPlace,
} from "../../../src/physiology/blood/oxygenContent.ts";

const STANDARD_P50 = p50MmHg(7.4, 40, 37);
const tensions = [1, 5, 10, 20, 30, 40, 60, 80, 100, 150, 250, 400, 600];

describe("dissociation", () => {
  test("P50 is 26.8 mmHg in standard blood", () => expect(STANDARD_P50).toBeCloseTo(26.8, 1));
  test("half of the haemoglobin is saturated at P50", () =>
    expect(saturationFraction(STANDARD_P50, STANDARD_P50)).toBeCloseTo(0.5, 6));
  test("saturation rises with PO2 and stays between 0 and 1", () => {
    const saturations = tensions.map((po2) => saturationFraction(po2, STANDARD_P50));
    expect(saturations).toEqual(saturations.toSorted((a, b) => a - b));
    expect(saturations[0]).toBeGreaterThan(0);
    expect(saturations.at(-1)).toBeLessThanOrEqual(1);
    expect(saturationFraction(-5, STANDARD_P50)).toBe(0);
  });
  test("acid, CO2 and warmth shift the curve to the right", () => {
    expect(p50MmHg(7.2, 40, 37)).toBeGreaterThan(STANDARD_P50);
    expect(p50MmHg(7.4, 60, 37)).toBeGreaterThan(STANDARD_P50);
    expect(p50MmHg(7.4, 40, 39)).toBeGreaterThan(STANDARD_P50);
    expect(p50MmHg(7.4, 40, 28)).toBeLessThan(STANDARD_P50);
  });
  test("the slope is that of the curve", () => {
    for (const po2 of tensions) {
      const saturation = saturationFraction(po2, STANDARD_P50);
      const rise = saturationFraction(po2 + 1e-4, STANDARD_P50) - saturation;
      expect(saturationSlopePerMmHg(po2, STANDARD_P50, saturation)).toBeCloseTo(rise / 1e-4, 5);
    }
  });
});

describe("oxygen content", () => {
  test("is 1.34 mL per saturated gram and 0.003 mL per mmHg", () =>
    expect(oxygenContentMlPerDl(600, 1, 10)).toBeCloseTo(13.4 + 1.8, 3));
  test("gives its PO2 back, from a starting value near it", () => {
    for (const po2 of tensions) {
      const content = oxygenContentMlPerDl(po2, STANDARD_P50, 8.5);
      expect(po2FromContentMmHg(content, STANDARD_P50, 8.5, po2 * 1.05)).toBeCloseTo(po2, 1);
    }
  });
  test("comes closer to its PO2 with every call, from wherever it starts", () => {
    const content = oxygenContentMlPerDl(90, STANDARD_P50, 8.5);
    let po2 = 4;
    for (let call = 0; call < 6; call += 1)
      po2 = po2FromContentMmHg(content, STANDARD_P50, 8.5, po2);
    expect(po2).toBeCloseTo(90, 2);
  });
  test("without solving the curve reads saturation to a hundredth below 97 %", () => {
    for (const po2 of [20, 30, 40, 60, 80]) {
      const content = oxygenContentMlPerDl(po2, STANDARD_P50, 8.5);
      const exact = saturationFraction(po2, STANDARD_P50);
      const pair = Float64Array.of(content, 8.5);
      saturationInPlace(pair);
      expect(Math.abs(pair[0] - exact)).toBeLessThan(0.015);
    }
  });
});

describe("carbon dioxide", () => {
  test("normal blood at pH 7.40 has 24.8 mmol/L of bicarbonate and a PCO2 of 40", () => {
    expect(bicarbonateMmolPerL(7.4, 0, 15)).toBeCloseTo(24.8, 6);
    expect(pco2MmHg(7.4, 0, 15)).toBeCloseTo(40.5, 0);
  });
  test("PCO2 falls as pH rises on the buffer line", () => {
    const along = [7.1, 7.2, 7.3, 7.4, 7.5, 7.6].map((ph) => pco2MmHg(ph, 0, 8.5));
    expect(along).toEqual(along.toSorted((a, b) => b - a));
  });
  test("a base deficit lowers the PCO2 of a pH", () =>
    expect(pco2MmHg(7.4, -5, 8.5)).toBeLessThan(pco2MmHg(7.4, 0, 8.5)));
  test("desaturated blood holds more (Haldane)", () =>
    expect(co2ContentMlPerDl(40, 7.4, 0.6, 8.5)).toBeGreaterThan(
      co2ContentMlPerDl(40, 7.4, 1, 8.5),
    ));
  test("content gives its pH back within a few calls", () => {
    for (const ph of [7.1, 7.25, 7.4, 7.55]) {
      const content = co2ContentMlPerDl(pco2MmHg(ph, 0, 8.5), ph, 0.8, 8.5);
      let found = 7.4;
      for (let call = 0; call < 3; call += 1) found = phFromCo2Content(content, 0, 0.8, 8.5, found);
      expect(found).toBeCloseTo(ph, 5);
    }
  });
});
