/** How a server and its rooms count time when somebody sets the clock, or the machine sleeps or is started anew. */
import { describe, expect, test } from "vitest";
import { readBootId } from "../../../src/server/bootId.ts";
import { createRoomTime, type ServerClocks } from "../../../src/server/rooms/roomTime.ts";
import { createSteadyClock } from "../../../src/server/steadyClock.ts";

const HOUR_MS = 3_600_000;
const NOON_MS = 1_800_000_000_000;

function createMachine() {
  let wall = NOON_MS;
  let steady = 17;
  let boot = 1;
  return {
    clocks: (): ServerClocks => ({
      wallMs: () => wall,
      steadyMs: () => steady,
      bootId: `boot ${boot}`,
    }),
    pass(ms: number): void {
      wall += ms;
      steady += ms;
    },
    setWallBy(ms: number): void {
      wall += ms;
    },
    startAnew(): void {
      steady = 17;
      boot += 1;
    },
  };
}

describe("a room's time", () => {
  test("says the wall's time for people and counts by the clock that nobody sets", () => {
    const machine = createMachine();
    const time = createRoomTime(machine.clocks());
    const first = time.now();
    expect(first).toMatchObject({ atMs: NOON_MS, clockMs: NOON_MS });
    machine.pass(1_500);
    machine.setWallBy(-HOUR_MS);
    const second = time.now();
    expect(second.clockMs - first.clockMs).toBe(1_500);
    expect(second.atMs - first.atMs).toBe(1_500 - HOUR_MS);
  });

  test.each([-HOUR_MS, -3_000, 0, HOUR_MS])(
    "goes on from what was kept by how long the machine has been up, the clock being set by %i ms meanwhile",
    (stepMs) => {
      const machine = createMachine();
      const last = createRoomTime(machine.clocks()).now();
      machine.pass(2_000);
      machine.setWallBy(stepMs);
      expect(createRoomTime(machine.clocks(), last).now().clockMs - last.clockMs).toBe(2_000);
    },
  );

  test("after a start of the machine goes on by the wall, and never back", () => {
    const machine = createMachine();
    const last = createRoomTime(machine.clocks()).now();
    machine.startAnew();
    machine.pass(2_000);
    const goneMs = () => createRoomTime(machine.clocks(), last).now().clockMs - last.clockMs;
    expect(goneMs()).toBe(2_000);
    machine.setWallBy(-HOUR_MS);
    expect(goneMs()).toBe(0);
  });

  test("goes on by the wall from what was kept before starts had names, or where they have none", () => {
    const machine = createMachine();
    const last = createRoomTime(machine.clocks()).now();
    machine.pass(2_000);
    const kept = { ...last, steadyMs: null, bootId: null };
    expect(createRoomTime(machine.clocks(), kept).now().clockMs - last.clockMs).toBe(2_000);
    const nameless = { ...machine.clocks(), bootId: undefined };
    expect(createRoomTime(nameless, kept).now().clockMs - last.clockMs).toBe(2_000);
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

  test("of this machine goes forward, from the same moment for whoever begins to count", async () => {
    const steadyMs = createSteadyClock();
    const before = steadyMs();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const later = createSteadyClock();
    const after = steadyMs();
    expect(after).toBeGreaterThan(before);
    expect(Math.abs(later() - after)).toBeLessThan(2_000);
  });

  test.runIf(process.platform === "linux")("names the machine's start on Linux", () => {
    expect(readBootId()).toMatch(/^[0-9a-f-]{36}$/);
    expect(readBootId()).toBe(readBootId());
  });
});
