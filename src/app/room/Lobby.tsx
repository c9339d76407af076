/** Before the start: who is here, the ready check, the briefing, and for the supervisor the code. */
import { useState } from "preact/hooks";
import type { CaseClient } from "../case/caseClient.ts";
import { PageHead } from "../PageHead.tsx";
import { ProblemNote } from "../ProblemNote.tsx";
import { JoinCode } from "./JoinCode.tsx";
import { Members } from "./Members.tsx";
import type { Opening } from "./opening.ts";

interface LobbyProps {
  readonly client: CaseClient;
  readonly opening: Opening;
}

export function Lobby({ client, opening }: LobbyProps) {
  const room = client.session.room.value;
  const problem = client.problem.value;
  const refusal = client.session.refusal.value;
  const { briefing } = (opening.caseSetup["scenario"] ?? {}) as { readonly briefing?: string };
  const hasTrainee = room?.members.some(({ role, isHere }) => role === "trainee" && isHere);
  return (
    <>
      <PageHead />
      <main class="account-page">
        <h1>{opening.title}</h1>
        {problem && <ProblemNote problem={problem} />}
        {refusal && <ProblemNote problem={refusal} />}
        {opening.joinCode !== null && (
          <JoinCode joinCode={opening.joinCode} joinOrigin={opening.joinOrigin} />
        )}
        <section class="panel" aria-labelledby="briefing-title">
          <h2 id="briefing-title">Briefing</h2>
          <p>{briefing}</p>
        </section>
        {opening.role === "trainee" && <ReadyCheck client={client} />}
        <Members room={room} />
        {opening.role === "supervisor" && room?.state === "waiting" && (
          <button
            type="button"
            class="key hard start-key"
            disabled={!hasTrainee}
            onClick={() => client.send({ type: "tell", message: { type: "start" } })}
          >
            Start the case
          </button>
        )}
        <p role="status" class="soft">
          {room === undefined ? "Connecting…" : "The case begins when the supervisor starts it."}
        </p>
      </main>
    </>
  );
}

/** The trainee hears a tone and presses a key, so that neither is found missing in the emergency. */
function ReadyCheck({ client }: { readonly client: CaseClient }) {
  const [sound, setSound] = useState(false);
  const [input, setInput] = useState(false);
  const [isTold, setIsTold] = useState(false);
  const tell = () => {
    client.send({ type: "tell", message: { type: "ready", sound, input } });
    setIsTold(true);
  };
  return (
    <section class="panel" aria-labelledby="ready-title">
      <h2 id="ready-title">Ready check</h2>
      <button type="button" class="key" onClick={playTone}>
        Play a tone
      </button>
      <label class="part">
        <input
          type="checkbox"
          checked={sound}
          onChange={(event) => setSound(event.currentTarget.checked)}
        />
        I heard the tone
      </label>
      <label class="part">
        <input
          type="checkbox"
          checked={input}
          onChange={(event) => setInput(event.currentTarget.checked)}
        />
        I can use mouse, touch or keys here
      </label>
      <button
        type="button"
        class="key hard"
        disabled={client.session.room.value === undefined}
        onClick={tell}
      >
        I am ready
      </button>
      <p role="status" class="soft small">
        {isTold && "The supervisor sees that you are ready."}
      </p>
    </section>
  );
}

const TONE_HZ = 660;
const TONE_S = 0.4;
const TONE_GAIN = 0.2;

function playTone(): void {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  gain.gain.value = TONE_GAIN;
  oscillator.frequency.value = TONE_HZ;
  oscillator.connect(gain).connect(context.destination);
  oscillator.start();
  oscillator.stop(context.currentTime + TONE_S);
  oscillator.onended = () => void context.close();
}
