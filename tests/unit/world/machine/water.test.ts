/** The heater-cooler: modes, limits, lines, ice, a runaway heater, and a leak between water and blood. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../../support/worldSetup.ts";

const WATER = "water.temperatureC";
const FLOW = "water.flowLpm";
const PRESSURE = "water.pressureMmHg";

describe("modes", () => {
  test("full heat goes to 42 °C and no further, full cooling to 4 °C, standby stops the water", () => {
    const bench = new WorldBench().do({ type: "water.setMode", mode: "heat" });
    expect(bench.run(300).at(WATER)).toBeCloseTo(42, 1);
    expect(bench.at("alarm.waterHot.active")).toBe(0);
    bench.do({ type: "water.setMode", mode: "standby" }).run(1);
    expect(bench.at(FLOW)).toBe(0);
    expect(bench.at("water.running")).toBe(0);
  });
  test("ice cools faster and melts", () => {
    const cooled = (iceKg: number): WorldBench =>
      new WorldBench({ edit: (setup) => (setup.machine.water.iceKg = iceKg) })
        .do({ type: "water.setMode", mode: "cool" })
        .run(120);
    const without = cooled(0).at(WATER);
    const bench = cooled(4);
    expect(bench.at(WATER)).toBeLessThan(without - 4);
    expect(bench.at("water.iceKg")).toBeLessThan(4);
    bench.do({ type: "water.addIce" }).run(11);
    expect(bench.at("water.iceKg")).toBeGreaterThan(4);
  });
});

describe("lines", () => {
  test("15 L/min need 200 mmHg; a clamped line stops the flow and raises pressure below 600", () => {
    const bench = new WorldBench().run(1);
    expect(bench.at(FLOW)).toBeCloseTo(15, 6);
    expect(bench.at(PRESSURE)).toBeCloseTo(200, 6);
    bench.do({ type: "water.clampLine", line: "outlet", closed: true }).run(3);
    expect(bench.at(FLOW)).toBe(0);
    expect(bench.at(PRESSURE)).toBeGreaterThan(550);
    expect(bench.at(PRESSURE)).toBeLessThan(600);
    expect(bench.at("alarm.waterPressureHigh.active")).toBe(1);
    bench.do({ type: "water.clampLine", line: "outlet", closed: false }).run(1);
    expect(bench.at(FLOW)).toBeCloseTo(15, 6);
  });
  test("a tired pump falls below 10 L/min and alarms", () => {
    const bench = new WorldBench().inject({ fault: "water.pumpWeak", lostFraction: 0.5 }).run(7);
    expect(bench.at(FLOW)).toBeCloseTo(7.5, 6);
    expect(bench.at("alarm.waterFlowLow.active")).toBe(1);
  });
  test("kinked hoses lower the flow", () => {
    const bench = new WorldBench().inject({ fault: "water.kink", openFraction: 0.5 }).run(2);
    expect(bench.at(FLOW)).toBeLessThan(10);
  });
});

describe("a heater that stays on", () => {
  test("is cut out above 42 °C, and the cut-out can be reset", () => {
    const bench = new WorldBench().inject({ fault: "water.runaway", cutOut: "works" }).run(240);
    expect(bench.at("water.cutOutTripped")).toBe(1);
    expect(bench.at("alarm.waterCutOut.active")).toBe(1);
    expect(bench.at(WATER)).toBeLessThan(43.2);
    bench.do({ type: "water.resetCutOut" });
    expect(bench.until(120, () => bench.at("water.cutOutTripped") === 1)).not.toBeNull();
  });
  test("heats the blood when the cut-out fails too, and every limit alarms", () => {
    const bench = new WorldBench().inject({ fault: "water.runaway", cutOut: "failed" }).run(300);
    expect(bench.at(WATER)).toBeGreaterThan(44);
    expect(bench.at("alarm.waterHot.active")).toBe(1);
    expect(bench.at("circuit.arterialTemperatureC")).toBeGreaterThan(38);
    expect(bench.at("alarm.bloodHot.active")).toBe(1);
  });
});

describe("a leaking exchanger", () => {
  test("loses blood into the water while the blood's pressure is higher", () => {
    const bench = new WorldBench();
    const before = bench.at("ledger.volumeTotalMl");
    bench.inject({ fault: "water.leak", leakMlPerMin: 60 }).run(60);
    expect(bench.at("ledger.volumeTotalMl")).toBeLessThan(before - 10);
    expect(bench.at("water.leakedMl")).toBe(0);
    expect(Math.abs(bench.at("ledger.volumeErrorMl"))).toBeLessThan(1e-6);
  });
  test("lets water into the blood when the pump stands, thins it and breaks red cells", () => {
    const bench = new WorldBench()
      .do(
        { type: "pump.stop", head: "arterial" },
        { type: "line.clamp", site: "arterial" },
        { type: "line.unclamp", site: "recirculation" },
      )
      .run(5);
    const before = bench.at("ledger.redCellTotalMl");
    bench.inject({ fault: "water.leak", leakMlPerMin: 60 }).run(30);
    expect(bench.at("water.leakedMl")).toBeGreaterThan(5);
    expect(bench.at("ledger.redCellTotalMl")).toBeLessThan(before - 1);
    for (const what of ["volume", "oxygen", "carbonDioxide", "redCell"])
      expect(Math.abs(bench.at(`ledger.${what}ErrorMl`)), what).toBeLessThan(1e-6);
    expect(Math.abs(bench.at("ledger.heatErrorKj"))).toBeLessThan(1e-6);
  });
});
