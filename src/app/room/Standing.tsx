/** The checklist while the case runs, timed by the engine. It decides nothing: a person judges. */
import "../styles/debrief.css";
import type { MarkResult } from "../../scoring/report.ts";
import { stateWords } from "../../session/lineStates.ts";
import { clockText } from "../clockText.ts";
import { MarkShape } from "../debrief/MarkShape.tsx";

const CHECKED: readonly MarkResult["class"][] = ["must", "should"];

/** What is not done may still be. */
const wordOf = (mark: MarkResult): string =>
  mark.state === "notDone" ? "not yet" : stateWords(mark, mark.state);

export function Standing({ marks }: { readonly marks: readonly MarkResult[] }) {
  const rows = marks.filter((mark) => CHECKED.includes(mark.class));
  const harms = marks.filter(({ state }) => state === "violated");
  if (marks.length === 0) return <p class="soft">It begins when something fails.</p>;
  return (
    <>
      <p class="soft small">Timed by the engine from the failure on. You may judge otherwise.</p>
      <ol class="bare standing">
        {[...harms, ...rows].map((mark) => (
          <li key={mark.id}>
            <span>{mark.title}</span>
            <span class="mono">{mark.doneAtS === null ? "…" : clockText(mark.doneAtS)}</span>
            <span class="mono soft">{mark.targetS === null ? "" : clockText(mark.targetS)}</span>
            {mark.state === "notDone" ? (
              <span aria-hidden="true" />
            ) : (
              <MarkShape line={mark} state={mark.state} />
            )}
            <span class="visually-hidden">{wordOf(mark)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
