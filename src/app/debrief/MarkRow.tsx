/** One mark: yours against target, its shape and word, and on request why it matters and what proves it. */
import { ticksToS } from "../../kernel/tick.ts";
import type { MarkResult, MarkState, Report } from "../../scoring/report.ts";
import { clockText } from "../clockText.ts";
import { pinS } from "./debriefData.ts";

interface MarkRowProps {
  readonly pin: number | undefined;
  readonly mark: MarkResult;
  readonly report: Report;
  readonly onPick: (atS: number) => void;
}

export const STATE_WORDS: Readonly<Record<MarkState, string>> = {
  inTime: "in time",
  late: "late",
  notDone: "not done",
  clean: "did not happen",
  violated: "happened",
};

/** Marks that are kept up instead of done have no moment of their own. */
function yoursText({ state, doneAtS }: MarkResult): string {
  if (state === "notDone") return "not done";
  return doneAtS === null ? "" : clockText(doneAtS);
}

export function MarkRow({ pin, mark, report, onPick }: MarkRowProps) {
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
          <MarkShape state={mark.state} />
          <span class="visually-hidden">{STATE_WORDS[mark.state]}</span>
        </summary>
        <div class="mark-more">
          <p>{mark.why}</p>
          {mark.evidence.length > 0 && (
            <ul class="bare">
              {mark.evidence.map((one) => (
                <li key={`${one.tick} ${one.sentence}`}>
                  <span class="mono quiet">{clockText(ticksToS(one.tick - report.onsetTick))}</span>{" "}
                  {one.sentence}
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

export function MarkShape({ state }: { readonly state: MarkState }) {
  return (
    <svg class={`mark-shape ${state}`} viewBox="0 0 20 20" aria-hidden="true">
      {(state === "inTime" || state === "clean") && (
        <>
          <circle cx="10" cy="10" r="8.5" fill="currentColor" />
          <path class="cut" d="m6 10.2 2.9 2.9 5.2-5.9" />
        </>
      )}
      {state === "late" && (
        <>
          <circle cx="10" cy="10" r="7.7" class="outline" />
          <path d="M10 2.3a7.7 7.7 0 0 0 0 15.4z" fill="currentColor" />
        </>
      )}
      {(state === "notDone" || state === "violated") && (
        <>
          <rect x="2.5" y="2.5" width="15" height="15" class="outline" />
          <path class="outline" d="m6.4 6.4 7.2 7.2m0-7.2-7.2 7.2" />
        </>
      )}
    </svg>
  );
}
