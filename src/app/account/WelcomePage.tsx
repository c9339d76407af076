/** What a link leads to: a new account, or a new password for one that is there. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { goTo } from "../router.ts";
import { AccountFrame } from "./AccountFrame.tsx";
import { callApi } from "./api.ts";
import { Field } from "./Field.tsx";
import { ROLE_NAMES, type Role, refreshMe } from "./me.ts";
import { useSubmit } from "./useSubmit.ts";

interface Invitation {
  readonly kind: "first" | "invite" | "reset";
  readonly role: Role;
  readonly departmentName: string | null;
  /** Set when the link is for a new password. */
  readonly email: string | null;
}

export function WelcomePage({ secret }: { readonly secret: string }) {
  const [invitation, setInvitation] = useState<Invitation>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    void callApi<Invitation>("POST", "/api/invitation", { secret }).then((answer) => {
      if (answer.ok) setInvitation(answer.value);
      else setProblem(answer.problems[0]);
    });
  }, [secret]);
  return (
    <AccountFrame title="Your account" forGuests>
      {() => (
        <>
          {problem && <ProblemNote problem={problem} />}
          {invitation && <WelcomeForm secret={secret} invitation={invitation} />}
        </>
      )}
    </AccountFrame>
  );
}

function purposeOf({ kind, role, departmentName, email }: Invitation): string {
  if (kind === "reset") return `A new password for ${email ?? "this account"}.`;
  const where = departmentName === null ? "for this server" : `in ${departmentName}`;
  return `You were invited as ${ROLE_NAMES[role].toLowerCase()} ${where}.`;
}

interface WelcomeFormProps {
  readonly secret: string;
  readonly invitation: Invitation;
}

function WelcomeForm({ secret, invitation }: WelcomeFormProps) {
  const isReset = invitation.email !== null;
  const [name, setName] = useState("");
  const [email, setEmail] = useState(invitation.email ?? "");
  const [password, setPassword] = useState("");
  const { problem, isBusy, onSubmit } = useSubmit(
    () => {
      const person = { name: isReset ? "-" : name, email, password };
      return callApi("POST", "/api/invitation/accept", { secret, ...person });
    },
    () => void refreshMe().then(() => goTo({ page: "account" })),
  );
  return (
    <form class="panel" onSubmit={onSubmit}>
      <p>{purposeOf(invitation)}</p>
      {!isReset && (
        <>
          <Field label="Your name" autoComplete="name" value={name} onValue={setName} />
          <Field
            label="E-mail address"
            type="email"
            autoComplete="username"
            value={email}
            onValue={setEmail}
          />
        </>
      )}
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        value={password}
        onValue={setPassword}
        note="10 characters or more. Four words that have nothing to do with each other are easy to keep in mind."
      />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        {isReset ? "Set the password" : "Make the account"}
      </button>
    </form>
  );
}
