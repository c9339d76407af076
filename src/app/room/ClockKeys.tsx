/** The session's clock, its moments and its end: asked twice, and then the way to the judgement. */
import { useState } from "preact/hooks";
import type { CaseClient } from "../case/caseClient.ts";
import type { SendCommand } from "./opening.ts";

interface ClockKeysProps {
  readonly client: CaseClient;
  readonly tick: number;
  readonly command: SendCommand;
}

export function ClockKeys({ client, tick, command }: ClockKeysProps) {
  const mark = () =>
    client.send({ type: "tell", message: { type: "note", kind: "mark", tick, text: "" } });
  if (client.session.room.value?.state === "ended") return null;
  return (
    <div class="key-row">
      <button type="button" class="key hard" onClick={() => command({ type: "clock.pause" })}>
        Pause
      </button>
      <button
        type="button"
        class="key"
        title="The clock stands and the trainee's hands are off"
        onClick={() => command({ type: "clock.freeze" })}
      >
        Freeze
      </button>
      <button type="button" class="key" onClick={() => command({ type: "clock.run" })}>
        Go on
      </button>
      <button type="button" class="key" aria-label="Mark this moment" onClick={mark}>
        Mark
      </button>
    </div>
  );
}

interface EndKeyProps {
  readonly client: CaseClient;
  readonly sessionId: string;
}

export function EndKey({ client, sessionId }: EndKeyProps) {
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
    <button type="button" class={isAsking ? "key hard" : "key plain"} onClick={end}>
      {isAsking ? "End it for good?" : "End the session"}
    </button>
  );
}
