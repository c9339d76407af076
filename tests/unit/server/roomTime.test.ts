/** How a server and its rooms count time when somebody sets the clock, or the machine sleeps. */
import { describe, expect, test } from "vitest";
import { createRoomTime } from "../../../src/server/rooms/roomTime.ts";
import { createSteadyClock } from "../../../src/server/steadyClock.ts";

const HOUR_MS = 3_600_000;
const NOON_MS = 1_800_000_000_000;

describe("a room's time", () => {
  let wall = NOON_MS;
  let steady = 17;
  const clocks = { wallMs: () => wall, steadyMs: () => steady };
  const pass = (ms: number): void => {
    wall += ms;
    steady += ms;
  };

  test("says the wall's time for people and counts by the clock that nobody sets", () => {
    const time = createRoomTime(clocks);
    const first = time.now();
    expect(first).toEqual({ atMs: wall, clockMs: wall });
    pass(1_500);
    wall -= HOUR_MS;
    const second = time.now();
    expect(second.clockMs - first.clockMs).toBe(1_500);
    expect(second.atMs - first.atMs).toBe(1_500 - HOUR_MS);
  });

  test("goes on from what was kept, by what the wall's clock went meanwhile, and never back", () => {
    const last = { atMs: wall, clockMs: 5_000 };
    pass(2_000);
    expect(createRoomTime(clocks, last).now().clockMs).toBe(7_000);
    wall = last.atMs - HOUR_MS;
    expect(createRoomTime(clocks, last).now().clockMs).toBe(5_000);
  });
});

describe("the steady clock", () => {
  test("counts what the machine slept, and nothing of how coarse the uptime is", () => {
    let awakeMs = 0;
    let sleptMs = 0;
    const steadyMs = createSteadyClock({
      monotonicMs: () => awakeMs,
      uptimeMs: () => Math.floor((500_400 + awakeMs + sleptMs) / 1_000) * 1_000,
    });
    const startMs = steadyMs();
    for (let second = 0; second < 20; second++) {
      awakeMs += 1_100;
      expect(steadyMs() - startMs).toBe(awakeMs);
    }
    sleptMs = HOUR_MS;
    awakeMs += 1_100;
    expect(Math.abs(steadyMs() - startMs - awakeMs - HOUR_MS)).toBeLessThanOrEqual(1_000);
  });

  test("of this machine goes forward", () => {
    const steadyMs = createSteadyClock();
    const before = steadyMs();
    const after = steadyMs();
    expect(after).toBeGreaterThanOrEqual(before);
    expect(after - before).toBeLessThan(60_000);
  });
});
