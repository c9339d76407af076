/** Says something in the surgeon's or the anaesthetist's voice: typed, or one of the usual sentences. */
import { useState } from "preact/hooks";
import type { SendCommand } from "./opening.ts";

const SPEAKERS = [
  {
    who: "surgeon",
    name: "Speak as surgeon",
    usual: [
      "What is going on there?",
      "Do not stop now. Two more stitches.",
      "The heart is filling up on me.",
      "There is air in the line.",
      "How long have we been on the clamp?",
      "Tell me when I can go on.",
    ],
  },
  {
    who: "anaesthetist",
    name: "Speak as anaesthetist",
    usual: [
      "The pressure has gone. What do you need?",
      "I am giving phenylephrine.",
      "The NIRS is falling.",
      "What was the last ACT?",
      "One minute without flow.",
      "Shall I call somebody?",
    ],
  },
] as const;

export function Voices({ command }: { readonly command: SendCommand }) {
  const [text, setText] = useState("");
  return (
    <>
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
      {SPEAKERS.map(({ who, name, usual }) => (
        <section key={who} aria-label={`${name}: usual sentences`}>
          <h3>{name}</h3>
          <div class="sentences">
            {usual.map((sentence) => (
              <button
                key={sentence}
                type="button"
                class="key sentence"
                onClick={() => command({ type: "scenario.speak", who, text: sentence })}
              >
                {sentence}
              </button>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
