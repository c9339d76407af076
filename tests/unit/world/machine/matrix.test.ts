/** Every sensor, response and mode of the safety matrix is executed; followers, overrides, failures. */
import { describe, expect, test } from "vitest";
import { HEADS, SAFETY_DEVICES, SAFETY_MODES } from "../../../../src/world/contract/ids.ts";
import { SAFETY_RESPONSES, type SafetyDevice } from "../../../../src/world/contract/machineIds.ts";
import { WorldBench } from "../../../support/worldSetup.ts";

const START = "pump.start";

/** A bench in which one sensor will see its event: the failure that reports what is not there. */
function triggered(device: SafetyDevice, pump: "roller" | "centrifugal"): WorldBench {
  const bench = new WorldBench({ pump });
  for (const each of SAFETY_DEVICES) {
    bench.act({ type: "safety.setMode", device: each, mode: "off" });
  }
  bench.act({ type: "safety.setResponse", device, head: "cardioplegia", response: "none" });
  return bench.inject({ fault: "safety.sensorFails", device, failure: "falseAlarm" });
}

const slows = (device: SafetyDevice): boolean =>
  !device.startsWith("bubble") && device !== "backFlow";

describe.each(SAFETY_DEVICES)("the %s sensor", (device) => {
  describe.each(SAFETY_MODES)("in mode %s", (mode) => {
    test.each(SAFETY_RESPONSES)("with response %s does what it says and no more", (response) => {
      const pump = response === "coast" ? "centrifugal" : "roller";
      const bench = triggered(device, pump);
      bench.act({ type: "safety.setResponse", device, head: "arterial", response });
      if (response === "regulate" && !slows(device)) {
        expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "wrongPump" });
        return;
      }
      const refusedAtOnce = bench.facts.at(-1)?.type === "refused";
      expect(refusedAtOnce).toBe(false);
      bench.act({ type: "safety.setMode", device, mode }).run(2.4);
      const acts = mode === "alarmStop";
      const stops = acts && (response === "stop" || response === "clamp");
      expect(bench.named("pump.arterial.status")).toBe(stops ? "held" : "run");
      expect(bench.at("electronicClamp.jawsClosed")).toBe(acts && response === "clamp" ? 1 : 0);
      const reduction = bench.at("pump.arterial.servoReductionFraction");
      const changes = acts && (response === "regulate" || response === "coast");
      expect(reduction !== 0).toBe(changes);
      const waits = acts && ["stop", "coast", "clamp"].includes(response);
      expect(bench.at(`safety.${device}.tripped`)).toBe(waits ? 1 : 0);
      if (acts && response === "coast") {
        bench.run(3);
        // Enough speed for no flow back, and none forward to speak of.
        expect(bench.mean("circuit.arterialFlowTrueLpm", 2)).toBeGreaterThan(-0.2);
        expect(bench.mean("circuit.arterialFlowTrueLpm", 2)).toBeLessThan(2);
        expect(bench.at("pump.arterial.rotorRpm")).toBeGreaterThan(500);
      }
    });
  });
  test("cannot make a roller coast", () => {
    const bench = triggered(device, "roller");
    bench.act({ type: "safety.setResponse", device, head: "arterial", response: "coast" });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "wrongPump" });
  });
  test("can be overridden, counted down, and acts again when that is ended", () => {
    const bench = triggered(device, "roller");
    bench.act(
      { type: "safety.setResponse", device, head: "arterial", response: "stop" },
      { type: "safety.setMode", device, mode: "alarmStop" },
    );
    bench.run(2.4).do({ type: "safety.override", device, durationS: 30 }).run(0.1);
    bench.do({ type: START, head: "arterial" }).run(1);
    expect(bench.named("pump.arterial.status")).toBe("run");
    expect(bench.at(`safety.${device}.overrideLeftS`)).toBeCloseTo(28.9, 1);
    expect(bench.at("alarm.overrideActive.active")).toBe(1);
    bench.do({ type: "safety.endOverride", device }).run(0.1);
    expect(bench.named("pump.arterial.status")).toBe("held");
  });
  test("that is dead never trips, and testing it finds that", () => {
    const bench = triggered(device, "roller").inject({
      fault: "safety.sensorFails",
      device,
      failure: "dead",
    });
    bench.do({ type: "safety.setMode", device, mode: "alarmStop" }).run(2.4);
    expect(bench.at(`safety.${device}.tripped`)).toBe(0);
    bench.do({ type: "safety.checkSensor", device }).run(7);
    const done = bench.facts.findLast((fact) => fact.type === "taskDone");
    expect(done).toMatchObject({ task: "placeSensor" });
    expect(done?.type === "taskDone" && done.sentence).toMatch(/was wrong/);
  });
});

describe("servo", () => {
  test("level regulation slows the pump before the stop sensor is reached", () => {
    const bench = new WorldBench().inject({
      fault: "line.kink",
      site: "venous",
      openFraction: 0.8,
    });
    bench.do({ type: "safety.setMode", device: "levelAlert", mode: "alarmStop" }).run(90);
    expect(bench.named("pump.arterial.status")).toBe("run");
    expect(bench.at("circuit.reservoirVolumeMl")).toBeGreaterThan(200);
    expect(bench.at("pump.arterial.servoReductionFraction")).toBeGreaterThan(0.1);
    expect(bench.at("alarm.servoActive.active")).toBe(1);
  });
  test("pressure regulation holds the line at its limit instead of stopping", () => {
    const bench = new WorldBench()
      .do({ type: "safety.setLimit", device: "pressure", value: 140 })
      .do({
        type: "safety.setResponse",
        device: "pressure",
        head: "arterial",
        response: "regulate",
      })
      .run(40);
    expect(bench.named("pump.arterial.status")).toBe("run");
    expect(bench.mean("circuit.postmembranePressureMmHg", 4)).toBeLessThan(146);
    expect(bench.mean("circuit.postmembranePressureMmHg", 4)).toBeGreaterThan(125);
  });
});

describe("rules of the matrix", () => {
  test("the pump that carries the patient must answer to an active bubble detector", () => {
    const bench = new WorldBench().act({
      type: "safety.setResponse",
      device: "bubble",
      head: "arterial",
      response: "none",
    });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "tripped" });
  });
  test("a follower has no links of its own and stops with its master, then waits for START", () => {
    const bench = new WorldBench().do(
      { type: "pump.stop", head: "vent" },
      { type: "pump.stop", head: "suck1" },
    );
    bench.run(2).do({ type: "pump.follow", head: "suck1", master: "vent", ratioFraction: 0.5 });
    bench.act({ type: "safety.setResponse", device: "level", head: "suck1", response: "stop" });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "wrongHead" });
    bench.do({ type: START, head: "vent" }).run(1).do({ type: START, head: "suck1" }).run(3);
    expect(bench.at("pump.suck1.flowDisplayedLpm")).toBeCloseTo(
      bench.at("pump.vent.flowDisplayedLpm") / 2,
      2,
    );
    bench.do({ type: "pump.stop", head: "vent" }).run(2);
    expect(bench.named("pump.suck1.message")).toBe("masterStopped");
    bench.do({ type: START, head: "vent" }).run(2);
    expect(bench.named("pump.suck1.status")).toBe("stop");
    expect(bench.do({ type: START, head: "suck1" }).run(2).named("pump.suck1.status")).toBe("run");
  });
  test("linking another head moves every response of the linked one", () => {
    const bench = new WorldBench().do({ type: "safety.link", head: "suck2" });
    for (const device of SAFETY_DEVICES.filter((each) => !each.endsWith("Cardioplegia"))) {
      expect(bench.named(`safety.${device}.arterial.response`), device).toBe("none");
      expect(bench.named(`safety.${device}.suck2.response`), device).not.toBe("none");
    }
    expect(HEADS[bench.at("safety.linkedHead")]).toBe("suck2");
  });
  test("a level sensor set to another height stops there", () => {
    const bench = new WorldBench().do({ type: "safety.setLimit", device: "level", value: 700 });
    bench.inject({ fault: "line.kink", site: "venous", openFraction: 0.2 });
    bench.until(30, () => bench.at("safety.level.tripped") === 1);
    expect(bench.at("circuit.reservoirVolumeMl")).toBeGreaterThan(690);
    expect(bench.at("safety.levelLimitMl")).toBe(700);
  });
  test("a sensor out of calibration trips elsewhere than it says", () => {
    const bench = new WorldBench()
      .inject({ fault: "safety.sensorDrifts", device: "pressure", value: 160 })
      .run(1);
    expect(bench.named("pump.arterial.message")).toBe("pressureStop");
  });
});
