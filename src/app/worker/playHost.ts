/**
 * Plays one case: ticks by the clock, frames for the eye, facts at once, every entry kept before the
 * next frame shows what it did. Continues a run that a reload or a crash cut short.
 */
import type { Problem } from "../../kernel/result.ts";
import { MS_PER_TICK } from "../../kernel/tick.ts";
import { type Act, type CaseLog, createCaseLog } from "../../session/caseLog.ts";
import { genesisHex } from "../../session/chain.ts";
import { createCaseClock } from "../../session/clock.ts";
import type { Keyframe, PackedKeyframe } from "../../session/contract/keyframe.ts";
import type { CaseFact, CaseMode, PauseReason } from "../../session/contract/protocol.ts";
import type { Checkpoint, SessionMark } from "../../session/contract/recording.ts";
import type { Engine, EngineCase } from "../../session/engine.ts";
import { CHECKPOINT_EVERY_TICKS, createLiveRun, type LiveRun } from "../../session/liveRun.ts";
import type { OwnLog } from "../../session/liveSender.ts";
import { openCase } from "../../session/openCase.ts";
import {
  createReplay,
  KEYFRAME_EVERY_TICKS,
  type Moment,
  type Replay,
} from "../../session/replay.ts";
import type { TraineeAction } from "../../world/contract/actions.ts";
import { SIGNAL_COUNT } from "../../world/contract/signals.ts";
import type { RunHeader, StoredRun } from "../storage/runStore.ts";
import { reachedTick, wholeCheckpoints } from "../storage/runToRecording.ts";
import { type HostPorts, hostProblems, postProblem } from "./hostPorts.ts";
import { packKeyframe, unpackKeyframe } from "./packKeyframe.ts";

export interface PlayHost {
  /** Steps what is due and posts what came of it. Called by the timer of the place it runs in. */
  beat(): void;
  act(action: TraineeAction): void;
  pause(reason: PauseReason): void;
  run(): void;
  setSpeed(speed: number): void;
  /** Ends the case here, unfinished; what was played stays kept. */
  stop(): void;
  /** Waits until everything so far is kept. */
  settled(): Promise<void>;
  recordingId(): string;
  /** What there is of the run, for a session's server. */
  ownLog(): OwnLog;
  /** The last keyframe that this page has made; undefined before the first. */
  lastKeyframe(): Moment | undefined;
  /** Says that a supervisor has stopped the clock of a case that was opened again. */
  standStill(reason: SupervisorsReason): void;
  /** Takes what a supervisor asked for; false when the case takes nothing any more. */
  direct(commandId: string, action: Act["action"]): boolean;
}

/** Why a supervisor stops the clock; frozen, no act is taken. */
type SupervisorsReason = Extract<PauseReason, "supervisor" | "frozen">;
const isSupervisors = (reason: PauseReason): reason is SupervisorsReason =>
  reason === "supervisor" || reason === "frozen";

/** Frames a second are enough for the eye; waveforms are drawn from them with interpolation. */
const FRAME_EVERY_MS = 20;

interface PlayParts {
  readonly ports: HostPorts;
  readonly log: CaseLog;
  readonly genesis: string;
  readonly header: RunHeader;
  readonly engineCase: EngineCase;
  readonly run: LiveRun;
  /** Facts since the last keyframe. */
  readonly newFacts: readonly CaseFact[];
}

/** A new run from its setup, kept before its first tick. */
export async function startRun(
  ports: HostPorts,
  engine: Engine,
  header: RunHeader,
): Promise<PlayHost | Problem> {
  const created = openCase(engine, header.caseSetup);
  if (!created.ok) return created.problems[0] as Problem;
  const wallTimeMs = ports.wallTimeMs();
  const startMark: SessionMark = { tick: 0, wallTimeMs, kind: "start", detail: header.mode };
  await ports.store.create({ header, entries: [], checkpoints: [], marks: [startMark] });
  const engineCase = created.value;
  const genesis = genesisHex(header.engineHash, header.caseSetup, ports.sha256Hex);
  const log = createCaseLog(genesis, ports.sha256Hex);
  const run = createLiveRun({ engineCase, log });
  return playHost({ ports, log, genesis, header, engineCase, run, newFacts: [] });
}

/**
 * Goes on with a kept run: replays its log up to where it certainly was, comparing checkpoints, and
 * stands there. Facts of the past are posted again so that the record is whole.
 */
export async function resumeRun(
  ports: HostPorts,
  engine: Engine,
  stored: StoredRun,
): Promise<PlayHost | Problem> {
  const { header, entries } = stored;
  const checkpoints = wholeCheckpoints(stored);
  const endTick = reachedTick(stored);
  const replayed = createReplay(engine, {
    caseSetup: header.caseSetup,
    entries,
    checkpoints,
    endTick,
  });
  if (!replayed.ok) return replayed.problems[0] as Problem;
  const replay = replayed.value;
  const keyframes = await ports.store.readKeyframes(header.recordingId);
  const past = startFromKeyframe(replay, keyframes);
  const newFacts: CaseFact[] = [];
  const taken: Checkpoint[] = checkpoints.filter(({ tick }) => tick <= replay.tick());
  while (replay.tick() < endTick && !replay.engineCase.ended()) {
    const problem = replay.step((fact) => newFacts.push(fact));
    if (problem !== undefined) return problem;
    const tick = replay.tick();
    if (tick % CHECKPOINT_EVERY_TICKS === 0) {
      const checkpoint = { tick, hashHex: replay.engineCase.hashHex() };
      taken.push(checkpoint);
      // What a crash kept from being saved is saved now.
      if (taken.length > checkpoints.length) {
        await ports.store.saveProgress(header.recordingId, { tick }, checkpoint);
      }
    }
  }
  const wallTimeMs = ports.wallTimeMs();
  await ports.store.addMark(header.recordingId, {
    tick: endTick,
    wallTimeMs,
    kind: "reload",
    detail: `${entries.length} entries`,
  });
  const genesis = genesisHex(header.engineHash, header.caseSetup, ports.sha256Hex);
  const log = createCaseLog(genesis, ports.sha256Hex, entries);
  const run = createLiveRun({ engineCase: replay.engineCase, log, checkpoints: taken });
  const { engineCase } = replay;
  const host = playHost({ ports, log, genesis, header, engineCase, run, newFacts });
  ports.post({ type: "past", facts: [...past, ...newFacts] });
  return host;
}

/** Goes as far as a kept keyframe reaches, and gives the facts up to there. */
function startFromKeyframe(replay: Replay, kept: readonly PackedKeyframe[]): CaseFact[] {
  const keyframes = kept.flatMap((one) => unpackKeyframe(one) ?? []);
  for (let last = keyframes.length; last > 0; last--) {
    const keyframe = keyframes[last - 1] as Keyframe;
    if (!replay.startFrom(keyframe)) continue;
    return keyframes.slice(0, last).flatMap(({ facts }) => facts);
  }
  return [];
}

function playHost(parts: PlayParts): PlayHost {
  const { ports, log, genesis, header, engineCase, run } = parts;
  const { store } = ports;
  const { recordingId } = header;
  const clock = createCaseClock();
  const readings = new Float64Array(SIGNAL_COUNT);
  let lastFrameMs = Number.NEGATIVE_INFINITY;
  let keeping: Promise<unknown> = Promise.resolve();
  let isOver = run.ended();
  let isFrozen = false;
  let newFacts: CaseFact[] = [...parts.newFacts];
  let lastKeyframe: Moment | undefined;

  const keep = (work: Promise<void>): void => {
    const kept = work.catch((error: unknown) =>
      postProblem(ports, hostProblems.notKept(error), false),
    );
    keeping = Promise.all([keeping, kept]);
  };
  const mark = (kind: SessionMark["kind"], detail = ""): void =>
    keep(
      store.addMark(recordingId, {
        tick: run.tick(),
        wallTimeMs: ports.wallTimeMs(),
        kind,
        detail,
      }),
    );
  const postFrame = (): void => {
    engineCase.readings(readings);
    ports.post({ type: "frame", tick: run.tick(), readings });
    lastFrameMs = ports.nowMs();
  };
  const postClock = (reason: PauseReason | null): void =>
    ports.post({ type: "clock", running: clock.running(), speed: clock.speed(), reason });

  const take = (act: Act): boolean => {
    const entry = run.act(act);
    if (entry !== undefined) keep(store.addEntry(recordingId, entry));
    return entry !== undefined;
  };

  const finish = (): void => {
    isOver = true;
    clock.stop();
    const report = engineCase.report();
    keep(
      store.saveProgress(recordingId, {
        tick: run.tick(),
        isEnded: true,
        outcome: report.outcome,
        pointsFraction: report.pointsFraction,
      }),
    );
    mark("end", report.endReason);
    postFrame();
    postClock(null);
    ports.post({ type: "report", report, recordingId });
  };

  const keepKeyframe = (tick: number): void => {
    lastKeyframe = { tick, state: engineCase.snapshot() };
    const keyframe = packKeyframe({ ...lastKeyframe, facts: newFacts });
    newFacts = [];
    // One that is not kept costs time and nothing else.
    const kept = store.addKeyframe(recordingId, keyframe).catch(() => undefined);
    keeping = Promise.all([keeping, kept]);
  };

  const stepDue = (ticks: number): void => {
    for (let count = 0; count < ticks && !run.ended(); count++) {
      const { facts, checkpoint } = run.step();
      if (facts.length > 0) ports.post({ type: "facts", facts });
      newFacts.push(...facts);
      if (run.tick() % KEYFRAME_EVERY_TICKS === 0) keepKeyframe(run.tick());
      if (checkpoint !== undefined) {
        keep(store.saveProgress(recordingId, { tick: checkpoint.tick }, checkpoint));
      }
    }
  };

  ports.post({
    type: "ready",
    briefing: engineCase.briefing,
    recordingId,
    mode: header.mode,
    tick: run.tick(),
    endTick: null,
  });
  postFrame();

  return {
    recordingId: () => recordingId,
    beat() {
      if (isOver) return;
      const nowMs = ports.nowMs();
      const { ticks, skippedMs } = clock.advance(nowMs);
      if (skippedMs > 0) {
        mark("gap", `${Math.round(skippedMs)} ms`);
        ports.post({ type: "gap", tick: run.tick(), skippedMs });
      }
      if (ticks === 0) return;
      stepDue(ticks);
      if (run.ended()) finish();
      else if (nowMs - lastFrameMs >= FRAME_EVERY_MS - MS_PER_TICK / 4) postFrame();
    },
    act(action) {
      if (!isFrozen) take({ actor: "trainee", action });
    },
    ownLog: () => ({
      genesisHex: genesis,
      entries: log.entries(),
      checkpoints: run.checkpoints(),
      frontierTick: run.tick(),
      isEnded: isOver,
    }),
    lastKeyframe: () => lastKeyframe,
    standStill(reason) {
      isFrozen = reason === "frozen";
      postClock(reason);
    },
    direct: (commandId, action) => take({ actor: "supervisor", action, commandId }),
    pause(reason) {
      if (isOver || (isRefused(header.mode) && !isSupervisors(reason))) return;
      if (isSupervisors(reason)) isFrozen = reason === "frozen";
      if (!clock.running()) return isSupervisors(reason) ? postClock(reason) : undefined;
      clock.stop();
      keep(store.saveProgress(recordingId, { tick: run.tick() }));
      mark("pause", reason);
      postFrame();
      postClock(reason);
    },
    run() {
      if (isOver || clock.running()) return;
      isFrozen = false;
      clock.start(ports.nowMs());
      mark("resume");
      postClock(null);
    },
    setSpeed(speed) {
      if (isRefused(header.mode)) return;
      clock.setSpeed(speed);
      mark("speed", String(clock.speed()));
      postClock(null);
    },
    stop() {
      clock.stop();
      isOver = true;
      keep(store.saveProgress(recordingId, { tick: run.tick() }));
    },
    settled: async () => void (await keeping),
  };
}

/** Nobody pauses a drill; only a supervisor pauses an exam or changes its speed. */
function isRefused(mode: CaseMode): boolean {
  return mode !== "practice";
}
