/** A reservoir that is shut in: what goes in must come out, or its pressure turns the venous blood round. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../../support/worldSetup.ts";

const PRESSURE = "gas.reservoirPressureMmHg";
const DELIVERED = "patient.airDeliveredMl";
const VENOUS = "line.venous.flowLpm";
const SUCTION = { fault: "pump.leftRunning", head: "suck2", rpm: 56 } as const;
const blocked = (relief: "works" | "stuck") =>
  ({ fault: "reservoir.ventBlocked", openFraction: 0, relief }) as const;

const shutIn = (): WorldBench => new WorldBench().inject(SUCTION).inject(blocked("stuck"));

describe("a reservoir whose vent and relief valve are shut", () => {
  test("climbs by what is sucked in, and the venous return falls while the pump empties it", () => {
    const bench = new WorldBench().run(3);
    const vented = { levelMl: bench.at("circuit.reservoirVolumeMl"), flow: bench.at(VENOUS) };
    expect(bench.at(PRESSURE)).toBeCloseTo(0);
    bench.inject(SUCTION).inject(blocked("stuck")).run(10);
    expect(bench.at(PRESSURE)).toBeGreaterThan(15);
    expect(bench.at("alarm.reservoirPressure.active")).toBe(1);
    expect(bench.at(VENOUS)).toBeLessThan(0.75 * vented.flow);
    expect(bench.at("circuit.reservoirVolumeMl")).toBeLessThan(vented.levelMl - 100);
    expect(bench.at(DELIVERED)).toBe(0);
  });

  test("turns the flow round once the pump has stopped, and gas goes up the line to the right atrium", () => {
    const bench = shutIn();
    bench.until(40, () => (bench.world, bench.at("safety.level.tripped") === 1));
    const turned = bench.until(10, () => (bench.world, bench.at(VENOUS) < -0.2));
    expect(turned).not.toBeNull();
    // Column of 40 cm and what the veins hold against it: 31 mmHg and more.
    expect(bench.at(PRESSURE)).toBeGreaterThan(31);
    bench.run(8);
    expect(bench.at("line.venous.gasFraction")).toBeGreaterThan(0.5);
    expect(bench.at(DELIVERED)).toBeGreaterThan(20);
    expect(Math.abs(bench.at("ledger.airErrorMl"))).toBeLessThan(1e-6);
    expect(Math.abs(bench.at("ledger.volumeErrorMl"))).toBeLessThan(1e-6);
  });

  test("opened in time, drains again and has let no air go to the patient", () => {
    const bench = shutIn().run(8);
    expect(bench.do({ type: "inspect", what: "reservoirVent" }).run(1.5).facts).toContainEqual(
      expect.objectContaining({ type: "seen", what: "reservoirVent", finding: "abnormal" }),
    );
    bench.do({ type: "gas.openReservoirVent" }).run(4);
    expect(bench.at(PRESSURE)).toBeCloseTo(0);
    bench.run(6);
    expect(bench.at(VENOUS)).toBeGreaterThan(4);
    expect(bench.at(DELIVERED)).toBe(0);
  });

  test("holds just the gas that came in and did not go out again", () => {
    const bench = new WorldBench();
    for (const head of ["vent", "suck1"] as const) bench.do({ type: "pump.stop", head });
    bench.run(3).inject(SUCTION).run(1).inject(blocked("stuck")).run(0.1);
    const gasMl = () =>
      (bench.setup.circuit.reservoirCapacityMl - bench.at("circuit.reservoirVolumeMl")) *
      (1 + bench.at(PRESSURE) / 760);
    const beforeMl = gasMl();
    let suckedMl = 0;
    // The 3/8 inch boot of the second sucker moves 26 mL a turn; what is not blood is gas.
    bench.run(10, () => {
      const moved = (bench.at("pump.suck2.rotorRpm") / 60) * 26;
      suckedMl += 0.02 * (moved - (bench.at("line.suck2.flowLpm") * 1000) / 60);
    });
    expect(suckedMl).toBeGreaterThan(150);
    expect(gasMl() - beforeMl).toBeGreaterThan(0.97 * suckedMl);
    expect(gasMl() - beforeMl).toBeLessThan(1.03 * suckedMl);
  });

  test("with no sucker and no vent running stays as it was", () => {
    const bench = new WorldBench();
    for (const head of ["vent", "suck1", "suck2"] as const) bench.do({ type: "pump.stop", head });
    bench.run(3).inject(blocked("stuck")).run(10);
    expect(Math.abs(bench.at(PRESSURE))).toBeLessThan(3);
  });
});

test("a relief valve that works holds the pressure just above its opening", () => {
  const bench = new WorldBench().inject(SUCTION).inject(blocked("works")).run(15);
  expect(bench.at(PRESSURE)).toBeGreaterThan(4.9);
  expect(bench.at(PRESSURE)).toBeLessThan(7);
});

test("a vent half open costs a few mmHg and no more", () => {
  const bench = new WorldBench()
    .inject(SUCTION)
    .inject({ fault: "reservoir.ventBlocked", openFraction: 0.5, relief: "stuck" })
    .run(15);
  expect(bench.at(PRESSURE)).toBeGreaterThan(2);
  expect(bench.at(PRESSURE)).toBeLessThan(15);
});

test("a regulator that holds shut still shows its vacuum while the reservoir goes over the room", () => {
  const bench = new WorldBench()
    .inject(SUCTION)
    .inject({ fault: "reservoir.vacuumFails", vacuumMmHg: 20 });
  bench.run(1);
  expect(bench.at(PRESSURE)).toBeLessThan(-5);
  bench.run(14);
  expect(bench.at("gas.vacuumMmHg")).toBe(20);
  expect(bench.at(PRESSURE)).toBeGreaterThan(10);
  bench.do({ type: "gas.openReservoirVent" }).run(4);
  expect(bench.at(PRESSURE)).toBeCloseTo(0);
  expect(bench.at("gas.vacuumMmHg")).toBe(0);
});

test("takes no more from a bag than the bag's height presses in, and says why", () => {
  const bench = new WorldBench().run(1).inject(blocked("stuck"));
  bench.act({ type: "pump.stop", head: "arterial" });
  const fill = () => bench.act({ type: "reservoir.addVolume", volumeMl: 200 });
  fill().run(0.1);
  expect(bench.at("circuit.venousFlowTrueLpm")).toBeLessThan(-3);
  const volume = bench.at("circuit.reservoirVolumeMl");
  fill();
  expect(bench.facts.at(-1)).toMatchObject({ type: "refused" });
  expect(bench.at("circuit.reservoirVolumeMl")).toBe(volume);
  expect(bench.at(PRESSURE)).toBeLessThanOrEqual(75);
});

test("takes what a bag gives when its relief valve works, and the gas goes out by that", () => {
  const bench = new WorldBench().run(1).inject(blocked("works"));
  for (let bag = 0; bag < 3; bag += 1) bench.act({ type: "reservoir.addVolume", volumeMl: 1000 });
  expect(bench.facts.filter(({ type }) => type === "refused")).toEqual([]);
  expect(bench.run(5).at(PRESSURE)).toBeLessThan(10);
  expect(Math.abs(bench.at("ledger.airErrorMl"))).toBeLessThan(1e-6);
  expect(Math.abs(bench.at("ledger.volumeErrorMl"))).toBeLessThan(1e-6);
});
