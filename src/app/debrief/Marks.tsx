/** What was done, yours against target, with the reason each mark matters and what proves it. */
import { ticksToS } from "../../kernel/tick.ts";
import type { MarkResult, MarkState, Report } from "../../scoring/report.ts";
import { clockText } from "../clockText.ts";
import { harmsOf, type Row } from "./debriefData.ts";

interface MarksProps {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly onPick: (atS: number) => void;
}

const WORDS: Readonly<Record<MarkState, string>> = {
  inTime: "in time",
  late: "late",
  notDone: "not done",
  clean: "did not happen",
  violated: "happened",
};

export function Marks({ report, rows, onPick }: MarksProps) {
  const harms = harmsOf(report);
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
          <MarkRow key={mark.id} pin={pin} mark={mark} report={report} onPick={onPick} />
        ))}
      </ol>
      <p class="key-line quiet small">
        {(["inTime", "late", "notDone"] as const).map((state) => (
          <span key={state}>
            <MarkShape state={state} /> {WORDS[state]}
          </span>
        ))}
      </p>
      {harms.length > 0 && (
        <>
          <h3>What must not happen</h3>
          <ol class="bare">
            {harms.map((mark) => (
              <MarkRow key={mark.id} pin={undefined} mark={mark} report={report} onPick={onPick} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

interface MarkRowProps {
  readonly pin: number | undefined;
  readonly mark: MarkResult;
  readonly report: Report;
  readonly onPick: (atS: number) => void;
}

function MarkRow({ pin, mark, report, onPick }: MarkRowProps) {
  const isHarm = mark.class === "mustNot";
  return (
    <li>
      <details
        onToggle={(event) =>
          event.currentTarget.open && mark.doneAtS !== null && onPick(mark.doneAtS)
        }
      >
        <summary>
          <span class="mark-pin">{pin ?? "·"}</span>
          <span class="mark-title">
            {mark.title}
            {mark.critical && <span class="quiet small"> critical</span>}
          </span>
          {!isHarm && (
            <>
              <span class="mark-yours">
                {mark.doneAtS === null ? "not done" : clockText(mark.doneAtS)}
              </span>
              <span class="mark-target">
                {mark.targetS === null ? "" : clockText(mark.targetS)}
              </span>
            </>
          )}
          <MarkShape state={mark.state} />
          <span class="visually-hidden">{WORDS[mark.state]}</span>
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
              {mark.points} of {mark.pointsMax} points
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
