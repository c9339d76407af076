/** One flash clock: however alarms combine, no second of page time holds more than three flashes. */
import { describe, expect, test } from "vitest";
import { flashLit } from "../../../src/tokens/flash.ts";

const PRIORITIES = ["high", "medium", "low"] as const;
type Priority = (typeof PRIORITIES)[number];
const STEP_MS = 5;
const MINUTE_MS = 60_000;

/** Times at which something goes from dark to lit, with these badges on the page at once. */
function flashesMs(priorities: readonly Priority[]): readonly number[] {
  const flashes: number[] = [];
  for (let nowMs = STEP_MS; nowMs < MINUTE_MS; nowMs += STEP_MS) {
    const lights = priorities.some(
      (priority) => flashLit(priority, nowMs) && !flashLit(priority, nowMs - STEP_MS),
    );
    if (lights) flashes.push(nowMs);
  }
  return flashes;
}

function mostInOneSecond(times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length),
  );
}

describe("the page as a whole", () => {
  test.each([
    ["all priorities together", PRIORITIES],
    ["high alone", ["high"] as const],
    ["high and medium", ["high", "medium"] as const],
  ])("%s: at most three flashes in any second", (_name, priorities) => {
    expect(mostInOneSecond(flashesMs(priorities))).toBeLessThanOrEqual(3);
  });

  test("two badges of one priority flash as one", () => {
    expect(flashesMs(["high", "high"])).toEqual(flashesMs(["high"]));
  });
});

test.each([
  ["high", 1.4, 2.8],
  ["medium", 0.4, 0.8],
] as const)("%s flashes in its band and is lit half of the time", (priority, lowHz, highHz) => {
  const hz = flashesMs([priority]).length / 60;
  expect(hz).toBeGreaterThanOrEqual(lowHz);
  expect(hz).toBeLessThanOrEqual(highHz);
  let litSteps = 0;
  for (let nowMs = 0; nowMs < MINUTE_MS; nowMs += STEP_MS)
    litSteps += flashLit(priority, nowMs) ? 1 : 0;
  expect((litSteps * STEP_MS) / MINUTE_MS).toBeCloseTo(0.5, 1);
});

test("low is steady", () => {
  expect(flashesMs(["low"])).toHaveLength(0);
  expect(flashLit("low", 1234)).toBe(true);
});
