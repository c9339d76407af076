/** One mark: yours against target, its shape and word, and on request why it matters and what proves it. */
import { ticksToS } from "../../kernel/tick.ts";
import type { MarkResult, Report } from "../../scoring/report.ts";
import { isNotNeeded, stateWords } from "../../session/lineStates.ts";
import { clockText } from "../clockText.ts";
import type { ProofWords } from "../proofWords.ts";
import { pinS } from "./debriefData.ts";
import { MarkShape } from "./MarkShape.tsx";

interface MarkRowProps {
  readonly pin: number | undefined;
  readonly mark: MarkResult;
  readonly report: Report;
  readonly wordsOf: ProofWords;
  readonly onPick: (atS: number) => void;
}

/** Marks that are kept up instead of done have no moment of their own. */
function yoursText(mark: MarkResult): string {
  const { state, doneAtS } = mark;
  if (state === "notDone" || isNotNeeded(mark, state)) return stateWords(mark, state);
  return doneAtS === null ? "" : clockText(doneAtS);
}

export function MarkRow({ pin, mark, report, wordsOf, onPick }: MarkRowProps) {
  const isHarm = mark.class === "mustNot";
  const atS = pinS(mark, report);
  return (
    <li>
      <details>
        <summary
          onClick={({ currentTarget }) => {
            const isOpening = !(currentTarget.parentElement as HTMLDetailsElement).open;
            if (isOpening && atS !== undefined) onPick(atS);
          }}
        >
          <span class="mark-pin">{pin ?? "·"}</span>
          <span class="mark-title">
            {mark.title}
            {mark.critical && <span class="quiet small"> critical</span>}
          </span>
          {!isHarm && (
            <>
              <span class="mark-yours">{yoursText(mark)}</span>
              <span class="mark-target">
                {mark.targetS === null ? "" : clockText(mark.targetS)}
              </span>
            </>
          )}
          <MarkShape line={mark} state={mark.state} />
          <span class="visually-hidden">{stateWords(mark, mark.state)}</span>
        </summary>
        <div class="mark-more">
          <p>{mark.why}</p>
          {mark.evidence.length > 0 && (
            <ul class="bare">
              {mark.evidence.map((one) => (
                <li key={`${one.tick} ${one.sentence}`}>
                  <span class="mono quiet">{clockText(ticksToS(one.tick - report.onsetTick))}</span>{" "}
                  {wordsOf(one)}
                </li>
              ))}
            </ul>
          )}
          {!isHarm && (
            <p class="quiet small">
              {Number(mark.points.toFixed(1))} of {mark.pointsMax} points
            </p>
          )}
        </div>
      </details>
    </li>
  );
}
