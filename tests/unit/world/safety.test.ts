/** Level, bubble and pressure: what trips them, which head they stop, what an override does. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../support/worldSetup.ts";

const FLOW = "circuit.arterialFlowTrueLpm";
const LEVEL = "circuit.reservoirVolumeMl";
const AIR = "patient.airDeliveredMl";

const kinked = (): WorldBench =>
  new WorldBench().inject({ fault: "line.kink", site: "venous", openFraction: 0.2 });

describe("the level device", () => {
  test("stops the pump at its sensor when the venous line kinks, before any air is drawn", () => {
    const bench = kinked();
    const stoppedS = bench.until(
      30,
      () => bench.named("pump.arterial.message") === "levelStop",
    ) as number;
    expect(stoppedS).toBeGreaterThan(5);
    expect(bench.run(4).at(LEVEL)).toBeGreaterThan(200);
    expect(bench.at(AIR)).toBe(0);
    expect(Math.abs(bench.at(FLOW))).toBeLessThan(0.1);
  });
  test("cannot be re-armed while the level is at the sensor, and can once volume is back", () => {
    const bench = kinked();
    bench.until(30, () => bench.at("safety.level.tripped") === 1);
    bench.act({ type: "safety.reset", device: "level" });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "tripped" });
    bench.do({ type: "line.straighten", site: "venous" }).run(5);
    bench.do(
      { type: "reservoir.addVolume", volumeMl: 500 },
      { type: "safety.reset", device: "level" },
    );
    bench.run(0.1).do({ type: "pump.start", head: "arterial" });
    expect(bench.run(4).mean(FLOW, 1)).toBeGreaterThan(4);
  });
  test("set to alarm only, it warns and lets the reservoir run dry", () => {
    const bench = kinked().do(
      { type: "safety.setMode", device: "level", mode: "alarmOnly" },
      { type: "safety.setMode", device: "bubble", mode: "alarmOnly" },
    );
    bench.until(60, () => bench.at(LEVEL) < 20);
    expect(bench.at("alarm.levelLow.active")).toBe(1);
    expect(bench.run(20).at(AIR)).toBeGreaterThan(1);
  });
});

describe("air from a leaking outlet connector", () => {
  const leaking = (): WorldBench =>
    new WorldBench().inject({ fault: "line.airLeak", airMlPerMin: 300 });

  test("stops the pump at the detector when less than 1 mL has passed it to the patient", () => {
    const bench = new WorldBench().inject({ fault: "line.airLeak", airMlPerMin: 900 });
    const trippedS = bench.until(60, () => bench.at("safety.bubble.tripped") === 1);
    expect(trippedS).toBeGreaterThan(3);
    // Oxygenator and filter fill first; then the blood before the air has to pass.
    expect(trippedS).toBeLessThan(25);
    expect(bench.at(AIR)).toBeLessThan(0.5);
    bench.run(30);
    expect(bench.named("pump.arterial.message")).toBe("bubbleStop");
    expect(bench.at(AIR)).toBeLessThan(1);
  });
  test("reaches the patient when the detector is overridden", () => {
    const bench = leaking();
    bench.until(60, () => bench.at("safety.bubble.tripped") === 1);
    bench
      .do({ type: "safety.override", device: "bubble", durationS: 120 })
      .run(0.1)
      .do({ type: "pump.start", head: "arterial" })
      .run(30);
    expect(bench.at(AIR)).toBeGreaterThan(5);
  });
  test("reaches the patient when the stopped pump is cranked without removing the cause", () => {
    const bench = leaking();
    bench.until(60, () => bench.at("safety.bubble.tripped") === 1);
    bench.fitCrank().crank(30, 90);
    expect(bench.at(AIR)).toBeGreaterThan(3);
  });
  test("is gone once the connector is tied and the purge has had its time", () => {
    const bench = leaking();
    bench.until(60, () => bench.at("safety.bubble.tripped") === 1);
    bench.do({ type: "line.tightenConnector" }).run(7);
    expect(bench.at("connector.leaking")).toBe(0);
  });
  test("is held back in part: the filter passes on less than was drawn", () => {
    const bench = leaking().do({ type: "safety.setMode", device: "bubble", mode: "alarmOnly" });
    const drawnMl = 300 / 4;
    expect(bench.run(15).at(AIR)).toBeLessThan(0.5 * drawnMl);
  });
});

describe("an override", () => {
  test("lasts as long as was asked and then the device stops the pump again", () => {
    const bench = new WorldBench({ edit: (setup) => (setup.circuit.reservoirStartMl = 180) });
    expect(bench.run(1).named("pump.arterial.message")).toBe("levelStop");
    bench.do({ type: "safety.override", device: "level", durationS: 30 }).run(0.1);
    bench.do({ type: "pump.start", head: "arterial" }).run(20);
    expect(bench.at("circuit.reservoirVolumeMl")).toBeLessThan(300);
    expect(bench.named("pump.arterial.status")).toBe("run");
    expect(bench.at("safety.level.overrideLeftS")).toBeCloseTo(9.9, 0);
    expect(bench.at("alarm.overrideActive.active")).toBe(1);
    bench.run(11);
    expect(bench.at("safety.level.overrideLeftS")).toBe(0);
    expect(bench.named("pump.arterial.message")).toBe("levelStop");
  });
  test("can be ended early", () => {
    const bench = new WorldBench().do({ type: "safety.override", device: "level", durationS: 120 });
    bench.run(5).do({ type: "safety.endOverride", device: "level" });
    expect(bench.at("safety.level.overrideLeftS")).toBe(0);
  });
});

describe("links", () => {
  test("stop the head they are linked to and no other", () => {
    const bench = kinked().do(
      { type: "safety.link", head: "suck2" },
      { type: "safety.setMode", device: "bubble", mode: "off" },
    );
    bench.until(30, () => bench.at("safety.level.tripped") === 1);
    bench.run(2);
    expect(bench.named("pump.arterial.status")).toBe("run");
    expect(bench.named("pump.suck2.message")).toBe("levelStop");
    expect(bench.at("alarm.safetyNotArmed.active")).toBe(1);
  });
  test("hold the cardioplegia head while the arterial pump stands", () => {
    const bench = new WorldBench().do(
      { type: "pump.setFlow", head: "cardioplegia", flowLpm: 0.3 },
      { type: "line.unclamp", site: "cardioplegia" },
      { type: "pump.start", head: "cardioplegia" },
    );
    expect(bench.run(3).named("pump.cardioplegia.status")).toBe("run");
    bench.do({ type: "pump.stop", head: "arterial" }).run(3);
    expect(bench.named("pump.cardioplegia.message")).toBe("arterialStopped");
    expect(bench.at("pump.cardioplegia.rotorRpm")).toBeCloseTo(0, 3);
  });
});

describe("a cardioplegia head that draws on while the arterial pump stands", () => {
  test("sucks gas through the fibres of the oxygenator", () => {
    const bench = new WorldBench().do(
      { type: "safety.link", head: "cardioplegia" }, // the interlock no longer watches the arterial head
      { type: "line.unclamp", site: "cardioplegia" },
      { type: "pump.setFlow", head: "cardioplegia", flowLpm: 0.3 },
      { type: "pump.start", head: "cardioplegia" },
      { type: "pump.stop", head: "arterial" },
      { type: "line.clamp", site: "arterial" },
      { type: "line.clamp", site: "purge" },
    );
    bench.run(40);
    expect(bench.at("pump.cardioplegia.rotorRpm")).toBeGreaterThan(15);
    expect(bench.at("circuit.postmembranePressureMmHg")).toBeLessThan(-5);
    expect(bench.at("line.oxygenator.gasFraction")).toBeGreaterThan(0.01);
  });
});

describe("line pressure", () => {
  test("stops the pump above 300 mmHg and alarms above 250", () => {
    const bench = new WorldBench().do({ type: "line.clamp", site: "arterialTable" });
    let seenAlert = false;
    const stoppedS = bench.until(5, () => {
      if (bench.at("alarm.linePressureHigh.active") === 1) seenAlert = true;
      return bench.named("pump.arterial.message") === "pressureStop";
    });
    expect(stoppedS).toBeLessThan(2);
    expect(bench.run(1).at("safety.pressure.overLimit") === 1 || seenAlert).toBe(true);
  });
  test("against a closed line climbs at the flow divided by the compliance before the clamp, until rollers yield", () => {
    const bench = new WorldBench().do(
      { type: "safety.setMode", device: "pressure", mode: "alarmOnly" },
      { type: "line.clamp", site: "purge" },
      { type: "line.clamp", site: "arterial" },
    );
    bench.run(1.2);
    const early = bench.at("circuit.postmembranePressureMmHg");
    const slope = (bench.run(1.2).at("circuit.postmembranePressureMmHg") - early) / 1.2;
    // 4.6 L/min is 76.7 mL/s; boot outlet, oxygenator, filter and line together give 0.4 mL/mmHg.
    expect(Math.abs(slope - 76.7 / 0.4)).toBeLessThan(20);
    bench.run(10);
    expect(bench.at("circuit.postmembranePressureMmHg")).toBeGreaterThan(900);
    expect(bench.at("circuit.postmembranePressureMmHg")).toBeLessThan(1250);
    expect(bench.at("alarm.premembraneHigh.active")).toBe(1);
  });
});
