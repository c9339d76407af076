/**
 * Shows a kept run again: first one verified run through all of it for the debrief, then playing and
 * seeking in it. Nothing here writes.
 */
import type { Problem } from "../../kernel/result.ts";
import { firstBrokenLink, genesisHex } from "../../session/chain.ts";
import { createCaseClock } from "../../session/clock.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import type { Engine } from "../../session/engine.ts";
import { recordingProblems } from "../../session/recordingProblems.ts";
import { createReplay, type Replay } from "../../session/replay.ts";
import { createReviewRun } from "../../session/review.ts";
import { SIGNAL_COUNT } from "../../world/contract/signals.ts";
import type { StoredRun } from "../storage/runStore.ts";
import { reachedTick, wholeCheckpoints } from "../storage/runToRecording.ts";
import { type HostPorts, postProblem } from "./hostPorts.ts";

export interface ReplayHost {
  beat(): void;
  run(): void;
  pause(): void;
  seek(tick: number): void;
  setSpeed(speed: number): void;
}

/** Ticks per slice of the run through: short enough that progress is seen, long enough to be cheap. */
const SLICE_TICKS = 2500;

export async function openReplay(
  ports: HostPorts,
  engine: Engine,
  stored: StoredRun,
): Promise<ReplayHost | Problem> {
  const { header, entries } = stored;
  const genesis = genesisHex(header.engineHash, header.caseSetup, ports.sha256Hex);
  const broken = firstBrokenLink(genesis, entries, ports.sha256Hex);
  if (broken !== undefined) {
    return recordingProblems.brokenChain(entries.indexOf(broken), broken.sequence);
  }
  const created = createReplay(engine, {
    caseSetup: header.caseSetup,
    entries,
    checkpoints: wholeCheckpoints(stored),
    endTick: reachedTick(stored),
  });
  if (!created.ok) return created.problems[0] as Problem;
  const replay = created.value;
  const problem = await reviewAll(ports, replay, stored);
  if (problem !== undefined) return problem;
  return replayHost(ports, replay, stored);
}

async function reviewAll(
  ports: HostPorts,
  replay: Replay,
  { header }: StoredRun,
): Promise<Problem | undefined> {
  const review = createReviewRun(replay);
  while (!review.isDone()) {
    const problem = review.advance(SLICE_TICKS);
    if (problem !== undefined) return problem;
    ports.post({ type: "progress", tick: replay.tick(), endTick: replay.endTick });
  }
  ports.post({
    type: "review",
    review: {
      recordingId: header.recordingId,
      engineHash: header.engineHash,
      endTick: replay.endTick,
      checkedCount: replay.checkedCount(),
      trends: review.trends(),
      facts: review.facts(),
      report: replay.engineCase.ended() ? replay.engineCase.report() : null,
      finalHashHex: replay.engineCase.hashHex(),
    },
  });
  return undefined;
}

function replayHost(ports: HostPorts, replay: Replay, { header }: StoredRun): ReplayHost {
  const clock = createCaseClock();
  const readings = new Float64Array(SIGNAL_COUNT);
  const postFrame = (): void => {
    replay.engineCase.readings(readings);
    ports.post({ type: "frame", tick: replay.tick(), readings });
  };
  const postClock = (): void =>
    ports.post({
      type: "clock",
      running: clock.running(),
      speed: clock.speed(),
      reason: clock.running() ? null : "replay",
    });
  const go = (tick: number): void => {
    const facts: CaseFact[] = [];
    const isForward = tick >= replay.tick();
    const problem = replay.replayTo(tick, isForward ? (fact) => facts.push(fact) : undefined);
    if (problem !== undefined) postProblem(ports, problem, true);
    if (facts.length > 0) ports.post({ type: "facts", facts });
    postFrame();
  };

  replay.replayTo(0);
  ports.post({
    type: "ready",
    briefing: replay.engineCase.briefing,
    recordingId: header.recordingId,
    mode: header.mode,
    tick: 0,
    endTick: replay.endTick,
  });
  postFrame();
  return {
    beat() {
      const { ticks } = clock.advance(ports.nowMs());
      if (ticks === 0) return;
      go(replay.tick() + ticks);
      if (replay.tick() < replay.endTick) return;
      clock.stop();
      postClock();
    },
    run() {
      if (replay.tick() >= replay.endTick) go(0);
      clock.start(ports.nowMs());
      postClock();
    },
    pause() {
      clock.stop();
      postClock();
    },
    seek: (tick) => go(tick),
    setSpeed(speed) {
      clock.setSpeed(speed);
      postClock();
    },
  };
}
