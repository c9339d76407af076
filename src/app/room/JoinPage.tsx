/** Joins a session by its code, as the trainee or to watch. */
import { useState } from "preact/hooks";
import { AccountFrame } from "../account/AccountFrame.tsx";
import { callApi } from "../account/api.ts";
import { Field } from "../account/Field.tsx";
import type { Me } from "../account/me.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { goTo } from "../router.ts";
import { keepTicket, type Ticket } from "./tickets.ts";

export function JoinPage({ joinCode }: { readonly joinCode: string }) {
  return (
    <AccountFrame title="Join a session" forGuests>
      {(who) => <JoinForm joinCode={joinCode} who={who} />}
    </AccountFrame>
  );
}

const PARTS = [
  { role: "trainee", name: "Trainee", note: "You work the machine." },
  { role: "observer", name: "Observer", note: "You watch." },
] as const;

function JoinForm({ joinCode, who }: { readonly joinCode: string; readonly who: Me }) {
  const [code, setCode] = useState(joinCode);
  const [name, setName] = useState("");
  const [role, setRole] = useState<"trainee" | "observer">("trainee");
  const ownName = who.account?.name;
  const { problem, isBusy, onSubmit } = useSubmit(
    () => callApi<Ticket>("POST", "/api/join", { joinCode: code, name: ownName ?? name, role }),
    (ticket) => {
      keepTicket(ticket);
      goTo({ page: "room", sessionId: ticket.sessionId });
    },
  );
  return (
    <form class="panel" onSubmit={onSubmit}>
      <Field label="Code" value={code} onValue={setCode} note="Six letters, from the supervisor." />
      {ownName === undefined ? (
        <Field label="Your name" autoComplete="name" value={name} onValue={setName} />
      ) : (
        <p>You join as {ownName}.</p>
      )}
      <fieldset class="parts">
        <legend>Your part</legend>
        {PARTS.map((one) => (
          <label key={one.role} class="part">
            <input
              type="radio"
              name="part"
              checked={role === one.role}
              onChange={() => setRole(one.role)}
            />
            <span>
              {one.name} <span class="soft small">{one.note}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Join
      </button>
    </form>
  );
}
