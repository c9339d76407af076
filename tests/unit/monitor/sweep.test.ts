/** The sweeps keep time: right speed from lumpy frames, still in a pause, fresh after a seek. */
import { describe, expect, test } from "vitest";
import { ecgMv } from "../../../src/monitor/ecgWave.ts";
import { Playhead } from "../../../src/monitor/playhead.ts";
import { PressureScale } from "../../../src/monitor/pressureScale.ts";
import { SampleQueue } from "../../../src/monitor/sampleQueue.ts";
import { SLOTS_PER_PX, SWEEP_PX_PER_S, SweepBuffer } from "../../../src/monitor/sweepBuffer.ts";

const WIDTH_PX = 154;

/** Plays a 1.8 Hz ripple at a frame rate and returns the buffer after 12 s. */
function played(framesPerS: number, speed = 1): SweepBuffer {
  const queue = new SampleQueue();
  const buffer = new SweepBuffer(WIDTH_PX);
  const playhead = new Playhead();
  let nextFrameS = 0;
  for (let pageS = 0; pageS < 12; pageS += 1 / 60) {
    if (pageS >= nextFrameS) {
      const simS = Math.floor(pageS * speed * 50) / 50;
      playhead.frame(simS, pageS);
      queue.push(simS, Math.sin(2 * Math.PI * 1.8 * simS));
      nextFrameS += 1 / framesPerS;
    }
    buffer.drawTo(playhead.advance(1 / 60), (atS) => queue.at(atS));
  }
  return buffer;
}

describe("sweep", () => {
  test.each([50, 30, 15])(
    "a roller ripple keeps its length at %s frames a second",
    (framesPerS) => {
      const { values } = played(framesPerS);
      let rises = 0;
      for (let slot = 1; slot < values.length; slot++) {
        if ((values[slot - 1] as number) < 0 && (values[slot] as number) >= 0) rises += 1;
      }
      const expected = (WIDTH_PX / SWEEP_PX_PER_S) * 1.8;
      expect(Math.abs(rises - expected)).toBeLessThan(1.2);
    },
  );

  test("runs at the speed of the case", () => {
    const buffer = new SweepBuffer(WIDTH_PX);
    buffer.drawTo(0, () => 0);
    buffer.drawTo(1, () => 0);
    expect(buffer.cursorSlot).toBe(SWEEP_PX_PER_S * SLOTS_PER_PX);
    expect(played(50, 4).cursorSlot).toBeGreaterThanOrEqual(0);
  });

  test("wraps, and a long gap fills no more than its width", () => {
    const buffer = new SweepBuffer(WIDTH_PX);
    let asked = 0;
    buffer.drawTo(0, () => 0);
    buffer.drawTo(1000, () => {
      asked += 1;
      return 1;
    });
    expect(asked).toBe(WIDTH_PX * SLOTS_PER_PX);
    expect(buffer.values.every((value) => value === 1)).toBe(true);
  });
});

describe("playhead", () => {
  test("stands still when frames stop, and never passes the newest", () => {
    const playhead = new Playhead();
    for (let frame = 0; frame <= 50; frame++) {
      playhead.frame(frame / 50, frame / 50);
      playhead.advance(1 / 50);
    }
    for (let picture = 0; picture < 120; picture++) playhead.advance(1 / 60);
    expect(playhead.simS).toBeLessThanOrEqual(1);
    const stoodAtS = playhead.simS;
    playhead.advance(1);
    expect(playhead.simS).toBeCloseTo(stoodAtS, 6);
  });

  test("skips what it slept through", () => {
    const playhead = new Playhead();
    for (let frame = 0; frame <= 500; frame++) playhead.frame(frame / 50, frame / 50);
    playhead.advance(0.03);
    expect(playhead.simS).toBeGreaterThan(9.5);
  });

  test("says when time jumped: first frame, rewind, seek", () => {
    const playhead = new Playhead();
    expect(playhead.frame(100, 0)).toBe(true);
    expect(playhead.frame(100.02, 0.02)).toBe(false);
    expect(playhead.frame(40, 0.04)).toBe(true);
    expect(playhead.simS).toBe(40);
    expect(playhead.frame(400, 0.06)).toBe(true);
  });
});

test("samples are linear in between and held at the ends", () => {
  const queue = new SampleQueue();
  queue.push(1, 10);
  queue.push(2, 20);
  expect([queue.at(0), queue.at(1.25), queue.at(9)]).toEqual([10, 12.5, 20]);
});

describe("electrocardiogram", () => {
  const wave = (rhythm: Parameters<typeof ecgMv>[0]): number[] =>
    Array.from({ length: 1000 }, (_, at) => ecgMv(rhythm, at / 100));
  const spanMv = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

  test("arrested is nearly flat but alive", () => {
    expect(spanMv(wave("arrested"))).toBeLessThan(0.15);
    expect(spanMv(wave("arrested"))).toBeGreaterThan(0.02);
  });
  test("fibrillation is coarse and never flat for a second", () => {
    const values = wave("ventricularFibrillation");
    for (let at = 0; at + 100 <= values.length; at += 100) {
      expect(spanMv(values.slice(at, at + 100))).toBeGreaterThan(0.25);
    }
  });
  test("sinus beats 75 times a minute", () => {
    const fine = Array.from({ length: 60_000 }, (_, at) => ecgMv("sinus", at / 1000));
    const beats = fine.filter((value, at) => value > 0.6 && (fine[at - 1] ?? 0) <= 0.6).length;
    expect(beats).toBe(75);
  });
  test("the same second always gives the same line", () => {
    expect(wave("ventricularFibrillation")).toEqual(wave("ventricularFibrillation"));
  });
});

test("the pressure scale climbs its ladder and comes down again", () => {
  const scale = new PressureScale([120, 180, 240, 300], { topPx: 0, bottomPx: 100 });
  expect(scale.fit(90)).toBe(false);
  expect(scale.fit(130)).toBe(true);
  expect(scale.topMmHg).toBe(180);
  scale.fit(900);
  expect(scale.topMmHg).toBe(300);
  scale.fit(Number.NEGATIVE_INFINITY);
  expect(scale.topMmHg).toBe(120);
  expect(scale.yOf(60)).toBe(50);
});
