/** The own account: who one is here, the password, and where one is signed in. */
import { useState } from "preact/hooks";
import { success } from "../../kernel/result.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { goTo } from "../router.ts";
import { AccountFrame } from "./AccountFrame.tsx";
import { callApi } from "./api.ts";
import { Field } from "./Field.tsx";
import { type Me, type Person, ROLE_NAMES, refreshMe } from "./me.ts";
import { useSubmit } from "./useSubmit.ts";

export function AccountPage() {
  return (
    <AccountFrame title="Your account">
      {(who) => who.account && <Account who={who} person={who.account} />}
    </AccountFrame>
  );
}

function Account({ who, person }: { readonly who: Me; readonly person: Person }) {
  return (
    <>
      <section class="panel" aria-labelledby="who-title">
        <h2 id="who-title">{person.name}</h2>
        <p class="soft">
          {ROLE_NAMES[person.role]}
          {who.department && `, ${who.department.name}`}. Signed in as {person.email}.
        </p>
        <SignOutKeys signInCount={who.signInCount ?? 1} />
      </section>
      <PasswordForm />
    </>
  );
}

function SignOutKeys({ signInCount }: { readonly signInCount: number }) {
  const signOut = async () => {
    await callApi("POST", "/api/sign-out");
    await refreshMe();
    goTo({ page: "signIn" });
  };
  const signOutElsewhere = async () => {
    await callApi("POST", "/api/me/sign-out-everywhere");
    await refreshMe();
  };
  return (
    <div class="key-row">
      <button type="button" class="key" onClick={() => void signOut()}>
        Sign out
      </button>
      {signInCount > 1 && (
        <button type="button" class="key" onClick={() => void signOutElsewhere()}>
          Sign out on {signInCount - 1} other {signInCount === 2 ? "device" : "devices"}
        </button>
      )}
    </div>
  );
}

function PasswordForm() {
  const [oldPassword, setOldPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const [isDone, setIsDone] = useState(false);
  const { problem, isBusy, onSubmit } = useSubmit(
    async () => {
      const answer = await callApi("POST", "/api/me/password", { oldPassword, newPassword });
      return answer.ok ? success(await refreshMe()) : answer;
    },
    () => {
      setOldPassword("");
      setNewPassword("");
      setIsDone(true);
    },
  );
  return (
    <form class="panel" onSubmit={onSubmit}>
      <h2>Change the password</h2>
      <Field
        label="Present password"
        type="password"
        autoComplete="current-password"
        value={oldPassword}
        onValue={setOldPassword}
      />
      <Field
        label="New password"
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onValue={setNewPassword}
      />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Change it
      </button>
      <p role="status" class="soft small">
        {isDone && "The password is changed. Other devices are signed out."}
      </p>
    </form>
  );
}
