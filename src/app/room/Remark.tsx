/** A remark at this moment of the case, for the journal and the debrief. */
import { useState } from "preact/hooks";
import type { CaseClient } from "../case/caseClient.ts";

export function Remark({ client, tick }: { readonly client: CaseClient; readonly tick: number }) {
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  const remark = (event: Event) => {
    event.preventDefault();
    if (isEmpty) return;
    client.send({ type: "tell", message: { type: "note", kind: "remark", tick, text } });
    setText("");
  };
  return (
    <form class="remark" onSubmit={remark}>
      <input
        type="text"
        aria-label="Remark (the trainee does not see it; no patient's and no person's name)"
        placeholder="Remark: not shown to the trainee, no names"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="key" disabled={isEmpty}>
        Remark
      </button>
    </form>
  );
}
