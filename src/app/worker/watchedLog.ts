/** The case log as a watcher's device has it: whole up to a frontier, or asked for again. */
import type { LiveEntry, RelayedLog } from "../../session/contract/live.ts";
import { CHECKPOINT_EVERY_TICKS } from "../../session/liveRun.ts";

export interface WatchedLog {
  readonly frontierTick: number;
  /** False when something went missing on the way, and nothing was taken. */
  take(message: RelayedLog): boolean;
  /** Entries that take effect before the step at this tick. */
  due(tick: number): readonly LiveEntry[];
  /** Tick of the next entry that has not taken effect; undefined when there is none. */
  nextTick(): number | undefined;
  hashAt(tick: number): string | undefined;
  have(): { readonly sequence: number; readonly checkpointTick: number };
  /** The case goes on from another tick. */
  goTo(tick: number): void;
  /** The server has no more than this: what it had relayed beyond was not kept. */
  cutTo(frontierTick: number): void;
}

export function createWatchedLog(): WatchedLog {
  const entries: LiveEntry[] = [];
  const hashes = new Map<number, string>();
  let nextIndex = 0;
  let checkpointTick = 0;
  let frontierTick = 0;
  return {
    get frontierTick() {
      return frontierTick;
    },
    take({ entries: sent = [], checkpoints = [], ...reached }) {
      const fresh = sent.filter(({ sequence }) => sequence > entries.length);
      const isWhole = fresh.every(({ sequence }, index) => sequence === entries.length + 1 + index);
      if (!isWhole || reached.sequence > entries.length + fresh.length) return false;
      entries.push(...fresh);
      for (const { tick, hashHex } of checkpoints) hashes.set(tick, hashHex);
      checkpointTick = Math.max(checkpointTick, checkpoints.at(-1)?.tick ?? 0);
      frontierTick = Math.max(frontierTick, reached.frontierTick);
      return true;
    },
    due(tick) {
      const from = nextIndex;
      while (nextIndex < entries.length && entries[nextIndex].tick <= tick) nextIndex++;
      return entries.slice(from, nextIndex);
    },
    nextTick: () => entries[nextIndex]?.tick,
    hashAt: (tick) => (tick % CHECKPOINT_EVERY_TICKS === 0 ? hashes.get(tick) : undefined),
    have: () => ({ sequence: entries.length, checkpointTick }),
    goTo(tick) {
      const index = entries.findIndex((entry) => entry.tick >= tick);
      nextIndex = index < 0 ? entries.length : index;
    },
    cutTo(tick) {
      frontierTick = Math.min(frontierTick, tick);
    },
  };
}
