/**
 * The expert for A2, gas in the circuit: stops, clamps and tells before anything else, then finds where
 * the air came in, washes it round the bridge and goes on cold with every device armed.
 */
import type { Head } from "../world/contract/ids.ts";
import { restart } from "./bypass.ts";
import type { Player, Script, Step } from "./player.ts";
import { washRound } from "./washRound.ts";

const FROTH_FRACTION = 0.02;
const EMPTY_ML = 60;
const WORKING_LEVEL_ML = 700;
const VOLUME_ML = 500;
const COLD_C = 24;
const FIRST_FLOW_LPM = 2.4;
const SIDE_HEADS: readonly Head[] = ["vent", "suck1", "suck2"];

export function* gasExpert(me: Player): Script {
  yield* noticeAir(me);
  yield* gasHands(me);
}

/** Waits until froth or a bubble is seen, or the reservoir is as good as empty. */
export function* noticeAir(me: Player): Step<void> {
  const { view } = me;
  yield* me.until(
    () =>
      view.number("line.reservoirOutlet.gasFraction") > FROTH_FRACTION ||
      view.number("circuit.bubbleVolumeDisplayedMl") > 0.3 ||
      view.number("circuit.reservoirVolumeMl") < EMPTY_ML,
    900,
  );
}

export function* gasHands(me: Player): Step<void> {
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* me.say("surgeon", "airEmbolism");
  yield* me.say("anaesthetist", "headDown");
  yield* me.say("surgeon", "ventAorta");
  for (const head of SIDE_HEADS) yield* me.act({ type: "pump.stop", head });
  yield* me.say("anaesthetist", "ventilate");
  yield* endSource(me);
  yield* me.say("helper", "callForHelp");
  yield* me.act({ type: "water.setPoint", temperatureC: COLD_C });
  yield* washRound(me);
  yield* me.say("surgeon", "isAortaClear");
  yield* me.say("surgeon", "hyperbaric");
  yield* me.wait(8);
  for (const device of ["level", "bubble"] as const) yield* arm(me, device);
  yield* restart(me, "arterial", FIRST_FLOW_LPM);
  for (const head of ["vent", "suck1"] as const) yield* me.act({ type: "pump.start", head });
  yield* me.say("surgeon", "onBypassAgain");
  yield* me.say("anaesthetist", "coolingNow");
  yield* me.look("arterialLine");
  yield* me.act({ type: "record.note", text: "Air: source, seconds, volume, what was done." });
  yield* me.say("surgeon", "incidentReport");
}

function* endSource(me: Player): Step<void> {
  const { view } = me;
  if (view.number("circuit.reservoirVolumeMl") < 300) {
    yield* me.job({ type: "line.straighten", site: "venous" });
  } else if ((yield* me.look("reservoirOutletConnector")) === "abnormal") {
    yield* me.job({ type: "line.tightenConnector" });
  }
  if (view.number("circuit.reservoirVolumeMl") < WORKING_LEVEL_ML)
    yield* me.act({ type: "reservoir.addVolume", volumeMl: VOLUME_ML });
}

function* arm(me: Player, device: "level" | "bubble"): Step<void> {
  if (me.view.word(`safety.${device}.mode`) !== "alarmStop")
    yield* me.act({ type: "safety.setMode", device, mode: "alarmStop" });
  if (me.view.is(`safety.${device}.tripped`)) yield* me.act({ type: "safety.reset", device });
}
