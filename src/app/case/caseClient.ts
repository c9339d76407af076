/**
 * The page's end of the worker: sends wishes, and turns what comes back into signals for pages and a
 * feed for the views.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Problem } from "../../kernel/result.ts";
import type { MarkResult, Report } from "../../scoring/report.ts";
import type { JournalLine } from "../../session/contract/live.ts";
import type {
  CaseBriefing,
  CaseFact,
  CaseFeed,
  CaseMode,
  Frame,
  FromWorker,
  PauseReason,
  Review,
  ToWorker,
} from "../../session/contract/protocol.ts";
import { SIGNAL_COUNT } from "../../world/contract/signals.ts";

export interface ClockState {
  readonly running: boolean;
  readonly speed: number;
  readonly reason: PauseReason | null;
}

export interface OpenCase {
  readonly recordingId: string;
  readonly briefing: CaseBriefing;
  readonly mode: CaseMode;
  readonly startTick: number;
  readonly endTick: number | null;
}

export interface CaseClient {
  /** Set once the worker has the case at hand; set anew after a rewind. */
  readonly opened: ReadonlySignal<OpenCase | undefined>;
  readonly clock: ReadonlySignal<ClockState>;
  readonly report: ReadonlySignal<Report | undefined>;
  readonly review: ReadonlySignal<Review | undefined>;
  readonly progressFraction: ReadonlySignal<number>;
  /** The last thing that went wrong, and whether the case can go on. */
  readonly problem: ReadonlySignal<(Problem & { readonly isFinal: boolean }) | undefined>;
  /** All facts since tick 0, oldest first. */
  readonly facts: ReadonlySignal<readonly CaseFact[]>;
  /** Device sleeps that simulation time did not make up for, in ms. */
  readonly skippedMs: ReadonlySignal<number>;
  /** What is known of the supervised session this case belongs to. */
  readonly session: SessionSignals;
  send(message: ToWorker): void;
  /** Only after `opened` is set. */
  feed(): CaseFeed;
  dismissProblem(): void;
  close(): void;
}

type Told<T extends string> = Extract<
  Extract<FromWorker, { type: "session" }>["message"],
  { type: T }
>;

export interface SessionSignals {
  readonly room: ReadonlySignal<Told<"room"> | undefined>;
  readonly journal: ReadonlySignal<readonly JournalLine[]>;
  readonly link: ReadonlySignal<Extract<FromWorker, { type: "link" }> | undefined>;
  /** What has been earned so far; empty for whoever does not supervise. */
  readonly standing: ReadonlySignal<readonly MarkResult[]>;
  /** Where the leader of the debrief looked when that was last said; undefined before anybody leads. */
  readonly shown: ReadonlySignal<Told<"shown"> | undefined>;
  /** The last thing the server refused. */
  readonly refusal: ReadonlySignal<Told<"refused"> | undefined>;
}

const STANDING: ClockState = { running: false, speed: 1, reason: null };

export function createCaseClient(worker: Worker): CaseClient {
  const opened = signal<OpenCase | undefined>(undefined);
  const clock = signal<ClockState>(STANDING);
  const report = signal<Report | undefined>(undefined);
  const review = signal<Review | undefined>(undefined);
  const progressFraction = signal(0);
  const problem = signal<(Problem & { isFinal: boolean }) | undefined>(undefined);
  const facts = signal<readonly CaseFact[]>([]);
  const skippedMs = signal(0);
  const room = signal<Told<"room"> | undefined>(undefined);
  const journal = signal<readonly JournalLine[]>([]);
  const link = signal<Extract<FromWorker, { type: "link" }> | undefined>(undefined);
  const refusal = signal<Told<"refused"> | undefined>(undefined);
  const shown = signal<Told<"shown"> | undefined>(undefined);
  const standing = signal<readonly MarkResult[]>([]);
  const hearSession = (message: Extract<FromWorker, { type: "session" }>["message"]): void => {
    if (message.type === "room") room.value = message;
    if (message.type === "shown") shown.value = message;
    if (message.type === "refused") refusal.value = message;
    if (message.type === "journal") journal.value = [...journal.value, ...message.lines];
  };
  const frameListeners = new Set<(frame: Frame) => void>();
  const factListeners = new Set<(fact: CaseFact) => void>();
  let latest: Frame = { tick: 0, readings: new Float64Array(SIGNAL_COUNT) };

  const take = (message: FromWorker): void => {
    switch (message.type) {
      case "frame":
        latest = message;
        for (const listener of frameListeners) listener(latest);
        return;
      case "facts":
        facts.value = [...facts.value, ...message.facts];
        for (const fact of message.facts) for (const listener of factListeners) listener(fact);
        return;
      case "past":
        facts.value = message.facts;
        return;
      case "clock":
        clock.value = message;
        return;
      case "ready":
        opened.value = { ...message, startTick: message.tick };
        return;
      case "progress":
        progressFraction.value = message.tick / Math.max(1, message.endTick);
        return;
      case "review":
        review.value = message.review;
        return;
      case "report":
        report.value = message.report;
        return;
      case "standing":
        standing.value = message.marks;
        return;
      case "gap":
        skippedMs.value += message.skippedMs;
        return;
      case "session":
        return hearSession(message.message);
      case "link":
        link.value = message;
        return;
      case "problem":
        problem.value = message;
        return;
    }
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => take(data);
  worker.onerror = (event) => {
    problem.value = {
      code: "worker.failed",
      place: "the running case",
      sentence: `The case could not run: ${event.message}`,
      remedy: "Reload the page. What was played is kept.",
      isFinal: true,
    };
  };

  return {
    opened,
    clock,
    report,
    review,
    progressFraction,
    problem,
    facts,
    skippedMs,
    session: { room, journal, link, refusal, standing, shown },
    send: (message) => worker.postMessage(message),
    feed() {
      const open = opened.peek();
      if (open === undefined) throw new Error("A feed was asked for before the case was open.");
      return {
        briefing: open.briefing,
        latest: () => latest,
        onFrame(listener) {
          frameListeners.add(listener);
          return () => frameListeners.delete(listener);
        },
        onFact(listener) {
          factListeners.add(listener);
          return () => factListeners.delete(listener);
        },
      };
    },
    dismissProblem() {
      problem.value = undefined;
    },
    close() {
      worker.terminate();
      frameListeners.clear();
      factListeners.clear();
    },
  };
}
