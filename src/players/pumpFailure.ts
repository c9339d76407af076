/**
 * The expert for A1, the stopped arterial pump: finds out what happened from what a trainee can see, and
 * mends it.
 */
import type { Head } from "../world/contract/ids.ts";
import { FULL_FLOW_LPM, isCentrifugal, openArterial, openVenous, restart } from "./bypass.ts";
import type { Player, Script, Step } from "./player.ts";
import { washRound } from "./washRound.ts";

const ALARMS_OF_NO_FLOW = [
  "arterialPumpStop",
  "noForwardFlow",
  "reverseFlow",
  "consolePower",
  "bubble",
  "levelLow",
  "linePressureStop",
  "headFault",
  "overload",
] as const;
const HALF_FLOW_LPM = 2.4;
const CRANK_RPM = 80; // 3.6 L/min with a 45 mL/rev boot
const SPARE: Head = "suck2";
const ROUNDS_MAX = 4;
/** The helper cranks while one waits for the emergency supply. */
const POWER_COMES_S = 420;

type Finding =
  | "power"
  | "dead"
  | "jam"
  | "interlock"
  | "level"
  | "air"
  | "pressure"
  | "slip"
  | "clamp";

export function* pumpFailureExpert(me: Player): Script {
  yield* notice(me);
  yield* me.say("surgeon", "noFlow");
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.say("anaesthetist", "noFlow");
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* me.look("headMessage");
  yield* mend(me);
  yield* pumpFailureSettle(me);
}

/** Only what the hands do: clamp, mend, settle. */
export function* pumpFailureHands(me: Player): Script {
  yield* notice(me);
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* mend(me);
  yield* pumpFailureSettle(me);
}

/** Answers what is found, and looks again when the pressure does not come back. */
function* mend(me: Player): Step<void> {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    yield* answer(me, yield* diagnose(me));
    const isBack = yield* me.until(
      () => me.view.number("patient.arterialPressureMeanMmHg") > 40,
      20,
    );
    if (isBack) return;
  }
}

/** Waits until something tells that the patient has no flow. */
export function* notice(me: Player): Step<void> {
  const { view } = me;
  yield* me.until(
    () =>
      ALARMS_OF_NO_FLOW.some((alarm) => view.is(`alarm.${alarm}.active`)) ||
      view.number("patient.arterialPressureMeanMmHg") < 45,
    900,
  );
}

/** What stopped the flow, from displays, from looking at jaws and rollers, and from the monitor. */
function* diagnose(me: Player): Step<Finding> {
  const { view } = me;
  if (view.word("power.source") === "none") return "power";
  const message = view.word("pump.arterial.message");
  if (message === "coverOpen" || message === "emergencyStop") return "interlock";
  if (message === "levelStop") {
    yield* me.look("reservoirLevel");
    return "level";
  }
  if (message === "bubbleStop") {
    yield* me.look("bubbleDetector");
    return "air";
  }
  if (message === "pressureStop") {
    if ((yield* me.look("electronicClamp")) === "abnormal") return "clamp";
    yield* me.look("linePressure");
    return "pressure";
  }
  if (message === "overload") return "jam";
  if (message === "motorFault" || message === "noPower") return "dead";
  if ((yield* me.look("electronicClamp")) === "abnormal") return "clamp";
  return "slip";
}

function* answer(me: Player, finding: Finding): Step<void> {
  switch (finding) {
    case "interlock":
      return yield* clearInterlock(me);
    case "clamp":
      return yield* freeClamp(me);
    case "level":
      return yield* refill(me);
    case "pressure":
      return yield* straightenArterial(me);
    case "air":
      return yield* deAir(me);
    case "jam":
      return yield* clearJam(me);
    case "slip":
    case "dead":
    case "power":
      return yield* replacePump(me, finding);
  }
}

function* clearInterlock(me: Player): Step<void> {
  yield* me.look("cover");
  const cover = me.view.word("pump.arterial.message") === "coverOpen";
  yield* me.act(
    cover
      ? { type: "pump.closeCover", head: "arterial" }
      : { type: "pump.reset", head: "arterial" },
  );
  yield* restart(me, "arterial", FULL_FLOW_LPM);
  yield* me.say("surgeon", "interlockFound");
}

function* freeClamp(me: Player): Step<void> {
  yield* me.job({ type: "electronicClamp.releaseByHand" });
  yield* me.say("surgeon", "clampFault");
  yield* me.act({ type: "line.unclamp", site: "arterial" });
  if (me.view.is("safety.pressure.tripped")) {
    yield* me.until(() => !me.view.is("safety.pressure.overLimit"), 10);
    yield* me.act({ type: "safety.reset", device: "pressure" });
  }
  yield* restart(me, "arterial", FULL_FLOW_LPM);
}

function* straightenArterial(me: Player): Step<void> {
  yield* me.look("arterialLine");
  yield* me.job({ type: "line.straighten", site: "arterial" });
  yield* me.act({ type: "line.unclamp", site: "arterial" });
  yield* me.until(() => !me.view.is("safety.pressure.overLimit"), 10);
  yield* me.act({ type: "safety.reset", device: "pressure" });
  yield* restart(me, "arterial", FULL_FLOW_LPM);
  yield* me.say("helper", "callForHelp");
}

function* refill(me: Player): Step<void> {
  yield* me.look("venousLine");
  yield* me.look("bubbleDetector");
  yield* me.job({ type: "line.straighten", site: "venous" });
  yield* me.act({ type: "line.unclamp", site: "venous" });
  yield* me.say("helper", "callForHelp");
  yield* me.until(() => me.view.number("circuit.reservoirVolumeMl") > 600, 40);
  yield* me.act({ type: "safety.reset", device: "level" });
  yield* restart(me, "arterial", FULL_FLOW_LPM);
  yield* me.say("surgeon", "levelStopFound");
}

/** Ends the leak, then washes the air round through the bridge with the patient clamped off. */
function* deAir(me: Player): Step<void> {
  if ((yield* me.look("reservoirOutletConnector")) === "abnormal") {
    yield* me.job({ type: "line.tightenConnector" });
    yield* me.say("surgeon", "airFound");
    yield* me.look("reservoirLevel");
    yield* me.say("helper", "callForHelp");
  }
  yield* washRound(me);
  yield* restart(me, "arterial", FULL_FLOW_LPM);
}

function* clearJam(me: Player): Step<void> {
  yield* me.look("boot");
  yield* me.look("reservoirLevel");
  yield* me.say("helper", "callForHelp");
  yield* me.act({ type: "pump.setPower", head: "arterial", on: false });
  yield* me.act({ type: "pump.openCover", head: "arterial" });
  yield* me.job({ type: "pump.clearJam", head: "arterial" });
  if ((yield* me.look("boot")) === "abnormal") {
    yield* me.say("surgeon", "planSpareHead");
    return yield* moveBoot(me);
  }
  yield* me.act({ type: "pump.closeCover", head: "arterial" });
  yield* me.act({ type: "pump.setPower", head: "arterial", on: true });
  yield* me.act({ type: "pump.reset", head: "arterial" });
  yield* restart(me, "arterial", FULL_FLOW_LPM);
}

function* nothing(): Step<void> {
  yield 1;
}

/** The pump is broken: crank, hand over, and put another drive to work. */
export function* replacePump(
  me: Player,
  finding: Finding,
  meanwhile: (me: Player) => Step<void> = nothing,
): Step<void> {
  yield* me.look("reservoirLevel");
  yield* me.look("bubbleDetector");
  yield* me.say("helper", "callForHelp");
  if (finding === "slip" && isCentrifugal(me)) return yield* recouple(me);
  yield* crank(me);
  yield* me.say("surgeon", "crankingNow");
  yield* me.until(() => me.view.is("team.helperHere"), 60);
  if (me.view.is("team.helperHere")) {
    yield* me.say("helper", "takeCrank");
    yield* me.act({ type: "crank.handOver", to: "helper", rpm: CRANK_RPM });
    me.stopCranking();
  }
  if (finding === "power") {
    yield* me.say("surgeon", "powerLost");
    yield* meanwhile(me);
    return yield* restorePower(me);
  }
  if (isCentrifugal(me)) return yield* exchangeModule(me);
  yield* me.say("surgeon", "planSpareHead");
  yield* me.act({ type: "pump.stop", head: SPARE });
  yield* me.act({ type: "pump.openCover", head: SPARE });
  yield* stopCrank(me);
  yield* moveBoot(me);
}

/** A cone that let go picks up again after its drive has stood still. */
function* recouple(me: Player): Step<void> {
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.until(() => Math.abs(me.view.number("pump.arterial.speedDisplayedRpm")) < 2, 15);
  yield* me.act({ type: "pump.reset", head: "arterial" });
  yield* restart(me, "arterial", FULL_FLOW_LPM);
}

export function* crank(me: Player): Step<void> {
  const { view } = me;
  if (view.is("pump.arterial.switchedOn")) {
    yield* me.act({ type: "pump.setPower", head: "arterial", on: false });
  }
  yield* me.job({ type: "crank.fetch" });
  if (!view.is("pump.arterial.coverOpen")) {
    yield* me.act({ type: "pump.openCover", head: "arterial" });
  }
  yield* me.job({ type: "crank.fit", head: "arterial" });
  if (isCentrifugal(me)) {
    me.crankAt("arterial", CRANK_RPM);
    yield* me.until(() => view.number("pump.arterial.rotorRpm") >= 1500, 6);
    yield* openArterial(me);
  } else {
    yield* openArterial(me);
    me.crankAt("arterial", CRANK_RPM);
  }
  yield* openVenous(me);
}

/** Stops the patient's flow in good order: venous, hands off, arterial, crank off. */
function* stopCrank(me: Player): Step<void> {
  const { view } = me;
  yield* me.act({ type: "line.clamp", site: "venous" });
  if (view.word("crank.cranker") === "helper") {
    yield* me.act({ type: "crank.handOver", to: "helper", rpm: 0 });
  }
  me.stopCranking();
  yield* me.until(() => Math.abs(view.number("crank.rateRpm")) < 1, 4);
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.job({ type: "crank.remove" });
}

function* exchangeModule(me: Player): Step<void> {
  yield* me.say("surgeon", "planExchangeModule");
  yield* stopCrank(me);
  yield* me.job({ type: "pump.exchangeModule", head: "arterial" });
  yield* me.act({ type: "pump.closeCover", head: "arterial" });
  yield* me.act({ type: "pump.setPower", head: "arterial", on: true });
  yield* restart(me, "arterial", FULL_FLOW_LPM);
}

function* restorePower(me: Player): Step<void> {
  yield* me.job({ type: "power.movePlug" });
  yield* me.until(() => me.view.word("power.source") !== "none", POWER_COMES_S);
  yield* stopCrank(me);
  yield* me.act({ type: "pump.closeCover", head: "arterial" });
  yield* me.act({ type: "pump.setPower", head: "arterial", on: true });
  yield* restart(me, "arterial", FULL_FLOW_LPM);
}

/** Boot to the spare head with its checks: direction, tube, occlusion, links. */
function* moveBoot(me: Player): Step<void> {
  const { view } = me;
  for (const head of ["arterial", SPARE] as const) {
    if (view.word(`pump.${head}.status`) === "run") yield* me.act({ type: "pump.stop", head });
    if (!view.is(`pump.${head}.coverOpen`)) yield* me.act({ type: "pump.openCover", head });
  }
  yield* me.job({ type: "boot.move", from: "arterial", to: SPARE });
  yield* me.look("directionAndTube");
  if (view.word(`pump.${SPARE}.rotation`) !== "counterClockwise") {
    yield* me.act({ type: "pump.setDirection", head: SPARE, rotation: "counterClockwise" });
  }
  if (view.word(`pump.${SPARE}.tubeSet`) !== "halfInch") {
    yield* me.act({ type: "pump.setTube", head: SPARE, tube: "halfInch" });
  }
  yield* me.act({ type: "pump.setOcclusion", head: SPARE, occlusionFraction: 1 });
  yield* me.act({ type: "pump.closeCover", head: SPARE });
  yield* me.act({ type: "safety.link", head: SPARE });
  yield* restart(me, SPARE, HALF_FLOW_LPM);
}

/** Flow is back: say so, look it over, write it down, and keep flow in its band. */
export function* pumpFailureSettle(me: Player): Script {
  yield* me.say("surgeon", "fullFlow");
  yield* me.say("anaesthetist", "fullFlow");
  yield* me.wait(3);
  yield* me.look("safetyLinks");
  yield* me.look("arterialLine");
  yield* me.act({ type: "record.note", text: "No flow, hand crank or cause cleared, flow back." });
  yield* me.say("surgeon", "incidentReport");
}
