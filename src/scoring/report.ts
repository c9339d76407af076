/**
 * The result of a case: marks with the log entries that earned or lost them, critical fails and what
 * happened to the patient. It says met or not met; it never says competent.
 */

/** Ticks of the log entries or facts that prove a mark. */
export interface Evidence {
  readonly tick: number;
  readonly sentence: string;
}

export type MarkClass = "must" | "should" | "mustNot";
export type MarkState = "inTime" | "late" | "notDone" | "clean" | "violated";

export interface MarkResult {
  readonly id: string;
  readonly class: MarkClass;
  readonly critical: boolean;
  readonly title: string;
  /** Why it matters to the patient, one or two sentences. */
  readonly why: string;
  readonly state: MarkState;
  /** Seconds from the clock's start to the act; null when it was not done. */
  readonly doneAtS: number | null;
  readonly targetS: number | null;
  readonly failS: number | null;
  readonly points: number;
  readonly pointsMax: number;
  readonly evidence: readonly Evidence[];
}

export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly band: "green" | "amber" | "red" | "none";
  readonly sentence: string;
}

export interface Report {
  readonly formatVersion: 1;
  readonly scenarioId: string;
  readonly variant: string;
  /** Which of the variant's causes was drawn; empty when it has only one. */
  readonly cause?: string;
  /** What had failed, as a title. */
  readonly variantTitle?: string;
  /** What had happened and what the right answer was, for the debrief. */
  readonly explanation?: string;
  readonly seed: number;
  readonly mode: "practice" | "drill" | "exam";
  readonly outcome: "met" | "notMet";
  /** Sentences saying what decided the outcome. */
  readonly because: readonly string[];
  readonly onsetTick: number;
  readonly endTick: number;
  readonly endReason: string;
  readonly pointsFraction: number;
  readonly marks: readonly MarkResult[];
  readonly criticalFails: readonly string[];
  readonly measures: readonly Measure[];
  readonly questions: readonly string[];
}
