/** What the trainee looks at, touches and says, newest at the foot. */
import { useEffect, useRef } from "preact/hooks";
import { describeFact } from "../../description/facts.ts";
import { MESSAGE_TEXTS } from "../../description/messages.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import { tickText } from "../clockText.ts";

interface Line {
  readonly tick: number;
  readonly word: string;
  readonly text: string;
}

const LINES_SHOWN = 60;

function lineOf(fact: CaseFact): Line | undefined {
  if (fact.type === "said") {
    const { says } = MESSAGE_TEXTS[fact.message];
    return { tick: fact.tick, word: `to ${fact.to}`, text: says };
  }
  if (fact.type === "accepted") {
    const line = describeFact(fact);
    const word = fact.action.type === "inspect" ? "looks" : "touches";
    return line && { tick: fact.tick, word, text: line.text };
  }
  if (fact.type === "refused") return { tick: fact.tick, word: "in vain", text: fact.sentence };
  if (fact.type === "seen") return { tick: fact.tick, word: "sees", text: fact.sentence };
  return undefined;
}

/** Keeps the newest line in sight. */
export function useFoot<T extends HTMLElement>(length: number) {
  const box = useRef<T>(null);
  useEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [length]);
  return box;
}

export function TraineeDoes({ facts }: { readonly facts: readonly CaseFact[] }) {
  const lines = facts.flatMap((fact) => lineOf(fact) ?? []).slice(-LINES_SHOWN);
  const box = useFoot<HTMLOListElement>(lines.length);
  return (
    <section class="panel foot-panel" aria-labelledby="does-title">
      <h2 id="does-title">The trainee</h2>
      <ol ref={box} class="bare journal" tabIndex={0} aria-label="What the trainee does">
        {lines.length === 0 && <li class="soft">Nothing yet.</li>}
        {lines.map((line, index) => (
          <li key={`${line.tick} ${index}`}>
            <span class="mono soft">{tickText(line.tick)}</span>
            <span class="soft">{line.word}</span>
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
