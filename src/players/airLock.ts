/** The expert for B6, air in the venous line: holds the level, tells the surgeon, walks the air out. */
import { FULL_FLOW_LPM } from "./bypass.ts";
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

const BUBBLES_FRACTION = 0.004;
const LOCKING_FRACTION = 0.03;
const CLEAR_FRACTION = 0.012;
const HOLDING_FLOW_LPM = 1;
const HALF_FLOW_LPM = 2.5;
const REFILLED_ML = 500;
const WALKS_MAX = 8;
const NOTE = "Air in the venous line: where from, lowest level, seconds.";

const gas = (me: Player): number => me.view.number("line.venous.gasFraction");

export function* airLockExpert(me: Player): Script {
  yield* noticeSlugs(me);
  yield* airLockHands(me);
}

export function* noticeSlugs(me: Player): Step<void> {
  yield* me.until(() => gas(me) > BUBBLES_FRACTION, 900);
}

export function* airLockHands(me: Player): Script {
  yield* noticeSlugs(me);
  const isLocking = yield* me.until(() => gas(me) > LOCKING_FRACTION, 2);
  if (isLocking) {
    yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: HOLDING_FLOW_LPM });
  }
  yield* me.say("surgeon", "venousAir");
  if (isLocking) yield* clearLine(me);
  else yield* me.until(() => gas(me) < BUBBLES_FRACTION, 60);
  yield* me.look("bubbleDetector");
  yield* handOn(me, NOTE);
}

function* clearLine(me: Player): Step<void> {
  const { view } = me;
  yield* me.job({ type: "line.walkVenous" });
  yield* me.act({ type: "reservoir.addVolume", volumeMl: 250 });
  for (let walk = 0; walk < WALKS_MAX && gas(me) > CLEAR_FRACTION; walk += 1)
    yield* me.job({ type: "line.walkVenous" });
  yield* me.until(() => view.number("circuit.reservoirVolumeMl") > REFILLED_ML, 40);
  if (view.is("safety.level.tripped")) {
    yield* me.act({ type: "safety.reset", device: "level" });
    yield* me.act({ type: "pump.start", head: "arterial" });
  }
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: HALF_FLOW_LPM });
  yield* me.until(() => gas(me) < CLEAR_FRACTION, 20);
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: FULL_FLOW_LPM });
  yield* me.until(() => view.number("circuit.arterialFlowDisplayedLpm") > 4, 20);
}
