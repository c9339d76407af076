/**
 * Scripted perfusionists who are not experts, for every scenario: idle; wrong tool (does at once what
 * does not help); panicking (hands and mouth without a plan); shotgun (says and looks at everything
 * while the hands do what the expert's would); slow (the expert with two and a half times the reaction).
 */
import { airLockHands, noticeSlugs } from "../../src/players/airLock.ts";
import { anticoagulationHands, noticeClots } from "../../src/players/anticoagulation.ts";
import { restart } from "../../src/players/bypass.ts";
import { dissectionHands, noticePressure } from "../../src/players/dissection.ts";
import { EXPERTS } from "../../src/players/experts.ts";
import { falseAlarmHands, noticeStop } from "../../src/players/falseAlarm.ts";
import { gasHands, noticeAir } from "../../src/players/gasInCircuit.ts";
import { gasSupplyHands, noticeGas } from "../../src/players/gasSupply.ts";
import { heaterHands, noticeWater } from "../../src/players/heaterCooler.ts";
import { lowReturnHands, noticeLevel } from "../../src/players/lowReturn.ts";
import {
  givingExpert,
  goingOnExpert,
  managingExpert,
  operatingExpert,
} from "../../src/players/modules.ts";
import { noticeOxygenator, oxygenatorHands } from "../../src/players/oxygenatorChange.ts";
import type { Player, Script, Step } from "../../src/players/player.ts";
import { noticePower, powerHands } from "../../src/players/powerLoss.ts";
import { noticeReaction, protamineHands } from "../../src/players/protamineReaction.ts";
import { crank, notice, pumpFailureHands } from "../../src/players/pumpFailure.ts";
import { noticeVent, ventHands } from "../../src/players/reversedVent.ts";
import { noticeRace, runawayHands } from "../../src/players/runaway.ts";
import { noticeLowPressure, vasoplegiaHands } from "../../src/players/vasoplegia.ts";
import { weaningExpert } from "../../src/players/weaning.ts";
import type { TraineeAction } from "../../src/world/contract/actions.ts";
import { INSPECTABLES, MESSAGES, TEAM_MEMBERS } from "../../src/world/contract/ids.ts";

export const KINDS = ["expert", "slow", "wrongTool", "panicking", "shotgun", "idle"] as const;
export type Kind = (typeof KINDS)[number];
export const SLOW_PACE = 2.5;

export function* idle(): Script {
  yield Number.MAX_SAFE_INTEGER;
}

/** A1: cranks into whatever stopped the pump, without reading what the console says. */
export function* cranksBlindly(me: Player): Script {
  yield* notice(me);
  yield* me.say("surgeon", "noFlow");
  yield* crank(me);
}

/** A2: turns the flow down and goes on, because stopping looks worse. */
function* pumpsOn(me: Player): Script {
  yield* noticeAir(me);
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: 2.5 });
  yield* me.say("surgeon", "airFound");
  yield* me.act({ type: "reservoir.addVolume", volumeMl: 500 });
}

/** A3: cuts at once, whatever it was, and fills the spare while the patient waits. */
function* cutsFirst(me: Player): Script {
  yield* noticeOxygenator(me);
  yield* me.say("surgeon", "oxygenatorFailing");
  yield* me.job({ type: "store.fetch", item: "changeoutKit", by: "self" });
  yield* me.act({ type: "pump.stop", head: "arterial" });
  for (const site of ["arterial", "venous", "oxygenatorInlet", "oxygenatorOutlet"] as const)
    yield* me.act({ type: "line.clamp", site });
  yield* me.job({ type: "oxygenator.gasLine", connected: false });
  yield* me.job({ type: "oxygenator.waterLines", connected: false });
  yield* me.job({ type: "oxygenator.cut" });
  yield* me.job({ type: "store.fetch", item: "oxygenator", by: "self" });
  yield* me.job({ type: "oxygenator.connect", orientation: "alongArrow" });
}

/** B5: changes what is sound, because the blood is dark. */
function* blamesOxygenator(me: Player): Script {
  yield* noticeGas(me);
  yield* me.say("surgeon", "oxygenatorFailing");
  yield* cutsFirst(me);
}

/** B7: pours volume into a reservoir whose inflow is closed. */
function* poursVolume(me: Player): Script {
  yield* noticeLevel(me);
  yield* me.say("anaesthetist", "vasopressorReady");
  for (let i = 0; i < 4; i += 1) yield* me.act({ type: "reservoir.addVolume", volumeMl: 250 });
}

/** B21: cranks a pump that nothing is wrong with. */
function* cranksSoundPump(me: Player): Script {
  yield* noticeStop(me);
  yield* me.say("surgeon", "noFlow");
  yield* crank(me);
}

/** B4: keeps the patient warm from the battery, and waits for the generator. */
function* heatsOnBattery(me: Player): Script {
  yield* noticePower(me);
  yield* me.act({ type: "power.plug", device: "heaterCooler", socket: "protected" });
  yield* me.say("surgeon", "powerLost");
}

/** B6: keeps full flow, and puts the level device out of action when it stops the pump. */
function* overridesLevel(me: Player): Script {
  yield* noticeSlugs(me);
  yield* me.act({ type: "safety.override", device: "level", durationS: 120 });
  yield* me.act({ type: "pump.start", head: "arterial" });
}

/** B11: a pressor at once, whatever the number is worth. */
function* pressorFirst(me: Player): Script {
  yield* noticeLowPressure(me);
  for (const amount of [500, 1000, 1000])
    yield* me.act({ type: "drug.give", drug: "metaraminol", amount, unit: "ug", route: "circuit" });
}

/** B8: takes the pressure stop for the fault, and has the pressure raised with a drug. */
function* overridesPressure(me: Player): Script {
  yield* noticePressure(me);
  yield* me.act({ type: "safety.override", device: "pressure", durationS: 120 });
  yield* me.act({ type: "pump.start", head: "arterial" });
  yield* me.say("anaesthetist", "vasopressorReady");
}

/** B10: back on bypass at once, and forgets the heparin. */
function* bypassWithoutHeparin(me: Player): Script {
  yield* noticeReaction(me);
  yield* me.say("anaesthetist", "stopProtamine");
  yield* restart(me, "arterial", 2.4);
}

/** B9: draws an ACT, and waits for its number with the pump turned down. */
function* waitsForNumber(me: Player): Script {
  yield* noticeClots(me);
  yield* me.act({ type: "sample.draw", site: "arterial", test: "act", discardMl: 5 });
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: 2 });
}

function* noticeAnyClots(me: Player): Step<void> {
  yield* noticeClots(me);
}

/** B16: gives more of what does not drain. */
function* ventsMore(me: Player): Script {
  yield* noticeVent(me);
  yield* me.act({ type: "pump.setFlow", head: "vent", flowLpm: 0.5 });
}

/** B13: turns the knobs of a unit that does not obey, and looks at nothing. */
function* heatsMore(me: Player): Script {
  yield* noticeWater(me);
  yield* me.act({ type: "water.setPoint", temperatureC: 38 });
  yield* me.act({ type: "water.setMode", mode: "heat" });
  yield* me.act({ type: "water.setFlow", flowLpm: 25 });
}

function* noticeAnyWater(me: Player): Step<void> {
  yield* noticeWater(me);
}

/** B14: turns down, waits, and starts the same head again. */
function* restartsHead(me: Player): Script {
  yield* noticeRace(me);
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: 3 });
  yield* me.wait(5);
  yield* me.act({ type: "pump.reset", head: "arterial" });
  yield* me.act({ type: "pump.start", head: "arterial" });
}

/** M0: opens the venous line before anything turns. */
function* drainsFirst(me: Player): Script {
  yield* me.act({ type: "line.unclamp", site: "venous" });
  yield* me.wait(20);
  yield* goingOnExpert(me);
}

/** M1: takes every number for too high. */
function* turnsDown(me: Player): Script {
  yield* me.act({ type: "gas.setFio2", fio2Fraction: 0.21 });
  yield* me.act({ type: "pump.setFlow", head: "arterial", flowLpm: 2.5 });
}

/** M4: off in one move, cold and without the lungs. */
function* comesOffAtOnce(me: Player): Script {
  yield* me.act({ type: "line.clamp", site: "venous" });
  yield* me.act({ type: "pump.stop", head: "arterial" });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.say("surgeon", "offBypass");
}

/** In a module there is nothing to notice first. */
function* atOnce(me: Player): Step<void> {
  yield* me.wait(1);
}

/** What hands do when nobody has decided anything. */
const FLAILING: readonly TraineeAction[] = [
  { type: "pump.reset", head: "arterial" },
  { type: "pump.start", head: "arterial" },
  { type: "pump.stop", head: "arterial" },
  { type: "alarm.pauseAudio" },
  { type: "line.clamp", site: "arterial" },
  { type: "line.unclamp", site: "arterial" },
  { type: "line.clamp", site: "venous" },
  { type: "line.unclamp", site: "venous" },
  { type: "gas.setSweep", sweepLpm: 8 },
  { type: "pump.setFlow", head: "arterial", flowLpm: 6 },
  { type: "reservoir.addVolume", volumeMl: 250 },
  { type: "team.say", to: "surgeon", message: "noFlow" },
  { type: "team.say", to: "anaesthetist", message: "vasopressorReady" },
];
const FLAILS_MAX = 300;

function panics(noticed: (me: Player) => Step<void>) {
  return function* panicking(me: Player): Script {
    yield* noticed(me);
    for (let i = 0; i < FLAILS_MAX; i += 1)
      yield* me.act(FLAILING[Math.floor(me.chance() * FLAILING.length)]);
  };
}

/** Says everything to everybody and looks at everything, as fast as a person can. */
function everything(noticed: (me: Player) => Step<void>) {
  return function* shotgun(me: Player): Script {
    yield* noticed(me);
    for (const what of INSPECTABLES) yield* me.act({ type: "inspect", what });
    for (const message of MESSAGES) {
      for (const to of TEAM_MEMBERS) yield* me.say(to, message);
    }
  };
}

interface Cast {
  readonly notice: (me: Player) => Step<void>;
  readonly hands: (me: Player) => Script;
  readonly wrongTool: (me: Player) => Script;
}

function* gasHandsAfterNotice(me: Player): Script {
  yield* noticeAir(me);
  yield* gasHands(me);
}

const CASTS: Readonly<Record<string, Cast>> = {
  "a1-pump-failure": { notice, hands: pumpFailureHands, wrongTool: cranksBlindly },
  "a2-gas-in-the-circuit": {
    notice: noticeAir,
    hands: gasHandsAfterNotice,
    wrongTool: pumpsOn,
  },
  "a3-oxygenator-failure": {
    notice: noticeOxygenator,
    hands: oxygenatorHands,
    wrongTool: cutsFirst,
  },
  "b10-protamine": {
    notice: noticeReaction,
    hands: protamineHands,
    wrongTool: bypassWithoutHeparin,
  },
  "b11-vasoplegia": {
    notice: noticeLowPressure,
    hands: vasoplegiaHands,
    wrongTool: pressorFirst,
  },
  "b13-heater-cooler": { notice: noticeAnyWater, hands: heaterHands, wrongTool: heatsMore },
  "b14-runaway-pump": { notice: noticeRace, hands: runawayHands, wrongTool: restartsHead },
  "b16-reversed-vent": { notice: noticeVent, hands: ventHands, wrongTool: ventsMore },
  "b21-false-alarms": {
    notice: noticeStop,
    hands: falseAlarmHands,
    wrongTool: cranksSoundPump,
  },
  "b4-power-loss": { notice: noticePower, hands: powerHands, wrongTool: heatsOnBattery },
  "b5-gas-supply": { notice: noticeGas, hands: gasSupplyHands, wrongTool: blamesOxygenator },
  "b6-air-lock": { notice: noticeSlugs, hands: airLockHands, wrongTool: overridesLevel },
  "b7-low-venous-return": { notice: noticeLevel, hands: lowReturnHands, wrongTool: poursVolume },
  "b8-dissection": { notice: noticePressure, hands: dissectionHands, wrongTool: overridesPressure },
  "b9-anticoagulation": {
    notice: noticeAnyClots,
    hands: anticoagulationHands,
    wrongTool: waitsForNumber,
  },
  "m0-going-on-bypass": { notice: atOnce, hands: goingOnExpert, wrongTool: drainsFirst },
  "m1-managing-bypass": { notice: atOnce, hands: managingExpert, wrongTool: turnsDown },
  "m2-giving-drugs": { notice: atOnce, hands: givingExpert, wrongTool: pressorFirst },
  "m4-coming-off-bypass": { notice: atOnce, hands: weaningExpert, wrongTool: comesOffAtOnce },
  "m3-operating-the-machine": { notice: atOnce, hands: operatingExpert, wrongTool: cranksBlindly },
};

/** Starts a player's thoughts: one for most, mouth and hands apart for the shotgun. */
export function startKind(scenarioId: string, kind: Kind, me: Player): void {
  const cast = CASTS[scenarioId];
  const expert = EXPERTS[scenarioId];
  if (cast === undefined || expert === undefined)
    throw new Error(`Nobody knows how to play "${scenarioId}".`);
  if (kind === "idle") me.start(idle());
  else if (kind === "wrongTool") me.start(cast.wrongTool(me));
  else if (kind === "panicking") me.start(panics(cast.notice)(me));
  else if (kind === "shotgun") {
    me.start(everything(cast.notice)(me));
    me.start(cast.hands(me));
  } else me.start(expert(me));
}
