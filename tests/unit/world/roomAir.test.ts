/** Air by a reversed vent, a reversed arterial head and a heart that wakes, and blood backward through the brain. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../support/worldSetup.ts";

const AIR_ERROR = "ledger.airErrorMl";

describe("a vent that turns the wrong way", () => {
  test("blows into the ventricle what its rotor moves, and every mL is in the ledger", () => {
    const bench = new WorldBench().run(1).inject({ fault: "pump.reversed", head: "vent" }).run(24);
    // 0.25 L/min for 24 s, less what the pressure in the filled ventricle keeps out.
    expect(bench.at("patient.airInVesselsMl")).toBeGreaterThan(60);
    expect(bench.at("patient.airInVesselsMl")).toBeLessThan(101);
    expect(bench.at("patient.leftVentricleVolumeMl")).toBeGreaterThan(40);
    expect(Math.abs(bench.at(AIR_ERROR))).toBeLessThan(1e-6);
  });
  test("blows no more once its line is clamped", () => {
    const bench = new WorldBench().inject({ fault: "pump.reversed", head: "vent" }).run(18);
    bench.do({ type: "line.clamp", site: "vent" });
    const before = bench.at("patient.airInVesselsMl");
    expect(before).toBeGreaterThan(1);
    expect(bench.run(5).at("patient.airInVesselsMl")).toBeLessThan(before + 1e-9);
  });
});

test("an arterial head that turns backward empties the aorta and sucks gas into the oxygenator", () => {
  const bench = new WorldBench().inject({ fault: "pump.reversed", head: "arterial" }).run(8);
  expect(bench.at("circuit.arterialFlowDisplayedLpm")).toBeLessThan(0);
  expect(bench.at("circuit.reservoirVolumeMl")).toBeGreaterThan(1200);
  expect(bench.at("patient.arterialPressureMeanMmHg")).toBeLessThan(5);
  expect(bench.at("line.oxygenator.gasFraction")).toBeGreaterThan(0.02);
  expect(Math.abs(bench.at(AIR_ERROR))).toBeLessThan(1e-6);
});

test("a heart that wakes with air in it and no clamp sends some of it to the brain", () => {
  const bench = new WorldBench()
    .inject({ fault: "clamp.moved", site: "vent", closed: true })
    .inject({ fault: "patient.leftHeartAir", airMl: 25 })
    .inject({ fault: "patient.heartWakes", temperatureC: 33, potassiumMmolPerL: 4.5 })
    .act({ type: "surgeon.open", site: "aortic" });
  const brainMl = () => bench.at("patient.airBrainLeftMl") + bench.at("patient.airBrainRightMl");
  expect(bench.run(5) && brainMl()).toBeLessThan(0.05);
  expect(bench.run(40).named("patient.rhythm")).not.toBe("arrested");
  expect(brainMl()).toBeGreaterThan(0.3);
});

test("with the cava snared and the arch open, blood runs backward through the brain at a bearable pressure", () => {
  const bench = new WorldBench()
    .do({ type: "pump.stop", head: "arterial" })
    .run(2)
    .do({ type: "line.clamp", site: "arterial" })
    .act(
      { type: "surgeon.close", site: "arterialTable" },
      { type: "surgeon.close", site: "superiorCava" },
      { type: "surgeon.open", site: "openArch" },
      { type: "surgeon.open", site: "retrogradeCerebral" },
    )
    .run(4)
    .do(
      { type: "pump.setFlow", head: "arterial", flowLpm: 0.7 },
      { type: "line.unclamp", site: "arterial" },
      { type: "pump.start", head: "arterial" },
    )
    .run(30);
  expect(bench.at("patient.brainFlowTrueLpm")).toBeLessThan(-0.003);
  expect(bench.at("patient.superiorCavaPressureMmHg")).toBeGreaterThan(10);
  expect(bench.at("patient.superiorCavaPressureMmHg")).toBeLessThan(30);
});

test("safety devices linked to another head leave the arterial one and free cardioplegia", () => {
  const bench = new WorldBench().inject({ fault: "safety.linkMoved", head: "cardioplegia" }).run(1);
  expect(bench.named("safety.linkedHead")).toBe("cardioplegia");
  bench
    .inject({ fault: "clamp.moved", site: "cardioplegia", closed: false })
    .inject({ fault: "pump.leftRunning", head: "cardioplegia", rpm: 25 })
    .do({ type: "pump.stop", head: "arterial" })
    .run(4);
  expect(bench.at("pump.cardioplegia.rotorRpm")).toBeGreaterThan(20);
});
