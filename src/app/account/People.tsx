/** The people of one department, and what a head may do to their accounts. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { callApi } from "./api.ts";
import { InviteForm, type LinkMade, LinkNote } from "./InviteForm.tsx";
import { type Person, ROLE_NAMES, type Role } from "./me.ts";

interface PeopleProps {
  readonly departmentId: string;
  readonly viewer: Person;
}

/** Everybody of one department. */
export function People({ departmentId, viewer }: PeopleProps) {
  const [people, setPeople] = useState<readonly Person[]>();
  const [problem, setProblem] = useState<Problem>();
  const [link, setLink] = useState<LinkMade>();
  const read = async () => {
    const url = `/api/departments/${departmentId}/people`;
    const answer = await callApi<{ readonly people: readonly Person[] }>("GET", url);
    if (answer.ok) setPeople(answer.value.people);
    else setProblem(answer.problems[0]);
  };
  useEffect(() => void read(), [departmentId]);
  const mayChange = viewer.role === "head" || viewer.role === "administrator";
  return (
    <>
      <InviteForm departmentId={departmentId} viewerRole={viewer.role} onMade={setLink} />
      {link && <LinkNote link={link} />}
      {problem && <ProblemNote problem={problem} />}
      <section class="panel" aria-labelledby="people-title">
        <h2 id="people-title">In this department</h2>
        <ul class="bare people">
          {people?.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              mayChange={mayChange && person.id !== viewer.id}
              onChanged={() => void read()}
              onLink={setLink}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly mayChange: boolean;
  readonly onChanged: () => void;
  readonly onLink: (link: LinkMade) => void;
}

function PersonRow({ person, mayChange, onChanged, onLink }: PersonRowProps) {
  const [isAsking, setIsAsking] = useState(false);
  const url = `/api/accounts/${person.id}`;
  const close = async () => {
    await callApi("POST", `${url}/close`);
    onChanged();
  };
  const changeRole = async (role: string) => {
    await callApi("PATCH", url, { role });
    onChanged();
  };
  const makeLink = async () => {
    const answer = await callApi<{ readonly secret: string }>("POST", `${url}/password-link`);
    if (answer.ok) onLink({ secret: answer.value.secret, purpose: `${person.name}, new password` });
  };
  return (
    <li class="person">
      <div>
        <strong>{person.name}</strong>
        <span class="soft small">{person.isOpen ? person.email : "Closed"}</span>
      </div>
      {mayChange && person.isOpen ? (
        <>
          <select
            aria-label={`Role of ${person.name}`}
            value={person.role}
            onChange={(event) => void changeRole(event.currentTarget.value)}
          >
            {(["trainee", "supervisor", "head"] as const).map((role: Role) => (
              <option key={role} value={role}>
                {ROLE_NAMES[role]}
              </option>
            ))}
          </select>
          <button type="button" class="key plain" onClick={() => void makeLink()}>
            Password link
          </button>
          <button
            type="button"
            class={isAsking ? "key hard" : "key plain"}
            aria-label={`${isAsking ? "Close for good" : "Close"}: ${person.name}`}
            onClick={() => (isAsking ? void close() : setIsAsking(true))}
          >
            {isAsking ? "Close?" : "Close"}
          </button>
        </>
      ) : (
        <span class="soft">{ROLE_NAMES[person.role]}</span>
      )}
    </li>
  );
}
