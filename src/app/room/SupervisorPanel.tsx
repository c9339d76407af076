/** Beside the live console: time, what breaks, the patient, voices, truth, checklist, judgement. */
import { useMemo } from "preact/hooks";
import type { CommandAction } from "../../session/contract/live.ts";
import type { CaseClient } from "../case/caseClient.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import { tickText } from "../clockText.ts";
import { newRecordingId } from "../newRecordingId.ts";
import { ClockKeys, EndKey } from "./ClockKeys.tsx";
import { Levers } from "./Levers.tsx";
import { MACHINE_LEVERS, PATIENT_LEVERS } from "./levers.ts";
import type { Opening } from "./opening.ts";
import { RatingFields } from "./RatingFields.tsx";
import { Remark } from "./Remark.tsx";
import { Standing } from "./Standing.tsx";
import { type Tab, Tabs } from "./Tabs.tsx";
import { Truths } from "./Truths.tsx";
import { useArmed } from "./useArmed.ts";
import { useRatingDraft } from "./useRatingDraft.ts";
import { Voices } from "./Voices.tsx";

interface SupervisorPanelProps {
  readonly client: CaseClient;
  readonly opening: Opening;
  readonly widthPx: number;
  readonly onDebrief: () => void;
}

export function SupervisorPanel({ client, opening, widthPx, onDebrief }: SupervisorPanelProps) {
  const isEnded = client.session.room.value?.state === "ended";
  const frame = useLatestFrame(useMemo(() => client.feed(), [client]));
  const { link, refusal } = client.session;
  const problem = client.problem.value;
  const behindTicks = Math.max(0, (link.value?.frontierTick ?? 0) - frame.tick);
  return (
    <aside class="supervisor" style={{ width: `${widthPx}px` }} aria-label="Supervision">
      <section class="panel supervisor-head">
        <h2>{opening.title}</h2>
        {opening.role === "supervisor" && <EndKey client={client} sessionId={opening.sessionId} />}
        <p role="status">
          {link.value?.isConnected ? "Live" : "No connection"}, {tickText(frame.tick)} into the
          case, {(behindTicks / 50).toFixed(1)} s behind.
        </p>
        {problem && <p class="problem">{problem.sentence}</p>}
        {refusal.value && <p class="problem">{refusal.value.sentence}</p>}
        {isEnded && (
          <p>
            <button type="button" class="key" onClick={onDebrief}>
              Debrief together
            </button>
          </p>
        )}
      </section>
      {opening.role === "supervisor" ? (
        <Steering client={client} opening={opening} frame={frame} />
      ) : (
        <section class="panel">
          <Truths readings={frame.readings} />
        </section>
      )}
    </aside>
  );
}

interface SteeringProps extends Pick<SupervisorPanelProps, "client" | "opening"> {
  readonly frame: ReturnType<typeof useLatestFrame>;
}

/** What only a supervisor does. */
function Steering({ client, opening, frame }: SteeringProps) {
  const { sessionId } = opening;
  const { tick, readings } = frame;
  const command = (action: CommandAction) =>
    client.send({ type: "tell", message: { type: "command", id: newRecordingId(), action } });
  const armed = useArmed(tick, command);
  const isOver = client.session.room.value?.state === "ended";
  const levers = { journal: client.session.journal.value, tick, armed, command };
  const steered: readonly Tab[] = [
    { name: "Faults", content: () => <Levers groups={MACHINE_LEVERS} {...levers} /> },
    { name: "Patient", content: () => <Levers groups={PATIENT_LEVERS} {...levers} /> },
    { name: "Voices", content: () => <Voices command={command} /> },
  ];
  const seen: readonly Tab[] = [
    { name: "Truth", content: () => <Truths readings={readings} /> },
    { name: "Checklist", content: () => <Standing marks={client.session.standing.value} /> },
    { name: "Judge", content: () => <Judge sessionId={sessionId} /> },
  ];
  return (
    <>
      <ClockKeys client={client} tick={tick} command={command} />
      <Remark client={client} tick={tick} />
      <Tabs label="What you steer and see" tabs={isOver ? seen : [...steered, ...seen]} />
    </>
  );
}

/** Begun here, kept in this browser, and finished where the result is signed. */
function Judge({ sessionId }: { readonly sessionId: string }) {
  const [rating, change] = useRatingDraft(sessionId, "first");
  return (
    <>
      <p class="soft small">Kept on this device until you sign.</p>
      <RatingFields rating={rating} onChange={change} />
    </>
  );
}
