/** In practice: one question about what presses now, on request. */
import { useState } from "preact/hooks";
import { pressingHint } from "../../description/hints.ts";
import type { Fact } from "../../world/contract/facts.ts";
import type { CaseClient } from "./caseClient.ts";

export function HintKey({ client }: { readonly client: CaseClient }) {
  const [hint, setHint] = useState<string>();
  const ask = () => {
    const facts = client.facts.value as readonly Fact[]; // scenario facts match none of the questions
    setHint(pressingHint(client.feed().latest().readings, facts) ?? "Nothing presses just now.");
  };
  return (
    <div>
      <button type="button" class="key" onClick={ask}>
        Hint
      </button>
      <p role="status" class="hint">
        {hint}
      </p>
    </div>
  );
}
