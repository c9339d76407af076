/** Who takes part, and whether they are here and ready. */
import type { SessionSignals } from "../case/caseClient.ts";

const PARTS = { trainee: "Trainee", supervisor: "Supervisor", observer: "Observer" } as const;

export function Members({ room }: { readonly room: SessionSignals["room"]["value"] }) {
  return (
    <section class="panel" aria-labelledby="members-title">
      <h2 id="members-title">In this session</h2>
      <ul class="bare people">
        {room?.members.map(({ id, name, role, isHere, ready }) => (
          <li key={id} class="person">
            <div>
              <strong>{name}</strong>
              <span class="soft small">
                {PARTS[role]}
                {ready !== null &&
                  (ready.sound && ready.input ? ", ready" : ", ready check failed")}
              </span>
            </div>
            <span class="soft">{isHere ? "Here" : "Away"}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
