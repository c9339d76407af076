/**
 * The report of a case: met or not met, and why. Passing needs no critical fail, enough of the
 * points that applied, and a patient who was not harmed. It never says competent.
 */
import type { Drawn } from "../scenario/contract/drawn.ts";
import { markResult } from "./markResult.ts";
import { measureResult } from "./measureTracker.ts";
import { debriefQuestions } from "./questions.ts";
import type { MarkResult, Measure, Report } from "./report.ts";
import type { Rubric } from "./rubric.schema.ts";
import type { Scorer } from "./scorer.ts";

export interface ReportFrame {
  readonly scenarioId: string;
  readonly seed: number;
  readonly mode: Report["mode"];
  /** Start of the clock of the marks, −1 when the fault never came. */
  readonly clockTick: number;
  readonly endTick: number;
  readonly endReason: string;
  /** What the scenario says about what was drawn. */
  readonly variantTitle: string;
  readonly explanation: string;
}

export function buildReport(
  rubric: Rubric,
  scorer: Scorer,
  drawn: Drawn,
  frame: ReportFrame,
): Report {
  const marks = scorer.marks.map((tracker) => markResult(tracker, rubric, drawn));
  const measures = scorer.measures.map(measureResult);
  const fails = marks.filter(failsTheCase);
  const pointsFraction = fractionOf(marks);
  const redMeasures = measures.filter(
    ({ id, band }) => band === "red" && rubric.measures.some((one) => one.id === id && one.decides),
  );
  const wasPlayed = frame.clockTick >= 0 && frame.endReason !== "stopped";
  const isMet =
    wasPlayed &&
    fails.length === 0 &&
    redMeasures.length === 0 &&
    frame.endReason !== "harm" &&
    pointsFraction >= rubric.passFraction;
  const { scenarioId, seed, mode, clockTick, endTick, endReason } = frame;
  const { variantTitle, explanation } = frame;
  return {
    formatVersion: 1,
    scenarioId,
    variant: drawn.variant,
    cause: drawn.cause,
    variantTitle,
    explanation,
    seed,
    mode,
    outcome: isMet ? "met" : "notMet",
    because: reasons({ rubric, fails, redMeasures, pointsFraction, frame }),
    onsetTick: clockTick >= 0 ? clockTick : drawn.onsetTick,
    endTick,
    endReason,
    pointsFraction,
    marks,
    criticalFails: fails.map(({ id, title }) => `${id} ${title}`),
    measures,
    questions: debriefQuestions(rubric, marks),
  };
}

/** A critical must that was not done, or a critical harm that was. */
function failsTheCase({ critical, state }: MarkResult): boolean {
  return critical && (state === "violated" || state === "notDone");
}

/** Points earned of those that applied, with the costs of harm taken off; never below 0. */
function fractionOf(marks: readonly MarkResult[]): number {
  const possible = marks.reduce((sum, { pointsMax }) => sum + pointsMax, 0);
  const earned = marks.reduce((sum, { points }) => sum + points, 0);
  return possible === 0 ? 0 : Math.max(0, earned / possible);
}

interface Decided {
  readonly rubric: Rubric;
  readonly fails: readonly MarkResult[];
  readonly redMeasures: readonly Measure[];
  readonly pointsFraction: number;
  readonly frame: ReportFrame;
}

function reasons({ rubric, fails, redMeasures, pointsFraction, frame }: Decided): string[] {
  if (frame.clockTick < 0) return ["The case ended before anything failed."];
  const percent = Math.floor(pointsFraction * 100);
  const needed = Math.round(rubric.passFraction * 100);
  const because: string[] = [];
  if (frame.endReason === "stopped") because.push("The case was stopped before its end.");
  if (frame.endReason === "harm") because.push("The case ended because the patient was harmed.");
  for (const { title, id, state } of fails) {
    because.push(`Critical: ${title} (${id}${state === "notDone" ? ", not done" : ""}).`);
  }
  for (const { sentence } of redMeasures) because.push(sentence);
  because.push(
    pointsFraction >= rubric.passFraction
      ? `${percent} % of the points that applied; ${needed} % are needed.`
      : `Only ${percent} % of the points that applied; ${needed} % are needed.`,
  );
  if (fails.length === 0) because.push("No critical fail.");
  return because;
}
