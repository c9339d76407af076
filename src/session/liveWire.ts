/**
 * What the server says, as it travels. The log goes to every watcher several times a second, so it goes
 * as a list by position, and an entry says neither its number nor what is usual of it; all else travels as
 * it is.
 */
import { assert } from "../kernel/assert.ts";
import type { FromServer, LiveEntry, RelayedLog } from "./contract/live.ts";

type Log = Extract<FromServer, { type: "log" }>;

/** Tick and action; then actor and command where a supervisor asked for it. */
type WireEntry =
  | readonly [LiveEntry["tick"], LiveEntry["action"]]
  | readonly [LiveEntry["tick"], LiveEntry["action"], LiveEntry["actor"], string?];

/** Frontier, number of the last entry, entries up to that number, checkpoints by tick and hash. */
type WireLog = readonly [
  frontierTick: number,
  sequence: number,
  entries?: readonly WireEntry[],
  checkpoints?: readonly (readonly [tick: number, hashHex: string])[],
];

function packEntry({ tick, action, actor, commandId }: LiveEntry): WireEntry {
  if (commandId !== undefined) return [tick, action, actor, commandId];
  return actor === "trainee" ? [tick, action] : [tick, action, actor];
}

/** Entries are in order and the last one has the message's number: theirs need not travel. */
function packLog({ frontierTick, sequence, entries = [], checkpoints = [] }: RelayedLog): WireLog {
  const last = entries.at(-1);
  assert(
    last === undefined || last.sequence === sequence,
    "a message bears its last entry's number",
  );
  const packed = entries.map(packEntry);
  const hashes = checkpoints.map(({ tick, hashHex }) => [tick, hashHex] as const);
  if (hashes.length > 0) return [frontierTick, sequence, packed, hashes];
  return packed.length > 0 ? [frontierTick, sequence, packed] : [frontierTick, sequence];
}

function unpackLog([frontierTick, sequence, entries = [], checkpoints = []]: WireLog): Log {
  const before = sequence - entries.length;
  const unpacked = entries.map(([tick, action, actor = "trainee", commandId], index): LiveEntry => {
    const command = commandId === undefined ? {} : { commandId };
    return { sequence: before + 1 + index, tick, actor, action, ...command };
  });
  const hashes = checkpoints.map(([tick, hashHex]) => ({ tick, hashHex }));
  return {
    type: "log",
    frontierTick,
    sequence,
    ...(unpacked.length > 0 && { entries: unpacked }),
    ...(hashes.length > 0 && { checkpoints: hashes }),
  };
}

/** The text of a message to a device. */
export const toWire = (message: FromServer): string =>
  JSON.stringify(message.type === "log" ? packLog(message) : message);

/** The message that a text from the server holds. */
export function fromWire(text: string): FromServer {
  const sent = JSON.parse(text) as WireLog | Exclude<FromServer, Log>;
  return "type" in sent ? sent : unpackLog(sent);
}
