/** Plasma, fluids, tissue and what goes wrong inside the oxygenator, in the running world. */
import { describe, expect, test } from "vitest";
import { strongIonDifferenceMeqPerL } from "../../../src/physiology/blood/acidBase.ts";
import { BLOOD_ROW, createBloodRow } from "../../../src/physiology/blood/bloodRow.ts";
import {
  bufferMeqPerLPerPh,
  chargeLineMeqPerL,
  co2MlPerDlPerMmHg,
  findPh,
} from "../../../src/physiology/blood/electroneutral.ts";
import { NORMAL_BLOOD, phFromPco2 } from "../../../src/physiology/blood/strongIons.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const B = BLOOD_ROW.index;
const PO2 = "circuit.arterialOxygenTensionDisplayedMmHg";
const PCO2 = "circuit.arterialCarbonDioxideTensionDisplayedMmHg";

describe("pH from the charges of carried blood", () => {
  test.each([20, 40, 60, 90])("agrees with the balance solved by halving at PCO2 %i", (pco2) => {
    const blood = { ...NORMAL_BLOOD, phosphateMmolPerL: 0 };
    const ph = phFromPco2(blood, pco2);
    const { albuminGPerL, hemoglobinGPerDl: hb } = blood;
    const row = createBloodRow();
    row[B.saturationFraction] = 0.98;
    row[B.hemoglobinGPerDl] = hb;
    row[B.lineMeqPerL] = chargeLineMeqPerL(strongIonDifferenceMeqPerL(blood), albuminGPerL, hb);
    row[B.bufferMeqPerLPerPh] = bufferMeqPerLPerPh(albuminGPerL, hb);
    row[B.carbonDioxideMlPerDl] = pco2 * co2MlPerDlPerMmHg(ph, 0.98, hb);
    row[B.ph] = 7.4;
    for (let visit = 0; visit < 4; visit += 1) findPh(row);
    expect(Math.abs(row[B.ph] - ph)).toBeLessThan(0.01);
  });
});

describe("fluids", () => {
  test("a litre of saline lowers base excess and haematocrit and raises chloride", () => {
    const bench = new WorldBench();
    const [chloride, hematocrit] = [
      bench.at("blood.chlorideMmolPerL"),
      bench.at("blood.hematocritFraction"),
    ];
    bench.do({ type: "fluid.give", fluid: "saline", volumeMl: 1000 }).run(300);
    expect(bench.at("blood.baseExcessMmolPerL")).toBeLessThan(-0.8);
    expect(bench.at("blood.chlorideMmolPerL")).toBeGreaterThan(chloride + 1);
    expect(bench.at("blood.hematocritFraction")).toBeCloseTo((hematocrit * 5500) / 6500, 2);
  });
  test("bicarbonate raises base excess, and its carbon dioxide leaves with the gas", () => {
    const bench = new WorldBench();
    const before = bench.at("oxygenator.carbonDioxideRemovedMlPerMin");
    bench.do({ type: "fluid.give", fluid: "bicarbonate84", volumeMl: 100 }).run(120);
    expect(bench.at("blood.baseExcessMmolPerL")).toBeGreaterThan(3);
    expect(bench.at("oxygenator.carbonDioxideRemovedMlPerMin")).toBeGreaterThan(before + 10);
  });
});

describe("inside the oxygenator", () => {
  test("clot doubles the gradient before it costs oxygen", () => {
    const bench = new WorldBench();
    const [gradient, po2] = [bench.at("circuit.transmembraneGradientMmHg"), bench.at(PO2)];
    bench.inject({ fault: "oxygenator.clot", openFraction: 0.4 }).run(180);
    expect(bench.at("circuit.transmembraneGradientMmHg")).toBeGreaterThan(1.6 * gradient);
    expect(bench.at(PO2)).toBeLessThan(po2);
    expect(bench.at("patient.arterialSaturationTrueFraction")).toBeGreaterThan(0.97);
  });
  test("wet fibres cost gas exchange until a burst of sweep blows them dry", () => {
    const bench = new WorldBench();
    const pco2 = bench.at(PCO2);
    bench.inject({ fault: "oxygenator.wetOut", wettedFraction: 0.8 }).run(120);
    const wet = bench.at(PCO2);
    expect(wet).toBeGreaterThan(pco2 + 2);
    bench.do({ type: "gas.setSweep", sweepLpm: 10 }).run(40);
    bench.do({ type: "gas.setSweep", sweepLpm: 2.5 }).run(150);
    expect(bench.at(PCO2)).toBeLessThan(wet - 1);
  });
});

describe("tissue", () => {
  test("too little flow makes lactate, enough flow does not", () => {
    const enough = new WorldBench().run(240).at("blood.lactateMmolPerL");
    const little = new WorldBench()
      .do({ type: "pump.setFlow", head: "arterial", flowLpm: 1.5 })
      .run(240)
      .at("blood.lactateMmolPerL");
    expect(enough).toBeLessThan(1.6);
    expect(little).toBeGreaterThan(enough + 0.2);
  });
  test("malignant hyperthermia raises uptake, CO2 and lactate", () => {
    const bench = new WorldBench();
    const [uptake, pco2] = [bench.at("patient.oxygenUptakeMlPerMin"), bench.at(PCO2)];
    bench.inject({ fault: "patient.malignantHyperthermia", severityFraction: 1 }).run(300);
    expect(bench.at("patient.oxygenUptakeMlPerMin")).toBeGreaterThan(1.3 * uptake);
    expect(bench.at(PCO2)).toBeGreaterThan(pco2 + 3);
    expect(bench.at("blood.lactateMmolPerL")).toBeGreaterThan(2);
  });
  test("dantrolene takes most of malignant hyperthermia away", () => {
    const bench = new WorldBench();
    bench.inject({ fault: "patient.malignantHyperthermia", severityFraction: 1 }).run(60);
    const uptake = bench.at("patient.oxygenUptakeMlPerMin");
    bench.do({ type: "anaesthetist.give", drug: "dantrolene", amount: 200, unit: "mg" }).run(600);
    expect(bench.at("patient.oxygenUptakeMlPerMin")).toBeLessThan(0.8 * uptake);
  });
  test("hard shivering takes up to twice the oxygen and darkens venous blood, until a relaxant works", () => {
    const bench = new WorldBench();
    const uptake = bench.at("patient.oxygenUptakeMlPerMin");
    const venous = bench.at("line.venous.saturationFraction");
    const ratio = () => bench.at("patient.oxygenUptakeMlPerMin") / uptake;
    bench.inject({ fault: "patient.shivering", severityFraction: 1 }).run(120);
    expect(ratio()).toBeGreaterThan(1.4);
    expect(ratio()).toBeLessThan(2.05);
    expect(bench.at("line.venous.saturationFraction")).toBeLessThan(venous - 0.1);
    bench.do({ type: "anaesthetist.give", drug: "rocuronium", amount: 50, unit: "mg" }).run(300);
    expect(ratio()).toBeLessThan(1.2);
  });
});
