/** The expert for B8, the high line pressure: slows, looks along the line, and stops for another artery when it is none. */
import { FULL_FLOW_LPM, restart } from "./bypass.ts";
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

const HIGH_MMHG = 205;
const SAFE_FLOW_LPM = 1;
const FIRST_FLOW_LPM = 1.2;
const HALF_FLOW_LPM = 2.4;
const COOL_C = 28;
const VESSEL_WITHIN_S = 150;
const NOTE = "Line pressure high: cause, seconds without flow, what was done.";

export function* dissectionExpert(me: Player): Script {
  yield* noticePressure(me);
  yield* dissectionHands(me);
}

export function* noticePressure(me: Player): Step<void> {
  const { view } = me;
  yield* me.until(
    () =>
      view.number("circuit.postmembranePressureMmHg") > HIGH_MMHG ||
      view.word("pump.arterial.message") === "pressureStop",
    900,
  );
}

export function* dissectionHands(me: Player): Script {
  const { view } = me;
  yield* noticePressure(me);
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: SAFE_FLOW_LPM });
  yield* me.say("surgeon", "pressureStopFound");
  const looked = yield* me.look("arterialLine");
  if (looked === "abnormal") {
    yield* me.job({ type: "line.straighten", site: "arterial" });
    yield* goOn(me);
  } else if (view.is("clamp.arterialTable.closed")) {
    yield* me.act({ type: "line.unclamp", site: "arterialTable" });
    yield* goOn(me);
  } else yield* changeArtery(me);
  yield* handOn(me, NOTE);
}

function* rearm(me: Player): Step<void> {
  const { view } = me;
  yield* me.until(() => !view.is("safety.pressure.overLimit"), 10);
  if (view.is("safety.pressure.tripped"))
    yield* me.act({ type: "safety.reset", device: "pressure" });
}

function* goOn(me: Player): Step<void> {
  yield* rearm(me);
  if (me.view.word("pump.arterial.status") !== "run")
    yield* me.act({ type: "pump.start", head: "arterial" });
  yield* rise(me);
}

function* rise(me: Player): Step<void> {
  for (const flowLpm of [HALF_FLOW_LPM, FULL_FLOW_LPM]) {
    yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm });
    yield* me.wait(2);
  }
}

function* changeArtery(me: Player): Step<void> {
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* me.say("anaesthetist", "dissection");
  yield* me.say("surgeon", "newCannula");
  yield* me.act({ type: "water.setPoint", temperatureC: COOL_C });
  yield* me.say("anaesthetist", "coolHead");
  const isReady = () =>
    me.view.facts.some((fact) => fact.type === "spoke" && /true lumen/.test(fact.text));
  yield* me.until(isReady, VESSEL_WITHIN_S);
  yield* rearm(me);
  yield* restart(me, "arterial", FIRST_FLOW_LPM);
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: FIRST_FLOW_LPM });
  yield* me.wait(4);
  yield* me.look("linePressure");
  yield* rise(me);
}
