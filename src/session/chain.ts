/**
 * The chain over the case log: each entry's value covers the one before it, the first covers engine
 * and setup. It shows that a log was cut or edited; it does not prove who made it.
 */
import { canonicalJson } from "../kernel/canonicalJson.ts";
import type { Entry, UnchainedEntry } from "./contract/recording.ts";
import type { Sha256Hex } from "./engine.ts";

/** The value the first entry is chained to: it binds the log to its engine and its setup. */
export function genesisHex(engineHash: string, caseSetup: unknown, sha256Hex: Sha256Hex): string {
  return sha256Hex(canonicalJson({ engineHash, caseSetup }));
}

/** The chain value of an entry that follows `previousHex`. */
export function chainEntryHex(
  previousHex: string,
  { sequence, tick, actor, action, commandId }: UnchainedEntry,
  sha256Hex: Sha256Hex,
): string {
  const command = commandId === undefined ? {} : { commandId };
  return sha256Hex(
    `${previousHex}\n${canonicalJson({ sequence, tick, actor, action, ...command })}`,
  );
}

/** The entry as it travels: whoever receives it computes the chain value again. */
export function withoutChain(entry: UnchainedEntry): UnchainedEntry {
  const { sequence, tick, actor, action, commandId } = entry;
  return { sequence, tick, actor, action, ...(commandId !== undefined && { commandId }) };
}

/** The first entry whose chain value does not follow from what stands before it, or undefined. */
export function firstBrokenLink(
  genesis: string,
  entries: readonly Entry[],
  sha256Hex: Sha256Hex,
): Entry | undefined {
  let previousHex = genesis;
  for (const entry of entries) {
    if (chainEntryHex(previousHex, entry, sha256Hex) !== entry.chainHex) return entry;
    previousHex = entry.chainHex;
  }
  return undefined;
}
