/** Every way of turning the crank leaves through one gate: net movement, five entries a second, one ceiling. */
import { describe, expect, test } from "vitest";
import {
  type CrankEntry,
  CrankInput,
  ENTRY_PERIOD_MS,
  ENTRY_REVOLUTIONS_MAX,
} from "../../../src/console/crankInput.ts";

interface Sent extends CrankEntry {
  readonly atMs: number;
}

/** Play `seconds` of frames at 60 Hz; `hand` acts before each frame. */
function play(seconds: number, hand: (input: CrankInput, nowMs: number, frame: number) => void) {
  const sent: Sent[] = [];
  let nowMs = 1000;
  const input = new CrankInput((entry) => sent.push({ ...entry, atMs: nowMs }));
  for (let frame = 0; frame < seconds * 60; frame += 1) {
    hand(input, nowMs, frame);
    input.advance(nowMs);
    nowMs += 1000 / 60;
  }
  return sent;
}

const total = (sent: readonly Sent[]): number =>
  sent.reduce(
    (sum, { revolutions, rotation }) =>
      sum + (rotation === "clockwise" ? -revolutions : revolutions),
    0,
  );
const rateRpm = (sent: readonly Sent[], seconds: number): number => (total(sent) / seconds) * 60;

const WAYS: Readonly<Record<string, (input: CrankInput, nowMs: number, frame: number) => void>> = {
  dragging: (input) => input.follow(5 / 60),
  keys: (input, nowMs, frame) => {
    if (frame % 3 === 0) input.stroke(frame % 6 === 0 ? "KeyJ" : "KeyL", 1, nowMs);
  },
  cadence: (input) => input.setCadence(400),
};

describe("the crank's one gate", () => {
  test.each(Object.entries(WAYS))(
    "%s as fast as possible sends at most five entries a second",
    (_way, hand) => {
      const sent = play(10, hand);
      expect(sent.length).toBeGreaterThan(20);
      expect(sent.length).toBeLessThanOrEqual(51);
      for (let at = 1; at < sent.length; at += 1) {
        expect((sent[at] as Sent).atMs - (sent[at - 1] as Sent).atMs).toBeGreaterThanOrEqual(
          ENTRY_PERIOD_MS - 1e-6,
        );
      }
    },
  );

  test("no way is faster than another: all reach the same ceiling and none exceeds it", () => {
    const ceilingRpm = (ENTRY_REVOLUTIONS_MAX / ENTRY_PERIOD_MS) * 60_000;
    for (const hand of Object.values(WAYS)) {
      const rate = rateRpm(play(20, hand), 20);
      expect(rate).toBeLessThanOrEqual(ceilingRpm * 1.02);
      expect(rate).toBeGreaterThan(ceilingRpm * 0.9);
    }
  });

  test("67 rpm by each way is 67 rpm of revolutions", () => {
    const ways = [
      play(60, (input) => input.setCadence(67)),
      play(60, (input) => input.follow(67 / 3600)),
    ];
    for (const sent of ways) expect(rateRpm(sent, 60)).toBeCloseTo(67, 0);
    let side = 0;
    const strokes = play(60, (input, nowMs) => {
      if (nowMs - 1000 < (side * 30_000) / 67) return;
      side += 1;
      input.stroke(side % 2 === 0 ? "KeyJ" : "KeyL", 1, nowMs);
    });
    expect(rateRpm(strokes, 60)).toBeGreaterThan(65);
    expect(rateRpm(strokes, 60)).toBeLessThanOrEqual(68);
  });

  test("to and fro is net movement", () => {
    const sent = play(4, (input, _nowMs, frame) => input.follow(frame % 2 === 0 ? 0.3 : -0.3));
    expect(Math.abs(total(sent))).toBeLessThanOrEqual(0.31);
  });

  test("the same key twice is one half turn; Shift turns backward", () => {
    const same = play(2, (input, nowMs, frame) => {
      if (frame === 0 || frame === 30) input.stroke("KeyJ", 1, nowMs);
    });
    expect(total(same)).toBeCloseTo(0.5, 3);
    const back = play(2, (input, nowMs, frame) => {
      if (frame === 0) input.stroke("KeyJ", -1, nowMs);
    });
    expect(total(back)).toBeCloseTo(-0.5, 3);
    expect(back.every((entry) => entry.rotation === "clockwise" && entry.revolutions > 0)).toBe(
      true,
    );
  });

  test("letting go leaves nothing to come", () => {
    const sent = play(2, (input, _nowMs, frame) => {
      if (frame === 0) input.setCadence(90);
      if (frame === 60) input.release();
    });
    const after = sent.filter((entry) => entry.atMs > 2010);
    expect(after).toEqual([]);
  });
});
