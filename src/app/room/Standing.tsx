/** The checklist while the case runs, timed by the engine. It decides nothing: a person judges. */
import "../styles/debrief.css";
import type { MarkResult, MarkState } from "../../scoring/report.ts";
import { clockText } from "../clockText.ts";
import { MarkShape, STATE_WORDS } from "../debrief/MarkRow.tsx";

const CHECKED: readonly MarkResult["class"][] = ["must", "should"];

/** What is not done may still be. */
const wordOf = (state: MarkState): string => (state === "notDone" ? "not yet" : STATE_WORDS[state]);

export function Standing({ marks }: { readonly marks: readonly MarkResult[] }) {
  const rows = marks.filter((mark) => CHECKED.includes(mark.class));
  const harms = marks.filter(({ state }) => state === "violated");
  if (marks.length === 0) return <p class="soft">It begins when something fails.</p>;
  return (
    <>
      <p class="soft small">Timed by the engine from the failure on. You may judge otherwise.</p>
      <ol class="bare standing">
        {[...harms, ...rows].map(({ id, title, state, doneAtS, targetS }) => (
          <li key={id}>
            <span>{title}</span>
            <span class="mono">{doneAtS === null ? "…" : clockText(doneAtS)}</span>
            <span class="mono soft">{targetS === null ? "" : clockText(targetS)}</span>
            {state === "notDone" ? <span aria-hidden="true" /> : <MarkShape state={state} />}
            <span class="visually-hidden">{wordOf(state)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
