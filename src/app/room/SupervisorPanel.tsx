/** Beside the live console: time, faults, truth against display, voices, marks, journal. */
import { useMemo, useState } from "preact/hooks";
import type { CommandAction } from "../../session/contract/live.ts";
import { signalIndex } from "../../world/contract/signals.ts";
import type { CaseClient } from "../case/caseClient.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import { tickText } from "../clockText.ts";
import { newRecordingId } from "../newRecordingId.ts";
import { Faults } from "./Faults.tsx";
import { Journal } from "./Journal.tsx";
import type { Opening, SendCommand } from "./opening.ts";
import { Voices } from "./Voices.tsx";

interface SupervisorPanelProps {
  readonly client: CaseClient;
  readonly opening: Opening;
  readonly widthPx: number;
}

/** What the sensors show and what is true, side by side. */
const TRUTHS = [
  {
    name: "Arterial flow, L/min",
    shown: "circuit.arterialFlowDisplayedLpm",
    true: "circuit.arterialFlowTrueLpm",
    digits: 2,
  },
] as const;

export function SupervisorPanel({ client, opening, widthPx }: SupervisorPanelProps) {
  const frame = useLatestFrame(useMemo(() => client.feed(), [client]));
  const link = client.session.link.value;
  const refusal = client.session.refusal.value;
  const problem = client.problem.value;
  const behindTicks = Math.max(0, (link?.frontierTick ?? 0) - frame.tick);
  const command = (action: CommandAction) =>
    client.send({
      type: "tell",
      message: { type: "command", id: newRecordingId(), action },
    });
  return (
    <aside class="supervisor" style={{ width: `${widthPx}px` }} aria-label="Supervision">
      <section class="panel">
        <h2>{opening.title}</h2>
        <p role="status">
          {link?.isConnected ? "Live" : "No connection"}, {tickText(frame.tick)} into the case,{" "}
          {(behindTicks / 50).toFixed(1)} s behind.
        </p>
        {problem && <p class="problem">{problem.sentence}</p>}
        {refusal && <p class="problem">{refusal.sentence}</p>}
        <table class="truth">
          <thead>
            <tr>
              <th scope="col">Hidden truth</th>
              <th scope="col">Shown</th>
              <th scope="col">True</th>
            </tr>
          </thead>
          <tbody>
            {TRUTHS.map(({ name, shown, true: truth, digits }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{frame.readings[signalIndex(shown)].toFixed(digits)}</td>
                <td>{frame.readings[signalIndex(truth)].toFixed(digits)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {opening.role === "supervisor" && (
        <>
          <ClockKeys client={client} sessionId={opening.sessionId} command={command} />
          <Faults client={client} command={command} />
          <Voices command={command} />
          <Notes client={client} tick={frame.tick} />
        </>
      )}
      <Journal lines={client.session.journal.value} />
    </aside>
  );
}

interface ClockKeysProps {
  readonly client: CaseClient;
  readonly sessionId: string;
  readonly command: SendCommand;
}

function ClockKeys({ client, sessionId, command }: ClockKeysProps) {
  const [isAsking, setIsAsking] = useState(false);
  const end = () => {
    if (isAsking) client.send({ type: "tell", message: { type: "end" } });
    setIsAsking(!isAsking);
  };
  if (client.session.room.value?.state === "ended") {
    return (
      <a class="key hard" href={`#/sign/${sessionId}`}>
        Judge and sign
      </a>
    );
  }
  return (
    <div class="key-row">
      <button type="button" class="key hard" onClick={() => command({ type: "clock.pause" })}>
        Pause
      </button>
      <button type="button" class="key" onClick={() => command({ type: "clock.run" })}>
        Go on
      </button>
      <button type="button" class={isAsking ? "key hard" : "key plain"} onClick={end}>
        {isAsking ? "End it for good?" : "End the session"}
      </button>
    </div>
  );
}

function Notes({ client, tick }: { readonly client: CaseClient; readonly tick: number }) {
  const [text, setText] = useState("");
  const note = (kind: "mark" | "remark") => {
    client.send({ type: "tell", message: { type: "note", kind, tick, text } });
    setText("");
  };
  return (
    <section class="panel">
      <label>
        Remark (the trainee does not see it; no patient's and no person's name)
        <input type="text" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="key-row">
        <button type="button" class="key" onClick={() => note("mark")}>
          Mark this moment
        </button>
        <button
          type="button"
          class="key"
          disabled={text.trim() === ""}
          onClick={() => note("remark")}
        >
          Remark
        </button>
      </div>
    </section>
  );
}
