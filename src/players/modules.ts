/** The expert for the guided modules: does what is asked, in the order in which it is asked. */

import type { Head } from "../world/contract/ids.ts";
import { QUANTITIES, type RecordQuantity } from "../world/contract/record.ts";
import { restart } from "./bypass.ts";
import type { Player, Script, Step } from "./player.ts";

const spoken = (me: Player, words: RegExp): boolean =>
  me.view.facts.some((fact) => fact.type === "spoke" && words.test(fact.text));

/** Waits for a sentence that asks for something. */
export function* hear(me: Player, words: RegExp, atMostS = 240): Step<boolean> {
  return yield* me.until(() => spoken(me, words), atMostS);
}

/** Reads a number off the screen and writes it down as a person would, to a tenth. */
export function* writeDown(me: Player, quantities: readonly RecordQuantity[]): Step<void> {
  for (const quantity of quantities) {
    const { shown, scaleRatio } = QUANTITIES[quantity];
    const value = Math.round(me.view.number(shown) * scaleRatio * 10) / 10;
    yield* me.act({ type: "record.value", quantity, value });
  }
}

export const drawSample = (me: Player, test: "act" | "bloodGas"): Step<boolean> =>
  me.act({ type: "sample.draw", site: "arterial", test, discardMl: 5 });

const NEAR_LPM = 0.15;
const CORRECTIONS_MAX = 6;
/** A cone's flow answers its knob by more than the knob says. */
const CORRECTION_SHARE = 0.6;

/** The head that carries the arterial boot: after a failure it may lie in the spare. */
export const drivingHead = (me: Player): Head =>
  (["arterial", "suck2"] as const).find(
    (head) =>
      me.view.word(`pump.${head}.status`) === "run" &&
      me.view.word(`pump.${head}.carries`) === "arterialBoot",
  ) ?? "arterial";

/** Turns the arterial knob until the flow probe, not the head, shows so much. */
export function* turnToFlow(me: Player, flowLpm: number): Step<void> {
  let knobLpm = flowLpm;
  for (let i = 0; i < CORRECTIONS_MAX; i += 1) {
    yield* me.act({ type: "pump.setFlow", head: drivingHead(me), flowLpm: knobLpm });
    yield* me.wait(3);
    const missingLpm = flowLpm - me.view.number("circuit.arterialFlowDisplayedLpm");
    if (Math.abs(missingLpm) < NEAR_LPM) return;
    knobLpm = Math.max(0, knobLpm + CORRECTION_SHARE * missingLpm);
  }
}

export function* goingOnExpert(me: Player): Script {
  for (const what of ["arterialLine", "reservoirLevel", "gasSupply"] as const) yield* me.look(what);
  yield* hear(me, /on bypass/i, 60);
  yield* restart(me, "arterial", 1);
  yield* turnToFlow(me, 4.6);
  yield* me.look("bloodColour");
  yield* me.say("surgeon", "fullFlow");
  yield* me.say("anaesthetist", "fullFlow");
  yield* drawSample(me, "bloodGas");
  yield* drawSample(me, "act");
  yield* me.act({ type: "record.note", text: "On bypass, full flow, lungs off." });
}

/** Sends a runner when somebody wants the perfusionist to go and fetch something. */
export function* answerCallsAway(me: Player): Script {
  let wanted: "oxygenator" | "changeoutKit" | undefined;
  yield* me.until(() => {
    const call = me.view.facts.find((fact) => fact.type === "spoke" && fact.tone === "distractor");
    if (call?.type !== "spoke") return false;
    if (/oxygenator/i.test(call.text)) wanted = "oxygenator";
    if (/changeout kit/i.test(call.text)) wanted = "changeoutKit";
    return wanted !== undefined;
  }, 1800);
  if (wanted !== undefined) yield* me.act({ type: "store.fetch", item: wanted, by: "runner" });
}

export function* managingExpert(me: Player): Script {
  me.start(answerCallsAway(me));
  for (const what of ["reservoirLevel", "arterialLine", "safetyLinks"] as const)
    yield* me.look(what);
  yield* drawSample(me, "bloodGas");
  yield* drawSample(me, "act");
  yield* hear(me, /over three hundred/);
  yield* me.act({ type: "gas.setFio2", fio2Fraction: 0.5 });
  yield* hear(me, /two and a half/);
  yield* turnToFlow(me, 2.5);
  yield* hear(me, /full flow/i, 60);
  yield* turnToFlow(me, 4.6);
  yield* me.say("surgeon", "fullFlow");
  yield* hear(me, /warm/);
  yield* me.act({ type: "water.setPoint", temperatureC: 37 });
  yield* me.until(() => me.view.number("circuit.arterialTemperatureC") > 35.1, 400);
  yield* me.wait(3);
  yield* writeDown(me, ["arterialFlow", "meanArterialPressure", "nasopharyngeal"]);
  yield* me.act({ type: "record.note", text: "Oxygen down, flow down and back, warming begun." });
}

const STEPS_UG_PER_KG_MIN = [0.06, 0.12, 0.2, 0.3] as const;

export function* givingExpert(me: Player): Script {
  const pressureMmHg = () => me.view.number("patient.arterialPressureMeanMmHg");
  yield* me.until(() => pressureMmHg() < 56, 300);
  yield* me.look("transducers");
  yield* me.until(() => pressureMmHg() < 52, 300);
  yield* me.say("anaesthetist", "vasoplegia");
  for (const amount of STEPS_UG_PER_KG_MIN) {
    yield* me.act({ type: "drug.infuse", drug: "noradrenaline", amount, unit: "ug/kg/min" });
    if (yield* hear(me, /your ACT/i, 45)) break;
  }
  yield* me.say("surgeon", "actLow");
  yield* me.act({
    type: "drug.give",
    drug: "heparin",
    amount: 11_000,
    unit: "U",
    route: "circuit",
  });
  yield* me.wait(60);
  yield* drawSample(me, "act");
  yield* me.wait(3);
  yield* me.act({
    type: "record.note",
    text: "Noradrenaline by steps, heparin 11,000 U, second ACT sent.",
  });
}

export function* operatingExpert(me: Player): Script {
  yield* me.look("safetyLinks");
  yield* me.act({ type: "safety.setMode", device: "level", mode: "alarmStop" });
  yield* setSpare(me);
  yield* turnByHand(me);
  yield* hear(me, /come off/i);
  yield* me.say("surgeon", "comingOffNow");
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* hear(me, /back on/i);
  yield* restart(me, "arterial", 2.4);
  yield* me.say("surgeon", "onBypassAgain");
  yield* me.until(() => me.view.number("circuit.arterialFlowDisplayedLpm") > 4.3, 60);
  yield* me.wait(9);
  yield* me.act({
    type: "record.note",
    text: "Level device armed again. Suction 2 is set as spare head.",
  });
}

function* setSpare(me: Player): Step<void> {
  yield* me.act({ type: "pump.stop", head: "suck2" });
  yield* me.act({ type: "pump.setDirection", head: "suck2", rotation: "counterClockwise" });
  yield* me.act({ type: "pump.setTube", head: "suck2", tube: "halfInch" });
}

/** Forward for a sucker is clockwise. */
function* turnByHand(me: Player): Step<void> {
  const head = "suck1";
  yield* me.act({ type: "pump.setPower", head, on: false });
  yield* me.act({ type: "pump.openCover", head });
  yield* me.job({ type: "crank.fetch" });
  yield* me.job({ type: "crank.fit", head });
  for (let turn = 0; turn < 10; turn += 1) {
    yield* me.act({ type: "crank.turn", head, revolutions: 0.5, rotation: "clockwise" });
  }
  yield* me.job({ type: "crank.remove" });
  yield* me.act({ type: "pump.closeCover", head });
  yield* me.act({ type: "pump.setPower", head, on: true });
  yield* me.act({ type: "pump.reset", head });
  yield* me.act({ type: "pump.start", head });
}
