/**
 * The trainee's device in a supervised session. It plays by its own clock whether or not the server
 * is there, keeps everything itself, and sends what the server has not confirmed.
 */
import type { Act } from "../../session/caseLog.ts";
import { chainEntryHex, genesisHex } from "../../session/chain.ts";
import type { FromServer, LiveEntry, ToServer } from "../../session/contract/live.ts";
import type { SessionTicket } from "../../session/contract/protocol.ts";
import type { Checkpoint, Entry } from "../../session/contract/recording.ts";
import type { Engine } from "../../session/engine.ts";
import { createLiveSender } from "../../session/liveSender.ts";
import type { RunHeader, StoredRun } from "../storage/runStore.ts";
import { type HostPorts, postProblem } from "./hostPorts.ts";
import { openLink } from "./liveLink.ts";
import { type PlayHost, resumeRun, startRun } from "./playHost.ts";
import type { SessionHost } from "./sessionHost.ts";

/** The frontier travels at least five times a second; architecture section 7. */
const FRONTIER_EVERY_MS = 100;

/** What the server had kept when this page came. */
interface ServerLog {
  readonly entries: LiveEntry[];
  readonly checkpoints: Checkpoint[];
  /** The server has heard that ticks up to here are over, so this device must not act in them. */
  frontierTick: number;
}

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
  const known: ServerLog = { entries: [], checkpoints: [], frontierTick: 0 };
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
    play?.run();
  };

  const obey = (message: Extract<FromServer, { type: "command" }>): void => {
    const { id, action } = message;
    if (done.has(id) || play?.ownLog().entries.some(({ commandId }) => commandId === id)) return;
    done.add(id);
    const tick = play?.ownLog().frontierTick ?? 0;
    if (action.type === "clock.pause") {
      play?.pause("supervisor");
      sender.mark({ tick, kind: "pause" });
    } else if (action.type === "clock.run") {
      play?.run();
      sender.mark({ tick, kind: "resume" });
    } else if (play?.direct(id, action as Act["action"]) !== true) {
      link.send({ type: "lapsed", id, reason: "The case takes nothing any more." });
    }
  };

  const hear = (message: FromServer): void => {
    switch (message.type) {
      case "welcome":
        isWelcome = true;
        confirmedSequence = message.haveSequence;
        known.frontierTick = message.frontierTick;
        sender.begin(message.haveSequence, message.haveCheckpointTick);
        return ports.post({ type: "session", message });
      case "log":
        if (play !== undefined || opening !== undefined) return;
        known.entries.push(...message.entries);
        known.checkpoints.push(...message.checkpoints);
        return;
      case "start":
        opening ??= begin();
        return;
      case "kept":
        confirmedSequence = message.sequence;
        return postLink();
      case "command":
        // One that comes while the run is being opened waits for it.
        void (opening ?? Promise.resolve()).then(() => obey(message));
        return;
      default:
        if (message.type === "room" && message.state === "ended") play?.stop();
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
  const isBehind = (own?.entries.length ?? 0) < known.entries.length;
  const stored = own === undefined || isBehind ? fromServer(ports, ticket, known) : own;
  const isNew = stored.entries.length === 0 && stored.checkpoints.length === 0 && own === undefined;
  if (!isNew && stored !== own) {
    if (own !== undefined) await store.remove(ticket.sessionId);
    await store.create(stored);
  }
  const tick = Math.max(stored.header.tick, known.frontierTick);
  const opened = isNew
    ? await startRun(ports, engine, stored.header)
    : await resumeRun(ports, engine, { ...stored, header: { ...stored.header, tick } });
  if (!("sentence" in opened)) return opened;
  postProblem(ports, opened, true);
  return undefined;
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
