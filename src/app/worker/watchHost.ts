/**
 * A watcher's device: runs the same case from the same log a moment behind, never past what the
 * trainee's device has done, and compares every checkpoint on the way.
 */
import { sToTicks } from "../../kernel/tick.ts";
import { createCaseClock } from "../../session/clock.ts";
import type { Keyframe } from "../../session/contract/keyframe.ts";
import type { FromServer, ToServer } from "../../session/contract/live.ts";
import type { SessionTicket } from "../../session/contract/protocol.ts";
import type { Engine, EngineCase } from "../../session/engine.ts";
import { openCase } from "../../session/openCase.ts";
import { recordingProblems } from "../../session/recordingProblems.ts";
import { SIGNAL_COUNT } from "../../world/contract/signals.ts";
import { type HostPorts, postProblem } from "./hostPorts.ts";
import { openLink } from "./liveLink.ts";
import { createKeyframeCollector } from "./packKeyframe.ts";
import type { SessionHost } from "./sessionHost.ts";
import { watchCase } from "./watchedCase.ts";
import { createWatchedJournal } from "./watchedJournal.ts";
import { createWatchedLog } from "./watchedLog.ts";

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
  const journal = createWatchedJournal(ports);
  let isOpen = false;
  let keyframe: Keyframe | undefined;
  let standingSecond = -1;
  const collector = createKeyframeCollector();
  const watched = watchCase({
    engineCase,
    log,
    onDiverged(expectedHex) {
      tellDivergence(ports, engineCase, expectedHex);
      link.send({ type: "diverged", tick: engineCase.tick(), expectedHex });
    },
  });

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
  /** Once all of the history is here: a late joiner does not play what lies before the keyframe. */
  const startLate = (): void => {
    if (keyframe === undefined || !watched.startFrom(keyframe)) return;
    ports.post({ type: "past", facts: keyframe.facts });
    keyframe = undefined;
  };
  /** The trainee came back earlier than what was relayed and never kept: so does this device. */
  const goBackIfLate = (): void => {
    const tick = log.nextTick();
    if (tick === undefined || tick >= watched.tick()) return;
    ports.post({ type: "past", facts: watched.goBack(tick) });
  };

  const hear = (message: FromServer): void => {
    switch (message.type) {
      case "log":
        if (!log.take(message)) return link.again();
        startLate();
        goBackIfLate();
        if (log.frontierTick > 0) open();
        return;
      case "keyframe":
        keyframe = collector.take(message) ?? keyframe;
        return;
      case "start":
        return open();
      case "journal":
        if (!journal.take(message)) link.again();
        return;
      case "welcome":
        log.cutTo(message.frontierTick);
        return ports.post({ type: "session", message });
      case "room":
      case "shown":
      case "refused":
        return ports.post({ type: "session", message });
      default:
        return undefined;
    }
  };
  const link = openLink({
    ports,
    ticket,
    have: () => ({ ...log.have(), journalSequence: journal.sequence }),
    onMessage: hear,
    onState: postLink,
  });

  const postStanding = (): void => {
    const second = Math.floor(engineCase.tick() / sToTicks(1));
    if (second === standingSecond) return;
    standingSecond = second;
    ports.post({ type: "standing", marks: engineCase.report().marks });
  };

  const step = (ticks: number): void => {
    const facts = watched.step(ticks);
    if (facts.length > 0) ports.post({ type: "facts", facts });
    if (ticket.role === "supervisor") postStanding();
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
      const smoothTicks = ticks + Math.ceil(surplusTicks / CUSHION_TICKS);
      // What somebody did is shown at once; the cushion is for what flows by itself.
      const actTick = log.nextTick();
      const toActTicks = actTick === undefined ? 0 : actTick + 1 - engineCase.tick();
      step(isFar ? CATCH_UP_TICKS : Math.max(smoothTicks, toActTicks));
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
