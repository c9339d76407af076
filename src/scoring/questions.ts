/**
 * Two or three questions for the debrief, chosen from what went worst: critical fails first, then
 * what was missed, then what was late. A good run is asked the rubric's own questions.
 */
import type { MarkResult } from "./report.ts";
import type { Rubric } from "./rubric.schema.ts";

const QUESTIONS_MAX = 3;
const QUESTIONS_MIN = 2;

/** How much a mark's result deserves to be talked about; 0 = not at all. */
function weightPoints({ class: kind, critical, state, points, pointsMax }: MarkResult): number {
  const isLost = state === "violated" || state === "notDone";
  if (isLost && critical) return 100;
  if (state === "violated") return 50 - points;
  if (isLost) return kind === "must" ? 40 : 20;
  return state === "late" ? pointsMax - points : 0;
}

export function debriefQuestions(rubric: Rubric, marks: readonly MarkResult[]): string[] {
  const ranked = marks
    .map((mark) => ({ mark, weight: weightPoints(mark) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const asked = new Set<string>();
  for (const { mark } of ranked) {
    const question = rubric.marks.find(({ id }) => id === mark.id)?.question;
    if (question !== undefined && asked.size < QUESTIONS_MAX) asked.add(question);
  }
  for (const question of rubric.questions) {
    if (asked.size < QUESTIONS_MIN) asked.add(question);
  }
  return [...asked];
}
