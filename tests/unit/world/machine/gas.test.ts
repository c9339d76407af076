/** From the wall to the fibres: what is set, what is shown, what arrives, and who can tell. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../../support/worldSetup.ts";

const SET = "gas.fio2SetFraction";
/** As the default machine file opens. */
const SET_FIO2 = 0.7;
const TRUE = "gas.fio2TrueFraction";
const ANALYSER = "gas.oxygenAnalyserFraction";
const FLOAT = "gas.sweepLpm";
const ARRIVES = "gas.sweepTrueLpm";

describe("a healthy supply", () => {
  test("delivers what is set, and the analyser says so", () => {
    const bench = new WorldBench()
      .do({ type: "gas.setFio2", fio2Fraction: 0.5 }, { type: "gas.setSweep", sweepLpm: 3 })
      .run(20);
    expect(bench.at(TRUE)).toBeCloseTo(0.5, 6);
    expect(bench.at(ANALYSER)).toBeCloseTo(0.5, 2);
    expect(bench.at(FLOAT)).toBeCloseTo(3, 6);
    expect(bench.at(ARRIVES)).toBeCloseTo(3, 6);
  });
  test("opens without any gas alarm", () => {
    const bench = new WorldBench().run(30);
    for (const id of [
      "oxygenPipelineLow",
      "analyserLow",
      "analyserHigh",
      "sweepOff",
      "pressureGas",
    ])
      expect(bench.at(`alarm.${id}.active`), id).toBe(0);
  });
  test("lets a hose fit its own outlet only", () => {
    const bench = new WorldBench().act({ type: "gas.connectHose", hose: "oxygen", outlet: "air" });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused" });
    expect(bench.at("gas.oxygenHose")).toBe(1);
  });
});

describe("a supply crossed behind the wall", () => {
  const crossed = (): WorldBench =>
    new WorldBench()
      .do({ type: "gas.setFio2", fio2Fraction: 0.7 })
      .inject({ fault: "gas.supplyCrossed" })
      .run(20);
  test("looks right at every gauge, and only the analyser catches it", () => {
    const bench = crossed();
    expect(bench.at("gas.oxygenPressureKpa")).toBeGreaterThan(390);
    expect(bench.at(FLOAT)).toBeCloseTo(2.5, 6);
    expect(bench.at("alarm.oxygenPipelineLow.active")).toBe(0);
    expect(bench.at(ANALYSER)).toBeLessThan(bench.at(SET) - 0.1);
    expect(bench.at("alarm.analyserLow.active")).toBe(1);
  });
  test("gives room air when the blender is turned up to pure oxygen", () => {
    const bench = crossed().do({ type: "gas.setFio2", fio2Fraction: 1 }).run(1);
    expect(bench.at(TRUE)).toBeCloseTo(0.21, 6);
  });
  test("is not mended by opening the cylinder while the wall still feeds the port", () => {
    const bench = crossed().do(
      { type: "gas.setCylinder", open: true },
      { type: "gas.setFio2", fio2Fraction: 1 },
    );
    expect(bench.run(5).at(TRUE)).toBeCloseTo(0.21, 6);
    bench.do({ type: "gas.connectHose", hose: "oxygen", outlet: "none" }).run(8);
    expect(bench.at(TRUE)).toBeCloseTo(1, 6);
    expect(bench.at("gas.cylinderContentsL")).toBeLessThan(490);
  });
});

describe("loss of piped oxygen", () => {
  const lost = (): WorldBench =>
    new WorldBench().inject({ fault: "gas.pipelineLow", gas: "oxygen", pressureKPa: 0 });
  test("alarms, and the blender passes air", () => {
    const bench = lost().run(6);
    expect(bench.at("alarm.oxygenPipelineLow.active")).toBe(1);
    expect(bench.at("alarm.gasPressureDifference.active")).toBe(1);
    expect(bench.at(TRUE)).toBeCloseTo(0.21, 6);
  });
  test("is bridged by the cylinder, whose contents run down at the oxygen it gives", () => {
    const bench = lost().do({ type: "gas.setCylinder", open: true }).run(10);
    const before = bench.at("gas.cylinderContentsL");
    expect(bench.at(TRUE)).toBeCloseTo(bench.at(SET), 6);
    bench.run(60);
    const perMin = before - bench.at("gas.cylinderContentsL");
    expect(perMin).toBeCloseTo(2.5 * ((SET_FIO2 - 0.21) / 0.79), 2);
  });
  test("comes back when the cylinder is empty, which alarms, and a spare one helps", () => {
    const bench = lost()
      .inject({ fault: "gas.cylinderLow", contentsL: 0.5 })
      .do({ type: "gas.setCylinder", open: true })
      .run(40);
    expect(bench.at("alarm.cylinderEmpty.active")).toBe(1);
    expect(bench.at(TRUE)).toBeCloseTo(0.21, 6);
    bench.do({ type: "gas.changeCylinder" }).run(31).do({ type: "gas.setCylinder", open: true });
    expect(bench.run(8).at(TRUE)).toBeCloseTo(SET_FIO2, 6);
    bench.act({ type: "gas.changeCylinder" });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "noSpare" });
  });
});

describe("blender, flow meter and line", () => {
  test("a stuck blender stays where it was; its bypass gives pure oxygen", () => {
    const bench = new WorldBench()
      .inject({ fault: "gas.blender", kind: "stuck" })
      .do({ type: "gas.setFio2", fio2Fraction: 1 })
      .run(15);
    expect(bench.at(TRUE)).toBeCloseTo(SET_FIO2, 6);
    expect(bench.do({ type: "gas.bypassBlender" }).run(1).at(TRUE)).toBeCloseTo(1, 6);
    expect(bench.at("alarm.blenderBypassed.active")).toBe(1);
  });
  test("a drifting blender is found at the analyser", () => {
    const bench = new WorldBench().inject({ fault: "gas.blender", kind: "drift" }).run(25);
    expect(bench.at(TRUE)).toBeCloseTo(SET_FIO2 - 0.15, 2);
    expect(bench.at("alarm.analyserLow.active")).toBe(1);
  });
  test("an electronic blender without power passes no gas, a pneumatic one does", () => {
    const dark = { fault: "power.mainsLost", ups: "failed" } as const;
    const electronic = new WorldBench({
      edit: (setup) => (setup.machine.gas.blender = "electronic"),
    }).inject(dark);
    expect(electronic.run(2).at(ARRIVES)).toBe(0);
    expect(new WorldBench().inject(dark).run(2).at(ARRIVES)).toBeCloseTo(2.5, 6);
  });
  test("a stuck float shows the old flow until the tube is tapped", () => {
    const bench = new WorldBench()
      .inject({ fault: "gas.floatStuck" })
      .do({ type: "gas.setSweep", sweepLpm: 1 })
      .run(1);
    expect(bench.at(FLOAT)).toBeCloseTo(2.5, 6);
    expect(bench.at(ARRIVES)).toBeCloseTo(1, 6);
    expect(bench.do({ type: "gas.tapFlowMeter" }).run(0.1).at(FLOAT)).toBeCloseTo(1, 6);
  });
  test("a line that is off shows full flow and a right analyser, while the blood turns dark", () => {
    const bench = new WorldBench().inject({ fault: "gas.lineOff" }).run(90);
    expect(bench.at(FLOAT)).toBeCloseTo(2.5, 6);
    expect(bench.at(ANALYSER)).toBeCloseTo(SET_FIO2, 2);
    expect(bench.at("circuit.arterialSaturationDisplayedFraction")).toBeLessThan(0.9);
    expect(bench.at("alarm.saturationLow.active")).toBe(1);
    bench.do({ type: "inspect", what: "gasLine" }).run(2);
    expect(bench.facts.findLast((fact) => fact.type === "seen")).toMatchObject({
      finding: "abnormal",
    });
    bench.do({ type: "gas.reconnectLine" }).run(240);
    expect(bench.at("circuit.arterialSaturationDisplayedFraction")).toBeGreaterThan(0.96);
  });
  test("the effluent shows what the inlet cannot: gas that does not arrive", () => {
    const bench = new WorldBench().do({ type: "gas.setAnalyserSite", site: "effluent" }).run(30);
    const usual = bench.at(ANALYSER);
    expect(usual).toBeLessThan(SET_FIO2);
    bench.inject({ fault: "gas.lineOff" }).run(60);
    expect(bench.at(ANALYSER)).toBeLessThan(usual - 0.1);
  });
  test("an analyser out of calibration tells a wrong truth until it is calibrated", () => {
    const bench = new WorldBench()
      .inject({ fault: "gas.analyserDrift", errorFraction: -0.12 })
      .run(30);
    expect(bench.at(TRUE)).toBeCloseTo(SET_FIO2, 6);
    expect(bench.at("alarm.analyserLow.active")).toBe(1);
    bench.do({ type: "gas.calibrateAnalyser" }).run(45);
    expect(bench.at(ANALYSER)).toBeCloseTo(SET_FIO2, 2);
    expect(bench.at("alarm.analyserLow.active")).toBe(0);
  });
});

describe("carbon dioxide, vapour and scavenging", () => {
  test("CO2 thins the oxygen and is said", () => {
    const bench = new WorldBench().do({ type: "gas.setCo2", co2Lpm: 0.25 }).run(1);
    expect(bench.at("gas.co2TrueFraction")).toBeCloseTo(0.25 / 2.75, 4);
    expect(bench.at(TRUE)).toBeCloseTo((SET_FIO2 * 2.5) / 2.75, 4);
    expect(bench.at("alarm.carbonDioxideOn.active")).toBe(1);
  });
  test("the vaporiser gives what is set, runs down and alarms when empty", () => {
    const bench = new WorldBench().do({ type: "gas.setVaporiser", agentFraction: 0.02 }).run(60);
    expect(bench.at("gas.agentTrueFraction")).toBeCloseTo(0.02, 4);
    expect(bench.at("gas.vaporiserLevelFraction")).toBeLessThan(0.6);
    bench.inject({ fault: "gas.vaporiserEmpty" }).run(2);
    expect(bench.at("gas.agentTrueFraction")).toBe(0);
    expect(bench.at("alarm.vaporiserEmpty.active")).toBe(1);
    bench.do({ type: "gas.setScavenging", on: false }).run(2);
    expect(bench.at("alarm.vaporiserUnscavenged.active")).toBe(1);
  });
  test("an obstructed exhaust raises the gas side and pushes gas into blood that stands", () => {
    const bench = new WorldBench().inject({
      fault: "gas.scavengingObstructed",
      openFraction: 0.05,
    });
    bench.run(3);
    expect(bench.at("gas.gasSidePressureMmHg")).toBeGreaterThan(70);
    expect(bench.at("alarm.pressureGas.active")).toBe(1);
    expect(bench.at("line.filter.gasFraction")).toBe(0);
    bench.do({ type: "pump.stop", head: "arterial" }).run(20);
    expect(bench.at("line.oxygenator.gasFraction")).toBeGreaterThan(0.001);
    bench.do({ type: "gas.clearScavenging" }).run(6);
    expect(bench.at("gas.gasSidePressureMmHg")).toBeLessThan(5);
  });
});
