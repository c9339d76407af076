/** What overruled lines do to what decided the machine's outcome, in sentences to stand beside one's own. */
import type { MarkResult, Report } from "../../scoring/report.ts";
import type { JudgedLine } from "../../session/contract/signedRecord.ts";
import { type OverruledLine, overruledLines } from "../../session/judgedLines.ts";
import { isCriticalFail } from "../../session/rubricLines.ts";

const numbered = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? "" : "s"}`;

/** How many points the count gives or takes by this line; what harm would have cost is not known. */
const pointsAtStake = ({ pointsMax, points }: Pick<MarkResult, "pointsMax" | "points">): number =>
  Math.max(pointsMax, -points);

function failWords({ line, judged }: OverruledLine): readonly string[] {
  const wasFail = isCriticalFail(line, line.state);
  const isFail = isCriticalFail(line, judged);
  if (wasFail === isFail) return [];
  return [
    isFail
      ? `You judge “${line.title}” a critical fail, which the machine did not count.`
      : `The machine counted “${line.title}” as a critical fail, which you do not.`,
  ];
}

/** None when nothing was overruled. */
export function overrulingWords(
  { marks, pointsFraction }: Pick<Report, "marks" | "pointsFraction">,
  judged: readonly JudgedLine[] | undefined,
): readonly string[] {
  const overruled = overruledLines(judged, marks);
  if (overruled.length === 0) return [];
  const criticalCount = overruled.filter(({ line }) => line.critical).length;
  const which =
    criticalCount > 0
      ? numbered(criticalCount, "critical line")
      : `${numbered(overruled.length, "line")}, none critical`;
  const stands = "the machine's outcome stands as counted, yours is the one you choose below";
  const stake = Math.round(overruled.reduce((sum, { line }) => sum + pointsAtStake(line), 0));
  const possible = marks.reduce((sum, { pointsMax }) => sum + pointsMax, 0);
  const percent = Math.round(pointsFraction * 100);
  return [
    `You overruled ${which}; ${stands}.`,
    ...overruled.flatMap(failWords),
    ...(stake > 0
      ? [
          `Of the ${possible} points that applied, ${stake} hang on lines you overruled; the machine's ${percent} % are not counted anew.`,
        ]
      : []),
  ];
}
