/** Says that the case stands still, why, and how to go on. */
import type { PauseReason } from "../../session/contract/protocol.ts";
import { tickText } from "../clockText.ts";
import type { CaseClient } from "./caseClient.ts";

const REASONS: Readonly<Record<PauseReason, string>> = {
  asked: "Paused.",
  hidden: "Paused while the page was out of sight.",
  resumed: "Here you left off.",
  replay: "Paused.",
  supervisor: "The supervisor has paused the case.",
  frozen: "The supervisor has frozen the case. Nothing you do now is taken.",
};

export function PausedNote({ client }: { readonly client: CaseClient }) {
  const open = client.opened.value;
  const { running, reason } = client.clock.value;
  const wasResumed = open !== undefined && open.startTick > 0 && reason === null;
  if (open === undefined || running || client.report.value !== undefined) return null;
  if (reason === null && !wasResumed) return null;
  const isSupervisors = reason === "supervisor" || reason === "frozen";
  const text = reason === null ? REASONS.resumed : REASONS[reason];
  return (
    <div class="paused panel" role="status">
      <p>
        {text} <span class="soft">{tickText(client.feed().latest().tick)} into the case.</span>
      </p>
      {!isSupervisors && (
        <button type="button" class="key hard" onClick={() => client.send({ type: "run" })}>
          Go on
        </button>
      )}
    </div>
  );
}
