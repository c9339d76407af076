/** A department's supervised sessions, and a new one. */
import { useEffect, useState } from "preact/hooks";
import { AccountFrame } from "../account/AccountFrame.tsx";
import { callApi } from "../account/api.ts";
import { dateText } from "../clockText.ts";
import { goTo } from "../router.ts";
import { NewSession } from "./NewSession.tsx";
import { keepTicket, type Ticket } from "./tickets.ts";

interface Session {
  readonly id: string;
  readonly title: string;
  readonly mode: "practice" | "exam";
  readonly state: "waiting" | "running" | "ended" | "signed";
  readonly createdMs: number;
  readonly traineeName: string | null;
  readonly hasOpenAppeal: boolean;
}

const STATES: Readonly<Record<Session["state"], string>> = {
  waiting: "Waiting",
  running: "Running",
  ended: "Ended, not signed",
  signed: "Signed",
};

export function AssessPage() {
  return (
    <AccountFrame title="Supervised sessions">
      {({ account }) => {
        if (account?.departmentId) return <Sessions departmentId={account.departmentId} />;
        return <p>Sessions belong to a department, and your account belongs to none.</p>;
      }}
    </AccountFrame>
  );
}

/** Enters a session as one who supervises it. */
async function supervise(sessionId: string): Promise<void> {
  const answer = await callApi<Ticket>("POST", `/api/sessions/${sessionId}/supervise`);
  if (!answer.ok) return;
  keepTicket(answer.value);
  goTo({ page: "room", sessionId });
}

function Sessions({ departmentId }: { readonly departmentId: string }) {
  const [sessions, setSessions] = useState<readonly Session[]>([]);
  const url = `/api/departments/${departmentId}/sessions`;
  useEffect(() => {
    void callApi<{ readonly sessions: readonly Session[] }>("GET", url).then((answer) => {
      if (answer.ok) setSessions(answer.value.sessions);
    });
  }, [url]);
  return (
    <>
      <NewSession url={url} onMade={(sessionId) => void supervise(sessionId)} />
      <section class="panel" aria-labelledby="sessions-title">
        <h2 id="sessions-title">Sessions so far</h2>
        {sessions.length === 0 && <p class="soft">There are none yet.</p>}
        <ul class="bare people">
          {sessions.map((one) => (
            <li key={one.id} class="person">
              <div>
                <strong>{one.title}</strong>
                <span class="soft small">
                  {one.mode === "exam" ? "Assessed" : "Practice"}, {dateText(one.createdMs)}
                  {one.traineeName && `, ${one.traineeName}`}
                </span>
              </div>
              <span class="soft">
                {STATES[one.state]}
                {one.hasOpenAppeal && (
                  <>
                    , <a href={`#/sign/${one.id}`}>an appeal waits</a>
                  </>
                )}
              </span>
              <button
                type="button"
                class="key"
                aria-label={`Open: ${one.title}, ${dateText(one.createdMs)}`}
                onClick={() => void supervise(one.id)}
              >
                Open
              </button>
              {(one.state === "ended" || one.state === "signed") && (
                <a
                  class="key"
                  href={`#/rate/${one.id}`}
                  aria-label={`Second rating: ${one.title}, ${dateText(one.createdMs)}`}
                >
                  Second rating
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
