/** Appeals against a signed result with their answers, and the next word of whoever may say it. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { KeptAppeal } from "../../server/signing/appeals.ts";
import { callApi } from "../account/api.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { dateText } from "../clockText.ts";
import { ProblemNote } from "../ProblemNote.tsx";

type Answer = NonNullable<KeptAppeal["answer"]>;

const DECISIONS: Readonly<Record<Answer["decision"], string>> = {
  stands: "The result stands",
  assessAgain: "To be assessed again",
};

const SECOND_RUN: Readonly<Record<Answer["rerun"], string>> = {
  same: "The case was run again: same state, same score.",
  different: "The case was run again and came out differently.",
  notPossible: "The case could not be run again: its engine is not kept here.",
};

interface AppealsProps {
  readonly sessionId: string;
  /** Whether the result is the reader's own. */
  readonly isOwn: boolean;
}

export function Appeals({ sessionId, isOwn }: AppealsProps) {
  const [appeals, setAppeals] = useState<readonly KeptAppeal[]>();
  const [problem, setProblem] = useState<Problem>();
  const url = `/api/sessions/${sessionId}/appeals`;
  const read = () =>
    void callApi<{ readonly appeals: readonly KeptAppeal[] }>("GET", url).then((answer) => {
      if (answer.ok) setAppeals(answer.value.appeals);
      else setProblem(answer.problems[0]);
    });
  useEffect(read, [url]);
  const isOpen = appeals?.some(({ answer }) => answer === null) === true;
  return (
    <section class="panel" aria-labelledby="appeals-title">
      <h2 id="appeals-title">Appeals</h2>
      {problem && <ProblemNote problem={problem} />}
      {appeals?.length === 0 && <p class="soft">Nobody has contested this result.</p>}
      <ol class="bare">
        {appeals?.map((one) => (
          <Told key={one.number} appeal={one} />
        ))}
      </ol>
      {isOwn && appeals && !isOpen && <MakeAppeal url={url} onDone={read} />}
      {!isOwn && isOpen && <AnswerAppeal url={`${url}/answer`} onDone={read} />}
    </section>
  );
}

function Told({ appeal }: { readonly appeal: KeptAppeal }) {
  const { byName, reason, madeMs, answer } = appeal;
  return (
    <li>
      <p>
        <strong>{byName}</strong>, {dateText(madeMs)}: {reason}
      </p>
      {answer === null ? (
        <p class="soft">Waits for an answer.</p>
      ) : (
        <p>
          <strong>{answer.byName}</strong>, {dateText(answer.answeredMs)}:{" "}
          <strong>{DECISIONS[answer.decision]}.</strong> {answer.words} {SECOND_RUN[answer.rerun]}
        </p>
      )}
    </li>
  );
}

interface FormProps {
  readonly url: string;
  readonly onDone: () => void;
}

function MakeAppeal({ url, onDone }: FormProps) {
  const [reason, setReason] = useState("");
  const { problem, isBusy, onSubmit } = useSubmit(() => callApi("POST", url, { reason }), onDone);
  return (
    <form onSubmit={onSubmit}>
      <label>
        Why you contest this result (no patient's name)
        <textarea value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key" disabled={isBusy}>
        Contest the result
      </button>
    </form>
  );
}

function AnswerAppeal({ url, onDone }: FormProps) {
  const [words, setWords] = useState("");
  const [decision, setDecision] = useState<Answer["decision"]>("stands");
  const { problem, isBusy, onSubmit } = useSubmit(
    () => callApi("POST", url, { decision, words }),
    onDone,
  );
  return (
    <form onSubmit={onSubmit}>
      <label>
        Decision
        <select
          value={decision}
          onChange={(event) => setDecision(event.currentTarget.value as Answer["decision"])}
        >
          {Object.entries(DECISIONS).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <label>
        Your answer
        <textarea value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <p class="soft">The case is run again first. Record, appeal and answer stay as they are.</p>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Answer
      </button>
    </form>
  );
}
