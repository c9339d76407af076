/**
 * How a trainee's device comes to its run: from the first tick, from its own copy of the log, or from
 * what the server has kept when another device of the same person went further.
 */
import { chainEntryHex, genesisHex } from "../../session/chain.ts";
import type { Keyframe } from "../../session/contract/keyframe.ts";
import type { FromServer, LiveEntry, RelayedLog } from "../../session/contract/live.ts";
import type { SessionTicket } from "../../session/contract/protocol.ts";
import type { Checkpoint, Entry } from "../../session/contract/recording.ts";
import type { Engine } from "../../session/engine.ts";
import { CHECKPOINT_EVERY_TICKS } from "../../session/liveRun.ts";
import type { RunHeader, StoredRun } from "../storage/runStore.ts";
import { type HostPorts, postProblem } from "./hostPorts.ts";
import { packKeyframe } from "./packKeyframe.ts";
import { type PlayHost, resumeRun, startRun } from "./playHost.ts";

export type Welcome = Extract<FromServer, { type: "welcome" }>;

/** What the server had kept when this page came. */
export interface ServerLog {
  readonly entries: LiveEntry[];
  readonly checkpoints: Checkpoint[];
  /** What the server said it has: ticks up to its frontier are over, and no act may lie in them. */
  welcome: Pick<
    Welcome,
    "haveSequence" | "haveCheckpointTick" | "frontierTick" | "isPaused" | "isFrozen"
  >;
  /** What another device of this trainee left for whoever comes after it. */
  keyframe?: Keyframe | undefined;
}

export const NOTHING_YET = {
  haveSequence: 0,
  haveCheckpointTick: 0,
  frontierTick: 0,
  isPaused: false,
  isFrozen: false,
};

/** Takes what follows on; false when something went missing on the way. */
export function takeKnown(
  known: ServerLog,
  { entries = [], checkpoints = [] }: RelayedLog,
): boolean {
  for (const entry of entries) {
    if (entry.sequence > known.entries.length + 1) return false;
    if (entry.sequence > known.entries.length) known.entries.push(entry);
  }
  for (const checkpoint of checkpoints) {
    const tick = CHECKPOINT_EVERY_TICKS * known.checkpoints.length;
    if (checkpoint.tick > tick + CHECKPOINT_EVERY_TICKS) return false;
    if (checkpoint.tick > tick) known.checkpoints.push(checkpoint);
  }
  return true;
}

/** Whether all has come that the server said it has. */
export const isComplete = ({ entries, checkpoints, welcome }: ServerLog): boolean =>
  entries.length >= welcome.haveSequence &&
  checkpoints.length * CHECKPOINT_EVERY_TICKS >= welcome.haveCheckpointTick;

interface OpenParts {
  readonly ports: HostPorts;
  readonly ticket: SessionTicket;
  readonly engine: Engine;
  readonly known: ServerLog;
}

/** The run from its first tick, from this device's copy, or from the server's when that has more. */
export async function openRun({
  ports,
  ticket,
  engine,
  known,
}: OpenParts): Promise<PlayHost | undefined> {
  const { store } = ports;
  const own = await store.read(ticket.sessionId);
  const kept = fromServer(ports, ticket, known);
  const stored = own === undefined || !goesOnFrom(own, kept) ? kept : own;
  const isNew = stored.entries.length === 0 && stored.checkpoints.length === 0 && own === undefined;
  if (!isNew && stored !== own) {
    if (own !== undefined) await store.remove(ticket.sessionId);
    await store.create(stored);
    if (known.keyframe !== undefined) {
      await store.addKeyframe(ticket.sessionId, packKeyframe(known.keyframe));
    }
  }
  const tick = Math.max(stored.header.tick, known.welcome.frontierTick);
  const opened = isNew
    ? await startRun(ports, engine, stored.header)
    : await resumeRun(ports, engine, { ...stored, header: { ...stored.header, tick } });
  if (!("sentence" in opened)) return opened;
  postProblem(ports, opened, true);
  return undefined;
}

/** Whether a device's copy begins with all that the server has; another device may have gone on. */
function goesOnFrom(own: StoredRun, { entries, checkpoints }: StoredRun): boolean {
  const last = entries.at(-1);
  if (last !== undefined && own.entries[last.sequence - 1]?.chainHex !== last.chainHex)
    return false;
  const hashes = new Map(own.checkpoints.map(({ tick, hashHex }) => [tick, hashHex]));
  return checkpoints.every(({ tick, hashHex }) => (hashes.get(tick) ?? hashHex) === hashHex);
}

/** A run as the server has it, for this device to keep or to look at. */
export function fromServer(
  ports: HostPorts,
  { sessionId, engineHash, title, mode, caseSetup }: SessionTicket,
  { entries, checkpoints }: ServerLog,
): StoredRun {
  const header: RunHeader = {
    recordingId: sessionId,
    engineHash,
    title,
    mode,
    startedWallTimeMs: ports.wallTimeMs(),
    caseSetup,
    branch: null,
    tick: checkpoints.at(-1)?.tick ?? 0,
    isEnded: false,
    outcome: null,
    isOwn: true,
  };
  let headHex = genesisHex(engineHash, caseSetup, ports.sha256Hex);
  const chained = entries.map((entry): Entry => {
    headHex = chainEntryHex(headHex, entry, ports.sha256Hex);
    return { ...entry, chainHex: headHex };
  });
  return { header, entries: chained, checkpoints, marks: [] };
}
