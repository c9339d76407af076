/** The end of every good answer: the team hears that it is over, and somebody writes it down. */
import type { Player, Step } from "./player.ts";

export function* handOn(me: Player, text: string): Step<void> {
  yield* me.say("surgeon", "onBypassAgain");
  yield* me.say("anaesthetist", "onBypassAgain");
  yield* me.act({ type: "record.note", text });
  yield* me.say("surgeon", "incidentReport");
}
