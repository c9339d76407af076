/** The machine check before use: each point is done at the machine, and a finding has to be acted on. */
import { CHECK_NAMES } from "../../../description/machineActions.ts";
import { CHECK_ITEMS, type CheckState } from "../../../world/contract/machineIds.ts";
import { type PageProps, useEyes } from "./parts.tsx";

const STATE_WORDS: Readonly<Record<CheckState, string>> = {
  open: "not checked",
  passed: "passed",
  finding: "finding",
  actedOn: "acted on",
};

export function CheckPage({ feed, act, isReplay: disabled }: PageProps) {
  const see = useEyes(feed);
  return (
    <ul class="bare check-sheet" aria-label="Machine check">
      {CHECK_ITEMS.map((item) => {
        const state = see.word(`check.${item}`) as CheckState;
        return (
          <li key={item} class={state}>
            <span>{CHECK_NAMES[item]}</span>
            <span class="soft small">{STATE_WORDS[state]}</span>
            <button
              type="button"
              class="key"
              disabled={disabled}
              aria-label={`Check: ${CHECK_NAMES[item]}`}
              onClick={() => act({ type: "check.perform", item })}
            >
              Check
            </button>
            <button
              type="button"
              class="key"
              disabled={disabled || state !== "finding"}
              aria-label={`Act on: ${CHECK_NAMES[item]}`}
              onClick={() => act({ type: "check.actOn", item })}
            >
              Act
            </button>
          </li>
        );
      })}
    </ul>
  );
}
