/** After the case: the second run's result, what people judge, and the signature. */
import "../styles/room.css";
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { Report } from "../../scoring/report.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import { AccountFrame } from "../account/AccountFrame.tsx";
import { callApi } from "../account/api.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { tickText } from "../clockText.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { proofWords } from "../proofWords.ts";
import { Appeals } from "./Appeals.tsx";
import { FirstRubric } from "./FirstRubric.tsx";
import { OverruledLines } from "./OverruledLines.tsx";
import { overrulingWords } from "./overrulingWords.ts";
import { RatingFields } from "./RatingFields.tsx";
import { dropDraft } from "./ratingDraft.ts";
import { useRatingDraft } from "./useRatingDraft.ts";

interface Stretch {
  readonly fromTick: number;
  readonly toTick: number;
}

interface Reviewed {
  readonly report: Report;
  readonly proofFacts: readonly CaseFact[];
  readonly unattested: readonly Stretch[];
  readonly checkedCount: number;
  readonly engineHash: string;
}

export function SignPage({ sessionId }: { readonly sessionId: string }) {
  const [reviewed, setReviewed] = useState<Reviewed>();
  const [problem, setProblem] = useState<Problem>();
  const [isSigned, setIsSigned] = useState(false);
  useEffect(() => {
    void callApi<Reviewed>("GET", `/api/sessions/${sessionId}/review`).then((answer) => {
      if (answer.ok) setReviewed(answer.value);
      else if (answer.problems[0].code === "sign.notEnded") setIsSigned(true);
      else setProblem(answer.problems[0]);
    });
  }, [sessionId]);
  return (
    <AccountFrame title="Result of the session">
      {() => (
        <>
          {problem && <ProblemNote problem={problem} />}
          {reviewed === undefined && !problem && !isSigned && (
            <p class="quiet">Running the case again…</p>
          )}
          {reviewed && !isSigned && (
            <SignForm
              sessionId={sessionId}
              reviewed={reviewed}
              onSigned={() => setIsSigned(true)}
            />
          )}
          {isSigned && (
            <>
              <Signed sessionId={sessionId} />
              <Appeals sessionId={sessionId} isOwn={false} />
            </>
          )}
        </>
      )}
    </AccountFrame>
  );
}

function Signed({ sessionId }: { readonly sessionId: string }) {
  return (
    <section class="panel" role="status">
      <h2>Signed</h2>
      <p>The record is frozen. Anybody can check it with the department's public key.</p>
      <p class="soft">Whoever has read it cannot give the second rating.</p>
      <div class="key-row">
        <a class="key hard" href={`/api/sessions/${sessionId}/record`} download="record.json">
          Take the record
        </a>
        <a class="key" href={`#/rate/${sessionId}`}>
          Second rating
        </a>
      </div>
      <OverruledLines sessionId={sessionId} />
    </section>
  );
}

interface SignFormProps {
  readonly sessionId: string;
  readonly reviewed: Reviewed;
  readonly onSigned: () => void;
}

function SignForm({ sessionId, reviewed, onSigned }: SignFormProps) {
  const { report, proofFacts, unattested, checkedCount, engineHash } = reviewed;
  const [rating, change] = useRatingDraft(sessionId, "first");
  const [accepted, setAccepted] = useState<readonly Stretch[]>([]);
  const whole = { ...rating, technical: rating.technical ?? [] };
  const words = overrulingWords(report, rating.technical);
  const { problem, isBusy, onSubmit } = useSubmit(
    () => callApi("POST", `/api/sessions/${sessionId}/sign`, { rating: whole, accepted }),
    () => {
      dropDraft(sessionId, "first");
      onSigned();
    },
  );
  return (
    <form class="panel" onSubmit={onSubmit}>
      <h2>The machine counted</h2>
      <p>
        {report.outcome === "met" ? "Met" : "Not met"}, {Math.round(report.pointsFraction * 100)} %
        of the points. The case was run again with engine {engineHash}; {checkedCount} checkpoints
        agree. This decides nothing: you do.
      </p>
      <ul>
        {report.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {unattested.map((stretch) => (
        <label key={stretch.fromTick} class="part">
          <input
            type="checkbox"
            checked={accepted.includes(stretch)}
            onChange={(event) =>
              setAccepted(
                event.currentTarget.checked
                  ? [...accepted, stretch]
                  : accepted.filter((one) => one !== stretch),
              )
            }
          />
          <span>
            {stretch.fromTick === stretch.toTick
              ? `I accept that the trainee's device stood still at ${tickText(stretch.fromTick)}.`
              : `I accept ${tickText(stretch.fromTick)} to ${tickText(stretch.toTick)}, which was not seen live.`}
          </span>
        </label>
      ))}
      <FirstRubric
        report={report}
        wordsOf={proofWords(proofFacts)}
        judged={rating.technical}
        onChange={(technical) => change({ ...rating, technical })}
      />
      <RatingFields
        rating={rating}
        onChange={change}
        outcomeNote={
          words.length > 0 && (
            <ul class="bare overruling">
              {words.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )
        }
      />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Sign the result
      </button>
    </form>
  );
}
