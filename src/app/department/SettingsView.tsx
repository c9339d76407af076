/** Settings of a department: its day, who answers for it, its mails and calendar, its staff. */
import { useEffect, useState } from "preact/hooks";
import { callApi } from "../account/api.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { useAnswer } from "./api.ts";

interface SettingsAnswer {
  readonly timeZone: string;
  readonly headName: string;
  readonly hasDigest: boolean;
  readonly feedSecret: string | null;
  readonly evidenceKeyId: string | null;
}

export function SettingsView({ departmentId }: { readonly departmentId: string }) {
  const url = `/api/departments/${departmentId}`;
  const { answer, problem, ask } = useAnswer<SettingsAnswer>(`${url}/settings`);
  if (problem) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p class="quiet">Reading the settings…</p>;
  return (
    <>
      <h1>Settings</h1>
      <SettingsForm url={url} start={answer} onSaved={ask} />
      <Feed url={url} feedSecret={answer.feedSecret} onMade={ask} />
      <section class="panel padded" aria-labelledby="key-title">
        <h2 id="key-title">Key of this server</h2>
        <p class="soft">
          Packs and certificates are signed with it. Publish its id where auditors can find it,
          since a file cannot vouch for itself.
        </p>
        <p class="mono key-id">{answer.evidenceKeyId ?? "It is made with the first pack."}</p>
      </section>
      <StaffLinks departmentId={departmentId} />
    </>
  );
}

interface SettingsFormProps {
  readonly url: string;
  readonly start: SettingsAnswer;
  readonly onSaved: () => void;
}

function SettingsForm({ url, start, onSaved }: SettingsFormProps) {
  const [timeZone, setTimeZone] = useState(start.timeZone);
  const [headName, setHeadName] = useState(start.headName);
  const [hasDigest, setHasDigest] = useState(start.hasDigest);
  const [isSaved, setIsSaved] = useState(false);
  const { problem, isBusy, onSubmit } = useSubmit(
    () => callApi("PATCH", `${url}/settings`, { timeZone, headName, hasDigest }),
    () => {
      setIsSaved(true);
      onSaved();
    },
  );
  useEffect(() => setIsSaved(false), [timeZone, headName, hasDigest]);
  return (
    <form class="panel padded register-form" onSubmit={onSubmit}>
      <label>
        Head of service, as reports name them
        <input value={headName} onInput={(event) => setHeadName(event.currentTarget.value)} />
      </label>
      <label>
        Time zone
        <input value={timeZone} onInput={(event) => setTimeZone(event.currentTarget.value)} />
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={hasDigest}
          onChange={(event) => setHasDigest(event.currentTarget.checked)}
        />
        Send a mail when something comes within 90, 30 or 0 days
      </label>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Save
      </button>
      <p class="soft" role="status">
        {isSaved && "Saved."}
      </p>
    </form>
  );
}

interface FeedProps {
  readonly url: string;
  readonly feedSecret: string | null;
  readonly onMade: () => void;
}

function Feed({ url, feedSecret, onMade }: FeedProps) {
  const make = async () => {
    await callApi("POST", `${url}/feed`);
    onMade();
  };
  return (
    <section class="panel padded" aria-labelledby="feed-title">
      <h2 id="feed-title">Calendar</h2>
      <p class="soft">
        Any calendar can subscribe to the last days of everything that ends. Whoever has the address
        sees the names, so a new one replaces the old.
      </p>
      {feedSecret !== null && (
        <input
          readOnly
          class="mono"
          aria-label="Address of the calendar"
          value={`${location.origin}/api/feeds/${feedSecret}.ics`}
        />
      )}
      <button type="button" class="key" onClick={() => void make()}>
        {feedSecret === null ? "Make an address" : "Make a new address"}
      </button>
    </section>
  );
}

interface StaffAnswer {
  readonly staff: readonly {
    readonly id: string;
    readonly name: string;
    readonly isErased: boolean;
  }[];
}

function StaffLinks({ departmentId }: { readonly departmentId: string }) {
  const { answer } = useAnswer<StaffAnswer>(`/api/departments/${departmentId}/staff`);
  return (
    <section class="panel padded" aria-labelledby="staff-title">
      <h2 id="staff-title">Staff register</h2>
      <a class="key hard" href="#/department/staff/new">
        Add a person
      </a>
      <ul class="bare staff-links">
        {answer?.staff
          .filter(({ isErased }) => !isErased)
          .map(({ id, name }) => (
            <li key={id}>
              <a href={`#/department/staff/${id}`}>{name}</a>
            </li>
          ))}
      </ul>
    </section>
  );
}
