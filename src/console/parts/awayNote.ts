/**
 * While the trainee has left the console: a veil over the machine, for how long still, and who stands at it
 * meanwhile. The veil takes no pointer: what is tried all the same is refused by the case, in words.
 */
import type { Region } from "../../tokens/regions.ts";
import type { Kit } from "../kit.ts";

export interface Absence {
  readonly isAway: boolean;
  /** Somebody who can run the pump stands at it. */
  readonly isWatched: boolean;
  readonly leftS: number;
}

/** What a voice reads once, and the seconds that only the eye follows. */
export function absenceWords({ isWatched, leftS }: Absence): {
  readonly said: string;
  readonly countdown: string;
} {
  return {
    said: isWatched
      ? "You are away from the console. The second perfusionist is at the pump."
      : "You are away from the console. Nobody is at the pump.",
    countdown: `Back in ${Math.max(0, Math.ceil(leftS))} s`,
  };
}

const NOTE_PX = { w: 340, h: 116 } as const;

/** In the middle of what an open drawer leaves of the field: whoever went off by a drawer reads it at once. */
function besideDrawer({ regions: { field, drawer } }: Kit["layout"]): Region {
  const freeW = Math.min(field.w, drawer.x - field.x);
  const { w, h } = NOTE_PX;
  return { x: field.x + (freeW - w) / 2, y: field.y + (field.h - h) / 2, w, h };
}

export function addAwayNote({ overlay, readings, layout }: Kit): void {
  const veil = document.createElement("div");
  veil.className = "console-away";
  veil.hidden = true;
  overlay.place(veil, layout.regions.stage);
  const note = document.createElement("p");
  overlay.place(note, besideDrawer(layout));
  const countdown = document.createElement("strong");
  countdown.setAttribute("aria-hidden", "true");
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.setAttribute("aria-label", "Where you are");
  note.append(said, countdown);
  veil.append(note);
  overlay.element.append(veil);
  overlay.onSync(() => {
    const absence: Absence = {
      isAway: readings.flag("hands.away"),
      isWatched: readings.flag("team.helperHere"),
      leftS: readings.number("hands.taskLeftS") || 0,
    };
    if (veil.hidden === absence.isAway) veil.hidden = !absence.isAway;
    if (!absence.isAway) return;
    const words = absenceWords(absence);
    veil.classList.toggle("unwatched", !absence.isWatched);
    if (said.textContent !== words.said) said.textContent = words.said;
    if (countdown.textContent !== words.countdown) countdown.textContent = words.countdown;
  });
}
