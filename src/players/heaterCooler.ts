/** The expert for B13, the failing heater-cooler: compares two temperatures, a flow and a level, then acts on one. */
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

const LOW_WATER_LPM = 9;
const HOT_WATER_C = 38;
const HOT_BLOOD_C = 36;
/** Water in the blood: the level rises and the blood gets thinner. A level alone drifts. */
const RISEN_ML = 45;
const THINNED_FRACTION = 0.0015;
const SET_C = 34.5;
const LINES = ["inlet", "outlet"] as const;
const NOTE = "Heater-cooler failed: how, when, temperatures, what was done.";

type Trouble = "hot" | "leak" | "dry";

export function* heaterExpert(me: Player): Script {
  const trouble = yield* noticeWater(me);
  if (trouble === "hot") yield* me.act({ type: "water.setRunning", on: false });
  yield* me.say("surgeon", "heaterCoolerFault");
  yield* answerWater(me, trouble);
}

/** Waits until water, blood or level is not as it should be; tells which. */
export function* noticeWater(me: Player): Step<Trouble> {
  const { view } = me;
  yield* me.wait(1);
  const levelMl = view.number("circuit.reservoirVolumeMl");
  const isHot = () =>
    view.number("water.temperatureC") > HOT_WATER_C ||
    view.number("circuit.arterialTemperatureC") > HOT_BLOOD_C;
  const isDry = () => view.number("water.flowLpm") < LOW_WATER_LPM;
  const hematocritFraction = view.number("circuit.hematocritDisplayedFraction");
  const isWatered = () =>
    view.number("circuit.reservoirVolumeMl") > levelMl + RISEN_ML &&
    view.number("circuit.hematocritDisplayedFraction") < hematocritFraction - THINNED_FRACTION;
  yield* me.until(() => isHot() || isDry() || isWatered(), 900);
  if (isHot()) return "hot";
  return isDry() ? "dry" : "leak";
}

export function* heaterHands(me: Player): Script {
  yield* answerWater(me, yield* noticeWater(me));
}

function* answerWater(me: Player, trouble: Trouble): Step<void> {
  if (trouble === "leak") yield* isolate(me);
  else {
    if (trouble === "hot") yield* me.act({ type: "water.setRunning", on: false });
    yield* me.look("waterLines");
    if (trouble === "dry") yield* followHoses(me);
    if (me.view.number("water.flowLpm") < LOW_WATER_LPM) yield* exchange(me);
  }
  yield* me.act({ type: "record.note", text: NOTE });
  yield* me.say("surgeon", "heaterCoolerFault");
  yield* handOn(me, NOTE);
}

function* isolate(me: Player): Step<void> {
  for (const line of LINES) yield* me.act({ type: "water.clampLine", line, closed: true });
  yield* me.act({ type: "water.setRunning", on: false });
  yield* me.look("waterLines");
  yield* me.say("surgeon", "planChangeout");
  yield* me.act({ type: "store.fetch", item: "oxygenator", by: "runner" });
}

/** A hand along each hose opens what is kinked. */
function* followHoses(me: Player): Step<void> {
  for (const closed of [true, false]) {
    yield* me.act({ type: "water.clampLine", line: "inlet", closed });
  }
  yield* me.wait(2);
}

function* exchange(me: Player): Step<void> {
  if (me.view.is("water.switchedOn")) yield* me.act({ type: "water.setRunning", on: false });
  yield* me.job({ type: "water.swapUnit" });
  yield* me.act({ type: "water.setPoint", temperatureC: SET_C });
  yield* me.act({ type: "water.setRunning", on: true });
  yield* me.wait(3);
}
