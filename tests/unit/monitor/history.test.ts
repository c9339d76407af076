/** Trends and rates follow simulated time: gaps stay gaps, a rewind forgets what has not happened. */
import { describe, expect, test } from "vitest";
import { TemperatureRate } from "../../../src/monitor/temperatureRate.ts";
import { TrendHistory } from "../../../src/monitor/trendHistory.ts";

describe("trend", () => {
  const filled = (): TrendHistory => {
    const history = new TrendHistory(200, 1); // a point is 6 s
    for (let simS = 0; simS < 600; simS += 1) history.record(simS, [simS]);
    return history;
  };

  test("keeps the newest value of every point, newest first", () => {
    const history = filled();
    expect([history.at(0, 0), history.at(0, 1), history.at(0, 99)]).toEqual([599, 593, 5]);
    expect(history.at(0, 100)).toBeNaN();
  });

  test("holds twenty minutes and no more", () => {
    const history = new TrendHistory(200, 1);
    for (let simS = 0; simS < 3000; simS += 3) history.record(simS, [simS]);
    expect(history.at(0, 199)).toBeGreaterThan(3000 - 1206);
    expect(history.at(0, 200)).toBeNaN();
  });

  test("a seek ahead leaves a gap", () => {
    const history = filled();
    history.record(900, [900]);
    expect(history.at(0, 1)).toBeNaN();
    expect(history.at(0, 51)).toBe(599);
  });

  test("a rewind forgets what lies ahead", () => {
    const history = filled();
    history.record(300, [1]);
    expect([history.at(0, 0), history.at(0, 1)]).toEqual([1, 299]);
    history.record(330, [2]);
    expect(history.at(0, 1)).toBeNaN();
  });
});

describe("temperature rate", () => {
  test("is the change over a minute", () => {
    const rate = new TemperatureRate();
    for (let simS = 0; simS < 300; simS += 0.25) rate.record(simS, 34 + simS / 300);
    expect(rate.perMinute()).toBeCloseTo(0.2, 2);
  });
  test("says nothing before there is enough", () => {
    const rate = new TemperatureRate();
    expect(rate.perMinute()).toBeNull();
    for (let simS = 0; simS < 15; simS++) rate.record(simS, 34);
    expect(rate.perMinute()).toBeNull();
  });
  test("starts again after a rewind or a long gap", () => {
    const rate = new TemperatureRate();
    for (let simS = 0; simS < 100; simS++) rate.record(simS, 30 + simS / 10);
    rate.record(10, 31);
    expect(rate.perMinute()).toBeNull();
    for (let simS = 0; simS < 100; simS++) rate.record(simS, 34);
    rate.record(1000, 36);
    expect(rate.perMinute()).toBeNull();
  });
});
