/** The sweeps keep time: right speed from lumpy frames, still in a pause, fresh after a seek. */
import { describe, expect, test } from "vitest";
import { BeatClock } from "../../../src/monitor/beatClock.ts";
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
  /** Ten seconds of a heart at a rate, from frames at 20 a second as at four times the speed. */
  const wave = (rhythm: Parameters<typeof ecgMv>[0], ratePerMin = 0, frameS = 0.05): number[] => {
    const clock = new BeatClock();
    for (let simS = 0; simS <= 10; simS += frameS) {
      const beats = (simS * ratePerMin) / 60;
      clock.push(simS, beats - Math.floor(beats), ratePerMin);
    }
    return Array.from({ length: 500 }, (_, at) => 5 + at / 100).map((simS) =>
      ecgMv(rhythm, simS, clock.at(simS)),
    );
  };
  const spanMv = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const peaks = (values: readonly number[]): number =>
    values.filter(
      (mv, at) => mv > 0.7 && mv >= (values[at - 1] ?? 0) && mv > (values[at + 1] ?? mv),
    ).length;

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
  test.each([36, 60, 96, 144])("sinus beats as the simulated heart does, %s a minute", (rate) => {
    expect(Math.abs(peaks(wave("sinus", rate)) - (5 * rate) / 60)).toBeLessThanOrEqual(1);
  });
  test("a beat between two frames is not lost", () => {
    expect(Math.abs(peaks(wave("sinus", 120, 0.8)) - 10)).toBeLessThanOrEqual(1);
  });
  test("a paced beat wears spikes and no beat follows when the heart stops", () => {
    expect(peaks(wave("paced", 90))).toBeGreaterThan(6);
    const clock = new BeatClock();
    clock.push(0, 0.3, 60);
    clock.push(0.1, 0, 0);
    expect(clock.at(0.1).inBeatS).toBe(0);
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
