/** The membrane's gradient over time: one point in five seconds, twenty minutes kept, nothing from the future. */
import { expect, test } from "vitest";
import { GradientTrend } from "../../../src/console/parts/gradientTrend.ts";

const sampled = (minutes: number): GradientTrend => {
  const trend = new GradientTrend();
  for (let simS = 0; simS <= minutes * 60; simS += 1) trend.sample(simS, 80 + simS / 60, 4);
  return trend;
};

test("keeps twenty minutes, with the quotient of each litre", () => {
  const { moments } = sampled(30);
  const [first, last] = [moments[0], moments.at(-1)];
  expect((last?.simS ?? 0) - (first?.simS ?? 0)).toBe(1200);
  expect(moments.length).toBe(241);
  expect(last?.perLpmMmHg).toBeCloseTo(110 / 4, 6);
});

test("a pump that stands gives no quotient, and a rewind forgets what was to come", () => {
  const trend = sampled(2);
  trend.sample(130, 0, 0);
  expect(trend.moments.at(-1)?.perLpmMmHg).toBeNaN();
  trend.sample(60, 81, 4);
  expect(Math.max(...trend.moments.map(({ simS }) => simS))).toBe(60);
});
