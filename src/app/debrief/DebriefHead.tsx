/** Title, result, and what can be done next. */

import { sToTicks } from "../../kernel/tick.ts";
import type { CaseBriefing, Review } from "../../session/contract/protocol.ts";
import { leaveStart } from "../case/pendingStart.ts";
import { currentEngineHash } from "../catalogue.ts";
import { clockText, dateText, tickText } from "../clockText.ts";
import { newRecordingId } from "../newRecordingId.ts";
import { goTo } from "../router.ts";
import { exportRun } from "../storage/exportRun.ts";
import type { RunHeader } from "../storage/runStore.ts";
import { MODE_NAMES, runTitle } from "../storage/runTitle.ts";
import type { DebriefTimes } from "./debriefData.ts";

interface DebriefHeadProps {
  readonly header: RunHeader;
  readonly review: Review;
  readonly briefing: CaseBriefing;
  readonly times: DebriefTimes;
  readonly atS: number;
}

/** The same setup with the engine of today: the same case, to be done better. */
async function runAgain(header: RunHeader): Promise<void> {
  const recordingId = newRecordingId();
  leaveStart({
    type: "start",
    engineHash: await currentEngineHash(),
    caseSetup: header.caseSetup,
    recordingId,
    title: header.title,
    mode: header.mode,
  });
  goTo({ page: "case", recordingId });
}

export function DebriefHead({ header, review, briefing, times, atS }: DebriefHeadProps) {
  const { report } = review;
  const tick = Math.min(review.endTick, Math.max(0, times.onsetTick + sToTicks(atS)));
  const kind = header.mode === "practice" ? "Practice run" : MODE_NAMES[header.mode];
  return (
    <header class="debrief-head">
      <div>
        <h1 tabIndex={-1}>{runTitle(header)}</h1>
        <p class="soft">
          {kind}, {dateText(header.startedWallTimeMs)}
          {report && `, variant ${report.variant}`}
          {header.branch && `, rewound at ${tickText(header.branch.tick)}`}.{" "}
          {briefing.patientSummary}
        </p>
      </div>
      {report && (
        <div class={`result ${report.outcome}`}>
          <p class="result-word">
            <ResultShape isMet={report.outcome === "met"} /> Result:{" "}
            {report.outcome === "met" ? "met" : "not met"}
          </p>
          <ul>
            {report.because.slice(0, 3).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="debrief-keys">
        <a class="key" href={`#/replay/${header.recordingId}/${tick}`}>
          Replay from {clockText(atS)}
        </a>
        <button type="button" class="key" onClick={() => void exportRun(header.recordingId)}>
          Export recording
        </button>
        <button type="button" class="key" onClick={() => window.print()}>
          Print
        </button>
        <button type="button" class="key hard" onClick={() => void runAgain(header)}>
          Run it again
        </button>
      </div>
    </header>
  );
}

function ResultShape({ isMet }: { readonly isMet: boolean }) {
  return (
    <svg class="result-shape" viewBox="0 0 20 20" aria-hidden="true">
      {isMet ? (
        <>
          <circle cx="10" cy="10" r="9" fill="currentColor" />
          <path class="cut" d="m5.5 10.3 3.2 3.2 5.8-6.6" />
        </>
      ) : (
        <>
          <rect x="2" y="2" width="16" height="16" class="outline" />
          <path class="outline" d="m6 6 8 8m0-8-8 8" />
        </>
      )}
    </svg>
  );
}
