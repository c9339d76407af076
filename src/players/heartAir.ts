/** Air that lies in the heart while the circuit is clean: kept there, and drawn off, with the patient perfused. */
import { handOn } from "./handOn.ts";
import type { Player, Step } from "./player.ts";

const NOTE = "Air in the heart: how it came there, what was done.";

/** The vent turned the wrong way: shut it, have the root vented, set it right, look, use it. */
export function* ventHands(me: Player): Step<void> {
  yield* me.act({ type: "pump.stop", head: "vent" });
  yield* me.act({ type: "line.clamp", site: "vent" });
  yield* me.say("surgeon", "ventReversed");
  yield* me.say("anaesthetist", "headDown");
  yield* me.act({ type: "pump.setDirection", head: "vent", rotation: "clockwise" });
  yield* me.look("directionAndTube");
  yield* me.until(() => !me.view.is("surgeon.rootVent.closed"), 20);
  yield* me.act({ type: "line.unclamp", site: "vent" });
  yield* me.act({ type: "pump.start", head: "vent" });
  yield* me.say("surgeon", "isAortaClear");
  yield* handOn(me, NOTE);
}

/** The clamp came off too early: have it put back, open the vent line, tilt. */
export function* heartAirHands(me: Player): Step<void> {
  yield* me.say("surgeon", "recrossClamp");
  yield* me.act({ type: "line.unclamp", site: "vent" });
  yield* me.say("anaesthetist", "headDown");
  yield* me.until(() => me.view.is("surgeon.aortic.closed"), 20);
  yield* me.say("surgeon", "isAortaClear");
  yield* handOn(me, NOTE);
}
