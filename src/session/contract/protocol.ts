/**
 * Messages between a page and the worker that steps the case. Readings travel as plain Float64Array
 * in the order of SIGNALS; the page never computes physics, the worker never touches the page.
 */
import type { ScenarioFact } from "../../scenario/contract/scenario.ts";
import type { Report } from "../../scoring/report.ts";
import type { TraineeAction } from "../../world/contract/actions.ts";
import type { Fact } from "../../world/contract/facts.ts";

export type CaseMode = "practice" | "exam";

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

export type ToWorker =
  | { readonly type: "start"; readonly engineUrl: string; readonly caseSetup: unknown; readonly recordingId: string }
  | { readonly type: "resume"; readonly recordingId: string }
  | { readonly type: "replay"; readonly engineUrl: string; readonly recording: unknown }
  | { readonly type: "act"; readonly action: TraineeAction }
  | { readonly type: "pause" }
  | { readonly type: "run" }
  | { readonly type: "setSpeed"; readonly speed: number }
  | { readonly type: "seek"; readonly tick: number }
  | { readonly type: "rewind"; readonly tick: number }
  | { readonly type: "stop" };

export type FromWorker =
  | { readonly type: "ready"; readonly briefing: CaseBriefing; readonly tick: number; readonly endTick: number | null }
  | { readonly type: "frame"; readonly tick: number; readonly readings: Float64Array }
  | { readonly type: "facts"; readonly facts: readonly CaseFact[] }
  | { readonly type: "clock"; readonly running: boolean; readonly speed: number }
  | { readonly type: "report"; readonly report: Report; readonly recordingId: string }
  | { readonly type: "problem"; readonly code: string; readonly place: string; readonly sentence: string };
