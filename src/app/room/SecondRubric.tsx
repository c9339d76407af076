/** The checklist for who judges second: its lines without anything that was found. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { JudgedLine } from "../../session/contract/signedRecord.ts";
import type { RubricLine } from "../../session/rubricLines.ts";
import { callApi } from "../account/api.ts";
import { clockText } from "../clockText.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { JudgeSelect } from "./JudgeSelect.tsx";
import { NO_LINES, RubricTable } from "./RubricTable.tsx";
import { judgedOf, withJudged } from "./withJudged.ts";

interface SecondRubricProps {
  readonly sessionId: string;
  readonly judged: readonly JudgedLine[] | undefined;
  readonly onChange: (judged: JudgedLine[]) => void;
}

export function SecondRubric({ sessionId, judged, onChange }: SecondRubricProps) {
  const [lines, setLines] = useState<readonly RubricLine[]>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    const url = `/api/sessions/${sessionId}/rubric`;
    void callApi<{ readonly lines: readonly RubricLine[] }>("GET", url).then((answer) => {
      if (answer.ok) setLines(answer.value.lines);
      else setProblem(answer.problems[0]);
    });
  }, [sessionId]);
  if (lines?.length === 0) return <p class="soft">{NO_LINES}</p>;
  return (
    <section class="rubric-part" aria-labelledby="rubric-title">
      <h2 id="rubric-title">The checklist, line by line</h2>
      {problem && <ProblemNote problem={problem} />}
      {lines === undefined && !problem && <p class="quiet">Reading the checklist…</p>}
      {lines && (
        <>
          <p class="soft">
            What the machine found is not shown before both ratings are in. Leave what you cannot
            tell as not judged.
          </p>
          <p role="status">
            <strong>
              {judged?.length ?? 0} of {lines.length} lines judged
            </strong>
            .
          </p>
          <RubricTable
            labelledBy="rubric-title"
            lines={lines}
            isMarked={() => false}
            columns={[
              {
                head: "Target",
                cell: ({ targetS }) => (
                  <span class="mono">{targetS === null ? "" : clockText(targetS)}</span>
                ),
              },
              {
                head: "You judge",
                cell: (line) => (
                  <JudgeSelect
                    line={line}
                    otherwise="not judged"
                    value={judgedOf(judged, line.id)?.judged}
                    onValue={(state) => onChange(withJudged(judged, line.id, state))}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
