/** The hand crank in the running world: rate, ceiling, fatigue, direction, and what does not turn. */
import { describe, expect, test } from "vitest";
import type { WorldSetup } from "../../../src/world/contract/setup.ts";
import { WorldBench } from "../../support/worldSetup.ts";

const FLOW = "circuit.arterialFlowTrueLpm";
const RATE = "crank.rateRpm";
const TURNS = "crank.revolutionsCount";

const smallBoot = (setup: WorldSetup): void => {
  setup.machine.heads.arterial.tube = "threeEighthsInch";
  setup.machine.heads.arterial.tubeSet = "threeEighthsInch";
};

/** The motor has failed, lines are open, the crank is fitted. */
function cranking(edit?: (setup: WorldSetup) => void): WorldBench {
  return new WorldBench(edit === undefined ? {} : { edit })
    .inject({ fault: "pump.motor", head: "arterial" })
    .fitCrank();
}

/** Mean crank rate over a minute of turning, once it is up to speed. */
function minuteMeanRpm(entriesPerS: number, rateRpm: number): number {
  const bench = cranking().crank(4, rateRpm, { entriesPerS });
  const start = bench.at(TURNS);
  return bench.crank(60, rateRpm, { entriesPerS }).at(TURNS) - start;
}

describe("cadence", () => {
  test("a 26 mL/rev head needs 115 rpm, give or take 5, for 3 L/min", () => {
    const bench = cranking(smallBoot).crank(5, 115);
    let flow = 0;
    const start = bench.at(TURNS);
    bench.crank(20, 115, { each: () => (flow += bench.at(FLOW) / 1000) });
    const rpm = (bench.at(TURNS) - start) * 3;
    const needed = (rpm / flow) * 3;
    expect(Math.abs(needed - 115)).toBeLessThan(5);
  });
  test("a 45 mL/rev head needs 67 rpm for 3 L/min, and five entries a second hold it for a minute", () => {
    const bench = cranking().crank(4, 67);
    const start = bench.at(TURNS);
    let lowest = 200;
    let highest = 0;
    let flow = 0;
    bench.crank(60, 67, {
      each: () => {
        lowest = Math.min(lowest, bench.at(RATE));
        highest = Math.max(highest, bench.at(RATE));
        flow += bench.at(FLOW) / 3000;
      },
    });
    expect(bench.at(TURNS) - start).toBeCloseTo(67, 0);
    expect(lowest).toBeGreaterThan(55);
    expect(highest).toBeLessThan(80);
    expect(flow).toBeCloseTo(3, 1);
  });
  test("each whole turn is one click", () => {
    const bench = cranking();
    bench.facts.length = 0;
    bench.crank(30, 60);
    const clicks = bench.facts.filter((fact) => fact.type === "crankClick").length;
    expect(Math.abs(clicks - bench.at(TURNS))).toBeLessThan(1.01);
  });
});

describe("the ceiling", () => {
  const ceiling = minuteMeanRpm(50, 300);
  test("is what an arm can do, well below what the hand asks", () => {
    expect(ceiling).toBeGreaterThan(115);
    expect(ceiling).toBeLessThan(130);
  });
  test.each([
    [25, 300],
    [10, 300],
    [5, 300],
    [5, 600],
    [50, 3000],
  ])("is the same for %i entries a second that ask for %i rpm", (entriesPerS, rateRpm) => {
    expect(Math.abs(minuteMeanRpm(entriesPerS, rateRpm) - ceiling)).toBeLessThan(0.5);
  });
  test.each([
    [2, 240],
    [1, 120],
  ])("is never passed by %i large entries a second", (entriesPerS, rateRpm) => {
    expect(minuteMeanRpm(entriesPerS, rateRpm)).toBeLessThan(ceiling);
  });
});

describe("fatigue", () => {
  test("takes 10 % of the rate a minute after two minutes, and a hand-over resets it", () => {
    const bench = cranking().act({ type: "team.arrive", who: "helper" }).crank(118, 60);
    const fresh = bench.at("crank.rateMaxRpm");
    bench.crank(62, 60);
    expect(bench.at("crank.rateMaxRpm") / fresh).toBeCloseTo(0.9, 2);
    bench.crank(60, 60);
    expect(bench.at("crank.rateMaxRpm") / fresh).toBeCloseTo(0.8, 2);
    expect(bench.at("alarm.crankFatigue.active")).toBe(1);
    bench.do({ type: "crank.handOver", to: "helper", rpm: 67 }).run(5);
    expect(bench.at("crank.rateMaxRpm")).toBeCloseTo(fresh, 0);
    expect(bench.at("crank.turningS")).toBeLessThan(6);
  });
  test("the helper keeps the rate asked for within 8 %, unsteadily", () => {
    const bench = cranking().act({ type: "team.arrive", who: "helper" });
    bench.do({ type: "crank.handOver", to: "helper", rpm: 67 }).run(4);
    const rates: number[] = [];
    bench.run(60, () => rates.push(bench.at(RATE)));
    expect(Math.min(...rates)).toBeGreaterThan(67 * 0.91);
    expect(Math.max(...rates)).toBeLessThan(67 * 1.09);
    expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThan(1);
  });
});

describe("direction and resistance", () => {
  test("turning clockwise pumps blood backward out of the patient", () => {
    const bench = cranking();
    const level = bench.at("circuit.reservoirVolumeMl");
    bench.crank(4, 60, { rotation: "clockwise" });
    expect(bench.at(RATE)).toBeLessThan(-40);
    expect(bench.at(FLOW)).toBeLessThan(-0.5);
    expect(bench.at("alarm.reverseFlow.active")).toBe(1);
    expect(bench.at("circuit.reservoirVolumeMl")).toBeGreaterThan(level);
  });
  test("a jammed rotor cannot be cranked, and the refusal says why", () => {
    const bench = new WorldBench()
      .inject({ fault: "pump.jam", head: "arterial", clearable: false })
      .run(2)
      .fitCrank()
      .crank(5, 67);
    expect(bench.at(RATE)).toBe(0);
    expect(Math.abs(bench.at(FLOW))).toBeLessThan(0.1);
    const refusal = bench.facts.find((fact) => fact.type === "refused");
    expect(refusal).toMatchObject({ code: "jammed" });
  });
  test("an occlusive roller cranked against a closed clamp raises line pressure turn by turn", () => {
    const bench = cranking().do({ type: "line.clamp", site: "arterial" });
    const before = bench.at("circuit.postmembranePressureMmHg");
    const start = bench.at(TURNS);
    bench.until(30, () => {
      bench.world.apply({
        type: "crank.turn",
        head: "arterial",
        revolutions: 0.02,
        rotation: "counterClockwise",
      });
      return bench.at(TURNS) - start >= 2;
    });
    expect(bench.at("circuit.postmembranePressureMmHg") - before).toBeGreaterThan(150);
  });
  test("load slows the arm: against a closed line no hand reaches 600 mmHg", () => {
    const bench = cranking().do({ type: "line.clamp", site: "arterial" }).crank(60, 130);
    expect(bench.at(RATE)).toBeLessThan(20);
    expect(bench.at("circuit.postmembranePressureMmHg")).toBeGreaterThan(400);
  });
  test("an under-occlusive head slips backward under pressure", () => {
    const tight = cranking().crank(15, 67);
    const loose = cranking((setup) => {
      setup.machine.heads.arterial.occlusionFraction = 0.9;
    }).crank(15, 67);
    expect(loose.mean(FLOW, 0.5)).toBeLessThan(tight.mean(FLOW, 0.5) + 0.1);
    expect(loose.run(3).at(FLOW)).toBeLessThan(0);
    expect(loose.at(FLOW)).toBeLessThan(tight.run(3).at(FLOW) - 0.02);
  });
  test("an emergency drive turns a cone forward whichever way it is cranked", () => {
    for (const rotation of ["counterClockwise", "clockwise"] as const) {
      const bench = new WorldBench({ pump: "centrifugal" })
        .inject({ fault: "pump.motor", head: "arterial" })
        .fitCrank()
        .crank(15, 90, { rotation });
      expect(bench.at(FLOW)).toBeGreaterThan(2);
    }
  });
});
