/** The replay of a session on every screen that is in it: the supervisor leads, the others follow. */
import { useEffect, useMemo } from "preact/hooks";
import { sToTicks } from "../../kernel/tick.ts";
import { SHOWN_SPEEDS, type Shown } from "../../session/contract/live.ts";
import { type CaseClient, createCaseClient } from "../case/caseClient.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import { Stage } from "../case/Stage.tsx";
import { takeWorker } from "../case/spareWorker.ts";
import { MomentScale, PlayKey, SpeedKeys } from "../case/Transport.tsx";
import { tickText } from "../clockText.ts";
import { PageHead } from "../PageHead.tsx";
import { ProblemNote } from "../ProblemNote.tsx";
import type { Opening } from "./opening.ts";
import { TraineeDoes } from "./TraineeDoes.tsx";
import { deviceId } from "./tickets.ts";

interface SharedDebriefProps {
  readonly opening: Opening;
  readonly token: string;
}

const BAR_PX = 64;
const LINES_PX = 132;

export function SharedDebrief({ opening, token }: SharedDebriefProps) {
  const client = useMemo(() => createCaseClient(takeWorker()), []);
  useEffect(() => {
    const { joinCode: _, joinOrigin: __, state: ___, ...ticket } = opening;
    const device = { token, deviceId: deviceId(), takeOver: false };
    client.send({ type: "debrief", ...ticket, ...device });
    return () => {
      client.send({ type: "stop" });
      client.close();
    };
  }, [client]);
  if (client.opened.value === undefined) return <Preparing client={client} title={opening.title} />;
  const isLeader = opening.role === "supervisor";
  return (
    <>
      <Stage
        client={client}
        isReplay={true}
        footPx={BAR_PX + LINES_PX}
        onShown={() => undefined}
        bar={() => (
          <header class="session-bar">
            <div class="session-name">
              <strong>{isLeader ? "You lead the debrief" : "Debrief together"}</strong>
              <span class="session-notice">Training simulator. Not for clinical use.</span>
            </div>
          </header>
        )}
      />
      <div
        class="watch-foot debrief-foot"
        style={{ height: `${LINES_PX}px`, bottom: `${BAR_PX}px` }}
      >
        <TraineeDoes facts={client.facts.value} />
        {isLeader && <Moments client={client} />}
      </div>
      {isLeader ? <LeaderBar client={client} opening={opening} /> : <FollowerBar client={client} />}
    </>
  );
}

function Preparing({ client, title }: { readonly client: CaseClient; readonly title: string }) {
  const problem = client.problem.value;
  return (
    <>
      <PageHead />
      <main class="notice-page">
        <h1>{title}</h1>
        {problem ? (
          <ProblemNote problem={problem} />
        ) : (
          <p class="quiet" role="status">
            Running the case again… {Math.round(client.progressFraction.value * 100)} %
          </p>
        )}
      </main>
    </>
  );
}

const useTick = (client: CaseClient): number =>
  useLatestFrame(useMemo(() => client.feed(), [client])).tick;

/** Leads everybody to a moment, and on from there or not. */
function leadWith(client: CaseClient, change: Partial<Shown> & Pick<Shown, "tick">): void {
  const { isRunning = false, speed = 1 } = client.session.shown.value ?? {};
  client.send({ type: "tell", message: { type: "lead", isRunning, speed, ...change } });
}

function LeaderBar({
  client,
  opening,
}: {
  readonly client: CaseClient;
  readonly opening: Opening;
}) {
  const tick = useTick(client);
  const endTick = client.opened.value?.endTick ?? 0;
  const { running, speed } = client.clock.value;
  const refusal = client.session.refusal.value;
  // Whoever leads begins at the beginning, and so does everybody.
  useEffect(() => {
    if (client.session.shown.value === undefined) leadWith(client, { tick: 0 });
  }, [client]);
  const play = () => {
    const from = tick >= endTick ? 0 : tick;
    leadWith(client, { tick: from, isRunning: !running });
  };
  const mark = () =>
    client.send({ type: "tell", message: { type: "note", kind: "mark", tick, text: "" } });
  return (
    <footer class="replay-bar" aria-label="Debrief, led from here">
      <PlayKey running={running} onPress={play} />
      <MomentScale
        label="Moment for everybody"
        tick={tick}
        endTick={endTick}
        onTick={(moment) => leadWith(client, { tick: moment, isRunning: false })}
      />
      <SpeedKeys
        speeds={SHOWN_SPEEDS}
        speed={speed}
        onSpeed={(one) => leadWith(client, { tick, speed: one })}
      />
      <button type="button" class="key" onClick={mark}>
        Mark
      </button>
      {refusal && <span class="problem">{refusal.sentence}</span>}
      <a class="key" href={`#/sign/${opening.sessionId}`}>
        Judge and sign
      </a>
    </footer>
  );
}

function FollowerBar({ client }: { readonly client: CaseClient }) {
  const tick = useTick(client);
  const endTick = client.opened.value?.endTick ?? 0;
  const isLed = client.session.shown.value !== undefined;
  return (
    <footer class="replay-bar followed" aria-label="Debrief, led by the supervisor">
      <output>
        {tickText(tick)} of {tickText(endTick)}
      </output>
      <progress max={endTick} value={tick} aria-label="Moment of the case" />
      <p role="status">
        {isLed ? "The supervisor leads." : "The supervisor has not begun yet."}
        {client.session.link.value?.isConnected === false && " No connection."}
      </p>
    </footer>
  );
}

const MOMENT_LEAD_TICKS = sToTicks(5);

/** Marks and remarks of the session, each a way to its moment. */
function Moments({ client }: { readonly client: CaseClient }) {
  const moments = client.session.journal.value.filter(
    ({ kind }) => kind === "mark" || kind === "remark",
  );
  return (
    <section class="panel foot-panel" aria-labelledby="moments-title">
      <h2 id="moments-title">Moments</h2>
      <ul class="bare journal">
        {moments.length === 0 && <li class="soft">Nothing was marked.</li>}
        {moments.map(({ sequence, tick, kind, detail }) => (
          <li key={sequence}>
            <button
              type="button"
              class="key plain moment"
              aria-label={`Show ${tickText(tick)} to everybody`}
              onClick={() =>
                leadWith(client, { tick: Math.max(0, tick - MOMENT_LEAD_TICKS), isRunning: false })
              }
            >
              {tickText(tick)}
            </button>
            <span class="soft">{kind}</span>
            <span>{typeof detail["text"] === "string" && detail["text"]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
