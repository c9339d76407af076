/** Where a drug is over time, and what all drugs together do. */
import { describe, expect, test } from "vitest";
import {
  addEffect,
  clearTargets,
  effectInPlace,
  TARGET,
} from "../../../../src/physiology/drugs/effects.ts";
import {
  type Conveyance,
  giveToPool,
  kineticsForBody,
  POOL,
  presentInPool,
  stepPool,
} from "../../../../src/physiology/drugs/kinetics.ts";
import {
  partitionRatio,
  stepVolatile,
  vapourConductanceLpm,
} from "../../../../src/physiology/drugs/volatile.ts";

const P = POOL.index;
const BODY = kineticsForBody(
  {
    centralMlPerKg: 200,
    peripheralMlPerKg: 1000,
    exchangeMlPerMinPerKg: 20,
    clearanceMlPerMinPerKg: 30,
    removalQ10: 2,
    effectHalfLifeMinutes: 1,
  },
  undefined,
  80,
);
const RUNNING: Conveyance = {
  circuitPerS: 0.05,
  veinPerS: 0.1,
  drainedFraction: 1,
  perfusionFraction: 1,
  liverC: 37,
};

function run(pools: Float64Array, seconds: number, way: Conveyance = RUNNING): void {
  for (let step = 0; step < seconds * 4; step += 1) stepPool(pools, 0, BODY, way, 0.25);
}

describe("a dose", () => {
  test("reaches the blood only while blood moves", () => {
    const pools = new Float64Array(POOL.size);
    giveToPool(pools, 0, 100, true);
    run(pools, 60, { ...RUNNING, circuitPerS: 0, veinPerS: 0, perfusionFraction: 0 });
    expect(pools[P.central]).toBe(0);
    run(pools, 60);
    expect(pools[P.central]).toBeGreaterThan(40);
  });

  test("given is present and removed, to rounding, whatever happens", () => {
    const pools = new Float64Array(POOL.size);
    giveToPool(pools, 0, 100, true);
    pools[P.infusedPerS] = 0.3;
    run(pools, 600);
    giveToPool(pools, 0, 40, false);
    run(pools, 900, { ...RUNNING, drainedFraction: 0.3, liverC: 28 });
    const lost = pools[P.given] - pools[P.removed] - presentInPool(pools, 0);
    expect(Math.abs(lost) / pools[P.given]).toBeLessThan(1e-12);
  });

  test("goes more slowly in the cold", () => {
    const [warm, cold] = [37, 27].map((liverC) => {
      const pools = new Float64Array(POOL.size);
      giveToPool(pools, 0, 100, true);
      run(pools, 1200, { ...RUNNING, liverC });
      return pools[P.removed];
    });
    expect(cold).toBeLessThan(0.8 * warm);
  });

  test("acts later than its level", () => {
    const pools = new Float64Array(POOL.size);
    giveToPool(pools, 0, 100, true);
    run(pools, 30);
    expect(pools[P.effectPerL]).toBeLessThan(0.6 * (pools[P.central] / BODY.centralL));
  });
});

describe("effects", () => {
  test("have half their size at the half level and none without drug", () => {
    const shareAt = (perL: number, halfAtPerL: number, hillExponent: number) => {
      const cell = Float64Array.of(perL);
      const effect = {
        target: "arteriolarTone",
        changeFraction: 1,
        halfAtPerL,
        hillExponent,
      } as const;
      effectInPlace(cell, 0, effect);
      return cell[0];
    };
    expect(shareAt(0, 5, 1)).toBe(0);
    expect(shareAt(5, 5, 3)).toBeCloseTo(0.5, 12);
    expect(shareAt(50, 5, 1)).toBeCloseTo(10 / 11, 12);
  });

  test("multiply on ratios, add on volumes, and stay within what a vessel can do", () => {
    const targets = new Float64Array(TARGET.size);
    clearTargets(targets);
    const effect = (target: "arteriolarTone" | "venousUnstressed", changeFraction: number) => ({
      target,
      changeFraction,
      halfAtPerL: 1,
      hillExponent: 1,
    });
    addEffect(targets, effect("arteriolarTone", 1), Float64Array.of(1, 1));
    addEffect(targets, effect("arteriolarTone", -0.4), Float64Array.of(1, 1));
    addEffect(targets, effect("venousUnstressed", 400), Float64Array.of(1, 1));
    addEffect(targets, effect("venousUnstressed", -100), Float64Array.of(1, 0.5));
    expect(targets[TARGET.index.arteriolarTone]).toBeCloseTo(1.5 * 0.8, 12);
    expect(targets[TARGET.index.venousUnstressed]).toBeCloseTo(175, 12);
    for (let again = 0; again < 9; again += 1)
      addEffect(targets, effect("arteriolarTone", 1), Float64Array.of(1e6, 1));
    expect(targets[TARGET.index.arteriolarTone]).toBe(4);
  });
});

describe("a vapour", () => {
  const AGENT = {
    bloodGasRatio: 1.4,
    ratioPerC: 0.03,
    richTissueLPerKg: 0.22,
    muscleLPerKg: 0.45,
    muscleExchangeLPerMinPerKg: 0.009,
  };
  const body = { agent: AGENT, weightKg: 80 };

  test("dissolves better in the cold, and is moved by the smaller of blood and sweep", () => {
    expect(partitionRatio(AGENT, 27)).toBeCloseTo(1.82, 12);
    expect(vapourConductanceLpm(1.4, 5, 2.5)).toBeCloseTo(17.5 / 9.5, 12);
    expect(vapourConductanceLpm(1.4, 5, 0)).toBe(0);
  });

  test("comes in with the sweep, goes out with it, and stays when the sweep is off", () => {
    const pools = new Float64Array(POOL.size);
    const gas = { bloodLpm: 4.6, sweepLpm: 2.5, bodyC: 34 };
    const minutes = (count: number, now = gas): void => {
      for (let step = 0; step < count * 240; step += 1) stepVolatile(pools, 0, body, now, 0.25);
    };
    pools[P.infusedPerS] = 0.012;
    minutes(20);
    const full = pools[P.effectPerL];
    expect(full).toBeGreaterThan(0.005);
    expect(full).toBeLessThan(0.012);
    pools[P.infusedPerS] = 0;
    minutes(5, { ...gas, sweepLpm: 0, bloodLpm: 0 });
    expect(pools[P.effectPerL]).toBe(full);
    minutes(20);
    expect(pools[P.effectPerL]).toBeLessThan(0.6 * full);
    const lost = pools[P.given] - pools[P.removed] - presentInPool(pools, 0);
    expect(Math.abs(lost) / pools[P.given]).toBeLessThan(1e-12);
  });
});
