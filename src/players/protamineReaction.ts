/** The expert for B10, the protamine reaction: stops it and the suckers, adrenaline, volume, or heparin and back on. */
import { restart } from "./bypass.ts";
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

const LOW_MMHG = 52;
const HIGH_PULMONARY_MMHG = 24;
const FULL_DOSE_U = 25_000;
const FIRST_FLOW_LPM = 2.4;
const GIVEN_FLOW_LPM = 1;
const KEPT_ML = 350;
const NOTE = "Protamine reaction: when, how much, pressures, what was given.";

export function* protamineExpert(me: Player): Script {
  yield* noticeReaction(me);
  yield* protamineHands(me);
}

export function* noticeReaction(me: Player): Step<void> {
  yield* me.until(() => me.view.number("patient.arterialPressureMeanMmHg") < LOW_MMHG, 900);
}

export function* protamineHands(me: Player): Script {
  yield* noticeReaction(me);
  yield* me.say("anaesthetist", "stopProtamine");
  for (const head of ["suck1", "suck2"] as const) yield* me.act({ type: "pump.stop", head });
  yield* adrenaline(me, 100, 0.15);
  yield* me.say("surgeon", "stopProtamine");
  const isPulmonary = me.view.number("patient.pulmonaryPressureMeanMmHg") > HIGH_PULMONARY_MMHG;
  if (isPulmonary) yield* goBackOn(me);
  else yield* hold(me);
  yield* handOn(me, NOTE);
}

function* adrenaline(me: Player, bolusUg: number, ugPerKgPerMin: number): Step<void> {
  const drug = "adrenaline";
  const route = "centralLine";
  yield* me.act({ type: "drug.give", drug, amount: bolusUg, unit: "ug", route });
  yield* me.act({ type: "drug.infuse", drug, amount: ugPerKgPerMin, unit: "ug/kg/min" });
}

/** Heparin first, whatever the last ACT was. */
function* goBackOn(me: Player): Step<void> {
  const heparin = { type: "drug.give", drug: "heparin", route: "centralLine", unit: "U" } as const;
  yield* me.act({ ...heparin, amount: FULL_DOSE_U });
  yield* me.say("surgeon", "planReturn");
  yield* me.act({ type: "sample.draw", site: "patientLine", test: "act", discardMl: 10 });
  yield* restart(me, "arterial", FIRST_FLOW_LPM);
  yield* me.act({ type: "drug.stop", drug: "adrenaline" });
}

/** Volume out of the reservoir while the venous line stays shut, and more adrenaline until the pressure holds. */
function* hold(me: Player): Step<void> {
  const { view } = me;
  yield* me.say("surgeon", "planReturn");
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: GIVEN_FLOW_LPM });
  yield* me.act({ type: "line.unclamp", site: "arterial" });
  yield* me.act({ type: "pump.start", head: "arterial" });
  const holds = () => view.number("patient.arterialPressureMeanMmHg") > LOW_MMHG;
  yield* me.until(() => holds() || view.number("circuit.reservoirVolumeMl") < KEPT_ML, 40);
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  for (const ugPerKgPerMin of [0.3, 0.5, 0.8]) {
    if (yield* me.until(holds, 20)) return;
    yield* adrenaline(me, 100, ugPerKgPerMin);
  }
}
