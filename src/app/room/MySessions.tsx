/** A person's own signed sessions: the record to take away, and the way to contest a result. */
import { useEffect, useState } from "preact/hooks";
import type { SignedSession } from "../../server/rooms/sessionLists.ts";
import { callApi } from "../account/api.ts";
import { dateText } from "../clockText.ts";
import { Appeals } from "./Appeals.tsx";
import { OverruledLines } from "./OverruledLines.tsx";
import { OUTCOMES } from "./ratingWords.ts";

export function MySessions() {
  const [sessions, setSessions] = useState<readonly SignedSession[]>([]);
  const [openId, setOpenId] = useState<string>();
  useEffect(() => {
    void callApi<{ readonly sessions: readonly SignedSession[] }>("GET", "/api/me/sessions").then(
      (answer) => {
        if (answer.ok) setSessions(answer.value.sessions);
      },
    );
  }, []);
  if (sessions.length === 0) return null;
  return (
    <section class="panel padded" aria-labelledby="my-sessions-title">
      <h2 id="my-sessions-title">My signed sessions</h2>
      <ul class="bare people">
        {sessions.map(({ id, title, outcome, signedMs }) => (
          <li key={id}>
            <p>
              <strong>{title}</strong>, {OUTCOMES[outcome]}, signed {dateText(signedMs)}{" "}
              <a class="key plain" href={`/api/sessions/${id}/record`} download="record.json">
                Record
              </a>
              <button
                type="button"
                class="key"
                aria-expanded={openId === id}
                onClick={() => setOpenId(openId === id ? undefined : id)}
              >
                Appeals
              </button>
            </p>
            {openId === id && (
              <>
                <OverruledLines sessionId={id} />
                <Appeals sessionId={id} isOwn />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
