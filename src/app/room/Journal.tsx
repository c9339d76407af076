/** The session's journal as it grows, newest last. */
import type { JournalLine } from "../../session/contract/live.ts";
import { tickText } from "../clockText.ts";

const LINES_SHOWN = 40;

const WORDS: Readonly<Record<JournalLine["kind"], string>> = {
  created: "made",
  joined: "joined",
  ready: "ready check",
  started: "started",
  command: "sent",
  applied: "taken by the device",
  lapsed: "lapsed",
  mark: "mark",
  remark: "remark",
  pause: "paused",
  resume: "went on",
  gap: "the device stood still",
  reload: "the page was loaded again",
  unattested: "not seen live",
  tookOver: "another device took over",
  diverged: "a watcher's case differed",
  ended: "ended",
};

function detailText({ kind, detail }: JournalLine): string {
  if (kind === "command") {
    const { type } = detail["action"] as { readonly type: string };
    return type;
  }
  if (kind === "unattested") {
    return `${tickText(Number(detail["fromTick"]))} to ${tickText(Number(detail["toTick"]))}`;
  }
  const said = detail["text"] ?? detail["reason"] ?? detail["type"];
  return typeof said === "string" ? said : "";
}

export function Journal({ lines }: { readonly lines: readonly JournalLine[] }) {
  return (
    <section class="panel" aria-labelledby="journal-title">
      <h2 id="journal-title">Log</h2>
      <ol class="bare journal">
        {lines.slice(-LINES_SHOWN).map((line) => (
          <li key={line.sequence}>
            <span class="mono">{tickText(line.tick)}</span> {WORDS[line.kind]} {detailText(line)}
          </li>
        ))}
      </ol>
    </section>
  );
}
