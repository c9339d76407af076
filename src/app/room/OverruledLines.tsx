/** What the signer judged otherwise than the machine counted, read from the record when it is asked for. */
import { useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { SignedRecord } from "../../session/contract/signedRecord.ts";
import { overruledLines, overruledText } from "../../session/judgedLines.ts";
import { countedLines } from "../../session/rubricLines.ts";
import { callApi } from "../account/api.ts";
import { ProblemNote } from "../ProblemNote.tsx";

export function OverruledLines({ sessionId }: { readonly sessionId: string }) {
  const [record, setRecord] = useState<SignedRecord>();
  const [problem, setProblem] = useState<Problem>();
  const read = () =>
    void callApi<SignedRecord>("GET", `/api/sessions/${sessionId}/record`).then((answer) => {
      if (answer.ok) setRecord(answer.value);
      else setProblem(answer.problems[0]);
    });
  if (problem) return <ProblemNote problem={problem} />;
  if (record === undefined) {
    return (
      <button type="button" class="key" onClick={read}>
        Overruled lines
      </button>
    );
  }
  const { rating, report, people } = record.parts;
  const overruled = overruledLines(rating.technical, countedLines(report));
  if (overruled.length === 0) {
    return <p role="status">{people.signer.name} overruled no line of the checklist.</p>;
  }
  return (
    <div role="status">
      <p>{people.signer.name} judged otherwise than the machine counted:</p>
      <ul>
        {overruled.map((one) => (
          <li key={one.line.id}>
            {overruledText(one)} <span class="soft">Reason: {one.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
