/** The log while a case is played, the clock that drives it, and branches off it. */
import { describe, expect, test } from "vitest";
import { branchRecording } from "../../../src/session/branch.ts";
import { createCaseLog } from "../../../src/session/caseLog.ts";
import { firstBrokenLink, genesisHex } from "../../../src/session/chain.ts";
import { createCaseClock } from "../../../src/session/clock.ts";
import { createLiveRun } from "../../../src/session/liveRun.ts";
import { createReplay } from "../../../src/session/replay.ts";
import * as engine from "./fakeEngine.ts";
import { ENGINE_HASH, playRecording, sha256Hex, valueOf } from "./testRecording.ts";

const recording = playRecording();
const genesis = genesisHex(ENGINE_HASH, recording.caseSetup, sha256Hex);

const ACKNOWLEDGE = { actor: "trainee", action: { type: "alarm.acknowledge" } } as const;

describe("case log", () => {
  test("numbers and chains entries without a gap", () => {
    expect(recording.entries.map((entry) => entry.sequence)).toEqual(
      recording.entries.map((_, index) => index + 1),
    );
    expect(firstBrokenLink(genesis, recording.entries, sha256Hex)).toBeUndefined();
  });

  test("goes on after entries that are there already", () => {
    const log = createCaseLog(genesis, sha256Hex, recording.entries);
    const entry = log.append(401, ACKNOWLEDGE);
    expect(entry.sequence).toBe(recording.entries.length + 1);
    expect(firstBrokenLink(genesis, log.entries(), sha256Hex)).toBeUndefined();
  });

  test("never goes back in time", () => {
    const log = createCaseLog(genesis, sha256Hex, recording.entries);
    expect(() => log.append(3, ACKNOWLEDGE)).toThrow(/back in time/);
  });
});

describe("live run", () => {
  test("goes on from the middle of a recording exactly as if it had never stopped", () => {
    const whole = valueOf(createReplay(engine, recording));
    whole.replayTo(400);

    const cut = recording.entries[5].tick; // this entry is logged, but not yet stepped
    const entries = recording.entries.slice(0, 6);
    const replay = valueOf(createReplay(engine, { ...recording, entries, endTick: cut }));
    replay.replayTo(cut);
    const log = createCaseLog(genesis, sha256Hex, entries);
    const run = createLiveRun({ engineCase: replay.engineCase, log });
    for (const entry of recording.entries.slice(6)) {
      while (run.tick() < entry.tick) run.step();
      run.act(entry);
    }
    while (run.tick() < 400) run.step();
    expect(replay.engineCase.hashHex()).toBe(whole.engineCase.hashHex());
    expect(log.entries()).toEqual(recording.entries);
  });

  test("takes nothing after the end", () => {
    const engineCase = valueOf(engine.createCase({ seed: 1, endTick: 3 }));
    const run = createLiveRun({ engineCase, log: createCaseLog(genesis, sha256Hex) });
    while (!run.ended()) run.step();
    expect(run.act(ACKNOWLEDGE)).toBeUndefined();
  });
});

describe("branch", () => {
  const at = { recordingId: "fedcba9876543210", wallTimeMs: 5 };

  test("shares the past, drops what came after, and leaves the old recording alone", () => {
    const before = structuredClone(recording);
    const branch = valueOf(branchRecording(recording, { ...at, tick: 200 }));
    expect(recording).toEqual(before);
    expect(branch.entries).toEqual(recording.entries.filter((entry) => entry.tick < 200));
    expect(branch.branch).toEqual({ fromRecordingId: recording.recordingId, tick: 200 });
    expect(branch.endTick).toBe(200);
    expect(branch.marks.at(-1)).toMatchObject({ kind: "rewind", tick: 200 });
    const replay = valueOf(createReplay(engine, branch));
    expect(replay.replayTo(200)).toBeUndefined();
  });

  test.each(["exam", "drill"] as const)(
    "is refused while an %s runs, and is practice after it",
    (mode) => {
      const exam = { ...recording, mode };
      expect(branchRecording(exam, { ...at, tick: 50 })).toMatchObject({ ok: false });
      const over = { ...exam, isEnded: true };
      expect(valueOf(branchRecording(over, { ...at, tick: 50 })).mode).toBe("practice");
    },
  );

  test("is refused outside the recording", () => {
    expect(branchRecording(recording, { ...at, tick: 401 })).toMatchObject({ ok: false });
  });
});

describe("clock", () => {
  const started = () => {
    const clock = createCaseClock();
    clock.start(1000);
    return clock;
  };

  test("gives fifty ticks a second however unevenly it is asked", () => {
    const clock = started();
    let ticks = 0;
    for (const nowMs of [1003, 1030, 1031, 1200, 1450, 1777, 2000]) {
      ticks += clock.advance(nowMs).ticks;
    }
    expect(ticks).toBe(50);
  });

  test("makes up for half a second at most and says what it left out", () => {
    expect(started().advance(61_000)).toEqual({ ticks: 25, skippedMs: 59_500 });
  });

  test("stands while it is stopped, and time off does not count", () => {
    const clock = started();
    clock.advance(1100);
    clock.stop();
    expect(clock.advance(5000).ticks).toBe(0);
    clock.start(9000);
    expect(clock.advance(9020)).toEqual({ ticks: 1, skippedMs: 0 });
  });

  test("runs at other speeds within its limits", () => {
    const clock = started();
    clock.setSpeed(2);
    expect(clock.advance(1100).ticks).toBe(10);
    clock.setSpeed(1000);
    expect(clock.speed()).toBe(8);
  });

  test("does not run back when the host's clock does", () => {
    const clock = started();
    clock.advance(1100);
    expect(clock.advance(900)).toEqual({ ticks: 0, skippedMs: 0 });
  });
});
