/** Sends faults into the running case and takes them back; the trainee sees only what they do. */
import type { CaseClient } from "../case/caseClient.ts";
import { FAULT_CHOICES } from "./faultChoices.ts";
import type { SendCommand } from "./opening.ts";

interface FaultsProps {
  readonly client: CaseClient;
  readonly command: SendCommand;
}

export function Faults({ client, command }: FaultsProps) {
  const lines = client.session.journal.value;
  const sent = new Set(
    lines
      .filter(({ kind }) => kind === "command")
      .map(({ detail }) => detail["action"] as { type: string; fault?: { fault: string } })
      .filter(({ type }) => type === "fault.inject")
      .map(({ fault }) => fault?.fault),
  );
  return (
    <section class="panel" aria-labelledby="faults-title">
      <h2 id="faults-title">Faults</h2>
      <ul class="bare faults">
        {FAULT_CHOICES.map(({ title, fault }) => (
          <li key={title}>
            <span>{title}</span>
            {sent.has(fault.fault) && (
              <button
                type="button"
                class="key"
                aria-label={`Clear: ${title}`}
                onClick={() => command({ type: "fault.clear", faultId: fault.fault })}
              >
                Clear
              </button>
            )}
            <button
              type="button"
              class="key hard"
              aria-label={`Send: ${title}`}
              onClick={() => command({ type: "fault.inject", fault })}
            >
              Send
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
