/** Sweep, oxygen fraction, water and temperature in the running world. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../support/worldSetup.ts";

const PO2 = "circuit.arterialOxygenTensionDisplayedMmHg";
const PCO2 = "circuit.arterialCarbonDioxideTensionDisplayedMmHg";
const SAO2 = "patient.arterialSaturationTrueFraction";
const SVO2 = "circuit.venousSaturationDisplayedFraction";

/** A patient and a water bath at a temperature. */
const at = (temperatureC: number): WorldBench =>
  new WorldBench({
    edit: (setup) => {
      setup.patient.temperatureC = temperatureC;
      setup.machine.waterSetPointC = temperatureC + 0.5;
    },
  });

describe("sweep gas", () => {
  test("more of it lowers PaCO2 and raises PaO2; less does the opposite", () => {
    const start = new WorldBench();
    const [pco2, po2] = [start.at(PCO2), start.at(PO2)];
    const more = new WorldBench().do({ type: "gas.setSweep", sweepLpm: 5 }).run(120);
    expect(more.at(PCO2)).toBeLessThan(pco2 - 4);
    expect(more.at(PO2)).toBeGreaterThan(po2);
    const less = new WorldBench().do({ type: "gas.setSweep", sweepLpm: 1.2 }).run(120);
    expect(less.at(PCO2)).toBeGreaterThan(pco2 + 3);
    expect(less.at(PO2)).toBeLessThan(po2);
  });
  test("leaving the oxygenator carries the CO2 that the patient makes", () => {
    const bench = new WorldBench().run(30);
    const before = bench.at("ledger.carbonDioxideTotalMl");
    bench.run(60);
    // Content is nearly steady, so what is made leaves.
    expect(Math.abs(bench.at("ledger.carbonDioxideTotalMl") - before)).toBeLessThan(15);
  });
  test("turned off, it lets the arterial blood become venous, as the table of clinical.md 0.4 has it", () => {
    // The table starts from a PaO2 of 200 mmHg.
    const bench = at(34).do({ type: "gas.setFio2", fio2Fraction: 0.48 }).run(60);
    bench.do({ type: "gas.setSweep", sweepLpm: 0 }).run(20);
    expect(bench.at(SAO2)).toBeGreaterThan(0.95);
    bench.run(10);
    expect(Math.abs(bench.at(SAO2) - 0.86)).toBeLessThan(0.06);
    bench.run(30);
    expect(Math.abs(bench.at(SAO2) - 0.66)).toBeLessThan(0.08);
    bench.run(60);
    expect(Math.abs(bench.at(SAO2) - 0.4)).toBeLessThan(0.08);
    bench.run(60);
    expect(bench.at(SAO2)).toBeLessThan(0.3);
  });
  test("turned off, it lets PaCO2 become venous at once and then rise by 3 mmHg a minute", () => {
    const bench = at(37);
    const start = bench.at(PCO2);
    bench.do({ type: "gas.setSweep", sweepLpm: 0 }).run(20);
    const step = bench.at(PCO2) - start;
    expect(step).toBeGreaterThan(5);
    expect(step).toBeLessThan(10);
    bench.run(25);
    const early = bench.at(PCO2);
    const perMin = bench.run(60).at(PCO2) - early;
    expect(Math.abs(perMin - 3)).toBeLessThan(1);
  });
  test("turned off, it costs the brain a fifth of its oximeter baseline in 60 to 90 s", () => {
    const bench = at(34).do({ type: "gas.setSweep", sweepLpm: 0 });
    const baseline = bench.at("patient.nirsLeftFraction");
    const fellS = bench.until(120, () => bench.at("patient.nirsLeftFraction") < 0.8 * baseline);
    expect(fellS).toBeGreaterThan(60);
    expect(fellS).toBeLessThan(90);
  });
  test("back on, it makes the blood red again within two minutes", () => {
    const bench = at(34).do({ type: "gas.setSweep", sweepLpm: 0 }).run(60);
    bench.do({ type: "gas.setSweep", sweepLpm: 4 }).run(100);
    expect(bench.at(SAO2)).toBeGreaterThan(0.97);
  });
});

describe("the oxygen fraction", () => {
  test("raised to 1.0 raises PaO2, lowered to 0.4 lowers it", () => {
    const start = new WorldBench().at(PO2);
    expect(
      new WorldBench().do({ type: "gas.setFio2", fio2Fraction: 1 }).run(90).at(PO2),
    ).toBeGreaterThan(start + 100);
    expect(
      new WorldBench().do({ type: "gas.setFio2", fio2Fraction: 0.4 }).run(90).at(PO2),
    ).toBeLessThan(start - 20);
  });
});

describe("room air instead of oxygen", () => {
  test("leaves a PaO2 near 100 mmHg and red blood", () => {
    const bench = at(37).do({ type: "gas.setFio2", fio2Fraction: 0.21 }).run(180);
    expect(bench.at(PO2)).toBeGreaterThan(75);
    expect(bench.at(PO2)).toBeLessThan(115);
    expect(bench.at(SAO2)).toBeGreaterThan(0.94);
  });
});

describe("flow and metabolism", () => {
  test("less flow means lower venous saturation at the same uptake", () => {
    const bench = new WorldBench();
    const start = bench.at(SVO2);
    bench.do({ type: "pump.setFlow", head: "arterial", flowLpm: 3.2 }).run(120);
    expect(bench.at(SVO2)).toBeLessThan(start - 0.08);
    expect(Math.abs(bench.at("patient.oxygenUptakeMlPerMin") - 173)).toBeLessThan(12);
  });
  test("cold lowers uptake and raises venous saturation", () => {
    const [warm, cold] = [at(37), at(28)];
    expect(cold.at("patient.oxygenUptakeMlPerMin")).toBeLessThan(
      0.7 * warm.at("patient.oxygenUptakeMlPerMin"),
    );
    expect(cold.at(SVO2)).toBeGreaterThan(warm.at(SVO2) + 0.15);
  });
  test("too little flow leaves an oxygen debt", () => {
    const bench = new WorldBench().do({ type: "pump.setFlow", head: "arterial", flowLpm: 1 });
    expect(bench.run(240).at("patient.oxygenDebtMl")).toBeGreaterThan(20);
  });
});

describe("the heat exchanger", () => {
  test("brings arterial blood most of the way from venous to water temperature", () => {
    const bench = new WorldBench().do({ type: "water.setPoint", temperatureC: 28 }).run(300);
    const water = bench.at("water.temperatureC");
    const venous = bench.at("circuit.venousTemperatureC");
    const arterial = bench.at("circuit.arterialTemperatureC");
    const performance = (venous - arterial) / (venous - water);
    expect(performance).toBeGreaterThan(0.45);
    expect(performance).toBeLessThan(0.65);
  });
  test("cools the outlet first, then the nasopharynx, then the bladder", () => {
    const bench = new WorldBench().do({ type: "water.setPoint", temperatureC: 26 });
    const sites = [
      "circuit.arterialTemperatureC",
      "patient.nasopharyngealC",
      "patient.bladderC",
    ] as const;
    const start = sites.map((site) => bench.at(site));
    bench.run(480);
    const fallen = sites.map((site, index) => start[index] - bench.at(site));
    expect(fallen[0]).toBeGreaterThan(fallen[1]);
    expect(fallen[1]).toBeGreaterThan(fallen[2]);
    expect(fallen[2]).toBeGreaterThan(0.1);
  });
  test("does nothing with its water stopped, or without mains", () => {
    for (const stop of [
      { type: "water.setRunning", on: false },
      { type: "fault.inject", fault: { fault: "power.mainsLost", ups: "works" } },
    ] as const) {
      const bench = new WorldBench()
        .act({ type: "water.setPoint", temperatureC: 20 })
        .act(stop)
        .run(120);
      expect(bench.at("circuit.arterialTemperatureC")).toBeGreaterThan(33.2);
    }
  });
});
