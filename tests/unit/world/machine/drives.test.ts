/** Pulsatile mode, calibration, occlusion tests, jog, and a head that runs away. */
import { describe, expect, test } from "vitest";
import { WorldBench } from "../../../support/worldSetup.ts";

const FLOW = "circuit.arterialFlowTrueLpm";
const lastDone = (bench: WorldBench): string => {
  const fact = bench.facts.findLast((each) => each.type === "taskDone");
  return fact?.type === "taskDone" ? fact.sentence : "";
};

describe("pulsatile mode", () => {
  test("keeps the mean flow, and the pressure wave grows", () => {
    const steady = new WorldBench().run(5);
    const flow = steady.mean(FLOW, 6);
    const swing = (bench: WorldBench): number =>
      bench.at("patient.arterialPressureSystolicMmHg") -
      bench.at("patient.arterialPressureDiastolicMmHg");
    const steadySwing = swing(steady);
    const bench = steady
      .do({
        type: "pump.setPulsatile",
        head: "arterial",
        on: true,
        ratePerMin: 60,
        widthFraction: 0.5,
        baseFraction: 0.4,
      })
      .run(10);
    expect(Math.abs(bench.mean(FLOW, 6) - flow)).toBeLessThan(0.15);
    // Oxygenator and filter damp it, as they do in life: what is left is still many times the ripple.
    expect(swing(bench)).toBeGreaterThan(5 * steadySwing);
  });
  test("is refused to a cone", () => {
    const bench = new WorldBench({ pump: "centrifugal" }).act({
      type: "pump.setPulsatile",
      head: "arterial",
      on: true,
      ratePerMin: 60,
      widthFraction: 0.5,
      baseFraction: 0.4,
    });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "wrongPump" });
  });
});

describe("calibration", () => {
  test("a wrong stroke volume shows a wrong flow, and the probe disagrees", () => {
    const bench = new WorldBench()
      .do({ type: "pump.stop", head: "arterial" })
      .run(2)
      .do({ type: "pump.calibrate", head: "arterial", strokeMlPerRev: 30 })
      .do({ type: "pump.setFlow", head: "arterial", flowLpm: 3 })
      .do({ type: "pump.start", head: "arterial" })
      .run(12);
    expect(bench.at("pump.arterial.flowDisplayedLpm")).toBeCloseTo(3, 1);
    expect(bench.mean(FLOW, 3)).toBeGreaterThan(4.2);
    expect(bench.at("alarm.flowMismatch.active")).toBe(1);
    expect(bench.at("alarm.strokeDiffers.active")).toBe(1);
  });
  test("choosing a tube again forgets what was measured", () => {
    const bench = new WorldBench().do({ type: "pump.stop", head: "arterial" }).run(2);
    bench.do({ type: "pump.calibrate", head: "arterial", strokeMlPerRev: 40 });
    expect(bench.at("pump.arterial.strokeMlPerRev")).toBe(40);
    bench.do({ type: "pump.setTube", head: "arterial", tube: "halfInch" });
    expect(bench.at("pump.arterial.strokeMlPerRev")).toBe(45);
  });
});

describe("occlusion", () => {
  const tested = (occlusionFraction: number, method: "drop" | "pressureHold"): string => {
    const bench = new WorldBench().do({ type: "pump.stop", head: "arterial" }).run(2);
    bench.do({ type: "pump.setOcclusion", head: "arterial", occlusionFraction });
    return lastDone(bench.do({ type: "pump.testOcclusion", head: "arterial", method }).run(21));
  };
  test("a just-occlusive boot lets the column fall 2.5 cm a minute", () =>
    expect(tested(1, "drop")).toContain("2.5 cm in a minute: just occlusive"));
  test("an under-occlusive one runs down and loses its pressure", () => {
    expect(tested(0.9, "drop")).toContain("under-occlusive");
    expect(tested(0.9, "pressureHold")).toContain("under-occlusive");
  });
  test("an over-occlusive one does not fall at all", () => {
    expect(tested(1.06, "drop")).toContain("over-occlusive");
    expect(tested(1.06, "pressureHold")).toContain("over-occlusive");
  });
  test("is not tested on a turning head", () => {
    const bench = new WorldBench().act({
      type: "pump.testOcclusion",
      head: "arterial",
      method: "drop",
    });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "headRunning" });
  });
});

test("a jog turns a stopped head by a quarter and stops", () => {
  const bench = new WorldBench().do({ type: "pump.stop", head: "suck2" }).run(2);
  const angle = bench.at("pump.suck2.rotorAngleRevolutions");
  bench.do({ type: "pump.jog", head: "suck2" }).run(4);
  const turned = Math.abs(bench.at("pump.suck2.rotorAngleRevolutions") - angle);
  expect(Math.min(turned, 1 - turned)).toBeCloseTo(0.25, 1);
  expect(Math.abs(bench.at("pump.suck2.rotorRpm"))).toBeLessThan(0.5);
});

describe("a head that runs away", () => {
  test("is cut off by its detector within a second, latched, and says so", () => {
    const bench = new WorldBench().inject({
      fault: "pump.runaway",
      head: "arterial",
      protection: "works",
    });
    const cutS = bench.until(3, () => bench.named("pump.arterial.message") === "runaway");
    expect(cutS).toBeLessThan(1);
    expect(bench.run(2).at("pump.arterial.rotorRpm")).toBeLessThan(1);
    expect(bench.at("alarm.runaway.active")).toBe(1);
    bench.act({ type: "pump.start", head: "arterial" });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "latchedFault" });
  });
  test("goes on through STOP when the detector fails, until its switch is turned off", () => {
    const bench = new WorldBench()
      .do({ type: "safety.setMode", device: "pressure", mode: "alarmOnly" })
      .inject({ fault: "pump.runaway", head: "arterial", protection: "failed" })
      .run(2);
    expect(bench.at("pump.arterial.rotorRpm")).toBeGreaterThan(200);
    expect(bench.at("alarm.speedDeviation.active")).toBe(1);
    bench.do({ type: "pump.stop", head: "arterial" }).run(2);
    expect(bench.at("pump.arterial.rotorRpm")).toBeGreaterThan(200);
    bench.do({ type: "pump.setPower", head: "arterial", on: false }).run(2);
    expect(bench.at("pump.arterial.rotorRpm")).toBeLessThan(5);
  });
  test("is not seen in a knob turned down quickly, nor in pulses", () => {
    const bench = new WorldBench().do({ type: "pump.setFlow", head: "arterial", flowLpm: 1 });
    bench.run(1).do({ type: "pump.setFlow", head: "arterial", flowLpm: 5 }).run(2);
    bench.do({
      type: "pump.setPulsatile",
      head: "arterial",
      on: true,
      ratePerMin: 90,
      widthFraction: 0.3,
      baseFraction: 0.1,
    });
    expect(bench.run(8).named("pump.arterial.status")).toBe("run");
  });
  test("a bump against the cover stops a head without a word; START brings it back", () => {
    const bench = new WorldBench().inject({ fault: "pump.coverBump", head: "arterial" }).run(2);
    expect(bench.named("pump.arterial.status")).toBe("stop");
    expect(bench.named("pump.arterial.message")).toBe("none");
    expect(
      bench.do({ type: "pump.start", head: "arterial" }).run(3).named("pump.arterial.status"),
    ).toBe("run");
  });
});
