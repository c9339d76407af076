/** Carbon dioxide, acid and base, temperature correction and viscosity against printed points and laws. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anionGapMmolPerL,
  baseExcessMmolPerL,
  PLASMA_37,
  pco2FromBicarbonateMmHg,
  phFromBicarbonate,
  plasmaBicarbonateMmolPerL,
  strongIonDifferenceMeqPerL,
} from "../../../../src/physiology/blood/acidBase.ts";
import { pco2MmHg } from "../../../../src/physiology/blood/carbonDioxide.ts";
import {
  bloodCo2MlPerDl,
  bloodToPlasmaCo2Ratio,
  co2PowerLaw,
  phAtPco2,
  plasmaCo2MlPerDl,
} from "../../../../src/physiology/blood/douglas.ts";
import {
  co2SolubilityMmolPerLMmHg,
  kelmanPkPrime,
} from "../../../../src/physiology/blood/kelman.ts";
import {
  NORMAL_BLOOD,
  phFromPco2,
  phFromTotalCo2,
  weakAnionsMeqPerL,
} from "../../../../src/physiology/blood/strongIons.ts";
import {
  CO2_STRATEGIES,
  phAt37,
  phAtTemperature,
  po2AtTemperatureMmHg,
  pressureAtTemperatureMmHg,
  relativeChangePerC,
  targetPco2At37MmHg,
} from "../../../../src/physiology/blood/temperatureCorrection.ts";
import { bloodViscosityCp, viscosityRatio } from "../../../../src/physiology/blood/viscosity.ts";

const ph = fc.double({ min: 6.9, max: 7.7, noNaN: true });
const pco2 = fc.double({ min: 15, max: 90, noNaN: true });
const temperature = fc.double({ min: 15, max: 41, noNaN: true });

describe("carbon dioxide", () => {
  test("pK' at pH 7.35 and solubility at 28 and 20 °C (Kelman 1967)", () => {
    expect(kelmanPkPrime(7.35, 37)).toBeCloseTo(6.0928895, 7);
    expect(co2SolubilityMmolPerLMmHg(28)).toBeCloseTo(0.03745, 5);
    expect(co2SolubilityMmolPerLMmHg(20)).toBeCloseTo(0.04617, 5);
  });
  test("ratio of blood to plasma and content (Douglas 1988)", () => {
    expect(bloodToPlasmaCo2Ratio(10, 0.9, 7.4)).toBeCloseTo(0.867593, 6);
    const sample = { pco2MmHg: 40, ph: 7.4, temperatureC: 37 };
    const at = (hemoglobinGPerDl: number, saturationFraction: number) =>
      bloodCo2MlPerDl({ ...sample, hemoglobinGPerDl, saturationFraction });
    expect(at(15, 0.975)).toBeCloseTo(46.707, 2);
    expect(at(8, 1)).toBeCloseTo(52.163, 2);
    expect(at(15, 0.7) - at(15, 1)).toBeCloseTo(0.5319, 3);
  });
  test("plasma holds more than blood, and cold plasma more than warm", () => {
    expect(plasmaCo2MlPerDl(40, 7.4, 37)).toBeGreaterThan(52.2);
    expect(plasmaCo2MlPerDl(40, 7.4, 28)).toBeGreaterThan(plasmaCo2MlPerDl(40, 7.4, 37));
  });
  test("the power law has the exponent Loeppky's fit has, about 0.4, less in thin blood", () => {
    expect(co2PowerLaw(15, 0.95, 0).exponentFraction).toBeGreaterThan(0.35);
    expect(co2PowerLaw(15, 0.95, 0).exponentFraction).toBeLessThan(0.45);
    expect(co2PowerLaw(8, 0.95, 0).exponentFraction).toBeLessThan(0.36);
  });
  test("pH at a PCO2 leads back to the PCO2", () => {
    fc.assert(
      fc.property(pco2, (mmHg) => {
        expect(pco2MmHg(phAtPco2(mmHg, -2, 9), -2, 9)).toBeCloseTo(mmHg, 6);
      }),
    );
  });
});

describe("readings of acid and base", () => {
  test("bicarbonate, base excess and anion gap", () => {
    expect(plasmaBicarbonateMmolPerL(7.25, 40, PLASMA_37)).toBeCloseTo(17.346, 2);
    const bicarbonate = plasmaBicarbonateMmolPerL(7.1, 40, PLASMA_37);
    expect(baseExcessMmolPerL(bicarbonate, 7.1, 8)).toBeCloseTo(-16.22, 1);
    expect(anionGapMmolPerL(140, 0, 104, 24)).toBe(12);
  });
  test("Henderson–Hasselbalch leads back from any corner", () => {
    fc.assert(
      fc.property(ph, pco2, (here, mmHg) => {
        const bicarbonate = plasmaBicarbonateMmolPerL(here, mmHg, PLASMA_37);
        expect(phFromBicarbonate(bicarbonate, mmHg, PLASMA_37)).toBeCloseTo(here, 9);
        expect(pco2FromBicarbonateMmHg(bicarbonate, here, PLASMA_37)).toBeCloseTo(mmHg, 7);
      }),
    );
  });
});

describe("electroneutrality", () => {
  const chloride = (rise: number) => ({
    ...NORMAL_BLOOD,
    chlorideMmolPerL: NORMAL_BLOOD.chlorideMmolPerL + rise,
  });

  test("normal blood is at pH 7.40", () =>
    expect(phFromPco2(NORMAL_BLOOD, 40)).toBeCloseTo(7.4, 2));
  test("a mmol of lactate takes one from the strong ion difference, and acidifies", () => {
    const sour = { ...NORMAL_BLOOD, lactateMmolPerL: 6 };
    const change = strongIonDifferenceMeqPerL(sour) - strongIonDifferenceMeqPerL(NORMAL_BLOOD);
    expect(change).toBeCloseTo(-5, 9);
    expect(phFromPco2(sour, 40)).toBeLessThan(7.36);
  });
  test("its base excess follows the strong ions within van Slyke's buffers", () => {
    const here = phFromPco2(chloride(5), 40);
    const excess = baseExcessMmolPerL(plasmaBicarbonateMmolPerL(here, 40, PLASMA_37), here, 15);
    expect(excess).toBeGreaterThan(-5.5);
    expect(excess).toBeLessThan(-3.5);
  });
  test("less albumin is a little alkaline", () => {
    expect(phFromPco2({ ...NORMAL_BLOOD, albuminGPerL: 25 }, 40)).toBeGreaterThan(7.42);
    expect(weakAnionsMeqPerL(7.4, 42, 1.1)).toBeCloseTo(13.7, 0);
  });
  test("pH falls as PCO2 or chloride rises", () => {
    fc.assert(
      fc.property(pco2, fc.double({ min: -10, max: 15, noNaN: true }), (mmHg, rise) => {
        const here = phFromPco2(chloride(rise), mmHg);
        expect(phFromPco2(chloride(rise), mmHg + 2)).toBeLessThan(here);
        expect(phFromPco2(chloride(rise + 1), mmHg)).toBeLessThan(here);
      }),
    );
  });
  test("closed blood with the total CO2 of a PCO2 has the same pH", () => {
    fc.assert(
      fc.property(pco2, (mmHg) => {
        const open = phFromPco2(NORMAL_BLOOD, mmHg);
        const total = plasmaBicarbonateMmolPerL(open, mmHg, PLASMA_37) + 0.0307 * mmHg;
        expect(phFromTotalCo2(NORMAL_BLOOD, total)).toBeCloseTo(open, 8);
      }),
    );
  });
});

describe("temperature correction", () => {
  test("pH at 18 °C and PCO2 at 28 °C", () => {
    expect(phAtTemperature(7.4, 18)).toBeCloseTo(7.6793, 4);
    expect(pressureAtTemperatureMmHg(40, 28, 0.0185)).toBeCloseTo(27.26, 1);
    expect(relativeChangePerC(0.0185)).toBeCloseTo(0.0426, 4);
  });
  test("pH corrected and taken back is the same", () => {
    fc.assert(
      fc.property(ph, temperature, (here, c) => {
        expect(phAt37(phAtTemperature(here, c), c)).toBeCloseTo(here, 10);
      }),
    );
  });
  test("PO2 falls with cooling, and less so at high PO2", () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 500, noNaN: true }), (mmHg) => {
        expect(po2AtTemperatureMmHg(mmHg, 28)).toBeLessThan(mmHg);
        expect(po2AtTemperatureMmHg(po2AtTemperatureMmHg(mmHg, 37), 37)).toBeCloseTo(mmHg, 9);
      }),
    );
    expect(po2AtTemperatureMmHg(500, 28) / 500).toBeGreaterThan(po2AtTemperatureMmHg(60, 28) / 60);
  });
  test("at 28 °C pH-stat wants about 57 mmHg uncorrected, alpha-stat 40 (Rogers)", () => {
    const [alpha, stat] = CO2_STRATEGIES.map((one) => targetPco2At37MmHg(one, 40, 28));
    expect(alpha).toBe(40);
    expect(Math.abs(stat - 57)).toBeLessThan(2);
  });
});

describe("viscosity", () => {
  test("dilution from 42 to 21.8 % leaves 0.6 of it", () => {
    const warm = { temperatureC: 37 };
    const ratio = viscosityRatio(
      { ...warm, hematocritFraction: 0.218 },
      { ...warm, hematocritFraction: 0.42 },
    );
    expect(ratio).toBeCloseTo(0.6, 2);
  });
  test("from 37 to 22 °C it grows by half or more (Eckmann 50 to 300 %)", () =>
    expect(bloodViscosityCp(0.25, 22) / bloodViscosityCp(0.25, 37)).toBeGreaterThan(1.5));
});
