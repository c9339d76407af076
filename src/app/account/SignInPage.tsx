/** Signs a browser in. */
import { useState } from "preact/hooks";
import { ProblemNote } from "../ProblemNote.tsx";
import { goTo } from "../router.ts";
import { AccountFrame } from "./AccountFrame.tsx";
import { callApi } from "./api.ts";
import { Field } from "./Field.tsx";
import { refreshMe } from "./me.ts";
import { useSubmit } from "./useSubmit.ts";

export function SignInPage() {
  return (
    <AccountFrame title="Sign in" forGuests>
      {() => <SignInForm />}
    </AccountFrame>
  );
}

function SignInForm() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { problem, isBusy, onSubmit } = useSubmit(
    () => callApi("POST", "/api/sign-in", { email, password }),
    () => void refreshMe().then(() => goTo({ page: "account" })),
  );
  return (
    <form class="panel" onSubmit={onSubmit}>
      <Field
        label="E-mail address"
        type="email"
        autoComplete="username"
        value={email}
        onValue={setEmail}
      />
      <Field
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onValue={setPassword}
      />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Sign in
      </button>
      <p class="quiet small">
        Accounts are for assessed sessions and the department's records. To practise alone you need
        none. Without an account, ask the head of your department for an invitation.
      </p>
    </form>
  );
}
