/**
 * A watcher's device: runs the same case from the same log a moment behind, never past what the
 * trainee's device has done, and compares every checkpoint on the way.
 */
import { sToTicks } from "../../kernel/tick.ts";
import { createCaseClock } from "../../session/clock.ts";
import type { FromServer, LiveEntry, RelayedLog, ToServer } from "../../session/contract/live.ts";
import type { CaseFact, SessionTicket } from "../../session/contract/protocol.ts";
import type { Engine, EngineCase } from "../../session/engine.ts";
import { CHECKPOINT_EVERY_TICKS } from "../../session/liveRun.ts";
import { openCase } from "../../session/openCase.ts";
import { recordingProblems } from "../../session/recordingProblems.ts";
import { SIGNAL_COUNT } from "../../world/contract/signals.ts";
import { type HostPorts, postProblem } from "./hostPorts.ts";
import { openLink } from "./liveLink.ts";
import type { SessionHost } from "./sessionHost.ts";

/** Ticks in hand, so that the picture flows between two messages. */
const CUSHION_TICKS = 5;
/** Beyond this the watcher catches up as fast as it can. */
const FAR_BEHIND_TICKS = sToTicks(2);
const CATCH_UP_TICKS = 400; // per beat; a slice short enough that messages are still heard

export function joinAsWatcher(
  ports: HostPorts,
  ticket: SessionTicket,
  engine: Engine,
): SessionHost | undefined {
  const created = openCase(engine, ticket.caseSetup);
  if (!created.ok) {
    postProblem(ports, created.problems[0]!, true);
    return undefined;
  }
  const engineCase = created.value;
  const log = createWatchedLog();
  const clock = createCaseClock();
  const readings = new Float64Array(SIGNAL_COUNT);
  let journalSequence = 0;
  let isOpen = false;
  let hasDiverged = false;

  const postFrame = (): void => {
    engineCase.readings(readings);
    ports.post({ type: "frame", tick: engineCase.tick(), readings });
  };
  const postLink = (): void =>
    ports.post({
      type: "link",
      isConnected: link.isConnected(),
      unconfirmedCount: null,
      frontierTick: log.frontierTick,
    });
  const open = (): void => {
    if (isOpen) return;
    isOpen = true;
    clock.start(ports.nowMs());
    const { briefing } = engineCase;
    const { sessionId: recordingId, mode } = ticket;
    ports.post({ type: "ready", briefing, recordingId, mode, tick: 0, endTick: null });
    postFrame();
  };

  const hear = (message: FromServer): void => {
    switch (message.type) {
      case "log":
        if (!log.take(message)) return link.again();
        if (log.frontierTick > 0) open();
        return;
      case "start":
        return open();
      case "journal": {
        const lines = message.lines.filter(({ sequence }) => sequence > journalSequence);
        if (lines[0] === undefined) return;
        if (lines[0].sequence > journalSequence + 1) return link.again();
        journalSequence += lines.length;
        return ports.post({ type: "session", message: { type: "journal", lines } });
      }
      case "welcome":
      case "room":
      case "refused":
        return ports.post({ type: "session", message });
      default:
        return undefined;
    }
  };
  const link = openLink({
    ports,
    ticket,
    have: () => ({ ...log.have(), journalSequence }),
    onMessage: hear,
    onState: postLink,
  });

  const step = (ticks: number): void => {
    const facts: CaseFact[] = [];
    for (let count = 0; count < ticks && engineCase.tick() < log.frontierTick; count++) {
      facts.push(...engineCase.step(log.due(engineCase.tick())));
      const expectedHex = log.hashAt(engineCase.tick());
      if (expectedHex === undefined || expectedHex === engineCase.hashHex()) continue;
      if (hasDiverged) continue;
      hasDiverged = true;
      tellDivergence(ports, engineCase, expectedHex);
      link.send({ type: "diverged", tick: engineCase.tick(), expectedHex });
    }
    if (facts.length > 0) ports.post({ type: "facts", facts });
    if (engineCase.ended()) {
      clock.stop();
      ports.post({ type: "report", report: engineCase.report(), recordingId: ticket.sessionId });
    }
  };

  return {
    beat() {
      link.beat();
      if (!isOpen || !clock.running()) return;
      const { ticks } = clock.advance(ports.nowMs());
      const behindTicks = log.frontierTick - engineCase.tick();
      if (behindTicks <= 0) return;
      const surplusTicks = Math.max(0, behindTicks - CUSHION_TICKS);
      const isFar = behindTicks > FAR_BEHIND_TICKS;
      step(isFar ? CATCH_UP_TICKS : ticks + Math.ceil(surplusTicks / CUSHION_TICKS));
      postFrame();
      if (engineCase.tick() % CUSHION_TICKS === 0) postLink();
    },
    tell: (message: ToServer) => link.send(message),
    play: () => undefined,
    stop: () => link.close(),
  };
}

function tellDivergence(ports: HostPorts, engineCase: EngineCase, expectedHex: string): void {
  const problem = recordingProblems.differs(engineCase.tick(), expectedHex, engineCase.hashHex());
  postProblem(ports, { ...problem, code: "live.diverged" }, false);
}

interface WatchedLog {
  readonly frontierTick: number;
  /** False when something went missing on the way, and nothing was taken. */
  take(message: RelayedLog): boolean;
  /** Entries that take effect before the step at this tick. */
  due(tick: number): readonly LiveEntry[];
  hashAt(tick: number): string | undefined;
  have(): { readonly sequence: number; readonly checkpointTick: number };
}

function createWatchedLog(): WatchedLog {
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
    hashAt: (tick) => (tick % CHECKPOINT_EVERY_TICKS === 0 ? hashes.get(tick) : undefined),
    have: () => ({ sequence: entries.length, checkpointTick }),
  };
}
