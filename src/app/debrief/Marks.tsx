/** What was done against target, critical fails first; and, apart from it, what must not happen. */
import type { Report } from "../../scoring/report.ts";
import { isNotNeeded, statesOf, stateWords } from "../../session/lineStates.ts";
import type { ProofWords } from "../proofWords.ts";
import { harmsOf, type Row } from "./debriefData.ts";
import { MarkRow } from "./MarkRow.tsx";
import { MarkShape } from "./MarkShape.tsx";

interface MarksProps {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly wordsOf: ProofWords;
  readonly onPick: (atS: number) => void;
}

/** The legend speaks of what is done in time. */
const TIMED = { class: "must", targetS: 0 } as const;

export function Marks({ report, rows, wordsOf, onPick }: MarksProps) {
  const hasNotNeeded = rows.some(({ mark }) => isNotNeeded(mark, mark.state));
  return (
    <section class="panel marks" aria-labelledby="marks-title">
      <header>
        <h2 id="marks-title">What you did</h2>
        <p class="quiet small">yours / target</p>
      </header>
      {report.criticalFails.length > 0 && (
        <div class="problem critical">
          <h3>Critical fails</h3>
          <ul>
            {report.criticalFails.map((fail) => (
              <li key={fail}>{fail}</li>
            ))}
          </ul>
        </div>
      )}
      <ol class="bare">
        {rows.map(({ pin, mark }) => (
          <MarkRow key={mark.id} {...{ pin, mark, report, wordsOf, onPick }} />
        ))}
      </ol>
      <p class="key-line quiet small">
        {statesOf(TIMED)
          .filter((state) => !isNotNeeded(TIMED, state) || hasNotNeeded)
          .map((state) => (
            <span key={state}>
              <MarkShape line={TIMED} state={state} /> {stateWords(TIMED, state)}
            </span>
          ))}
      </p>
    </section>
  );
}

export function Harms({ report, wordsOf, onPick }: Omit<MarksProps, "rows">) {
  const harms = harmsOf(report);
  const happened = harms.filter((mark) => mark.state === "violated");
  const clean = harms.filter((mark) => mark.state !== "violated");
  if (harms.length === 0) return null;
  const rowOf = (mark: (typeof harms)[number]) => (
    <MarkRow key={mark.id} pin={undefined} {...{ mark, report, wordsOf, onPick }} />
  );
  return (
    <section class="panel marks" aria-labelledby="harms-title">
      <h2 id="harms-title">What must not happen</h2>
      {happened.length > 0 && <ol class="bare">{happened.map(rowOf)}</ol>}
      {clean.length > 0 && (
        <details class="clean-harms">
          <summary>
            <span class="mark-title">
              {clean.length} {clean.length === 1 ? "harmful act" : "harmful acts"} did not happen
            </span>
            <MarkShape line={{ class: "mustNot" }} state="clean" />
          </summary>
          <ol class="bare">{clean.map(rowOf)}</ol>
        </details>
      )}
    </section>
  );
}
