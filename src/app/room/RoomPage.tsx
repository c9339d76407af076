/** A supervised session on this device: the lobby first, then the case, played or watched. */
import "../styles/case.css";
import "../styles/account.css";
import "../styles/room.css";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import { callApi } from "../account/api.ts";
import { type CaseClient, createCaseClient } from "../case/caseClient.ts";
import { EndDialog } from "../case/EndDialog.tsx";
import { PausedNote } from "../case/PausedNote.tsx";
import { SessionBar } from "../case/SessionBar.tsx";
import { Stage } from "../case/Stage.tsx";
import { takeWorker } from "../case/spareWorker.ts";
import { PageHead } from "../PageHead.tsx";
import { ProblemNote } from "../ProblemNote.tsx";
import { Lobby } from "./Lobby.tsx";
import type { Opening } from "./opening.ts";
import { SharedDebrief } from "./SharedDebrief.tsx";
import { deviceId, ticketFor } from "./tickets.ts";
import { Watching } from "./Watching.tsx";

const noTicket: Problem = {
  code: "room.noTicket",
  place: "this browser",
  sentence: "This browser has not joined that session.",
  remedy: "Join with the session's code.",
};

/** What the page needs before it connects. */
function useOpening(sessionId: string, token: string | undefined) {
  const [opening, setOpening] = useState<Opening>();
  const [problem, setProblem] = useState<Problem | undefined>(
    token === undefined ? noTicket : undefined,
  );
  useEffect(() => {
    if (token === undefined) return;
    void callApi<Opening>("POST", "/api/room", { token }).then((answer) => {
      if (answer.ok) setOpening(answer.value);
      else setProblem(answer.problems[0]);
    });
  }, [sessionId]);
  return { opening, problem };
}

export function RoomPage({ sessionId }: { readonly sessionId: string }) {
  const token = ticketFor(sessionId);
  const { opening, problem } = useOpening(sessionId, token);
  if (opening !== undefined && token !== undefined) return <Room opening={opening} token={token} />;
  return (
    <>
      <PageHead />
      <main class="notice-page">
        <h1>Session</h1>
        {problem ? <ProblemNote problem={problem} /> : <p class="quiet">Asking the server…</p>}
        <p>
          <a href="#/join">Join a session</a>
        </p>
      </main>
    </>
  );
}

interface RoomProps {
  readonly opening: Opening;
  readonly token: string;
}

const isOver = (state: Opening["state"] | undefined): boolean =>
  state === "ended" || state === "signed";

/** The case while it is played; and once it is over, what everybody looks at together. */
function Room({ opening, token }: RoomProps) {
  const [isDebrief, setIsDebrief] = useState(isOver(opening.state));
  if (isDebrief) return <SharedDebrief opening={opening} token={token} />;
  return <LiveRoom opening={opening} token={token} onDebrief={() => setIsDebrief(true)} />;
}

interface LiveRoomProps extends RoomProps {
  /** The supervisor leads everybody into the replay. */
  readonly onDebrief: () => void;
}

function LiveRoom({ opening, token, onDebrief }: LiveRoomProps) {
  const [takeOver, setTakeOver] = useState(false);
  const client = useMemo(() => createCaseClient(takeWorker()), [takeOver]);
  useEffect(() => {
    const { joinCode: _, joinOrigin: __, state: ___, ...ticket } = opening;
    client.send({ type: "join", ...ticket, token, deviceId: deviceId(), takeOver });
    return () => {
      client.send({ type: "stop" });
      client.close();
    };
  }, [client]);
  const isLed = client.session.shown.value !== undefined;
  useEffect(() => {
    if (isLed) onDebrief();
  }, [isLed]);
  const isOpen = client.opened.value !== undefined;
  const isElsewhere = client.session.refusal.value?.code === "live.elsewhere";
  if (isElsewhere && !takeOver) return <Elsewhere onTakeOver={() => setTakeOver(true)} />;
  if (!isOpen) return <Lobby client={client} opening={opening} />;
  return opening.role === "trainee" ? (
    <Playing client={client} />
  ) : (
    <Watching client={client} opening={opening} onDebrief={onDebrief} />
  );
}

function Elsewhere({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <>
      <PageHead />
      <main class="notice-page">
        <h1>You are in this session on another device</h1>
        <p>Only one device can act. What was done there is kept.</p>
        <button type="button" class="key hard" onClick={onTakeOver}>
          Take the case over to this device
        </button>
      </main>
    </>
  );
}

function Playing({ client }: { readonly client: CaseClient }) {
  const refusal = client.session.refusal.value;
  const link = client.session.link.value;
  return (
    <Stage
      client={client}
      isReplay={false}
      onShown={() => undefined}
      bar={(sound) => <SessionBar client={client} sound={sound} />}
    >
      <PausedNote client={client} />
      <p class="link-note" role="status">
        {link?.isConnected === false && "No connection. The case goes on here and is sent later."}
        {refusal?.sentence}
      </p>
      <EndDialog client={client} />
    </Stage>
  );
}
