// Units and the tick: known correspondences, to the digits in which they are usually quoted.

import { expect, test } from "vitest";
import {
  MS_PER_TICK,
  S_PER_TICK,
  sToTicks,
  TICKS_PER_S,
  ticksToS,
} from "../../../src/kernel/tick.ts";
import * as units from "../../../src/kernel/units.ts";

test("pressures agree with the tables", () => {
  expect(units.kpaToMmHg(1)).toBeCloseTo(7.50062, 5);
  expect(units.mmHgToKpa(100)).toBeCloseTo(13.3322, 4);
  expect(units.cmH2OToMmHg(10)).toBeCloseTo(7.3556, 4);
  expect(units.mmHgToCmH2O(1)).toBeCloseTo(1.3595, 4);
  expect(units.MMHG_PER_ATM).toBeCloseTo(760, 3);
});

test("flows agree with the tables", () => {
  expect(units.lpmToMlPerS(6)).toBe(100);
  expect(units.mlPerSToLpm(100)).toBe(6);
  expect(units.lpmToMlPerMin(4.8)).toBe(4800);
  expect(units.mlPerMinToLpm(250)).toBe(0.25);
});

test("temperatures agree with the tables", () => {
  expect(units.celsiusToKelvin(37)).toBeCloseTo(310.15, 10);
  expect(units.kelvinToCelsius(273.15)).toBe(0);
});

test("a systemic resistance of 15 mmHg min/L is about 1200 dyn s/cm5", () => {
  expect(15 * units.DYN_S_PER_CM5_PER_MMHG_MIN_PER_L).toBeCloseTo(1199.9, 1);
});

test("50 ticks of 20 ms make a second", () => {
  expect(MS_PER_TICK * TICKS_PER_S).toBe(units.MS_PER_S);
  expect(S_PER_TICK * TICKS_PER_S).toBe(1);
  expect(ticksToS(125)).toBe(2.5);
  expect(sToTicks(2.5)).toBe(125);
  expect(sToTicks(0.009)).toBe(0);
  expect(sToTicks(0.01)).toBe(1);
});
