/** A replay gives what was recorded, goes back and forth, and names the first tick that differs. */
import { describe, expect, test } from "vitest";
import { createReplay, KEYFRAME_EVERY_TICKS } from "../../../src/session/replay.ts";
import { createReviewRun, TREND_EVERY_TICKS } from "../../../src/session/review.ts";
import * as engine from "./fakeEngine.ts";
import { playRecording, valueOf } from "./testRecording.ts";

const recording = playRecording(3700);
const open = (changed = recording) => valueOf(createReplay(engine, changed));

describe("replay", () => {
  test("compares every checkpoint on the way to the end", () => {
    const replay = open();
    expect(replay.replayTo(3700)).toBeUndefined();
    expect(replay.checkedCount()).toBe(74);
    expect(replay.tick()).toBe(3700);
  });

  test("gives the same state at a tick however it got there", () => {
    const straight = open();
    straight.replayTo(KEYFRAME_EVERY_TICKS + 77);
    const wandering = open();
    for (const tick of [3600, 10, 2000, 0, 3100, KEYFRAME_EVERY_TICKS + 77]) {
      expect(wandering.replayTo(tick)).toBeUndefined();
    }
    expect(wandering.engineCase.hashHex()).toBe(straight.engineCase.hashHex());
  });

  test("counts a checkpoint once, however often it is passed", () => {
    const replay = open();
    replay.replayTo(500);
    replay.replayTo(0);
    replay.replayTo(500);
    expect(replay.checkedCount()).toBe(10);
  });

  test("stops at the first checkpoint that differs and names its tick", () => {
    const checkpoints = recording.checkpoints.map((one) =>
      one.tick >= 800 ? { ...one, hashHex: "0000000000000000" } : one,
    );
    const replay = open({ ...recording, checkpoints });
    expect(replay.replayTo(3700)).toMatchObject({ code: "replay.differs", place: "tick 800" });
    expect(replay.tick()).toBe(800);
  });

  test("finds an act that was left out", () => {
    const replay = open({ ...recording, entries: recording.entries.slice(1) });
    expect(replay.replayTo(3700)).toMatchObject({ place: "tick 50" });
  });

  test("stays within the recording", () => {
    const replay = open();
    replay.replayTo(99_999);
    expect(replay.tick()).toBe(3700);
    replay.replayTo(-5);
    expect(replay.tick()).toBe(0);
  });

  test("hands on why an engine refuses the setup", () => {
    const refused = createReplay(engine, { ...recording, caseSetup: {} });
    expect(refused).toMatchObject({ ok: false, problems: [{ place: "seed" }] });
  });
});

describe("review", () => {
  test("collects trends and facts over the whole run, in slices of any size", () => {
    const collect = (slice: number) => {
      const review = createReviewRun(open());
      while (!review.isDone()) review.advance(slice);
      return { trends: review.trends(), facts: review.facts() };
    };
    const whole = collect(1e9);
    expect(collect(333)).toEqual(whole);
    expect(whole.trends.columns[0]).toHaveLength(3700 / TREND_EVERY_TICKS + 1);
    expect(whole.facts).toHaveLength(recording.entries.length);
  });
});
