/**
 * The case log: acts numbered, ticked and chained by the one device that writes it. It only grows.
 */
import { assert } from "../kernel/assert.ts";
import { chainEntryHex } from "./chain.ts";
import type { Entry } from "./contract/recording.ts";
import type { Sha256Hex } from "./engine.ts";

/** Who does what; with the command's id when a supervisor asked for it from elsewhere. */
export type Act = Pick<Entry, "actor" | "action" | "commandId">;

export interface CaseLog {
  entries(): readonly Entry[];
  /** Chain value of the last entry, or of the setup when there is none. */
  headHex(): string;
  /** Numbers and chains an act that takes effect before the step at `tick`. */
  append(tick: number, act: Act): Entry;
}

/** A log that goes on after the entries given, which must be whole (see recordingCheck.ts). */
export function createCaseLog(
  genesis: string,
  sha256Hex: Sha256Hex,
  earlier: readonly Entry[] = [],
): CaseLog {
  const entries: Entry[] = [...earlier];
  const headHex = () => entries.at(-1)?.chainHex ?? genesis;
  return {
    entries: () => entries,
    headHex,
    append(tick, { actor, action, commandId }) {
      const last = entries.at(-1);
      assert(last === undefined || tick >= last.tick, "the log never goes back in time");
      const command = commandId === undefined ? {} : { commandId };
      const unchained = { sequence: entries.length + 1, tick, actor, action, ...command };
      const entry = { ...unchained, chainHex: chainEntryHex(headHex(), unchained, sha256Hex) };
      entries.push(entry);
      return entry;
    },
  };
}
