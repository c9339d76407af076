/** The expert for B16, the vent that blows: stops and clamps it, has the root vented, dips it before it runs again. */
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

const BUBBLES_FRACTION = 0.004;
const ASPIRATED_S = 10;
const NOTE = "Vent blew into the heart: cause, seconds, what was done.";

export function* ventExpert(me: Player): Script {
  yield* noticeVent(me);
  yield* ventHands(me);
}

export function* noticeVent(me: Player): Step<void> {
  yield* me.until(() => me.view.number("line.vent.gasFraction") > BUBBLES_FRACTION, 900);
}

export function* ventHands(me: Player): Script {
  yield* noticeVent(me);
  yield* me.act({ type: "pump.stop", head: "vent" });
  yield* me.act({ type: "line.clamp", site: "vent" });
  yield* me.say("surgeon", "ventReversed");
  yield* me.say("anaesthetist", "headDown");
  yield* me.say("surgeon", "ventAorta");
  yield* turnRight(me);
  yield* me.wait(ASPIRATED_S);
  yield* me.say("surgeon", "isAortaClear");
  yield* me.act({ type: "line.unclamp", site: "vent" });
  yield* me.act({ type: "pump.start", head: "vent" });
  yield* me.look("arterialLine");
  yield* handOn(me, NOTE);
}

function* turnRight(me: Player): Step<void> {
  if ((yield* me.look("ventTip")) !== "abnormal") return;
  if (me.view.word("pump.vent.rotation") === "clockwise") {
    yield* me.job({ type: "pump.relayBoot", head: "vent" });
  } else {
    yield* me.act({ type: "pump.setDirection", head: "vent", rotation: "clockwise" });
  }
  yield* me.look("ventTip");
}
