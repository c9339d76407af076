/** The worker without a worker: what is kept when, and what a reload finds. */
import { beforeEach, describe, expect, test } from "vitest";
import { createMemoryRunStore } from "../../../src/app/storage/memoryRunStore.ts";
import { recordingToRun, runToRecording } from "../../../src/app/storage/runToRecording.ts";
import { type CaseHost, createCaseHost } from "../../../src/app/worker/caseHost.ts";
import { failure, success } from "../../../src/kernel/result.ts";
import type { FromWorker, ToWorker } from "../../../src/session/contract/protocol.ts";
import { parseRecording } from "../../../src/session/recordingParse.ts";
import { recordingProblems } from "../../../src/session/recordingProblems.ts";
import { recordingText } from "../../../src/session/seal.ts";
import * as engine from "../session/fakeEngine.ts";
import { ENGINE_HASH, playRecording, sha256Hex } from "../session/testRecording.ts";

const ID = "0123456789abcdef";
const START: ToWorker = {
  type: "start",
  engineHash: ENGINE_HASH,
  caseSetup: { seed: 7, endTick: 100_000 },
  recordingId: ID,
  title: "A case for tests",
  mode: "practice",
};

let store = createMemoryRunStore();
let nowMs = 0;
let ids = 0;

beforeEach(() => {
  store = createMemoryRunStore();
  nowMs = 0;
  ids = 0;
});

/** A host as one page load would have it, and everything it posts. */
function pageLoad(lock = true): { host: CaseHost; posted: FromWorker[] } {
  const posted: FromWorker[] = [];
  const host = createCaseHost({
    store,
    sha256Hex,
    post: (message) => posted.push(structuredClone(message)),
    loadEngine: async (hash) =>
      hash === ENGINE_HASH ? success(engine) : failure(recordingProblems.missingEngine(hash)),
    takeWriterLock: async () => lock,
    openSocket: () => {
      throw new Error("These tests need no server.");
    },
    nowMs: () => nowMs,
    wallTimeMs: () => 1e12 + nowMs,
    newId: () => `branch00${++ids}`,
  });
  return { host, posted };
}

/** Lets host time pass in beats of 16 ms. */
function pass(host: CaseHost, durationMs: number): void {
  for (const endMs = nowMs + durationMs; nowMs < endMs; ) {
    nowMs += 16;
    host.beat();
  }
}

const last = <T extends FromWorker["type"]>(posted: readonly FromWorker[], type: T) =>
  posted.findLast((message) => message.type === type) as Extract<FromWorker, { type: T }>;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function playFor(durationMs: number): Promise<{ host: CaseHost; posted: FromWorker[] }> {
  const page = pageLoad();
  await page.host.receive(START);
  await page.host.receive({ type: "run" });
  pass(page.host, durationMs);
  return page;
}

const ACT = { type: "line.clamp", site: "venous" } as const;
const ACCEPTED = { type: "accepted", action: ACT };

/** Acts at tick 95, 45 ticks after the last saved one, and is gone before anything else is kept. */
async function leaveAfterEntry(): Promise<void> {
  const { host } = await playFor(1900);
  await host.receive({ type: "act", action: ACT });
  await settle();
}

describe("a case being played", () => {
  test("a case that was prepared leaves nothing behind until it is started", async () => {
    const { host, posted } = pageLoad();
    const { engineHash, caseSetup } = START as Extract<ToWorker, { type: "start" }>;
    await host.receive({ type: "prepare", engineHash, caseSetup });
    await host.receive({ type: "prepare", engineHash: "0".repeat(16), caseSetup });
    pass(host, 500);
    expect(posted).toEqual([]);
    expect(await store.list()).toEqual([]);
    await host.receive(START);
    expect(posted.some(({ type }) => type === "ready")).toBe(true);
  });

  test("stands at its first frame until it is told to run", async () => {
    const { host, posted } = pageLoad();
    await host.receive(START);
    pass(host, 500);
    expect(posted.map((message) => message.type)).toEqual(["ready", "frame"]);
  });

  test("posts about fifty frames a second of running", async () => {
    const { posted } = await playFor(2000);
    const frames = posted.filter((message) => message.type === "frame");
    expect(frames.length).toBeGreaterThan(80);
    expect(last(posted, "frame").tick).toBe(100);
  });

  test("keeps every entry before the next frame", async () => {
    const { host } = await playFor(1000);
    await host.receive({ type: "act", action: { type: "line.clamp", site: "arterial" } });
    expect((await store.read(ID))?.entries).toHaveLength(1);
  });

  test("keeps tick and checkpoint every second", async () => {
    await playFor(3500);
    await settle();
    const run = await store.read(ID);
    expect(run?.header.tick).toBe(150);
    expect(run?.checkpoints.map((one) => one.tick)).toEqual([50, 100, 150]);
  });

  test("counts a device that slept as a gap and does not jump", async () => {
    const { host, posted } = await playFor(1000);
    nowMs += 20_000;
    host.beat();
    expect(last(posted, "gap").skippedMs).toBeGreaterThan(19_000);
    expect(last(posted, "frame").tick).toBeLessThan(80);
    await settle();
    expect((await store.read(ID))?.marks.some((mark) => mark.kind === "gap")).toBe(true);
  });

  test("ends with a report, and the run says so", async () => {
    const page = pageLoad();
    await page.host.receive({ ...START, caseSetup: { seed: 7, endTick: 60 } } as ToWorker);
    await page.host.receive({ type: "run" });
    pass(page.host, 2000);
    await settle();
    expect(last(page.posted, "report").report.outcome).toBe("notMet");
    expect((await store.read(ID))?.header).toMatchObject({
      tick: 60,
      isEnded: true,
      outcome: "notMet",
    });
  });

  test("an exam is neither paused nor slowed", async () => {
    const page = pageLoad();
    await page.host.receive({ ...START, mode: "exam" } as ToWorker);
    await page.host.receive({ type: "run" });
    await page.host.receive({ type: "pause", reason: "hidden" });
    await page.host.receive({ type: "setSpeed", speed: 0.5 });
    pass(page.host, 1000);
    expect(last(page.posted, "frame").tick).toBe(50);
  });
});

describe("a reload in mid-case", () => {
  test("is back at most a second earlier with every entry, and plays on to the same hashes", async () => {
    const first = await playFor(4300);
    await first.host.receive({ type: "act", action: { type: "line.clamp", site: "arterial" } });
    pass(first.host, 1200);
    const reachedTick = last(first.posted, "frame").tick;
    await settle();

    const second = pageLoad();
    await second.host.receive({ type: "resume", recordingId: ID });
    const ready = last(second.posted, "ready");
    expect(reachedTick - ready.tick).toBeLessThanOrEqual(50);
    expect(last(second.posted, "past").facts).toHaveLength(1);
    await second.host.receive({ type: "run" });
    pass(second.host, 3000);
    await settle();

    const run = await store.read(ID);
    expect(run?.entries.map((entry) => entry.sequence)).toEqual([1]);
    const recording = runToRecording(run as NonNullable<typeof run>, sha256Hex);
    expect(parseRecording(recordingText(recording), sha256Hex).ok).toBe(true);
  });

  test("an entry later than the last saved tick is not lost, nor what it did", async () => {
    await leaveAfterEntry();
    const second = pageLoad();
    await second.host.receive({ type: "resume", recordingId: ID });
    expect(last(second.posted, "ready").tick).toBe(96);
    expect(last(second.posted, "past").facts).toMatchObject([ACCEPTED]);
  });

  test("is refused while another tab writes", async () => {
    await playFor(1000);
    const second = pageLoad(false);
    await second.host.receive({ type: "resume", recordingId: ID });
    expect(last(second.posted, "problem")).toMatchObject({
      code: "run.openElsewhere",
      isFinal: true,
    });
  });

  test("of a run that is not here says so", async () => {
    const { host, posted } = pageLoad();
    await host.receive({ type: "resume", recordingId: "not-there-0" });
    expect(last(posted, "problem")).toMatchObject({ code: "store.missing" });
  });
});

describe("rewind", () => {
  test("goes on in a new recording and leaves the old one whole", async () => {
    const { host, posted } = await playFor(5000);
    await host.receive({ type: "act", action: { type: "line.clamp", site: "arterial" } });
    pass(host, 1000);
    await host.receive({ type: "rewind", tick: 120 });
    expect(last(posted, "ready")).toMatchObject({ recordingId: "branch001", tick: 120 });
    await host.receive({ type: "run" });
    pass(host, 1000);
    await settle();
    const [old, branch] = await Promise.all([store.read(ID), store.read("branch001")]);
    expect(old?.entries).toHaveLength(1);
    expect(branch?.entries).toHaveLength(0);
    expect(branch?.header).toMatchObject({
      mode: "practice",
      branch: { fromRecordingId: ID, tick: 120 },
    });
  });
});

describe("a replay", () => {
  test("reviews the whole run, then plays and seeks", async () => {
    await store.create(recordingToRun(playRecording(500)));
    const { host, posted } = pageLoad();
    await host.receive({ type: "replay", recordingId: ID });
    expect(last(posted, "review").review).toMatchObject({
      endTick: 500,
      checkedCount: 10,
      report: null,
    });
    await host.receive({ type: "seek", tick: 333 });
    expect(last(posted, "frame").tick).toBe(333);
    await host.receive({ type: "run" });
    pass(host, 1000);
    expect(last(posted, "frame").tick).toBe(383);
  });

  test("of a case left right after an act shows what the act did", async () => {
    await leaveAfterEntry();
    const { host, posted } = pageLoad();
    await host.receive({ type: "replay", recordingId: ID });
    expect(last(posted, "review").review.facts).toMatchObject([ACCEPTED]);
  });

  test("without its engine is refused with where to get it", async () => {
    await store.create(recordingToRun({ ...playRecording(100), engineHash: "ffffffffffffffff" }));
    const { host, posted } = pageLoad();
    await host.receive({ type: "replay", recordingId: ID });
    expect(last(posted, "problem").remedy).toContain("engine-ffffffffffffffff.mjs");
  });
});
