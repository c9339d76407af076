/**
 * The expert for A3, the failing oxygenator: rules out the gas and everything that only looks like a
 * failing oxygenator, cools and prepares while there is flow, and changes the unit between clamps.
 */
import type { ClampSite, StoreItem } from "../world/contract/ids.ts";
import { FULL_FLOW_LPM, restart } from "./bypass.ts";
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

/** What an attentive eye takes for a sign. */
const LOW_PO2_MMHG = 100;
const RED_FRACTION = 0.96;
const HIGH_GRADIENT_MMHG = 200;
/** How far a level has to fall below where it stood before somebody asks where the blood goes. */
const FALLEN_ML = 50;
const LOW_FLOW_LPM = 4;

const COOL_C = 28;
const CLOTTED_FLOW_LPM = 3;
const HALF_FLOW_LPM = 2.4;
const WASH_FLOW_LPM = 2;
/** The maker allows up to 20 L/min for ten seconds, once [S11]. */
const SIGH_LPM = 15;
const SIGH_S = 9;
const SAFE_LEVEL_ML = 700;
const VOLUME_ML = 250;
const CLEAR_FRACTION = 0.002;
const NOTE = "Oxygenator trouble: cause, minutes, what was done.";

export function* oxygenatorExpert(me: Player): Script {
  yield* noticeOxygenator(me);
  yield* me.say("surgeon", "oxygenatorFailing");
  yield* me.say("helper", "callForHelp");
  yield* oxygenatorHands(me);
}

/** Only what the hands and the needed words do. */
export function* oxygenatorHands(me: Player): Script {
  yield* noticeOxygenator(me);
  const lacksOxygen = isDark(me);
  yield* me.act({ type: "gas.setFio2", fio2Fraction: 1 });
  if ((yield* me.look("gasLine")) === "abnormal") return yield* reconnectGas(me);
  if (!me.view.is("clamp.recirculation.closed")) return yield* closeShunt(me);
  yield* me.look("bloodColour");
  const housing = yield* me.look("oxygenator");
  // Something is wrong at the housing, it does not block, and the blood lacked oxygen: it is wet.
  if (housing === "abnormal" && lacksOxygen && !isBlocked(me)) return yield* sigh(me);
  yield* prepare(me);
  yield* comeOff(me);
  yield* change(me);
  yield* goBackOn(me);
}

/** Waits until colour, gas tension, pressure, level or flow is not as it should be. */
export function* noticeOxygenator(me: Player): Step<void> {
  const { view } = me;
  let highestMl = 0;
  yield* me.until(() => {
    const levelMl = view.number("circuit.reservoirVolumeMl");
    highestMl = Math.max(highestMl, levelMl);
    return (
      isDark(me) ||
      isBlocked(me) ||
      levelMl < highestMl - FALLEN_ML ||
      view.number("circuit.arterialFlowDisplayedLpm") < LOW_FLOW_LPM
    );
  }, 900);
}

function* reconnectGas(me: Player): Step<void> {
  yield* me.job({ type: "oxygenator.gasLine", connected: true });
  // It was on its port, and still hisses: follow it by hand to where the gas gets lost.
  if ((yield* me.look("gasLine")) === "abnormal") yield* me.job({ type: "gas.reconnectLine" });
  yield* me.say("surgeon", "gasSupplyFault");
  yield* me.look("oxygenator");
  yield* me.until(
    () => me.view.number("circuit.arterialSaturationDisplayedFraction") > RED_FRACTION,
    90,
  );
  yield* handOn(me, NOTE);
}

function* closeShunt(me: Player): Step<void> {
  yield* me.act({ type: "line.clamp", site: "recirculation" });
  yield* me.say("surgeon", "shuntFound");
  yield* me.look("oxygenator");
  yield* me.look("bloodColour");
  yield* handOn(me, NOTE);
}

const isDark = ({ view }: Player): boolean =>
  view.number("circuit.arterialOxygenTensionDisplayedMmHg") < LOW_PO2_MMHG;
const isBlocked = ({ view }: Player): boolean =>
  view.number("circuit.transmembraneGradientMmHg") > HIGH_GRADIENT_MMHG;

/** A high sweep for ten seconds, once. */
function* sigh(me: Player): Step<void> {
  const before = me.view.number("gas.sweepLpm");
  yield* me.act({ type: "gas.setSweep", sweepLpm: SIGH_LPM });
  yield* me.wait(SIGH_S);
  yield* me.act({ type: "gas.setSweep", sweepLpm: Math.max(3, before) });
  yield* me.say("surgeon", "fibresWet");
  yield* me.until(
    () => me.view.number("circuit.arterialSaturationDisplayedFraction") > RED_FRACTION,
    90,
  );
  yield* me.look("bloodColour");
  yield* handOn(me, NOTE);
}

/** Everything that can be done while blood still flows. */
function* prepare(me: Player): Step<void> {
  const { view } = me;
  if (isBlocked(me))
    yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: CLOTTED_FLOW_LPM });
  yield* me.act({ type: "water.setPoint", temperatureC: COOL_C });
  yield* me.say("anaesthetist", "deepen");
  yield* me.act({ type: "store.fetch", item: "oxygenator", by: "runner" });
  yield* me.say("surgeon", "planChangeout");
  yield* me.say("anaesthetist", "planChangeout");
  yield* me.until(() => view.is("team.helperHere"), 40);
  yield* sendFor(me, "changeoutKit");
  yield* keepLevel(me, isHere(me, "oxygenator"), 150);
  yield* me.job({ type: "oxygenator.prime" });
  yield* me.job({ type: "oxygenator.tapBubbles" });
  yield* keepLevel(me, isHere(me, "changeoutKit"), 150);
  yield* fillUp(me);
}

const isHere = (me: Player, item: StoreItem) => (): boolean =>
  me.view.word(`store.${item}.place`) === "atMachine";

/** The helper goes; alone, one has to go oneself. */
function* sendFor(me: Player, item: StoreItem): Step<void> {
  if (isHere(me, item)()) return;
  const by = me.view.is("team.helperHere") ? "helper" : "self";
  yield* me.act({ type: "store.fetch", item, by });
}

/** Waits, and gives volume when the level falls meanwhile. */
function* keepLevel(me: Player, isSo: () => boolean, atMostS: number): Step<void> {
  const lastTick = me.view.tick + atMostS * 50;
  while (!isSo() && me.view.tick < lastTick) {
    yield* fillUp(me);
    yield* me.wait(1);
  }
}

function* fillUp(me: Player): Step<void> {
  if (me.view.number("circuit.reservoirVolumeMl") > SAFE_LEVEL_ML) return;
  yield* me.act({ type: "reservoir.addVolume", volumeMl: VOLUME_ML });
}

function* comeOff(me: Player): Step<void> {
  yield* me.say("surgeon", "comingOffNow");
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* clamp(me, "arterial");
  yield* clamp(me, "venous");
  yield* me.act({ type: "gas.setSweep", sweepLpm: 0 });
  yield* me.say("surgeon", "offBypass");
}

function* clamp(me: Player, site: ClampSite): Step<void> {
  if (!me.view.is(`clamp.${site}.closed`)) yield* me.act({ type: "line.clamp", site });
}
function* unclamp(me: Player, site: ClampSite): Step<void> {
  if (me.view.is(`clamp.${site}.closed`)) yield* me.act({ type: "line.unclamp", site });
}

function* change(me: Player): Step<void> {
  const { view } = me;
  yield* clamp(me, "oxygenatorInlet");
  yield* clamp(me, "oxygenatorOutlet");
  yield* me.job({ type: "oxygenator.gasLine", connected: false });
  yield* me.job({ type: "oxygenator.waterLines", connected: false });
  yield* me.job({ type: "oxygenator.cut" });
  yield* me.job({ type: "oxygenator.connect", orientation: "alongArrow" });
  yield* unclamp(me, "recirculation");
  yield* unclamp(me, "oxygenatorOutlet");
  yield* unclamp(me, "oxygenatorInlet");
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: WASH_FLOW_LPM });
  yield* me.act({ type: "pump.start", head: "arterial" });
  yield* me.job({ type: "oxygenator.gasLine", connected: true });
  yield* me.act({ type: "gas.setSweep", sweepLpm: 3 });
  yield* me.job({ type: "oxygenator.waterLines", connected: true });
  const clear = () =>
    (["pumpOutlet", "oxygenator", "filter"] as const).every(
      (line) => view.number(`line.${line}.gasFraction`) < CLEAR_FRACTION,
    );
  yield* me.until(clear, 90);
}

function* goBackOn(me: Player): Step<void> {
  yield* me.look("oxygenator");
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* clamp(me, "recirculation");
  if (me.view.is("safety.bubble.tripped"))
    yield* me.act({ type: "safety.reset", device: "bubble" });
  yield* me.say("surgeon", "readyToGoBack");
  yield* restart(me, "arterial", HALF_FLOW_LPM);
  yield* me.look("bloodColour");
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: FULL_FLOW_LPM });
  yield* handOn(me, NOTE);
}
