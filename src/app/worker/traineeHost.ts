/**
 * The trainee's device in a supervised session. It plays by its own clock whether or not the server
 * is there, keeps everything itself, and sends what the server has not confirmed.
 */
import type { Act } from "../../session/caseLog.ts";
import type { FromServer, ToServer } from "../../session/contract/live.ts";
import type { CaseFact, SessionTicket } from "../../session/contract/protocol.ts";
import type { Engine } from "../../session/engine.ts";
import { liveProblems } from "../../session/liveProblems.ts";
import { createLiveSender, type OwnLog } from "../../session/liveSender.ts";
import { type HostPorts, postProblem } from "./hostPorts.ts";
import { openLink } from "./liveLink.ts";
import {
  isComplete,
  NOTHING_YET,
  openRun,
  type ServerLog,
  takeKnown,
  type Welcome,
} from "./openOwnRun.ts";
import { createKeyframeCollector, keyframeParts, packKeyframe } from "./packKeyframe.ts";
import type { PlayHost } from "./playHost.ts";
import type { SessionHost } from "./sessionHost.ts";

/** The frontier travels at least five times a second, and a beat may come late. */
const FRONTIER_EVERY_MS = 160;
/** Facts that late joiners get to read. */
const FACTS_FOR_OTHERS = 300;

/** Refusals that say something went missing: both ends say what they have, and it is sent again. */
const RESENT = new Set([
  "live.sequence",
  "live.tickOrder",
  "live.checkpointOrder",
  "live.chain",
  "live.ahead",
]);

export function joinAsTrainee(
  outer: HostPorts,
  ticket: SessionTicket,
  engine: Engine,
): SessionHost {
  const sender = createLiveSender();
  let facts: readonly CaseFact[] = [];
  let sentKeyframeTick = 0;
  const ports: HostPorts = {
    ...outer,
    post(message) {
      // The server has to know for how long this clock stood.
      if (message.type === "gap") {
        const { tick, skippedMs } = message;
        sender.mark({ tick, kind: "gap", skippedMs: Math.round(skippedMs) });
      }
      if (message.type === "past") facts = [...message.facts];
      if (message.type === "facts") facts = [...facts, ...message.facts].slice(-FACTS_FOR_OTHERS);
      outer.post(message);
    },
  };
  const collector = createKeyframeCollector();
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
    const { isPaused, isFrozen } = known.welcome;
    if (isPaused) play?.standStill(isFrozen ? "frozen" : "supervisor");
    else play?.run();
  };
  const beginOnce = (): void => {
    if (opening !== undefined) return;
    if (isWelcome && isComplete(known)) opening = begin();
    else link.again();
  };

  const obey = (message: Extract<FromServer, { type: "command" }>): void => {
    const { id, action, byTick } = message;
    if (
      play === undefined ||
      done.has(id) ||
      play?.ownLog().entries.some(({ commandId }) => commandId === id)
    )
      return;
    done.add(id);
    const tick = play?.ownLog().frontierTick ?? 0;
    if (tick > byTick) link.send({ type: "lapsed", id, reason: "It came too late." });
    else if (action.type === "clock.pause" || action.type === "clock.freeze") {
      play?.pause(action.type === "clock.freeze" ? "frozen" : "supervisor");
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
    sentKeyframeTick = message.keyframeTick;
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
      case "keyframe":
        known.keyframe = collector.take(message) ?? known.keyframe;
        return;
      case "shown":
        return ports.post({ type: "session", message });
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
    // An act travels with the tick that it changed, so that watchers can show it at once.
    const lastTick = log.entries.at(-1)?.tick ?? 0;
    const hasActed = log.entries.length > sentCount && lastTick < log.frontierTick;
    const hasNews = hasActed || log.isEnded;
    if (!hasNews && nowMs - lastSendMs < FRONTIER_EVERY_MS) return;
    lastSendMs = nowMs;
    sentCount = log.entries.length;
    for (const message of sender.due(log)) link.send(message);
    sendKeyframe(play);
  };

  const sendKeyframe = (playing: PlayHost): void => {
    const last = playing.lastKeyframe();
    if (last === undefined || last.tick <= sentKeyframeTick) return;
    sentKeyframeTick = last.tick;
    const before = facts.filter(({ tick }) => tick <= last.tick);
    for (const part of keyframeParts(packKeyframe({ ...last, facts: before }))) link.send(part);
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

/** Chain value of an entry of the own log; undefined when it has not come that far. */
const headAt = ({ genesisHex: genesis, entries }: OwnLog, sequence: number): string | undefined =>
  sequence === 0 ? genesis : entries[sequence - 1]?.chainHex;
