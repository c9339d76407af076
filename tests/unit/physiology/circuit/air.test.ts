/** Reservoir, filters, detectors and failure rates against printed anchors. */
import { describe, expect, test } from "vitest";
import {
  AIR_FILTERS,
  airPassedUl,
  BOLUS_ML,
  BUBBLE_DETECTORS,
  detectableBubbleMl,
} from "../../../../src/physiology/circuit/airRemoval.ts";
import {
  FAILURE_SERIES,
  incidenceFraction,
} from "../../../../src/physiology/circuit/faultRates.ts";
import {
  extraArterialBubbleCount,
  extraVenousBubbleCount,
  timeToEmptyS,
} from "../../../../src/physiology/circuit/reservoir.ts";

describe("reservoir and air", () => {
  test("200 mL at 5 L/min last 2.4 s; a reservoir that gains never empties", () => {
    expect(timeToEmptyS(200, 5)).toBeCloseTo(2.4, 9);
    expect(timeToEmptyS(200, -1)).toBe(Infinity);
  });
  test("bubbles grow with suction and with the fall of the level", () => {
    expect(extraVenousBubbleCount(100, 1000, 200)).toBeCloseTo(10_764.457, 2);
    expect(extraVenousBubbleCount(75, 1000, 200)).toBeGreaterThan(2863);
    expect(extraVenousBubbleCount(100, 1000, 600)).toBeLessThan(10_764);
    expect(extraVenousBubbleCount(0, 1000, 200)).toBe(0);
    expect(extraArterialBubbleCount(10_764.457)).toBeCloseTo(7.9, 6);
  });
  test("filters pass air in proportion, and detectors are made for one tube and flow", () => {
    expect(airPassedUl(AIR_FILTERS[0], 2 * BOLUS_ML)).toBeCloseTo(0.082, 9);
    for (const { tubingMm, flowLpmMax, bubbleMl } of BUBBLE_DETECTORS) {
      expect(detectableBubbleMl(tubingMm, flowLpmMax)).toBe(bubbleMl);
      expect(detectableBubbleMl(tubingMm, flowLpmMax + 1)).toBeNull();
    }
  });
  test("three change-outs in 3684 cases are 0.081 %", () =>
    expect(incidenceFraction(FAILURE_SERIES[0])).toBeCloseTo(0.0008143, 6));
});
