/** The frame of the pages about accounts: head with the way to the others, and who is signed in. */
import "../styles/account.css";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { PageHead } from "../PageHead.tsx";
import { currentRoute } from "../router.ts";
import { type Me, me, refreshMe } from "./me.ts";
import { NoServer } from "./NoServer.tsx";

interface AccountFrameProps {
  readonly title: string;
  /** Shown once it is known who is signed in; a guest is sent to sign in unless `forGuests`. */
  readonly children: (who: Me) => ComponentChildren;
  readonly forGuests?: boolean;
}

/** Where a guest is sent. */
const SIGN_IN_ADDRESS = "#/sign-in";

export function AccountFrame({ title, children, forGuests = false }: AccountFrameProps) {
  const who = me.value;
  useEffect(() => {
    void refreshMe();
  }, []);
  const problem = who?.problem;
  const isGuest = who !== undefined && problem === undefined && who.account === null;
  return (
    <>
      <PageHead>
        <a class="key plain" href="#/">
          Practise
        </a>
        {(who?.account?.role === "supervisor" || who?.account?.role === "head") && (
          <a class="key plain" href="#/assess" aria-current={currentRoute.value.page === "assess"}>
            Assess
          </a>
        )}
        {who?.account && who.account.role !== "trainee" && (
          <a class="key plain" href="#/people" aria-current={currentRoute.value.page === "people"}>
            People
          </a>
        )}
        {who?.account?.departmentId && (
          <a class="key plain" href="#/department">
            Department
          </a>
        )}
        <a class="key plain" href="#/account" aria-current={currentRoute.value.page === "account"}>
          {who?.account?.name ?? "Account"}
        </a>
      </PageHead>
      <main class="account-page">
        <h1>{title}</h1>
        {who === undefined && <p class="quiet">Asking the server…</p>}
        {problem && <NoServer problem={problem} />}
        {isGuest && !forGuests && (
          <section class="panel">
            <p>You are not signed in here.</p>
            <a class="key hard" href={SIGN_IN_ADDRESS}>
              Sign in
            </a>
          </section>
        )}
        {who !== undefined && !problem && (forGuests || !isGuest) && children(who)}
      </main>
    </>
  );
}
