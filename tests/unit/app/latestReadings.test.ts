/** What DOM parts show of the frames that come: seldom enough to be read, and never an old one for good. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchFrames } from "../../../src/app/case/latestReadings.ts";
import type { Frame } from "../../../src/session/contract/protocol.ts";

const frameAt = (tick: number): Frame => ({ tick, readings: new Float64Array() });

function createFeed() {
  let latest = frameAt(0);
  const listeners = new Set<(frame: Frame) => void>();
  return {
    latest: () => latest,
    onFrame(listener: (frame: Frame) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    come(tick: number): void {
      latest = frameAt(tick);
      for (const listener of listeners) listener(latest);
    },
  };
}

describe("frames for DOM parts", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("the last frame before a standstill is shown, however soon it came after another", () => {
    const feed = createFeed();
    const shown: number[] = [];
    watchFrames(feed, ({ tick }) => shown.push(tick));
    vi.advanceTimersByTime(1000);
    feed.come(90);
    vi.advanceTimersByTime(20);
    feed.come(100);
    expect(shown).toEqual([0, 90]);
    vi.advanceTimersByTime(1000);
    expect(shown).toEqual([0, 90, 100]);
  });

  test("what came before anybody listened is shown", () => {
    const feed = createFeed();
    feed.come(100);
    const shown: number[] = [];
    watchFrames(feed, ({ tick }) => shown.push(tick));
    expect(shown).toEqual([100]);
  });

  test("fifty frames a second are shown four times a second", () => {
    const feed = createFeed();
    const shown: number[] = [];
    watchFrames(feed, ({ tick }) => shown.push(tick));
    for (let tick = 1; tick <= 100; tick += 1) {
      vi.advanceTimersByTime(20);
      feed.come(tick);
    }
    expect(shown.length).toBeLessThanOrEqual(9);
    expect(shown.length).toBeGreaterThanOrEqual(7);
  });

  test("nothing is shown to whoever has stopped", () => {
    const feed = createFeed();
    const shown: number[] = [];
    const stop = watchFrames(feed, ({ tick }) => shown.push(tick));
    feed.come(1);
    stop();
    feed.come(2);
    vi.advanceTimersByTime(1000);
    expect(shown).toEqual([0]);
  });
});
