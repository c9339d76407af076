/**
 * Messages between a page and the worker that steps the case. Readings travel as plain Float64Array
 * in the order of SIGNALS; the page never computes physics, the worker never touches the page.
 */
import type { GuidedStep, ScenarioFact } from "../../scenario/contract/scenario.ts";
import type { MarkResult, Report } from "../../scoring/report.ts";
import type { TraineeAction } from "../../world/contract/actions.ts";
import type { DrugOffer } from "../../world/contract/drug.schema.ts";
import type { Fact } from "../../world/contract/facts.ts";
import type { FromServer, ParticipantRole, ToServer } from "./live.ts";

/** A drill is an exam on one's own device whose scenario, failure and onset are not told before its debrief. */
export type CaseMode = "practice" | "drill" | "exam";
/** What a supervised session can be. */
export type SessionMode = Exclude<CaseMode, "drill">;

/** What the views need to know about the case before the first frame. */
export interface CaseBriefing {
  readonly scenarioTitle: string;
  readonly briefing: string;
  readonly mode: CaseMode;
  readonly seed: number;
  readonly patientSummary: string;
  readonly bodySurfaceM2: number;
  readonly reservoirCapacityMl: number;
  readonly reservoirMinimumMl: number;
  readonly drugs: readonly DrugOffer[];
  /** What the guide says at each stage of a module. Engines from before modules name none. */
  readonly guide?: readonly GuidedStep[];
}

/** Readings of one moment, in the order of SIGNALS. Frozen for views: they must not write to it. */
export interface Frame {
  readonly tick: number;
  readonly readings: Float64Array;
}

export type CaseFact = Fact | ScenarioFact;

/** What a view may do: send an act. The answer comes as a fact (accepted or refused). */
export interface ActSink {
  act(action: TraineeAction): void;
}

/** Where views get frames and facts from. Unsubscribe by calling what is returned. */
export interface CaseFeed {
  readonly briefing: CaseBriefing;
  latest(): Frame;
  onFrame(listener: (frame: Frame) => void): () => void;
  onFact(listener: (fact: CaseFact) => void): () => void;
}

/** Why the clock stands, as far as the page has to say it. */
export type PauseReason = "asked" | "hidden" | "resumed" | "replay" | "supervisor" | "frozen";

/** A few signals sampled at even steps over a whole recording, for the debrief's plots. */
export interface Trends {
  readonly everyTicks: number;
  readonly signals: readonly string[];
  /** One column per signal, one value per step, the first at tick 0. */
  readonly columns: readonly Float64Array[];
}

/** What a verified run through a whole recording shows. */
export interface Review {
  readonly recordingId: string;
  readonly engineHash: string;
  readonly endTick: number;
  readonly checkedCount: number;
  readonly trends: Trends;
  readonly facts: readonly CaseFact[];
  /** Null when the recording stops before the case ended. */
  readonly report: Report | null;
  readonly finalHashHex: string;
}

/** What a device needs to take part in a supervised session. */
export interface SessionTicket {
  readonly sessionId: string;
  readonly token: string;
  readonly deviceId: string;
  readonly takeOver: boolean;
  readonly role: ParticipantRole;
  readonly title: string;
  readonly mode: CaseMode;
  readonly engineHash: string;
  readonly caseSetup: Readonly<Record<string, unknown>>;
}

export type ToWorker =
  | {
      readonly type: "start";
      readonly engineHash: string;
      readonly caseSetup: Readonly<Record<string, unknown>>;
      readonly recordingId: string;
      readonly title: string;
      readonly mode: CaseMode;
    }
  /** A case that will probably be started: what takes time can be done before. */
  | {
      readonly type: "prepare";
      readonly engineHash: string;
      readonly caseSetup: Readonly<Record<string, unknown>>;
    }
  | { readonly type: "resume"; readonly recordingId: string }
  /** Takes part in a supervised session: plays its case, or watches it. */
  | ({ readonly type: "join" } & SessionTicket)
  /** Looks at the replay of a session that has ended, where its leader looks. */
  | ({ readonly type: "debrief" } & SessionTicket)
  /** Says something to the session's server; only after "join" or "debrief". */
  | { readonly type: "tell"; readonly message: ToServer }
  | { readonly type: "replay"; readonly recordingId: string }
  | { readonly type: "act"; readonly action: TraineeAction }
  | { readonly type: "pause"; readonly reason: PauseReason }
  | { readonly type: "run" }
  | { readonly type: "setSpeed"; readonly speed: number }
  | { readonly type: "seek"; readonly tick: number }
  | { readonly type: "rewind"; readonly tick: number }
  | { readonly type: "stop" };

export type FromWorker =
  | {
      readonly type: "ready";
      readonly briefing: CaseBriefing;
      readonly recordingId: string;
      readonly mode: CaseMode;
      readonly tick: number;
      /** Where a replay ends; null for a case being played. */
      readonly endTick: number | null;
    }
  | { readonly type: "frame"; readonly tick: number; readonly readings: Float64Array }
  | { readonly type: "facts"; readonly facts: readonly CaseFact[] }
  /** Facts from before a resume or rewind: for the record, not for ears and eyes. */
  | { readonly type: "past"; readonly facts: readonly CaseFact[] }
  | {
      readonly type: "clock";
      readonly running: boolean;
      readonly speed: number;
      readonly reason: PauseReason | null;
    }
  | { readonly type: "progress"; readonly tick: number; readonly endTick: number }
  | { readonly type: "review"; readonly review: Review }
  | { readonly type: "report"; readonly report: Report; readonly recordingId: string }
  /** What has been earned so far, for whoever supervises. */
  | { readonly type: "standing"; readonly marks: readonly MarkResult[] }
  | { readonly type: "gap"; readonly tick: number; readonly skippedMs: number }
  /** Who is in the session, its journal, what was refused: as the server says it. */
  | {
      readonly type: "session";
      readonly message: Extract<
        FromServer,
        { type: "room" | "journal" | "refused" | "welcome" | "shown" }
      >;
    }
  | {
      readonly type: "link";
      readonly isConnected: boolean;
      /** Entries the server has not confirmed; null for a watcher. */
      readonly unconfirmedCount: number | null;
      readonly frontierTick: number;
    }
  | {
      readonly type: "problem";
      readonly code: string;
      readonly place: string;
      readonly sentence: string;
      readonly remedy?: string | undefined;
      /** True when the case cannot go on. */
      readonly isFinal: boolean;
    };
