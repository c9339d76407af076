/** Lines with their time: what the trainee wrote, or all that the console logged. */
import { useEffect, useRef } from "preact/hooks";
import { describeFact } from "../../description/facts.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import type { Fact } from "../../world/contract/facts.ts";
import { tickText } from "../clockText.ts";
import type { DrawerProps } from "./Drawers.tsx";

const SHOWN_MAX = 120;

const isOwn = (fact: CaseFact): boolean =>
  fact.type === "accepted" && fact.action.type.startsWith("record.");

interface LinesProps {
  readonly client: DrawerProps["client"];
  readonly which: "own" | "all";
}

export function RecordLines({ client, which }: LinesProps) {
  const list = useRef<HTMLOListElement>(null);
  const lines = client.facts.value
    .filter((fact) => which === "all" || isOwn(fact))
    .flatMap((fact) => describeFact(fact as Fact) ?? []) // facts of the scenario give no line
    .slice(-SHOWN_MAX);
  useEffect(() => {
    const box = list.current;
    if (box !== null) box.scrollTop = box.scrollHeight;
  }, [lines.length, which]);
  const name = which === "own" ? "Record" : "Log of the console";
  return (
    <ol ref={list} class="bare record-lines" aria-label={name} tabIndex={0}>
      {lines.length === 0 && <li class="quiet">Nothing is written down yet.</li>}
      {lines.map((line, index) => (
        <li key={`${line.tick} ${index}`} class={line.kind}>
          <span class="mono quiet">{tickText(line.tick)}</span>
          <span>{line.text.replace(/^(?:Wrote down|Note): /, "")}</span>
        </li>
      ))}
    </ol>
  );
}
