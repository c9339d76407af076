/** The expert for B7, low venous return: holds the level first, finds the closed way, opens it. */
import { FULL_FLOW_LPM } from "./bypass.ts";
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

const FALLING_ML = 720;
const HOLDING_FLOW_LPM = 0.8;
const REFILLED_ML = 550;

export function* lowReturnExpert(me: Player): Script {
  yield* noticeLevel(me);
  yield* lowReturnHands(me);
}

export function* noticeLevel(me: Player): Step<void> {
  yield* me.until(() => me.view.number("circuit.reservoirVolumeMl") < FALLING_ML, 900);
}

export function* lowReturnHands(me: Player): Script {
  const { view } = me;
  yield* noticeLevel(me);
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: HOLDING_FLOW_LPM });
  yield* me.say("surgeon", "checkCannula");
  const looked = yield* me.look("venousLine");
  if (view.is("clamp.venousTable.closed")) {
    yield* me.act({ type: "line.unclamp", site: "venousTable" });
  } else if (looked === "abnormal") {
    yield* me.job({ type: "line.straighten", site: "venous" });
  }
  yield* me.until(() => view.number("circuit.reservoirVolumeMl") > REFILLED_ML, 40);
  if (view.is("safety.level.tripped")) {
    yield* me.act({ type: "safety.reset", device: "level" });
    yield* me.act({ type: "pump.start", head: "arterial" });
  }
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: FULL_FLOW_LPM });
  yield* me.until(() => view.number("circuit.arterialFlowDisplayedLpm") > 4, 20);
  yield* handOn(me, "Venous return fell: cause, lowest level, seconds.");
}
