/** The session's journal as it grows, newest last. */
import type { JournalLine } from "../../session/contract/live.ts";
import { tickText } from "../clockText.ts";
import { useFoot } from "./TraineeDoes.tsx";

const LINES_SHOWN = 60;

const WORDS: Readonly<Record<JournalLine["kind"], string>> = {
  created: "made",
  joined: "joined",
  ready: "ready check",
  started: "started",
  command: "sent",
  applied: "taken",
  lapsed: "lapsed",
  mark: "mark",
  remark: "remark",
  pause: "paused",
  resume: "went on",
  gap: "stood still",
  reload: "loaded again",
  unattested: "not seen live",
  tookOver: "taken over",
  diverged: "differed",
  ended: "ended",
};

interface ActionSaid {
  readonly type: string;
  readonly fault?: { readonly fault: string };
  readonly faultId?: string;
  readonly who?: string;
  readonly text?: string;
  readonly drug?: string;
  readonly site?: string;
}

/** An action with what tells it from others of its type. */
function actionText({ type, fault, faultId, who, text, drug, site }: ActionSaid): string {
  const more = [fault?.fault ?? faultId, who, text, drug, site].filter((one) => one !== undefined);
  return [type, ...more].join(" ");
}

function detailText({ kind, detail }: JournalLine): string {
  if (kind === "command") return actionText(detail["action"] as ActionSaid);
  if (kind === "unattested") {
    return `${tickText(Number(detail["fromTick"]))} to ${tickText(Number(detail["toTick"]))}`;
  }
  const said = detail["text"] ?? detail["reason"] ?? detail["type"];
  return typeof said === "string" ? said : "";
}

export function Journal({ lines }: { readonly lines: readonly JournalLine[] }) {
  return (
    <section class="panel foot-panel" aria-labelledby="journal-title">
      <h2 id="journal-title">Log</h2>
      <ol
        ref={useFoot<HTMLOListElement>(lines.length)}
        class="bare journal"
        tabIndex={0}
        aria-label="Log of the session"
      >
        {lines.slice(-LINES_SHOWN).map((line) => (
          <li key={line.sequence}>
            <span class="mono soft">{tickText(line.tick)}</span>
            <span class="soft">{WORDS[line.kind]}</span>
            <span>{detailText(line)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
