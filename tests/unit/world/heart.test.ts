/** A heart that beats, arrests, wakes and carries the circulation, or does not. */
import { describe, expect, test } from "vitest";
import type { WorldSetup } from "../../../src/world/contract/setup.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const MAP = "patient.arterialPressureMeanMmHg";
const OUTPUT = "patient.cardiacOutputTrueLpm";
const VENTRICLE = "patient.leftVentricleVolumeMl";

/** Beating, not clamped, warm; the pump stands and its lines are clamped. */
const offBypass = (setup: WorldSetup): void => {
  const { patient, machine } = setup;
  patient.crossClamped = false;
  patient.rhythm = "sinus";
  patient.temperatureC = 36.5;
  patient.meanArterialPressureMmHg = 75;
  patient.centralVenousPressureMmHg = 7;
  machine.heads.arterial.flowLpm = 0;
  for (const head of ["vent", "suck1", "suck2"] as const) machine.heads[head].flowLpm = 0;
  machine.clampsClosed = ["venous", "arterial", "recirculation", "bridge", "cardioplegia"];
};
const beating = (): WorldBench => new WorldBench({ edit: offBypass });

describe("a heart off bypass", () => {
  test("gives an output and pressures that people live with", () => {
    const bench = beating().run(5);
    expect(bench.named("patient.rhythm")).toBe("sinus");
    expect(bench.at(OUTPUT)).toBeGreaterThan(3);
    expect(bench.at(OUTPUT)).toBeLessThan(6.5);
    expect(bench.at(MAP)).toBeGreaterThan(50);
    const pulse =
      bench.at("patient.arterialPressureSystolicMmHg") -
      bench.at("patient.arterialPressureDiastolicMmHg");
    expect(pulse).toBeGreaterThan(15);
    expect(bench.at("patient.pulmonaryPressureMeanMmHg")).toBeGreaterThan(10);
    expect(bench.at("patient.pulmonaryPressureMeanMmHg")).toBeLessThan(30);
  });
  test("sends on as much as it gets: what the valves pass agrees with what the body gets", () => {
    const bench = beating().run(5);
    const output = bench.at(OUTPUT);
    const passed =
      bench.mean("patient.brainFlowTrueLpm", 4) + bench.mean("patient.kidneyFlowTrueLpm", 4);
    expect(passed).toBeGreaterThan(0.2 * output);
    expect(passed).toBeLessThan(0.5 * output);
  });
  test("keeps its blood red through its own lungs, and darkens when nobody ventilates", () => {
    const bench = beating().run(10);
    expect(bench.at("patient.arterialSaturationTrueFraction")).toBeGreaterThan(0.97);
    bench.act({ type: "anaesthetist.ventilate", on: false }).run(120);
    expect(bench.at("patient.arterialSaturationTrueFraction")).toBeLessThan(0.8);
  });
  test("gives no output in fibrillation, and loses pressure in seconds", () => {
    const cold = new WorldBench({
      edit: (setup) => {
        offBypass(setup);
        setup.patient.rhythm = "ventricularFibrillation";
      },
    }).run(5);
    expect(cold.at(OUTPUT)).toBe(0);
    expect(cold.at(MAP)).toBeLessThan(30);
    expect(cold.at("patient.heartRatePerMin")).toBe(0);
  });
  test("goes onto bypass: the pump takes over, the heart empties and ejects less", () => {
    const bench = beating().run(2);
    const stroke = bench.at("patient.strokeVolumeMl");
    bench
      .act(
        { type: "line.unclamp", site: "venous" },
        { type: "line.unclamp", site: "arterial" },
        { type: "safety.setMode", device: "level", mode: "off" },
        { type: "pump.setFlow", head: "arterial", flowLpm: 4 },
        { type: "pump.start", head: "arterial" },
      )
      .run(40);
    expect(bench.at("circuit.arterialFlowTrueLpm")).toBeGreaterThan(3);
    expect(bench.at("patient.strokeVolumeMl")).toBeLessThan(0.6 * stroke);
    bench.act({ type: "surgeon.close", site: "aortic" }).run(5);
    const pulse =
      bench.at("patient.arterialPressureSystolicMmHg") -
      bench.at("patient.arterialPressureDiastolicMmHg");
    expect(pulse).toBeLessThan(8);
  });
});

describe("a heart on bypass", () => {
  test("stands still while clamped and full of cardioplegia, and wakes when blood washes it", () => {
    const bench = new WorldBench();
    expect(bench.named("patient.rhythm")).toBe("arrested");
    bench.act({ type: "surgeon.open", site: "aortic" }).run(180);
    expect(bench.at("patient.myocardialPotassiumMmolPerL")).toBeLessThan(4);
    expect(bench.named("patient.rhythm")).not.toBe("arrested");
  });
  test("is arrested anew by cardioplegia into the root", () => {
    const bench = new WorldBench({
      edit: (setup) => {
        setup.patient.rhythm = "sinus";
      },
    });
    bench
      .act(
        { type: "line.unclamp", site: "cardioplegia" },
        { type: "pump.setFlow", head: "cardioplegia", flowLpm: 0.3 },
        { type: "pump.start", head: "cardioplegia" },
      )
      .run(90);
    expect(bench.named("patient.rhythm")).toBe("arrested");
  });
  test("is blown up by what runs into it when nobody vents it", () => {
    const vented = new WorldBench().run(60).at(VENTRICLE);
    const bench = new WorldBench().act({ type: "pump.stop", head: "vent" }).run(120);
    expect(bench.at(VENTRICLE)).toBeGreaterThan(vented + 30);
    expect(bench.at("patient.leftVentriclePressureMmHg")).toBeGreaterThan(2);
  });
});
