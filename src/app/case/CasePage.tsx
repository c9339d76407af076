/** A case being played: the stage with machine, monitor and drawers, and the clock's few keys. */
import "../styles/case.css";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { prefetchConsole } from "../landing/prefetchConsole.ts";
import { PageHead } from "../PageHead.tsx";
import { ProblemNote } from "../ProblemNote.tsx";
import type { CaseClient } from "./caseClient.ts";
import { createCaseClient } from "./caseClient.ts";
import { EndDialog } from "./EndDialog.tsx";
import { Guide } from "./Guide.tsx";
import { PausedNote } from "./PausedNote.tsx";
import { takeStart } from "./pendingStart.ts";
import { SessionBar } from "./SessionBar.tsx";
import { Stage } from "./Stage.tsx";
import { takeWorker } from "./spareWorker.ts";

interface CasePageProps {
  readonly recordingId: string;
}

/** Opens the worker on this recording: from a start that was left for it, or by resuming it. */
function useCase(recordingId: string): CaseClient {
  const client = useMemo(() => createCaseClient(takeWorker()), [recordingId]);
  useEffect(() => {
    client.send(takeStart(recordingId) ?? { type: "resume", recordingId });
    return () => {
      client.send({ type: "stop" });
      client.close();
    };
  }, [client]);
  return client;
}

/** Practice waits while the page cannot be seen; an exam or a drill goes on. */
function usePauseWhenHidden(client: CaseClient): void {
  useEffect(() => {
    const look = () => {
      if (document.hidden) client.send({ type: "pause", reason: "hidden" });
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [client]);
}

/** A new case runs at once, and so does an exam or a drill after a reload; practice waits to be told. */
function useFirstRun(client: CaseClient, isShown: boolean): void {
  const open = client.opened.value;
  const isDone = useRef(false);
  useEffect(() => {
    if (open === undefined || !isShown || isDone.current) return;
    isDone.current = true;
    if (open.startTick === 0 || open.mode !== "practice") client.send({ type: "run" });
  }, [open, isShown]);
}

export function CasePage({ recordingId }: CasePageProps) {
  const client = useCase(recordingId);
  const [isShown, setIsShown] = useState(false);
  usePauseWhenHidden(client);
  useFirstRun(client, isShown);
  useEffect(() => {
    if (isShown) prefetchConsole();
  }, [isShown]);

  const problem = client.problem.value;
  if (problem?.isFinal) {
    return (
      <>
        <PageHead />
        <main class="notice-page">
          <h1>This case cannot go on here</h1>
          <ProblemNote problem={problem} />
          <p>
            <a href="#/">To the first page</a>
          </p>
        </main>
      </>
    );
  }
  return (
    <Stage
      client={client}
      isReplay={false}
      onShown={() => setIsShown(true)}
      bar={(sound) => <SessionBar client={client} sound={sound} />}
    >
      <Guide client={client} />
      <PausedNote client={client} />
      <EndDialog client={client} />
    </Stage>
  );
}
