/** A recording shown in the same console, read-only: play, pause, speed and seek at the foot. */
import "../styles/case.css";
import { useEffect, useMemo, useState } from "preact/hooks";
import { NOTICE } from "../../session/contract/notice.ts";
import { PageHead } from "../PageHead.tsx";
import { ProblemNote } from "../ProblemNote.tsx";
import { createCaseClient } from "./caseClient.ts";
import { ReplayBar } from "./ReplayBar.tsx";
import { Stage } from "./Stage.tsx";
import { takeWorker } from "./spareWorker.ts";

interface ReplayPageProps {
  readonly recordingId: string;
  readonly tick: number;
}

const REPLAY_BAR_PX = 64;

export function ReplayPage({ recordingId, tick }: ReplayPageProps) {
  const client = useMemo(() => createCaseClient(takeWorker()), [recordingId]);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    client.send({ type: "replay", recordingId });
    return () => client.close();
  }, [client]);
  useEffect(() => {
    if (isShown) client.send({ type: "seek", tick });
  }, [isShown, tick]);
  const problem = client.problem.value;
  if (problem) {
    return (
      <>
        <PageHead />
        <main class="notice-page">
          <h1>This recording cannot be shown</h1>
          <ProblemNote problem={problem} />
        </main>
      </>
    );
  }
  return (
    <>
      <Stage
        client={client}
        isReplay={true}
        footPx={REPLAY_BAR_PX}
        onShown={() => setIsShown(true)}
        bar={() => (
          <header class="session-bar">
            <div class="session-name">
              <strong>Replay</strong>
              <span class="session-notice">{NOTICE}</span>
            </div>
          </header>
        )}
      />
      <ReplayBar client={client} recordingId={recordingId} />
    </>
  );
}
