/**
 * Looks at the replay of a session that has ended, where its leader looks. Every device runs the log
 * itself, compares every checkpoint on the way, and follows; nothing here writes.
 */
import { MS_PER_TICK } from "../../kernel/tick.ts";
import type { FromServer, Shown, ToServer } from "../../session/contract/live.ts";
import type { CaseFact, SessionTicket } from "../../session/contract/protocol.ts";
import type { Engine } from "../../session/engine.ts";
import { createReplay, type Replay } from "../../session/replay.ts";
import { createReviewRun, type ReviewRun } from "../../session/review.ts";
import { SIGNAL_COUNT } from "../../world/contract/signals.ts";
import { reachedTick } from "../storage/runToRecording.ts";
import { type HostPorts, postProblem } from "./hostPorts.ts";
import { openLink } from "./liveLink.ts";
import { fromServer, isComplete, NOTHING_YET, type ServerLog, takeKnown } from "./openOwnRun.ts";
import type { SessionHost } from "./sessionHost.ts";
import { createWatchedJournal } from "./watchedJournal.ts";

/** Of the run through, for each beat: messages are still heard in between. */
const REVIEW_TICKS = 400;

interface Followed extends Shown {
  /** By this device's clock. */
  readonly heardMs: number;
}

interface Opened {
  readonly replay: Replay;
  readonly review: ReviewRun;
}

export function joinDebrief(ports: HostPorts, ticket: SessionTicket, engine: Engine): SessionHost {
  const known: ServerLog = { entries: [], checkpoints: [], welcome: NOTHING_YET };
  const readings = new Float64Array(SIGNAL_COUNT);
  const journal = createWatchedJournal(ports);
  let opened: Opened | undefined;
  let facts: readonly CaseFact[] | undefined;
  let followed: Followed | undefined;
  let hasWelcome = false;
  let isBroken = false;
  /** This device leads, came back, and has not heard from the server where everybody is. */
  let maySayWhere = false;

  const postFrame = ({ replay }: Opened): void => {
    replay.engineCase.readings(readings);
    ports.post({ type: "frame", tick: replay.tick(), readings });
  };
  const postClock = (): void =>
    ports.post({
      type: "clock",
      running: followed?.isRunning ?? false,
      speed: followed?.speed ?? 1,
      reason: followed?.isRunning ? null : "replay",
    });

  const open = (): void => {
    if (opened !== undefined || isBroken || !hasWelcome || !isComplete(known)) return;
    const stored = fromServer(ports, ticket, known);
    const { header, entries, checkpoints } = stored;
    const { caseSetup } = header;
    const recording = { caseSetup, entries, checkpoints, endTick: reachedTick(stored) };
    const created = createReplay(engine, recording);
    if (created.ok) opened = { replay: created.value, review: createReviewRun(created.value) };
    else {
      isBroken = true;
      postProblem(ports, created.problems[0]!, true);
    }
  };

  /** Runs through all of it once, so that every moment is checked and quickly reached. */
  const advance = (now: Opened): void => {
    const { replay, review } = now;
    const problem = review.advance(REVIEW_TICKS);
    if (problem !== undefined) {
      isBroken = true;
      return postProblem(ports, problem, true);
    }
    ports.post({ type: "progress", tick: replay.tick(), endTick: replay.endTick });
    if (!review.isDone()) return;
    facts = review.facts();
    replay.replayTo(0);
    const { briefing } = replay.engineCase;
    const { sessionId: recordingId, mode } = ticket;
    const { endTick } = replay;
    ports.post({ type: "ready", briefing, recordingId, mode, tick: 0, endTick });
    postFrame(now);
    postClock();
  };

  const follow = (now: Opened, all: readonly CaseFact[]): void => {
    if (followed === undefined) return;
    const { tick, isRunning, speed, heardMs } = followed;
    const passedTicks = isRunning ? ((ports.nowMs() - heardMs) / MS_PER_TICK) * speed : 0;
    const target = Math.min(Math.floor(tick + passedTicks), now.replay.endTick);
    const from = now.replay.tick();
    if (target === from) return;
    const problem = now.replay.replayTo(target);
    if (problem !== undefined) postProblem(ports, problem, true);
    const upTo = all.filter((fact) => fact.tick < target);
    if (target < from) ports.post({ type: "past", facts: upTo });
    else {
      const fresh = upTo.filter((fact) => fact.tick >= from);
      if (fresh.length > 0) ports.post({ type: "facts", facts: fresh });
    }
    postFrame(now);
  };

  /** A server that was started again no longer knows where the group was: its leader does. */
  const sayWhere = (): void => {
    if (!maySayWhere || followed === undefined || opened === undefined) return;
    maySayWhere = false;
    const { isRunning, speed } = followed;
    link.send({ type: "lead", tick: opened.replay.tick(), isRunning, speed });
  };

  const hear = (message: FromServer): void => {
    switch (message.type) {
      case "welcome":
        maySayWhere = message.role === "supervisor";
        hasWelcome = true;
        known.welcome = message;
        ports.post({ type: "session", message });
        return open();
      case "log":
        if (opened !== undefined) return;
        if (!takeKnown(known, message)) return link.again();
        return open();
      case "shown": {
        maySayWhere = false;
        const { type: _, ...shown } = message;
        followed = { ...shown, heardMs: ports.nowMs() };
        ports.post({ type: "session", message });
        return postClock();
      }
      case "journal":
        if (!journal.take(message)) link.again();
        return;
      case "room":
        // The last of what a welcome brings: a server that knew the place has told it by now.
        sayWhere();
        return ports.post({ type: "session", message });
      case "refused":
        return ports.post({ type: "session", message });
      default:
        return undefined;
    }
  };

  const link = openLink({
    ports,
    ticket,
    have: () => ({
      sequence: known.entries.length,
      checkpointTick: known.checkpoints.at(-1)?.tick ?? 0,
      journalSequence: journal.sequence,
    }),
    onMessage: hear,
    onState: (isConnected) =>
      ports.post({ type: "link", isConnected, unconfirmedCount: null, frontierTick: 0 }),
  });

  return {
    beat() {
      link.beat();
      if (opened === undefined || isBroken) return;
      if (facts === undefined) advance(opened);
      else follow(opened, facts);
    },
    tell: (message: ToServer) => link.send(message),
    play: () => undefined,
    stop: () => link.close(),
  };
}
