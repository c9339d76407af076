/** What watchers are sent of the log: as little as says it, and the same again at the other end. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FromServer, LiveEntry, RelayedLog } from "../../../src/session/contract/live.ts";
import { fromWire, toWire } from "../../../src/session/liveWire.ts";

type Log = Extract<FromServer, { type: "log" }>;

const tick = fc.nat({ max: 1_000_000_000 });
const act = fc.constantFrom<Pick<LiveEntry, "actor" | "action" | "commandId">>(
  { actor: "trainee", action: { type: "line.clamp", site: "arterial" } },
  { actor: "supervisor", action: { type: "line.clamp", site: "venous" } },
  {
    actor: "supervisor",
    action: { type: "fault.inject", fault: { fault: "pump.motor", head: "arterial" } },
    commandId: "a-command-of-somebody",
  },
);
const hashHex = fc
  .bigInt({ min: 0n, max: 2n ** 64n - 1n })
  .map((n) => n.toString(16).padStart(16, "0"));

/** As the room makes them: entries follow on, and the message bears the last one's number. */
const relayed = fc
  .record({
    before: fc.nat({ max: 100_000 }),
    acts: fc.array(fc.tuple(tick, act), { maxLength: 30 }),
    checkpoints: fc.array(fc.record({ tick, hashHex }), { maxLength: 5 }),
    frontierTick: tick,
  })
  .map(({ before, acts, checkpoints, frontierTick }): Log => {
    const entries = acts.map(([at, one], index) => ({
      ...one,
      tick: at,
      sequence: before + 1 + index,
    }));
    return {
      type: "log",
      frontierTick,
      sequence: before + acts.length,
      ...(entries.length > 0 && { entries }),
      ...(checkpoints.length > 0 && { checkpoints }),
    };
  });

describe("the log on the wire", () => {
  test("comes out as it went in", () => {
    fc.assert(
      fc.property(relayed, (message) => {
        expect(fromWire(toWire(message))).toEqual(message);
      }),
    );
  });

  test("leaves every other message as it is", () => {
    const others: readonly FromServer[] = [
      { type: "start" },
      { type: "kept", sequence: 4, checkpointTick: 50 },
      { type: "journal", lines: [] },
      { type: "refused", code: "a", place: "b", sentence: "c" },
    ];
    for (const one of others) {
      expect(toWire(one)).toBe(JSON.stringify(one));
      expect(fromWire(toWire(one))).toEqual(one);
    }
  });

  test("takes less than 3 kbit/s of an hour's frontiers, acts and checkpoints, and the crank", () => {
    const log = (more: Partial<RelayedLog>): Log => ({
      type: "log",
      frontierTick: 180_000,
      sequence: 9_999,
      ...more,
    });
    const bytesOf = (message: Log): number => Buffer.byteLength(toWire(message));
    const entry = (action: LiveEntry["action"]): LiveEntry => ({
      sequence: 9_999,
      tick: 179_999,
      actor: "trainee",
      action,
    });
    const clamp = bytesOf(log({ entries: [entry({ type: "line.clamp", site: "arterial" })] }));
    const crank = bytesOf(
      log({
        entries: [
          entry({ type: "crank.turn", head: "arterial", revolutions: 0.25, rotation: "clockwise" }),
        ],
      }),
    );
    const checkpoint = bytesOf(
      log({ checkpoints: [{ tick: 179_950, hashHex: "0123456789abcdef" }] }),
    );
    // 160 ms apart, of which one in a second bears the checkpoint; two acts a second, or five turns in a tenth of the time.
    const bytesPerS = 5.25 * bytesOf(log({})) + checkpoint + 0.9 * 2 * clamp + 0.1 * 5 * crank;
    expect((bytesPerS * 8) / 1000).toBeLessThan(3);
  });
});
