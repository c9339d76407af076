/**
 * The expert for A2, gas in the circuit: stops, clamps and tells before anything else, then finds where
 * the air came in, washes it round the bridge and goes on cold with every device armed. Air that only
 * threatens from heart or vent is kept there while the patient is perfused.
 */
import type { Head, SafetyDevice } from "../world/contract/ids.ts";
import { FULL_FLOW_LPM, restart } from "./bypass.ts";
import { heartAirHands, ventHands } from "./heartAir.ts";
import type { Player, Script, Step } from "./player.ts";
import { isPressurised, pressurisedHands } from "./pressurisedReservoir.ts";
import { perfuseBackward } from "./retrograde.ts";
import { washRound } from "./washRound.ts";

const FROTH_FRACTION = 0.02;
const FOAM_FRACTION = 0.01;
const EMPTY_ML = 60;
const WORKING_LEVEL_ML = 700;
const VOLUME_ML = 500;
const COLD_C = 24;
const FIRST_FLOW_LPM = 2.4;
/** The patient is cold and bleeds into the field: more gas than at the opening. */
const SWEEP_LPM = 2.5;
const SIDE_HEADS: readonly Head[] = ["vent", "suck1", "suck2"];

export function* gasExpert(me: Player): Script {
  yield* noticeAir(me);
  yield* gasHands(me);
}

/** Waits until froth, a wrong direction, a clamp that came off, or a reservoir that is empty or under pressure is seen. */
export function* noticeAir(me: Player): Step<void> {
  const { view } = me;
  yield* me.until(
    () =>
      view.number("line.reservoirOutlet.gasFraction") > FROTH_FRACTION ||
      view.number("line.oxygenator.gasFraction") > FOAM_FRACTION ||
      view.number("circuit.bubbleVolumeDisplayedMl") > 0.3 ||
      view.number("circuit.reservoirVolumeMl") < EMPTY_ML ||
      view.number("circuit.arterialFlowDisplayedLpm") < -0.5 ||
      isVentReversed(me) ||
      isPressurised(me) ||
      !view.is("surgeon.aortic.closed"),
    900,
  );
}

const isVentReversed = (me: Player): boolean =>
  me.view.word("pump.vent.rotation") === "counterClockwise";

export function* gasHands(me: Player): Step<void> {
  if (isVentReversed(me)) return yield* ventHands(me);
  if (isPressurised(me)) return yield* pressurisedHands(me);
  const isFromHeart = !me.view.is("surgeon.aortic.closed");
  if (isFromHeart && me.view.word("patient.rhythm") === "arrested") return yield* heartAirHands(me);
  yield* stopEverything(me, isFromHeart);
  if (!isFromHeart) yield* endSource(me);
  yield* me.say("helper", "callForHelp");
  yield* me.act({ type: "water.setPoint", temperatureC: COLD_C });
  if (isFromHeart) yield* perfuseBackward(me);
  else yield* washRound(me);
  yield* me.say("surgeon", "isAortaClear");
  yield* me.say("surgeon", "hyperbaric");
  yield* me.wait(8);
  yield* goOn(me);
}

/** Nothing pumps towards the patient any more, and the table knows why. */
function* stopEverything(me: Player, isFromHeart: boolean): Step<void> {
  const { view } = me;
  if (Math.abs(view.number("pump.cardioplegia.rotorRpm")) > 2)
    yield* me.act({ type: "pump.stop", head: "cardioplegia" });
  if (view.word("pump.arterial.status") === "run")
    yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* me.say("surgeon", "airEmbolism");
  yield* me.say("anaesthetist", "headDown");
  yield* me.say("surgeon", "ventAorta");
  if (isFromHeart) yield* me.act({ type: "line.unclamp", site: "vent" });
  else for (const head of SIDE_HEADS) yield* me.act({ type: "pump.stop", head });
  yield* me.say("anaesthetist", "ventilate");
}

/** Finds what let the air in, by what can be seen, and ends it. */
function* endSource(me: Player): Step<void> {
  const { view } = me;
  if (view.word("pump.arterial.rotation") === "clockwise") {
    yield* me.act({ type: "pump.setDirection", head: "arterial", rotation: "counterClockwise" });
  } else if (view.number("line.reservoirOutlet.gasFraction") < FROTH_FRACTION) {
    yield* me.act({ type: "gas.setSweep", sweepLpm: 0 });
    if (!view.is("clamp.cardioplegia.closed"))
      yield* me.act({ type: "line.clamp", site: "cardioplegia" });
    if ((yield* me.look("scavenger")) === "abnormal")
      yield* me.job({ type: "gas.clearScavenging" });
  } else if (view.number("circuit.reservoirVolumeMl") < 300) {
    yield* me.job({ type: "line.straighten", site: "venous" });
  } else if ((yield* me.look("reservoirOutletConnector")) === "abnormal") {
    yield* me.job({ type: "line.tightenConnector" });
  }
  if (view.number("circuit.reservoirVolumeMl") < WORKING_LEVEL_ML)
    yield* me.act({ type: "reservoir.addVolume", volumeMl: VOLUME_ML });
}

function* goOn(me: Player): Step<void> {
  const { view } = me;
  if (view.word("safety.linkedHead") !== "arterial")
    yield* me.act({ type: "safety.link", head: "arterial" });
  for (const device of ["level", "bubble"] as const) yield* arm(me, device);
  if (view.number("gas.sweepLpm") < 1) yield* me.act({ type: "gas.setSweep", sweepLpm: SWEEP_LPM });
  yield* restart(me, "arterial", FIRST_FLOW_LPM);
  for (const head of ["vent", "suck1"] as const) {
    if (view.word(`pump.${head}.status`) !== "run") yield* me.act({ type: "pump.start", head });
  }
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: FULL_FLOW_LPM });
  yield* me.say("surgeon", "onBypassAgain");
  yield* me.say("anaesthetist", "coolingNow");
  yield* me.look("arterialLine");
  yield* me.act({ type: "record.note", text: "Air: source, seconds, volume, what was done." });
  yield* me.say("surgeon", "incidentReport");
}

function* arm(me: Player, device: SafetyDevice): Step<void> {
  if (me.view.word(`safety.${device}.mode`) !== "alarmStop")
    yield* me.act({ type: "safety.setMode", device, mode: "alarmStop" });
  if (me.view.is(`safety.${device}.tripped`)) yield* me.act({ type: "safety.reset", device });
}
