/** Organs: shares, temperature, supply and ischaemia. */
import { describe, expect, test } from "vitest";
import {
  ischaemiaWeight,
  metabolicFactor,
  ORGANS,
  toleranceMin,
  uptakeShare,
} from "../../../src/physiology/patient/organs.ts";

describe("organs", () => {
  test("share all of the flow and all of the demand when the heart is still", () => {
    const sum = (pick: (organ: (typeof ORGANS)[number]) => number): number =>
      ORGANS.filter(({ id }) => id !== "coronary").reduce((total, organ) => total + pick(organ), 0);
    expect(sum((organ) => organ.flowFraction)).toBeCloseTo(1, 12);
    expect(sum((organ) => organ.demandFraction)).toBeCloseTo(1, 12);
  });
  test("take what they demand at a venous saturation of 0.70, and less as supply fails", () => {
    for (const organ of ORGANS) {
      expect(uptakeShare(organ, 0.7)).toBeCloseTo(1, 12);
      expect(uptakeShare(organ, 0.3)).toBeLessThan(1);
      expect(uptakeShare(organ, 0)).toBe(0);
      expect(uptakeShare(organ, 1)).toBeLessThanOrEqual(1.02);
    }
  });
  test("of all of them the brain gives way first", () => {
    const shares = ORGANS.map((organ) => ({ isBrain: organ.isBrain, at: uptakeShare(organ, 0.3) }));
    const brain = Math.max(...shares.filter(({ isBrain }) => isBrain).map(({ at }) => at));
    const others = Math.min(...shares.filter(({ isBrain }) => !isBrain).map(({ at }) => at));
    expect(brain).toBeLessThan(others);
  });
});

describe("temperature", () => {
  test("changes metabolism by the coefficient over ten degrees", () => {
    expect(metabolicFactor(2.3, 37)).toBe(1);
    expect(metabolicFactor(2.3, 27)).toBeCloseTo(1 / 2.3, 12);
  });
  test.each([
    [37, 5.0],
    [34, 6.4],
    [28, 10.6],
    [20, 20.6],
    [15, 31.2],
  ])("at %d °C the brain tolerates %d min without flow", (temperatureC, minutes) =>
    expect(toleranceMin(2.3, temperatureC)).toBeCloseTo(minutes, 1),
  );
});

describe("ischaemia", () => {
  test("weighs 1 without flow, 0 from 40 % of resting flow up, and in between in proportion", () => {
    expect(ischaemiaWeight(0)).toBe(1);
    expect(ischaemiaWeight(0.2)).toBeCloseTo(0.5, 12);
    expect(ischaemiaWeight(0.4)).toBe(0);
    expect(ischaemiaWeight(1)).toBe(0);
  });
});
