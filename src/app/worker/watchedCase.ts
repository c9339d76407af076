/**
 * The case that a watcher's device runs behind the trainee's: forward along the log, comparing each
 * checkpoint; to a keyframe when it joins late; and back, when an act turns up in ticks it has played.
 */
import type { Keyframe } from "../../session/contract/keyframe.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import type { EngineCase } from "../../session/engine.ts";
import { KEYFRAME_EVERY_TICKS, type Moment, restoreTo } from "../../session/replay.ts";
import type { WatchedLog } from "./watchedLog.ts";

interface Kept extends Moment {
  readonly facts: readonly CaseFact[];
}

/** What a server has relayed and not kept is about a second long; the last but one lies before it. */
const KEPT_MAX = 2;

export interface WatchedCase {
  tick(): number;
  /** Steps and gives what came of it; never past the frontier. */
  step(ticks: number): readonly CaseFact[];
  /** Starts from a keyframe whose hash the log confirms; false when it does not, or not yet. */
  startFrom(keyframe: Keyframe): boolean;
  /** Goes back to a tick or before it; all facts that are still true. */
  goBack(tick: number): readonly CaseFact[];
}

interface WatchedParts {
  readonly engineCase: EngineCase;
  readonly log: WatchedLog;
  readonly onDiverged: (expectedHex: string) => void;
}

export function watchCase({ engineCase, log, onDiverged }: WatchedParts): WatchedCase {
  const first: Kept = { tick: 0, state: engineCase.snapshot(), facts: [] };
  let kept: Kept[] = [first];
  let facts: CaseFact[] = [];
  let hasDiverged = false;

  const compare = (): void => {
    const expectedHex = log.hashAt(engineCase.tick());
    if (expectedHex === undefined || expectedHex === engineCase.hashHex() || hasDiverged) return;
    hasDiverged = true;
    onDiverged(expectedHex);
  };

  const restore = (moment: Kept): void => {
    engineCase.restore(moment.state);
    facts = [...moment.facts];
    log.goTo(moment.tick);
  };

  return {
    tick: () => engineCase.tick(),
    step(ticks) {
      const from = facts.length;
      for (let count = 0; count < ticks && engineCase.tick() < log.frontierTick; count++) {
        facts.push(...engineCase.step(log.due(engineCase.tick())));
        compare();
        const tick = engineCase.tick();
        if (tick % KEYFRAME_EVERY_TICKS === 0) {
          kept = [...kept, { tick, state: engineCase.snapshot(), facts: [...facts] }].slice(
            -KEPT_MAX,
          );
        }
      }
      return facts.slice(from);
    },
    startFrom(keyframe) {
      const { tick } = keyframe;
      const expectedHex = log.hashAt(tick);
      if (engineCase.tick() > 0 || expectedHex === undefined || tick > log.frontierTick)
        return false;
      if (!restoreTo(engineCase, keyframe, expectedHex)) {
        restore(first);
        return false;
      }
      kept = [first, keyframe];
      restore(keyframe);
      return true;
    },
    goBack(toTick) {
      restore(kept.findLast(({ tick }) => tick <= toTick) ?? first);
      kept = kept.filter(({ tick }) => tick <= engineCase.tick());
      if (kept.length === 0) kept = [first];
      return facts;
    },
  };
}
