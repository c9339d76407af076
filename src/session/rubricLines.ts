/**
 * A case's checklist as lines that a person judges: read from any report, and stripped of everything the
 * machine found where somebody is to judge apart from it.
 */
import { z } from "zod";
import type { MarkClass, MarkState } from "../scoring/report.ts";
import { MARK_STATES } from "./contract/signedRecord.ts";

const MARK_CLASSES = ["must", "should", "mustNot"] as const satisfies readonly MarkClass[];

const lineShape = {
  id: z.string(),
  class: z.enum(MARK_CLASSES),
  critical: z.boolean(),
  title: z.string(),
  /** Seconds; null for what must not happen and for what is kept up instead of done. */
  targetS: z.number().nullable(),
};
const lineSchema = z.object(lineShape);
const countedSchema = z.object({
  ...lineShape,
  state: z.enum(MARK_STATES),
  /** Seconds from the clock's start; null when it was not done. */
  doneAtS: z.number().nullable(),
  points: z.number(),
  pointsMax: z.number(),
});

/** What there is to judge, and nothing of what was found. */
export type RubricLine = z.infer<typeof lineSchema>;
/** A line with what the machine found. */
export type CountedLine = z.infer<typeof countedSchema>;

const reportSchema = z.object({ marks: z.array(countedSchema) });

/** The lines of a report, new or frozen; none of a report without a checklist. */
export function countedLines(report: unknown): readonly CountedLine[] {
  const parsed = reportSchema.safeParse(report);
  return parsed.success ? parsed.data.marks : [];
}

/** The same lines without any finding: what is not named here is not handed on. */
export const blindLines = (lines: readonly CountedLine[]): readonly RubricLine[] =>
  lines.map((line) => lineSchema.parse(line));

/** A critical line that fails the case by itself in this state, as the scoring has it. */
export const isCriticalFail = ({ critical }: RubricLine, state: MarkState): boolean =>
  critical && (state === "notDone" || state === "violated");
