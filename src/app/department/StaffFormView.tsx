/** One entry of the staff register: who, as what since when, how much, and when away. */
import { useState } from "preact/hooks";
import { STAFF_ROLE_WORDS } from "../../records/standingText.ts";
import { callApi } from "../account/api.ts";
import type { Person } from "../account/me.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { type PersonAnswer, useAnswer, type WrittenEmployment } from "./api.ts";

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
  const accounts = useAnswer<{ readonly people: readonly Person[] }>(
    `/api/departments/${departmentId}/people`,
  ).answer?.people;
  const body = {
    ...{ name, credentials, employments, leaves },
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
        <label>
          Name
          <input required value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label>
          Credentials
          <input
            value={credentials}
            onInput={(event) => setCredentials(event.currentTarget.value)}
          />
        </label>
        <label>
          Account
          <select value={accountId} onChange={(event) => setAccountId(event.currentTarget.value)}>
            <option value="">none</option>
            {accounts?.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
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

function Employments({ list, onList }: ListProps<WrittenEmployment>) {
  const change = (index: number, changed: Partial<WrittenEmployment>) =>
    onList(list.map((one, at) => (at === index ? { ...one, ...changed } : one)));
  return (
    <section class="panel padded" aria-labelledby="work-title">
      <h2 id="work-title">Work</h2>
      {list.map((one, index) => (
        // A row has no other name than its place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added and changed
        <div class="register-form" key={index}>
          <label>
            From
            <input
              type="date"
              required
              value={one.from}
              onInput={(event) => change(index, { from: event.currentTarget.value })}
            />
          </label>
          <label>
            To, empty while it lasts
            <input
              type="date"
              value={one.to ?? ""}
              onInput={(event) => change(index, { to: event.currentTarget.value || null })}
            />
          </label>
          <label>
            As
            <select
              value={one.role}
              onChange={(event) => change(index, { role: event.currentTarget.value })}
            >
              {Object.entries(STAFF_ROLE_WORDS).map(([role, words]) => (
                <option key={role} value={role}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <label>
            Percent of full time
            <input
              type="number"
              min="1"
              max="100"
              value={Math.round(one.workFraction * 100)}
              onInput={(event) =>
                change(index, { workFraction: Number(event.currentTarget.value) / 100 })
              }
            />
          </label>
        </div>
      ))}
      <button type="button" class="key" onClick={() => onList([...list, NEW_WORK])}>
        Add a time of work
      </button>
    </section>
  );
}

function Leaves({ list, onList }: ListProps<Leave>) {
  const change = (index: number, changed: Partial<Leave>) =>
    onList(list.map((one, at) => (at === index ? { ...one, ...changed } : one)));
  return (
    <section class="panel padded" aria-labelledby="leave-title">
      <h2 id="leave-title">Leave</h2>
      {list.map((one, index) => (
        <div class="register-form" key={index}>
          <label>
            First day
            <input
              type="date"
              required
              value={one.from}
              onInput={(event) => change(index, { from: event.currentTarget.value })}
            />
          </label>
          <label>
            Last day
            <input
              type="date"
              required
              value={one.to}
              onInput={(event) => change(index, { to: event.currentTarget.value })}
            />
          </label>
          <button
            type="button"
            class="key plain"
            aria-label={`Take out the leave from ${one.from}`}
            onClick={() => onList(list.filter((_, at) => at !== index))}
          >
            Take out
          </button>
        </div>
      ))}
      <button type="button" class="key" onClick={() => onList([...list, { from: "", to: "" }])}>
        Add a leave
      </button>
    </section>
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
