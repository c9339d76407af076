/**
 * A case being played: acts go into the log at once and take effect at the next tick; every second
 * of the case a checkpoint is taken. The host steps it and keeps what it gives back.
 */
import { TICKS_PER_S } from "../kernel/tick.ts";
import type { Act, CaseLog } from "./caseLog.ts";
import type { CaseFact } from "./contract/protocol.ts";
import type { Checkpoint, Entry } from "./contract/recording.ts";
import type { EngineCase } from "./engine.ts";

/** A checkpoint hash is taken whenever this many ticks have passed. */
export const CHECKPOINT_EVERY_TICKS = TICKS_PER_S;

export interface Stepped {
  readonly facts: readonly CaseFact[];
  /** Taken after this tick, or undefined between checkpoints. */
  readonly checkpoint: Checkpoint | undefined;
}

export interface LiveRun {
  tick(): number;
  ended(): boolean;
  /** Logs an act; it takes effect before the next step. Nothing is taken after the end. */
  act(act: Act): Entry | undefined;
  step(): Stepped;
  checkpoints(): readonly Checkpoint[];
}

export interface LiveRunOptions {
  /** At the tick where the log stops, all of `log`'s entries applied but those of that tick. */
  readonly engineCase: EngineCase;
  readonly log: CaseLog;
  readonly checkpoints?: readonly Checkpoint[];
}

export function createLiveRun({ engineCase, log, checkpoints = [] }: LiveRunOptions): LiveRun {
  const taken: Checkpoint[] = [...checkpoints];
  const startTick = engineCase.tick();
  let pending: Entry[] = log.entries().filter((entry) => entry.tick >= startTick);
  return {
    tick: () => engineCase.tick(),
    ended: () => engineCase.ended(),
    act(act) {
      if (engineCase.ended()) return undefined;
      const entry = log.append(engineCase.tick(), act);
      pending.push(entry);
      return entry;
    },
    step() {
      const due = pending;
      if (due.length > 0) pending = [];
      const facts = engineCase.step(due);
      const tick = engineCase.tick();
      if (tick % CHECKPOINT_EVERY_TICKS !== 0) return { facts, checkpoint: undefined };
      const checkpoint = { tick, hashHex: engineCase.hashHex() };
      taken.push(checkpoint);
      return { facts, checkpoint };
    },
    checkpoints: () => taken,
  };
}
