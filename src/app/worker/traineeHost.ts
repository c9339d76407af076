/**
 * The trainee's device in a supervised session. It plays by its own clock whether or not the server
 * is there, keeps everything itself, and sends what the server has not confirmed.
 */
import type { Act } from "../../session/caseLog.ts";
import { chainEntryHex, genesisHex } from "../../session/chain.ts";
import type { FromServer, LiveEntry, RelayedLog, ToServer } from "../../session/contract/live.ts";
import type { SessionTicket } from "../../session/contract/protocol.ts";
import type { Checkpoint, Entry } from "../../session/contract/recording.ts";
import type { Engine } from "../../session/engine.ts";
import { liveProblems } from "../../session/liveProblems.ts";
import { CHECKPOINT_EVERY_TICKS } from "../../session/liveRun.ts";
import { createLiveSender, type OwnLog } from "../../session/liveSender.ts";
import type { RunHeader, StoredRun } from "../storage/runStore.ts";
import { type HostPorts, postProblem } from "./hostPorts.ts";
import { openLink } from "./liveLink.ts";
import { type PlayHost, resumeRun, startRun } from "./playHost.ts";
import type { SessionHost } from "./sessionHost.ts";

/** The frontier travels at least five times a second; architecture section 7. */
const FRONTIER_EVERY_MS = 100;

/** Refusals that say something went missing: both ends say what they have, and it is sent again. */
const RESENT = new Set([
  "live.sequence",
  "live.tickOrder",
  "live.checkpointOrder",
  "live.chain",
  "live.ahead",
]);

type Welcome = Extract<FromServer, { type: "welcome" }>;

/** What the server had kept when this page came. */
interface ServerLog {
  readonly entries: LiveEntry[];
  readonly checkpoints: Checkpoint[];
  /** What the server said it has: ticks up to its frontier are over, and no act may lie in them. */
  welcome: Pick<Welcome, "haveSequence" | "haveCheckpointTick" | "frontierTick" | "isPaused">;
}

const NOTHING_YET = { haveSequence: 0, haveCheckpointTick: 0, frontierTick: 0, isPaused: false };

export function joinAsTrainee(
  outer: HostPorts,
  ticket: SessionTicket,
  engine: Engine,
): SessionHost {
  const sender = createLiveSender();
  const ports: HostPorts = {
    ...outer,
    post(message) {
      // The server has to know for how long this clock stood.
      if (message.type === "gap") {
        const { tick, skippedMs } = message;
        sender.mark({ tick, kind: "gap", skippedMs: Math.round(skippedMs) });
      }
      outer.post(message);
    },
  };
  const known: ServerLog = { entries: [], checkpoints: [], welcome: NOTHING_YET };
  const done = new Set<string>();
  let play: PlayHost | undefined;
  let opening: Promise<void> | undefined;
  let confirmedSequence = 0;
  let lastSendMs = Number.NEGATIVE_INFINITY;
  let isWelcome = false;
  let sentCount = 0;

  const postLink = (): void => {
    const log = play?.ownLog();
    ports.post({
      type: "link",
      isConnected: link.isConnected(),
      unconfirmedCount: (log?.entries.length ?? 0) - confirmedSequence,
      frontierTick: log?.frontierTick ?? 0,
    });
  };

  const begin = async (): Promise<void> => {
    play = await openRun({ ports, ticket, engine, known });
    const tick = play?.ownLog().frontierTick ?? 0;
    if (tick > 0) sender.mark({ tick, kind: "reload" });
    if (known.welcome.isPaused) play?.standStill();
    else play?.run();
  };
  const beginOnce = (): void => {
    if (opening !== undefined) return;
    if (isComplete(known)) opening = begin();
    else link.again();
  };

  const obey = (message: Extract<FromServer, { type: "command" }>): void => {
    const { id, action, byTick } = message;
    if (done.has(id) || play?.ownLog().entries.some(({ commandId }) => commandId === id)) return;
    done.add(id);
    const tick = play?.ownLog().frontierTick ?? 0;
    if (tick > byTick) link.send({ type: "lapsed", id, reason: "It came too late." });
    else if (action.type === "clock.pause") {
      play?.pause("supervisor");
      sender.mark({ tick, kind: "pause" });
    } else if (action.type === "clock.run") {
      play?.run();
      sender.mark({ tick, kind: "resume" });
    } else if (play?.direct(id, action as Act["action"]) !== true) {
      link.send({ type: "lapsed", id, reason: "The case takes nothing any more." });
    }
  };

  const takeWelcome = (message: Welcome): void => {
    const log = play?.ownLog();
    if (log !== undefined && headAt(log, message.haveSequence) !== message.headHex) {
      // Another device of this trainee went on from an earlier moment: this one's end is not the case.
      link.close();
      play?.stop();
      return postProblem(ports, liveProblems.chain(message.frontierTick), true);
    }
    isWelcome = true;
    confirmedSequence = message.haveSequence;
    known.welcome = message;
    sender.begin(message.haveSequence, message.haveCheckpointTick);
    ports.post({ type: "session", message });
  };

  const hear = (message: FromServer): void => {
    switch (message.type) {
      case "welcome":
        isWelcome = true;
        return takeWelcome(message);
      case "log":
        if (play !== undefined || opening !== undefined) return;
        if (!takeKnown(known, message)) link.again();
        return;
      case "start":
        return beginOnce();
      case "kept":
        confirmedSequence = Math.max(confirmedSequence, message.sequence);
        sender.confirm(message.checkpointTick);
        return postLink();
      case "command":
        // One that comes while the run is being opened waits for it.
        void (opening ?? Promise.resolve()).then(() => obey(message));
        return;
      case "refused":
        if (RESENT.has(message.code)) return link.again();
        return ports.post({ type: "session", message });
      case "room":
        if (message.state === "ended") play?.stop();
        else if (message.state === "running") beginOnce();
        return ports.post({ type: "session", message });
      default:
        return ports.post({ type: "session", message });
    }
  };

  const link = openLink({
    ports,
    ticket,
    have: () => {
      const log = play?.ownLog();
      return {
        sequence: log?.entries.length ?? known.entries.length,
        checkpointTick: (log?.checkpoints ?? known.checkpoints).at(-1)?.tick ?? 0,
        journalSequence: 0,
      };
    },
    onMessage: hear,
    onState: (isConnected) => {
      isWelcome = isWelcome && isConnected;
      postLink();
    },
  });

  const send = (): void => {
    if (play === undefined || !isWelcome) return;
    const log = play.ownLog();
    const nowMs = ports.nowMs();
    const hasNews = log.entries.length > sentCount || log.isEnded;
    if (!hasNews && nowMs - lastSendMs < FRONTIER_EVERY_MS) return;
    lastSendMs = nowMs;
    sentCount = log.entries.length;
    for (const message of sender.due(log)) link.send(message);
  };

  return {
    beat() {
      link.beat();
      play?.beat();
      send();
    },
    tell: (message: ToServer) => link.send(message),
    play: () => play,
    stop() {
      play?.stop();
      link.close();
    },
  };
}

/** Takes what follows on; false when something went missing on the way. */
function takeKnown(known: ServerLog, { entries = [], checkpoints = [] }: RelayedLog): boolean {
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
const isComplete = ({ entries, checkpoints, welcome }: ServerLog): boolean =>
  entries.length >= welcome.haveSequence &&
  checkpoints.length * CHECKPOINT_EVERY_TICKS >= welcome.haveCheckpointTick;

/** Chain value of an entry of the own log; undefined when it has not come that far. */
const headAt = ({ genesisHex: genesis, entries }: OwnLog, sequence: number): string | undefined =>
  sequence === 0 ? genesis : entries[sequence - 1]?.chainHex;

interface OpenParts {
  readonly ports: HostPorts;
  readonly ticket: SessionTicket;
  readonly engine: Engine;
  readonly known: ServerLog;
}

/** The run from its first tick, from this device's copy, or from the server's when that has more. */
async function openRun({ ports, ticket, engine, known }: OpenParts): Promise<PlayHost | undefined> {
  const { store } = ports;
  const own = await store.read(ticket.sessionId);
  const kept = fromServer(ports, ticket, known);
  const stored = own === undefined || !goesOnFrom(own, kept) ? kept : own;
  const isNew = stored.entries.length === 0 && stored.checkpoints.length === 0 && own === undefined;
  if (!isNew && stored !== own) {
    if (own !== undefined) await store.remove(ticket.sessionId);
    await store.create(stored);
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

function fromServer(
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
