/** A logbook: quick entry that fits a phone, a file in with a preview, a file out, confirmations. */
import { useState } from "preact/hooks";
import { dayFromIso } from "../../records/civilDate.ts";
import { dayText } from "../../records/standingText.ts";
import type { KeptCase } from "../../server/department/logbook.ts";
import { callApi } from "../account/api.ts";
import { me } from "../account/me.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { type CasesAnswer, type PersonAnswer, useAnswer } from "./api.ts";
import { ImportCases } from "./ImportCases.tsx";
import type { Viewer } from "./PersonView.tsx";
import { QuickEntry } from "./QuickEntry.tsx";

interface LogbookViewProps {
  readonly staffId: string;
  readonly viewer: Viewer;
}

const SHOWN_FIRST = 30;

export function LogbookView({ staffId, viewer }: LogbookViewProps) {
  const { answer, problem, ask } = useAnswer<CasesAnswer>(`/api/staff/${staffId}/cases`);
  const person = useAnswer<PersonAnswer>(`/api/staff/${staffId}`).answer?.person;
  if (problem) return <ProblemNote problem={problem} />;
  if (answer === undefined || person === undefined)
    return <p class="quiet">Reading the logbook…</p>;
  const isOwn = person.accountId !== null && person.accountId === me.value?.account?.id;
  const mayWrite = isOwn || viewer === "head";
  const mayConfirm = !isOwn && viewer !== "trainee";
  return (
    <>
      <div class="department-title">
        <div>
          <h1>Logbook</h1>
          <p class="soft">
            <a href={`#/department/person/${staffId}`}>{person.name}</a>, {answer.cases.length}{" "}
            cases. No names or numbers of patients here.
          </p>
        </div>
        <div class="key-row">
          <a class="key" href={`/api/staff/${staffId}/cases.csv`} download>
            Export CSV
          </a>
        </div>
      </div>
      {mayWrite && <QuickEntry staffId={staffId} onAdded={ask} />}
      <CaseList cases={answer.cases} mayConfirm={mayConfirm} mayRemove={isOwn} onChanged={ask} />
      {mayWrite && <ImportCases staffId={staffId} onImported={ask} />}
    </>
  );
}

interface CaseListProps {
  readonly cases: readonly KeptCase[];
  readonly mayConfirm: boolean;
  readonly mayRemove: boolean;
  readonly onChanged: () => void;
}

function CaseList({ cases, mayConfirm, mayRemove, onChanged }: CaseListProps) {
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? cases : cases.slice(0, SHOWN_FIRST);
  return (
    <section class="panel padded" aria-labelledby="cases-title">
      <h2 id="cases-title">Cases</h2>
      {cases.length === 0 && <p class="soft">There is no case yet.</p>}
      <ul class="bare case-list">
        {shown.map((one) => (
          <CaseRow key={one.id} one={one} {...{ mayConfirm, mayRemove, onChanged }} />
        ))}
      </ul>
      {!isAll && cases.length > SHOWN_FIRST && (
        <button type="button" class="key" onClick={() => setIsAll(true)}>
          Show all {cases.length}
        </button>
      )}
    </section>
  );
}

function CaseRow({
  one,
  mayConfirm,
  mayRemove,
  onChanged,
}: { readonly one: KeptCase } & Omit<CaseListProps, "cases">) {
  const act = (method: "POST" | "DELETE", url: string) => async () => {
    await callApi(method, url);
    onChanged();
  };
  const words = `${one.procedure} of ${dayText(dayFromIso(one.date))}`;
  return (
    <li>
      <div>
        <strong>{dayText(dayFromIso(one.date))}</strong> {one.procedure}
        <p class="soft small">
          {one.role}
          {one.closelySupervised && ", closely supervised"}
          {one.events.length > 0 && `, ${one.events.join(", ")}`}
          {one.note !== "" && `. ${one.note}`}
        </p>
        <p class="small">
          {one.confirmedBy !== null
            ? `✓ Confirmed by ${one.confirmerName}`
            : one.confirmation !== ""
              ? `Not confirmed here; the file says ${one.confirmation}`
              : "Not confirmed"}
        </p>
      </div>
      {one.confirmedBy === null && mayConfirm && (
        <button
          type="button"
          class="key"
          aria-label={`Confirm ${words}`}
          onClick={() => void act("POST", `/api/cases/${one.id}/confirm`)()}
        >
          Confirm
        </button>
      )}
      {one.confirmedBy === null && mayRemove && (
        <button
          type="button"
          class="key plain"
          aria-label={`Take out ${words}`}
          onClick={() => void act("DELETE", `/api/cases/${one.id}`)()}
        >
          Take out
        </button>
      )}
    </li>
  );
}
