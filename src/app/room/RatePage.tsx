/** The second rating of a session: from its replay, without the first; then both side by side. */
import "../styles/room.css";
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { RatingState } from "../../server/signing/secondRating.ts";
import { AccountFrame } from "../account/AccountFrame.tsx";
import { callApi } from "../account/api.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { AgreementTable } from "./AgreementTable.tsx";
import { endApart, startApart } from "./judgedApart.ts";
import { RatingFields } from "./RatingFields.tsx";
import { dropDraft } from "./ratingDraft.ts";
import { SecondRubric } from "./SecondRubric.tsx";
import { openSessionReplay } from "./sessionReplay.ts";
import { useRatingDraft } from "./useRatingDraft.ts";

export function RatePage({ sessionId }: { readonly sessionId: string }) {
  const [state, setState] = useState<RatingState>();
  const [problem, setProblem] = useState<Problem>();
  const read = () =>
    void callApi<RatingState>("GET", `/api/sessions/${sessionId}/ratings`).then((answer) => {
      if (!answer.ok) {
        setProblem(answer.problems[0]);
        return;
      }
      const { hasSecond, problem: why } = answer.value;
      if (hasSecond || why !== null) endApart(sessionId);
      else startApart(sessionId);
      setState(answer.value);
    });
  useEffect(read, [sessionId]);
  return (
    <AccountFrame title="Second rating">
      {() => (
        <>
          {problem && <ProblemNote problem={problem} />}
          {state && <Ratings sessionId={sessionId} state={state} onRated={read} />}
        </>
      )}
    </AccountFrame>
  );
}

interface RatingsProps {
  readonly sessionId: string;
  readonly state: RatingState;
  readonly onRated: () => void;
}

function Ratings({ sessionId, state, onRated }: RatingsProps) {
  const { problem, compared, hasSecond } = state;
  if (compared !== null) return <AgreementTable compared={compared} />;
  if (hasSecond) {
    return (
      <section class="panel" role="status">
        <h2>{state.title}</h2>
        <p>The second rating is in. Both are shown here once the result is signed.</p>
      </section>
    );
  }
  if (problem !== null) return <ProblemNote problem={problem} />;
  return <SecondForm sessionId={sessionId} state={state} onRated={onRated} />;
}

function SecondForm({ sessionId, state, onRated }: RatingsProps) {
  const [rating, change] = useRatingDraft(sessionId, "second");
  const [replayProblem, setReplayProblem] = useState<Problem>();
  const { problem, isBusy, onSubmit } = useSubmit(
    () => callApi("POST", `/api/sessions/${sessionId}/ratings`, { rating }),
    () => {
      dropDraft(sessionId, "second");
      onRated();
    },
  );
  return (
    <form class="panel" onSubmit={onSubmit}>
      <h2>{state.title}</h2>
      <p>
        You judge apart from the first assessor, from the replay. You see what the first one wrote
        when both ratings are in; yours cannot be changed afterwards. Until then it is kept in this
        browser.
      </p>
      {state.isSigned && (
        <p class="soft">
          The result has been signed, so its outcome may be known to you. The comparison says so.
        </p>
      )}
      <button
        type="button"
        class="key"
        onClick={() => void openSessionReplay(sessionId).then(setReplayProblem)}
      >
        Look at the replay
      </button>
      {replayProblem && <ProblemNote problem={replayProblem} />}
      <SecondRubric
        sessionId={sessionId}
        judged={rating.technical}
        onChange={(technical) => change({ ...rating, technical })}
      />
      <RatingFields rating={rating} onChange={change} />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Give the second rating
      </button>
    </form>
  );
}
