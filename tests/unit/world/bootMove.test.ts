/** Moving the arterial boot to the spare head, with and without its checks. */
import { describe, expect, test } from "vitest";
import type { Fault } from "../../../src/world/contract/faults.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const FLOW = "circuit.arterialFlowTrueLpm";
const SPARE = "suck2";

/** The motor has failed; both lines are clamped and the boot lies in the spare head, cover shut. */
function moved(...before: readonly Fault[]): WorldBench {
  const bench = new WorldBench();
  for (const fault of before) bench.inject(fault);
  bench.inject({ fault: "pump.motor", head: "arterial" }).run(1);
  bench.do(
    { type: "line.clamp", site: "arterial" },
    { type: "line.clamp", site: "venous" },
    { type: "pump.stop", head: "arterial" },
    { type: "pump.stop", head: SPARE },
    { type: "pump.openCover", head: "arterial" },
    { type: "pump.openCover", head: SPARE },
  );
  bench.run(2).do({ type: "boot.move", from: "arterial", to: SPARE });
  bench.until(30, () => bench.named("hands.task") === "none");
  return bench.do({ type: "pump.closeCover", head: SPARE });
}

const open = (bench: WorldBench): WorldBench =>
  bench.do({ type: "line.unclamp", site: "arterial" }, { type: "line.unclamp", site: "venous" });

function checked(bench: WorldBench): WorldBench {
  return bench.do(
    { type: "pump.setDirection", head: SPARE, rotation: "counterClockwise" },
    { type: "pump.setTube", head: SPARE, tube: "halfInch" },
    { type: "pump.setOcclusion", head: SPARE, occlusionFraction: 1 },
    { type: "safety.link", head: SPARE },
    { type: "pump.setFlow", head: SPARE, flowLpm: 4.6 },
    { type: "pump.start", head: SPARE },
  );
}

test("takes 22 s alone and 15 s with the helper", () => {
  const start = (helper: boolean): number => {
    const bench = new WorldBench();
    if (helper) bench.act({ type: "team.arrive", who: "helper" });
    bench.do(
      { type: "pump.stop", head: "arterial" },
      { type: "pump.stop", head: SPARE },
      { type: "pump.openCover", head: "arterial" },
      { type: "pump.openCover", head: SPARE },
    );
    bench.run(2).do({ type: "boot.move", from: "arterial", to: SPARE });
    return bench.at("hands.taskLeftS");
  };
  expect(start(false)).toBe(22);
  expect(start(true)).toBe(15);
});

test("with all its checks done, restores 4.6 L/min from the spare head", () => {
  const bench = checked(moved());
  open(bench).run(6);
  expect(bench.named(`pump.${SPARE}.carries`)).toBe("arterialBoot");
  expect(bench.mean(FLOW, 3)).toBeCloseTo(4.57, 1); // the purge takes its share
  expect(bench.at(`pump.${SPARE}.flowDisplayedLpm`)).toBeCloseTo(4.6, 1);
  expect(bench.at("alarm.safetyNotArmed.active")).toBe(0);
});

describe("with a check left out", () => {
  test("the wrong tube constant shows a flow that the patient does not get", () => {
    const bench = moved().do(
      { type: "pump.setDirection", head: SPARE, rotation: "counterClockwise" },
      { type: "pump.setOcclusion", head: SPARE, occlusionFraction: 1 },
      { type: "pump.setFlow", head: SPARE, flowLpm: 3 },
      { type: "pump.start", head: SPARE },
    );
    open(bench).run(6);
    expect(bench.at(`pump.${SPARE}.flowDisplayedLpm`)).toBeCloseTo(3, 1);
    expect(bench.mean(FLOW, 3)).toBeCloseTo((3 * 45) / 26, 0);
  });
  test("a spare head told that it holds 1/4 inch is wrong by more than a factor of three", () => {
    const bench = moved({ fault: "spare.wrongTube" }).do(
      { type: "pump.setDirection", head: SPARE, rotation: "counterClockwise" },
      { type: "pump.setOcclusion", head: SPARE, occlusionFraction: 1 },
      { type: "pump.setFlow", head: SPARE, flowLpm: 1 },
      { type: "pump.start", head: SPARE },
    );
    open(bench).run(6);
    expect(bench.mean(FLOW, 3)).toBeCloseTo(45 / 13, 0);
  });
  test("the sucker's own direction pumps the patient's blood backward", () => {
    const bench = moved().do(
      { type: "pump.setTube", head: SPARE, tube: "halfInch" },
      { type: "pump.setOcclusion", head: SPARE, occlusionFraction: 1 },
      { type: "pump.setFlow", head: SPARE, flowLpm: 2 },
      { type: "pump.start", head: SPARE },
    );
    open(bench).run(1);
    expect(bench.at(FLOW)).toBeLessThan(-0.5);
    bench.run(1);
    expect(bench.at("alarm.reverseFlow.active")).toBe(1);
  });
  test("an occlusion that was never set loses flow back through the boot", () => {
    const bench = moved().do(
      { type: "pump.setDirection", head: SPARE, rotation: "counterClockwise" },
      { type: "pump.setTube", head: SPARE, tube: "halfInch" },
      { type: "pump.setFlow", head: SPARE, flowLpm: 4.6 },
      { type: "pump.start", head: SPARE },
    );
    expect(bench.at(`pump.${SPARE}.occlusionFraction`)).toBeLessThan(0.95);
    open(bench).run(8);
    expect(bench.mean(FLOW, 3)).toBeLessThan(3.6);
    expect(bench.at(`pump.${SPARE}.flowDisplayedLpm`)).toBeCloseTo(4.6, 1);
  });
  test("safety devices still linked to the old head do not stop the new one", () => {
    const bench = moved().do(
      { type: "pump.setDirection", head: SPARE, rotation: "counterClockwise" },
      { type: "pump.setTube", head: SPARE, tube: "halfInch" },
      { type: "pump.setOcclusion", head: SPARE, occlusionFraction: 1 },
      { type: "pump.setFlow", head: SPARE, flowLpm: 4.6 },
      { type: "pump.start", head: SPARE },
    );
    open(bench).do({ type: "line.clamp", site: "venous" });
    bench.until(30, () => bench.at("safety.level.tripped") === 1);
    bench.run(1);
    expect(bench.named(`pump.${SPARE}.status`)).toBe("run");
    expect(bench.at("alarm.safetyNotArmed.active")).toBe(1);
  });
});

describe("is refused", () => {
  test.each([
    ["while a head still turns", [], "headRunning"],
    [
      "while a cover is shut",
      [
        { type: "pump.stop", head: "arterial" },
        { type: "pump.stop", head: SPARE },
      ],
      "coverClosed",
    ],
  ] as const)("%s", (_when, acts, code) => {
    const bench = new WorldBench().act(...acts).run(3);
    bench.act({ type: "boot.move", from: "arterial", to: SPARE });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code });
  });
  test("for a cone, which fits no roller head", () => {
    const bench = new WorldBench({ pump: "centrifugal" }).act({
      type: "boot.move",
      from: "arterial",
      to: SPARE,
    });
    expect(bench.facts.at(-1)).toMatchObject({ type: "refused", code: "wrongPump" });
  });
});
