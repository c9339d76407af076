/** The expert for B11, full flow without pressure: excludes the number, raises flow, then pressors in their order. */
import type { TraineeAction } from "../world/contract/actions.ts";
import { handOn } from "./handOn.ts";
import type { Player, Script, Step } from "./player.ts";

const LOW_MMHG = 48;
const ENOUGH_MMHG = 56;
const ANSWERS_WITHIN_S = 45;
const RAISED_FLOW_LPM = 5.2;
const LOADED_LEVEL_ML = 500;
const NOTE = "Low pressure at full flow: what was excluded, given, and what it did.";

/** What is given in turn until the pressure answers. */
const LADDER: readonly TraineeAction[] = [
  { type: "drug.infuse", drug: "noradrenaline", amount: 0.12, unit: "ug/kg/min" },
  { type: "drug.infuse", drug: "noradrenaline", amount: 0.25, unit: "ug/kg/min" },
  { type: "drug.give", drug: "vasopressin", amount: 2, unit: "U", route: "circuit" },
  { type: "drug.give", drug: "methylene-blue", amount: 2, unit: "mg/kg", route: "circuit" },
  { type: "drug.infuse", drug: "vasopressin", amount: 0.06, unit: "U/min" },
  { type: "drug.infuse", drug: "noradrenaline", amount: 0.5, unit: "ug/kg/min" },
];

export function* vasoplegiaExpert(me: Player): Script {
  yield* noticeLowPressure(me);
  yield* vasoplegiaHands(me);
}

export function* noticeLowPressure(me: Player): Step<void> {
  yield* me.until(() => me.view.number("patient.arterialPressureMeanMmHg") < LOW_MMHG, 900);
}

export function* vasoplegiaHands(me: Player): Script {
  yield* noticeLowPressure(me);
  const { view } = me;
  if ((yield* me.look("transducers")) === "abnormal") {
    yield* me.job({ type: "monitor.level", transducer: "arterial" });
  } else if (!view.is("clamp.recirculation.closed")) {
    yield* me.act({ type: "line.clamp", site: "recirculation" });
    yield* me.say("surgeon", "shuntFound");
  } else {
    yield* me.look("arterialLine");
    yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: RAISED_FLOW_LPM });
    yield* me.say("surgeon", "vasoplegia");
    yield* climb(me);
  }
  yield* me.wait(3);
  yield* handOn(me, NOTE);
  yield* ease(me);
}

/** One step of the ladder, then time to see what it does. */
function* climb(me: Player): Step<void> {
  const { view } = me;
  const answers = () => view.number("patient.arterialPressureMeanMmHg") > ENOUGH_MMHG;
  for (const step of LADDER) {
    if (view.number("circuit.reservoirVolumeMl") < LOADED_LEVEL_ML)
      yield* me.act({ type: "reservoir.addVolume", volumeMl: 250 });
    yield* me.act(step);
    if (step === LADDER[0])
      yield* me.act({ type: "sample.draw", site: "arterial", test: "bloodGas", discardMl: 5 });
    if (yield* me.until(answers, ANSWERS_WITHIN_S)) return;
  }
}

/** What helped at 30 mmHg is too much at 75. */
function* ease(me: Player): Step<void> {
  for (;;) {
    yield* me.wait(5);
    if (me.view.number("patient.arterialPressureMeanMmHg") < 75) continue;
    yield* me.act({ type: "drug.stop", drug: "noradrenaline" });
    yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: 4.6 });
    yield* me.wait(600);
  }
}
