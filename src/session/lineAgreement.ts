/**
 * How far two people agree on the checklist, line by line: the first one's last word, which is the machine's
 * count unless it was overruled, beside what the second one judged apart from both.
 */
import type { MarkState } from "../scoring/report.ts";
import type { JudgedLine } from "./contract/signedRecord.ts";
import { kappaOf } from "./kappa.ts";
import { isNotNeeded } from "./lineStates.ts";
import { blindLines, type CountedLine, type RubricLine } from "./rubricLines.ts";

export interface LinePair extends RubricLine {
  readonly counted: MarkState;
  readonly first: MarkState;
  /** Why the first one overruled the count; empty where it stands. */
  readonly reason: string;
  /** Null where the second one did not judge it. */
  readonly second: MarkState | null;
}

export interface LineAgreement {
  readonly lines: readonly LinePair[];
  /** Lines that both judged: those of the second one, since every line has a first word. */
  readonly bothCount: number;
  readonly sameCount: number;
  /** Cohen's kappa over the lines that both judged; null where it cannot be had. */
  readonly kappaRatio: number | null;
}

type Grade = "asWanted" | "late" | "lost" | "notNeeded";

/**
 * What a state says of any line. What must not happen has its own pair of words; counted as words of
 * their own they would make chance agreement look smaller than it is, since a line's kind is no judgement.
 */
function gradeOf(line: RubricLine, state: MarkState): Grade {
  if (state === "late") return "late";
  if (state === "notDone" || state === "violated") return "lost";
  return isNotNeeded(line, state) ? "notNeeded" : "asWanted";
}

export function lineAgreementOf(
  counted: readonly CountedLine[],
  first: readonly JudgedLine[] | undefined,
  second: readonly JudgedLine[] | undefined,
): LineAgreement {
  const blind = blindLines(counted);
  const lines = counted.map(({ id, state }, index): LinePair => {
    const own = first?.find(({ markId }) => markId === id);
    const other = second?.find(({ markId }) => markId === id);
    return {
      ...blind[index],
      counted: state,
      first: own?.judged ?? state,
      reason: own?.reason ?? "",
      second: other?.judged ?? null,
    };
  });
  const grades = lines.flatMap((line) =>
    line.second === null ? [] : [[gradeOf(line, line.first), gradeOf(line, line.second)] as const],
  );
  return {
    lines,
    bothCount: grades.length,
    sameCount: grades.filter(([one, other]) => one === other).length,
    kappaRatio: kappaOf(grades, (one, other) => Number(one !== other)),
  };
}
