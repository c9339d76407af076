/** One entry of the staff register: who, as what since when, how much, and when away. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { STAFF_ROLE_WORDS } from "../../records/standingText.ts";
import { callApi } from "../account/api.ts";
import type { Person } from "../account/me.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { type PersonAnswer, useAnswer, type WrittenEmployment } from "./api.ts";
import { FormChoice, FormLine } from "./FormLine.tsx";

interface StaffFormViewProps {
  /** "new" for somebody who is not in the register yet. */
  readonly staffId: string;
  readonly departmentId: string;
}

interface Leave {
  readonly from: string;
  readonly to: string;
}

export function StaffFormView({ staffId, departmentId }: StaffFormViewProps) {
  if (staffId === "new") return <StaffForm departmentId={departmentId} start={undefined} />;
  return <KnownStaffForm staffId={staffId} departmentId={departmentId} />;
}

function KnownStaffForm({ staffId, departmentId }: StaffFormViewProps) {
  const { answer, problem } = useAnswer<PersonAnswer>(`/api/staff/${staffId}`);
  if (problem) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p class="quiet">Reading the register…</p>;
  return <StaffForm departmentId={departmentId} start={answer} />;
}

const NEW_WORK: WrittenEmployment = {
  from: "",
  to: null,
  role: "clinicalPerfusionist",
  workFraction: 1,
};

interface StaffFormProps {
  readonly departmentId: string;
  readonly start: PersonAnswer | undefined;
}

function StaffForm({ departmentId, start }: StaffFormProps) {
  const id = start?.person.id;
  const [name, setName] = useState(start?.person.name ?? "");
  const [credentials, setCredentials] = useState(start?.person.credentials ?? "");
  const [accountId, setAccountId] = useState(start?.person.accountId ?? "");
  const [employments, setEmployments] = useState(start?.employments ?? [NEW_WORK]);
  const [leaves, setLeaves] = useState<readonly Leave[]>(start?.leaves ?? []);
  const accounts =
    useAnswer<{ readonly people: readonly Person[] }>(`/api/departments/${departmentId}/people`)
      .answer?.people ?? [];
  const body = {
    name,
    credentials,
    employments,
    leaves,
    accountId: accountId === "" ? null : accountId,
  };
  const { problem, isBusy, onSubmit } = useSubmit(
    () =>
      id === undefined
        ? callApi<{ readonly id: string }>("POST", `/api/departments/${departmentId}/staff`, body)
        : callApi<{ readonly id: string }>("PATCH", `/api/staff/${id}`, body),
    (saved) => {
      location.hash = `#/department/person/${saved.id}`;
    },
  );
  return (
    <form class="staff-form" onSubmit={onSubmit}>
      <h1>{start?.person.name ?? "A new person"}</h1>
      <section class="panel padded register-form">
        <FormLine label="Name" isRequired value={name} onValue={setName} />
        <FormLine label="Credentials" value={credentials} onValue={setCredentials} />
        <FormChoice
          label="Account"
          value={accountId}
          words={{ "": "none", ...Object.fromEntries(accounts.map((one) => [one.id, one.name])) }}
          onValue={setAccountId}
        />
      </section>
      <Employments list={employments} onList={setEmployments} />
      <Leaves list={leaves} onList={setLeaves} />
      {problem && <ProblemNote problem={problem} />}
      <div class="key-row">
        <button type="submit" class="key hard" disabled={isBusy}>
          Save
        </button>
        {id !== undefined && <Erase staffId={id} name={name} />}
      </div>
    </form>
  );
}

interface ListProps<T> {
  readonly list: readonly T[];
  readonly onList: (list: readonly T[]) => void;
}

interface RowsProps<T> extends ListProps<T> {
  readonly id: string;
  readonly title: string;
  readonly addWords: string;
  readonly fresh: T;
  /** What a row is called when it is taken out. */
  readonly name: (row: T) => string;
  readonly fields: (row: T, change: (changed: Partial<T>) => void) => ComponentChildren;
}

/** Rows of dates that are added, changed and taken out. */
function Rows<T>({ list, onList, id, title, addWords, fresh, name, fields }: RowsProps<T>) {
  return (
    <section class="panel padded" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {list.map((row, index) => (
        // A row has no other name than its place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields hold no state of their own
        <div class="register-form" key={index}>
          {fields(row, (changed) =>
            onList(list.map((one, at) => (at === index ? { ...one, ...changed } : one))),
          )}
          <button
            type="button"
            class="key plain"
            aria-label={`Take out ${name(row)}`}
            onClick={() => onList(list.filter((_, at) => at !== index))}
          >
            Take out
          </button>
        </div>
      ))}
      <button type="button" class="key" onClick={() => onList([...list, fresh])}>
        {addWords}
      </button>
    </section>
  );
}

function Employments({ list, onList }: ListProps<WrittenEmployment>) {
  return (
    <Rows
      list={list}
      onList={onList}
      id="work-title"
      title="Work"
      addWords="Add a time of work"
      fresh={NEW_WORK}
      name={({ from }) => `the work from ${from}`}
      fields={({ from, to, role, workFraction }, change) => (
        <>
          <FormLine
            label="From"
            type="date"
            isRequired
            value={from}
            onValue={(value) => change({ from: value })}
          />
          <FormLine
            label="To, empty while it lasts"
            type="date"
            value={to ?? ""}
            onValue={(value) => change({ to: value || null })}
          />
          <FormChoice
            label="As"
            value={role}
            words={STAFF_ROLE_WORDS}
            onValue={(value) => change({ role: value })}
          />
          <FormLine
            label="Percent of full time"
            type="number"
            value={String(Math.round(workFraction * 100))}
            onValue={(value) => change({ workFraction: Number(value) / 100 })}
          />
        </>
      )}
    />
  );
}

function Leaves({ list, onList }: ListProps<Leave>) {
  return (
    <Rows
      list={list}
      onList={onList}
      id="leave-title"
      title="Leave"
      addWords="Add a leave"
      fresh={{ from: "", to: "" }}
      name={({ from }) => `the leave from ${from}`}
      fields={({ from, to }, change) => (
        <>
          <FormLine
            label="First day"
            type="date"
            isRequired
            value={from}
            onValue={(value) => change({ from: value })}
          />
          <FormLine
            label="Last day"
            type="date"
            isRequired
            value={to}
            onValue={(value) => change({ to: value })}
          />
        </>
      )}
    />
  );
}

function Erase({ staffId, name }: { readonly staffId: string; readonly name: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const erase = async () => {
    await callApi("POST", `/api/staff/${staffId}/erase`);
    location.hash = "#/department";
  };
  return (
    <button
      type="button"
      class={isAsking ? "key hard" : "key plain"}
      onClick={() => (isAsking ? void erase() : setIsAsking(true))}
    >
      {isAsking ? `Erase ${name} for good: name, account and words go, days stay` : "Erase"}
    </button>
  );
}
