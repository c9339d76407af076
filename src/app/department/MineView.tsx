/** The own record: what stands, what has to be done, and the way to the logbook. */
import { ProblemNote } from "../ProblemNote.tsx";
import { MySessions } from "../room/MySessions.tsx";
import { useAnswer } from "./api.ts";
import { PersonView } from "./PersonView.tsx";

interface MineAnswer {
  readonly staffId: string | null;
}

export function MineView() {
  const { answer, problem } = useAnswer<MineAnswer>("/api/me/staff");
  if (problem) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p class="quiet">Reading your record…</p>;
  if (answer.staffId === null) {
    return (
      <>
        <section class="panel padded">
          <h1>My record</h1>
          <p>You are not in the staff register yet. The head of your department adds you.</p>
        </section>
        <MySessions />
      </>
    );
  }
  return (
    <>
      <PersonView staffId={answer.staffId} ruleId="" viewer="self" />
      <MySessions />
    </>
  );
}
