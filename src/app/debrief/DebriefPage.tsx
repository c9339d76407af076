/** What happened, what was done against target, why it mattered, and what to talk about. */
import "../styles/paper.css";
import "../styles/debrief.css";
import { useEffect, useMemo, useState } from "preact/hooks";
import { sToTicks } from "../../kernel/tick.ts";
import type { CaseBriefing, Review } from "../../session/contract/protocol.ts";
import type { Patient } from "../../world/contract/setup.ts";
import { createCaseClient } from "../case/caseClient.ts";
import { takeWorker } from "../case/spareWorker.ts";
import { PageHead } from "../PageHead.tsx";
import { ProblemNote } from "../ProblemNote.tsx";
import { proofWords } from "../proofWords.ts";
import { isJudgedApart } from "../room/judgedApart.ts";
import { openRunStore } from "../storage/openRunStore.ts";
import type { RunHeader } from "../storage/runStore.ts";
import { DebriefHead } from "./DebriefHead.tsx";
import { debriefTimes, rowsOf } from "./debriefData.ts";
import { ExpertBeside } from "./ExpertBeside.tsx";
import type { ExpertRun } from "./expertRun.ts";
import { AllMeasures, Figures } from "./Figures.tsx";
import { KeepChange } from "./KeepChange.tsx";
import { Harms, Marks } from "./Marks.tsx";
import { Proof } from "./Proof.tsx";
import { RecordKept } from "./RecordKept.tsx";
import { Scrubber } from "./Scrubber.tsx";
import { TalkAbout } from "./TalkAbout.tsx";
import { WhatHappened } from "./WhatHappened.tsx";
import { WhatItWas } from "./WhatItWas.tsx";

interface DebriefPageProps {
  readonly recordingId: string;
}

/** The run's header as it is kept here. */
function useHeader(recordingId: string): RunHeader | undefined {
  const [header, setHeader] = useState<RunHeader>();
  useEffect(() => {
    void openRunStore()
      .then((store) => store.read(recordingId))
      .then((run) => setHeader(run?.header));
  }, [recordingId]);
  return header;
}

/** Paper cannot be opened: what is folded on the screen is printed unfolded. */
function useUnfoldedOnPaper(): void {
  useEffect(() => {
    let folded: readonly HTMLDetailsElement[] = [];
    const unfold = () => {
      folded = [...document.querySelectorAll<HTMLDetailsElement>(".debrief details:not([open])")];
      for (const one of folded) one.open = true;
    };
    const fold = () => {
      for (const one of folded) one.open = false;
    };
    addEventListener("beforeprint", unfold);
    addEventListener("afterprint", fold);
    return () => {
      removeEventListener("beforeprint", unfold);
      removeEventListener("afterprint", fold);
    };
  }, []);
}

export function DebriefPage({ recordingId }: DebriefPageProps) {
  const client = useMemo(() => createCaseClient(takeWorker()), [recordingId]);
  useEffect(() => {
    client.send({ type: "replay", recordingId });
    return () => client.close();
  }, [client]);
  const header = useHeader(recordingId);
  useUnfoldedOnPaper();
  const review = useMemo(
    () => client.review.value && unjudged(client.review.value),
    [client.review.value],
  );
  const briefing = client.opened.value?.briefing;
  const problem = client.problem.value;
  return (
    <>
      <PageHead>
        <a class="key plain" href="#/">
          Practise
        </a>
      </PageHead>
      <main class="debrief on-paper">
        {problem && (
          <>
            <h1>This recording cannot be shown</h1>
            <ProblemNote problem={problem} />
          </>
        )}
        {!problem && (review === undefined || header === undefined || briefing === undefined) && (
          <p class="loading" role="status">
            Replaying the case… {Math.round(client.progressFraction.value * 100)} %
          </p>
        )}
        {!problem && review && header && briefing && (
          <Debrief review={review} header={header} briefing={briefing} />
        )}
      </main>
    </>
  );
}

/** Who is to give a second rating sees what happened, and not what the machine counted of it. */
const unjudged = (review: Review): Review =>
  isJudgedApart(review.recordingId) ? { ...review, report: null } : review;

function NoResult({ recordingId }: DebriefPageProps) {
  if (!isJudgedApart(recordingId)) {
    return <p class="soft">This run was not played to its end, so there is no result.</p>;
  }
  return (
    <>
      <p class="soft">
        You are to judge this run apart, so what the machine counted is kept back until you have.
      </p>
      <a class="key hard" href={`#/rate/${recordingId}`}>
        Back to the second rating
      </a>
    </>
  );
}

interface DebriefProps {
  readonly review: Review;
  readonly header: RunHeader;
  readonly briefing: CaseBriefing;
}

function Debrief({ review, header, briefing }: DebriefProps) {
  const times = useMemo(() => debriefTimes(review), [review]);
  const rows = useMemo(() => (review.report ? rowsOf(review.report) : []), [review]);
  const wordsOf = useMemo(() => proofWords(review.facts), [review]);
  const [atS, setAtS] = useState(0);
  const [expert, setExpert] = useState<ExpertRun>();
  const { patient } = header.caseSetup as { readonly patient?: Patient };
  const cursorTick = times.onsetTick + sToTicks(atS);
  return (
    <>
      <DebriefHead header={header} review={review} briefing={briefing} times={times} atS={atS} />
      {review.report && <Figures report={review.report} />}
      <div class="debrief-columns">
        <div class="debrief-part plotted">
          <WhatHappened
            review={review}
            times={times}
            rows={rows}
            atS={atS}
            onPick={setAtS}
            expert={expert?.trends}
            targets={patient?.targets}
          />
          <Scrubber times={times} rows={rows} atS={atS} onMove={setAtS} />
        </div>
        <div class="debrief-part judged">
          {review.report ? (
            <Marks report={review.report} rows={rows} wordsOf={wordsOf} onPick={setAtS} />
          ) : (
            <section class="panel">
              <h2>What you did</h2>
              <NoResult recordingId={review.recordingId} />
            </section>
          )}
        </div>
        <div class="debrief-part more">
          {review.report && <WhatItWas report={review.report} caseSetup={header.caseSetup} />}
          {review.report && <KeepChange report={review.report} />}
          {review.report && (
            <ExpertBeside
              recordingId={review.recordingId}
              report={review.report}
              fromTick={Math.min(review.endTick, Math.max(0, cursorTick))}
              run={expert}
              onRun={setExpert}
            />
          )}
          <RecordKept review={review} briefing={briefing} />
          {review.report && <TalkAbout report={review.report} />}
          {review.report && <Harms report={review.report} wordsOf={wordsOf} onPick={setAtS} />}
          {review.report && <AllMeasures report={review.report} />}
          <Proof review={review} header={header} />
        </div>
      </div>
    </>
  );
}
