/** What was said, newest at the foot, and read out as it comes. */
import { useEffect, useRef } from "preact/hooks";
import { MESSAGE_TEXTS } from "../../description/messages.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import type { CaseClient } from "../case/caseClient.ts";
import { tickText } from "../clockText.ts";

interface Line {
  readonly tick: number;
  readonly who: string;
  readonly text: string;
  readonly isOwn: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  surgeon: "Surgeon",
  anaesthetist: "Anaesthetist",
  helper: "Helper",
  phone: "Phone",
  runner: "Runner",
};
const SHOWN_MAX = 40;

function linesOf(facts: readonly CaseFact[]): readonly Line[] {
  return facts.flatMap((fact): Line[] => {
    if (fact.type === "said") {
      const { says } = MESSAGE_TEXTS[fact.message];
      return [{ tick: fact.tick, who: `You, to ${fact.to}`, text: says, isOwn: true }];
    }
    if (fact.type === "spoke") {
      const who = NAMES[fact.who] ?? fact.who;
      return [{ tick: fact.tick, who, text: fact.text, isOwn: false }];
    }
    return [];
  });
}

export function Conversation({ client }: { readonly client: CaseClient }) {
  const lines = linesOf(client.facts.value).slice(-SHOWN_MAX);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    if (box !== null) box.scrollTop = box.scrollHeight;
  }, [lines.length]);
  return (
    <ol
      ref={list}
      class="bare conversation"
      aria-label="Conversation"
      aria-live="polite"
      tabIndex={0}
    >
      {lines.length === 0 && <li class="quiet">Nothing has been said yet.</li>}
      {lines.map((line) => (
        <li key={`${line.tick} ${line.who} ${line.text}`} class={line.isOwn ? "own" : ""}>
          <span class="quiet">
            {tickText(line.tick)} {line.who}
          </span>
          <span>{line.text}</span>
        </li>
      ))}
    </ol>
  );
}
