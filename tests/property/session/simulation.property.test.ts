/**
 * Whole sessions in a world that does its worst, by seed (tests/support/simulation). A seed that once
 * found something stays here under the name of what it found; thousands more: npm run qualify:sessions.
 */
import { describe, expect, test } from "vitest";
import { simulateSession } from "../../support/simulation/session.ts";
import * as engine from "../../unit/session/fakeEngine.ts";

const simulate = (seed: number, minutes: number) =>
  simulateSession({
    seed,
    minutes,
    engine,
    caseSetup: { seed: 5, endTick: 1_000_000_000 },
    watcherCount: 2,
  });

describe("a session in bad weather", () => {
  test.each([
    [3, "a history that arrives in part, and a page opened again while the clock stands"],
    [6, "a watcher that was ahead of what the server had kept"],
    [7, "a server that has gone eighteen times"],
    [10, "devices of one trainee that take over from one another"],
    [23, "a clock that a supervisor let go on while the device had no network"],
    [43, "a page opened again whose welcome went missing"],
  ])("seed %i loses nothing: %s", async (seed) => {
    const { findings, entryCount, acknowledgedCount } = await simulate(seed, 3);
    expect(findings).toEqual([]);
    expect(acknowledgedCount).toBeGreaterThan(0);
    expect(entryCount).toBeGreaterThanOrEqual(acknowledgedCount);
  });

  test.each([
    [
      982,
      "a command given just before the room was lost, to a page that came back to an earlier moment",
    ],
    [100861, "a clock set back again and again while the server was stopped"],
  ])("seed %i is not refused for good: %s", async (seed) => {
    expect((await simulate(seed, 30)).findings).toEqual([]);
  });

  test("is the same session again under the same seed", async () => {
    expect(await simulate(1, 1)).toEqual(await simulate(1, 1));
  });
});
