/** Says something in the surgeon's or the anaesthetist's voice. */
import { useState } from "preact/hooks";
import type { SendCommand } from "./opening.ts";

const SPEAKERS = [
  { who: "surgeon", name: "Speak as surgeon" },
  { who: "anaesthetist", name: "Speak as anaesthetist" },
] as const;

export function Voices({ command }: { readonly command: SendCommand }) {
  const [text, setText] = useState("");
  return (
    <section class="panel">
      <label>
        Say
        <input type="text" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="key-row">
        {SPEAKERS.map(({ who, name }) => (
          <button
            key={who}
            type="button"
            class="key"
            disabled={text.trim() === ""}
            onClick={() => {
              command({ type: "scenario.speak", who, text: text.trim() });
              setText("");
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </section>
  );
}
