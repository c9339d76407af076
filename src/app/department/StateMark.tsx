/** The shape of a state. Colour only repeats what shape and word say. */
import type { State } from "../../records/status.ts";

const TICK = "M4.2 8.3 6.9 11 11.8 5.4";
const CROSS = "M5 5l6 6M11 5l-6 6";

/** @param state what the shape stands for; a word always stands beside it */
export function StateMark({ state }: { readonly state: State }) {
  return (
    <svg class={`state-mark ${state}`} viewBox="0 0 16 16" aria-hidden="true">
      {state === "current" && (
        <>
          <circle cx="8" cy="8" r="7" class="fill" />
          <path d={TICK} class="cut" />
        </>
      )}
      {(state === "due" || state === "grace") && (
        <>
          <path d="M8 .8 15.2 8 8 15.2.8 8Z" class="line" />
          <path d="M8 .8V15.2L.8 8Z" class="fill" />
        </>
      )}
      {(state === "lapsed" || state === "overdue") && (
        <>
          <rect x="1" y="1" width="14" height="14" class="fill" />
          <path d={CROSS} class="cut" />
        </>
      )}
      {state === "away" && <circle cx="8" cy="8" r="6.2" class="line" />}
      {(state === "notYet" || state === "notRequired") && <path d="M2 8H14" class="line" />}
    </svg>
  );
}
