/** Lines of the checklist as people judged them: whether they may stand, and where they differ from the count. */
import type { Problem } from "../kernel/result.ts";
import type { MarkState } from "../scoring/report.ts";
import type { JudgedLine } from "./contract/signedRecord.ts";
import { statesOf, stateWords } from "./lineStates.ts";
import type { CountedLine, RubricLine } from "./rubricLines.ts";

const lineProblem = (
  { markId }: JudgedLine,
  code: string,
  { sentence, remedy }: Pick<Problem, "sentence" | "remedy">,
): Problem => ({
  code,
  place: `line ${markId}`,
  sentence,
  ...(remedy !== undefined && { remedy }),
});

const lineProblems = {
  unknown: (one: JudgedLine) =>
    lineProblem(one, "line.unknown", {
      sentence: `The checklist of this session has no line ${one.markId}.`,
      remedy: "Read the checklist again and judge its lines.",
    }),
  twice: (one: JudgedLine) =>
    lineProblem(one, "line.twice", {
      sentence: `The line ${one.markId} is judged twice.`,
      remedy: "Leave one of both.",
    }),
  state: (one: JudgedLine, line: RubricLine) =>
    lineProblem(one, "line.state", {
      sentence: `“${line.title}” cannot be judged as ${one.judged}.`,
      remedy: `Choose one of: ${statesOf(line).join(", ")}.`,
    }),
  noReason: (one: JudgedLine, line: RubricLine) =>
    lineProblem(one, "line.noReason", {
      sentence: `“${line.title}” is overruled without a reason.`,
      remedy: "Say why, or leave the line as counted.",
    }),
  asCounted: (one: JudgedLine, line: RubricLine) =>
    lineProblem(one, "line.asCounted", {
      sentence: `“${line.title}” is judged as the machine counted it, so nothing is overruled.`,
      remedy: "Leave the line out.",
    }),
} as const;

/** Why lines cannot be judged like this, if so: each once, of this checklist, in a state that fits. */
export function judgedProblem(
  judged: readonly JudgedLine[],
  lines: readonly RubricLine[],
): Problem | undefined {
  const seen = new Set<string>();
  for (const one of judged) {
    const line = lines.find(({ id }) => id === one.markId);
    if (line === undefined) return lineProblems.unknown(one);
    if (seen.has(one.markId)) return lineProblems.twice(one);
    seen.add(one.markId);
    if (!statesOf(line).includes(one.judged)) return lineProblems.state(one, line);
  }
  return undefined;
}

/** Why the first assessor cannot overrule the count like this, if so: each line otherwise, and with a reason. */
export function overrulingProblem(
  judged: readonly JudgedLine[],
  lines: readonly CountedLine[],
): Problem | undefined {
  const problem = judgedProblem(judged, lines);
  if (problem !== undefined) return problem;
  for (const one of judged) {
    const line = lines.find(({ id }) => id === one.markId) as CountedLine;
    if (line.state === one.judged) return lineProblems.asCounted(one, line);
    if (one.reason.trim() === "") return lineProblems.noReason(one, line);
  }
  return undefined;
}

/** A line that a person judged otherwise than the machine counted it. */
export interface OverruledLine {
  readonly line: CountedLine;
  readonly judged: MarkState;
  readonly reason: string;
}

/** Overruled lines in the order of the checklist. */
export function overruledLines(
  judged: readonly JudgedLine[] | undefined,
  lines: readonly CountedLine[],
): readonly OverruledLine[] {
  return lines.flatMap((line) => {
    const found = judged?.find(({ markId }) => markId === line.id);
    if (found === undefined || found.judged === line.state) return [];
    return [{ line, judged: found.judged, reason: found.reason }];
  });
}

/** "Clamp the arterial line (A1.04, critical): counted not done, judged in time." */
export function overruledText({ line, judged }: OverruledLine): string {
  const which = `${line.title} (${line.id}${line.critical ? ", critical" : ""})`;
  return `${which}: counted ${stateWords(line, line.state)}, judged ${stateWords(line, judged)}.`;
}
