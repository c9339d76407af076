/**
 * Plays a recording again, comparing every checkpoint, and stops at the first that differs. Keyframe
 * snapshots taken on the way make going back to any moment quick.
 */
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { TICKS_PER_S } from "../kernel/tick.ts";
import type { Keyframe } from "./contract/keyframe.ts";
import type { CaseFact } from "./contract/protocol.ts";
import type { Checkpoint, Entry, Recording } from "./contract/recording.ts";
import type { Engine, EngineCase } from "./engine.ts";
import { CHECKPOINT_EVERY_TICKS } from "./liveRun.ts";
import { openCase } from "./openCase.ts";
import { recordingProblems } from "./recordingProblems.ts";

/** Whether a keyframe's state is what it says: bytes from elsewhere may be anything. */
export function restoreTo(
  engineCase: EngineCase,
  { tick, state }: Moment,
  expectedHex: string,
): boolean {
  try {
    engineCase.restore(state);
    return engineCase.tick() === tick && engineCase.hashHex() === expectedHex;
  } catch {
    return false;
  }
}

/** 30 s; architecture section 4. */
export const KEYFRAME_EVERY_TICKS = 30 * TICKS_PER_S;

export type Replayable = Pick<Recording, "caseSetup" | "entries" | "checkpoints" | "endTick">;

export interface Replay {
  readonly engineCase: EngineCase;
  readonly endTick: number;
  tick(): number;
  /** Checkpoints compared so far on the way forward from tick 0. */
  checkedCount(): number;
  /** One tick forward; a problem when the checkpoint there differs. Facts go to the listener. */
  step(onFact?: (fact: CaseFact) => void): Problem | undefined;
  /**
   * Goes to a keyframe without playing what lies before it; false, and at tick 0 again, when its state
   * is not the one of the recording's checkpoint. What was skipped counts as not compared.
   */
  startFrom(keyframe: Moment): boolean;
  /** To a tick, forward or back; a problem when a checkpoint on the way differs. */
  replayTo(tick: number, onFact?: (fact: CaseFact) => void): Problem | undefined;
}

export type Moment = Pick<Keyframe, "tick" | "state">;

/** A replay at tick 0, or why the engine refuses the setup. */
export function createReplay(engine: Engine, recording: Replayable): Result<Replay> {
  const created = openCase(engine, recording.caseSetup);
  return created.ok
    ? success(replayOf(created.value, recording))
    : failure(...(created.problems as [Problem]));
}

function replayOf(engineCase: EngineCase, { entries, checkpoints, endTick }: Replayable): Replay {
  const keyframes: Moment[] = [{ tick: 0, state: engineCase.snapshot() }];
  const hashByTick = new Map(checkpoints.map(({ tick, hashHex }: Checkpoint) => [tick, hashHex]));
  let nextEntry = 0;
  let verifiedTick = 0;
  let checkedCount = 0;

  const takeDue = (tick: number): readonly Entry[] => {
    const from = nextEntry;
    while (nextEntry < entries.length && entries[nextEntry].tick <= tick) nextEntry++;
    return entries.slice(from, nextEntry);
  };

  const verify = (tick: number): Problem | undefined => {
    if (tick <= verifiedTick || tick % CHECKPOINT_EVERY_TICKS !== 0) return undefined;
    const expectedHex = hashByTick.get(tick);
    if (expectedHex === undefined) return undefined;
    const foundHex = engineCase.hashHex();
    if (foundHex !== expectedHex) return recordingProblems.differs(tick, expectedHex, foundHex);
    verifiedTick = tick;
    checkedCount++;
    return undefined;
  };

  const keep = (tick: number): void => {
    const last = keyframes.at(-1) as Moment;
    if (tick % KEYFRAME_EVERY_TICKS === 0 && tick > last.tick) {
      keyframes.push({ tick, state: engineCase.snapshot() });
    }
  };

  const goBackTo = (tick: number): void => {
    const keyframe = keyframes.findLast((one) => one.tick <= tick) as Moment;
    engineCase.restore(keyframe.state);
    nextEntry = entries.findIndex((entry) => entry.tick >= keyframe.tick);
    if (nextEntry < 0) nextEntry = entries.length;
  };

  const replay: Replay = {
    engineCase,
    endTick,
    tick: () => engineCase.tick(),
    checkedCount: () => checkedCount,
    step(onFact) {
      if (engineCase.tick() >= endTick) return undefined;
      const facts = engineCase.step(takeDue(engineCase.tick()));
      if (onFact !== undefined) facts.forEach(onFact);
      const tick = engineCase.tick();
      const problem = verify(tick);
      if (problem === undefined) keep(tick);
      return problem;
    },
    startFrom({ tick, state }) {
      const expectedHex = hashByTick.get(tick);
      if (expectedHex === undefined || tick > endTick) return false;
      if (!restoreTo(engineCase, { tick, state }, expectedHex)) {
        goBackTo(0);
        return false;
      }
      keyframes.push({ tick, state });
      goBackTo(tick);
      verifiedTick = tick;
      return true;
    },
    replayTo(tick, onFact) {
      const target = Math.min(Math.max(0, tick), endTick);
      const nearest = keyframes.findLast((one) => one.tick <= target) as Moment;
      if (target < engineCase.tick() || nearest.tick > engineCase.tick()) goBackTo(target);
      while (engineCase.tick() < target) {
        const problem = replay.step(onFact);
        if (problem !== undefined) return problem;
      }
      return undefined;
    },
  };
  return replay;
}
