/** The checklist for who judges first: what the machine found of each line, and where it is overruled. */
import { ticksToS } from "../../kernel/tick.ts";
import type { MarkResult, Report } from "../../scoring/report.ts";
import type { JudgedLine } from "../../session/contract/signedRecord.ts";
import { clockText } from "../clockText.ts";
import type { ProofWords } from "../proofWords.ts";
import { JudgeSelect } from "./JudgeSelect.tsx";
import { LineState, NO_LINES, RubricTable } from "./RubricTable.tsx";
import { judgedOf, withJudged, withReason } from "./withJudged.ts";

interface FirstRubricProps {
  readonly report: Report;
  readonly wordsOf: ProofWords;
  readonly judged: readonly JudgedLine[] | undefined;
  readonly onChange: (judged: JudgedLine[]) => void;
}

export function FirstRubric({ report, wordsOf, judged, onChange }: FirstRubricProps) {
  const { marks } = report;
  const overruled = marks.filter(({ id }) => judgedOf(judged, id) !== undefined);
  const critical = overruled.filter((mark) => mark.critical);
  if (marks.length === 0) return <p class="soft">{NO_LINES}</p>;
  return (
    <section class="rubric-part" aria-labelledby="rubric-title">
      <h2 id="rubric-title">The checklist, line by line</h2>
      <p class="soft">
        A line stands as counted unless you judge it otherwise and say why. Both go into the record.
        Times are from the moment a line's clock starts; evidence is timed from the failure.
      </p>
      <p role="status">
        <strong>
          {overruled.length} of {marks.length} lines overruled
        </strong>
        {critical.length > 0 && `, ${critical.length} of them critical`}.
      </p>
      <RubricTable
        labelledBy="rubric-title"
        lines={marks}
        isMarked={({ id }) => judgedOf(judged, id) !== undefined}
        columns={[
          {
            head: "The machine found",
            cell: (mark) => <Found mark={mark} onsetTick={report.onsetTick} wordsOf={wordsOf} />,
          },
          {
            head: "You judge",
            cell: (mark) => <Overrule mark={mark} judged={judged} onChange={onChange} />,
          },
        ]}
      />
    </section>
  );
}

const pointsText = ({ points, pointsMax }: MarkResult): string => {
  if (pointsMax > 0) return `${Number(points.toFixed(1))} of ${pointsMax} points`;
  return points < 0 ? `−${-points} points` : "";
};

interface FoundProps extends Pick<FirstRubricProps, "wordsOf"> {
  readonly mark: MarkResult;
  readonly onsetTick: number;
}

function Found({ mark, onsetTick, wordsOf }: FoundProps) {
  const { state, doneAtS, targetS, evidence } = mark;
  const timed = doneAtS !== null && `at ${clockText(doneAtS)}`;
  const target = targetS !== null && `target ${clockText(targetS)}`;
  const words = [timed, target, pointsText(mark)].filter(Boolean).join(", ");
  return (
    <>
      <LineState line={mark} state={state} />
      {words !== "" && <span class="soft small">{words}</span>}
      {evidence.length > 0 && (
        <details>
          <summary aria-label={`Evidence: ${mark.title}`}>Evidence</summary>
          <ul class="bare">
            {evidence.map((proof) => (
              <li key={`${proof.tick} ${proof.sentence}`}>
                <span class="mono">{clockText(ticksToS(proof.tick - onsetTick))}</span>
                <span>{wordsOf(proof)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface OverruleProps extends Pick<FirstRubricProps, "judged" | "onChange"> {
  readonly mark: MarkResult;
}

function Overrule({ mark, judged, onChange }: OverruleProps) {
  const own = judgedOf(judged, mark.id);
  return (
    <>
      <JudgeSelect
        line={mark}
        otherwise="as counted"
        standing={mark.state}
        value={own?.judged}
        onValue={(state) => onChange(withJudged(judged, mark.id, state))}
      />
      {own && (
        <label class="reason">
          Why (needed)
          <textarea
            required
            rows={2}
            maxLength={300}
            aria-label={`Why (needed): ${mark.title}`}
            value={own.reason}
            onInput={({ currentTarget }) =>
              onChange(withReason(judged, mark.id, currentTarget.value))
            }
          />
        </label>
      )}
    </>
  );
}
