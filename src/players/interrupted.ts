/** Module 1 kept by somebody who may be interrupted: by ear, doing what is asked when it is asked. */
import { sToTicks } from "../kernel/tick.ts";
import { drawSample, turnToFlow, writeDown } from "./modules.ts";
import type { Player, Script, Step } from "./player.ts";
import { interrupted, type KeptCase, keepLevel } from "./takingTurns.ts";

type Ask = "lessFlow" | "fullFlow" | "warm";

const ASKED: readonly (readonly [RegExp, Ask])[] = [
  [/two and a half/i, "lessFlow"],
  [/^thank you\. full flow/i, "fullFlow"],
  [/start to warm/i, "warm"],
];
const TOO_MUCH_OXYGEN_MMHG = 250;
/** What a change of oxygen needs to be seen at the sensor, s. */
const OXYGEN_SETTLES_S = 40;
const FIO2_STEPS = [0.5, 0.45, 0.4, 0.35] as const;

/** What the laboratory takes at most, s. */
const RESULT_S = 240;
/** What the pressure takes to follow the flow, s. */
const PRESSURE_RETURNS_S = 4;
const FULL_FLOW_LPM = 4.6;
/** What an open root vent sheds into the field, and a sucker has to bring back. */
const ROOT_VENT_LPM = 1;
const STITCH_FLOW_LPM = 2.5;
/** Below this it is not the flow that was asked for. */
const STILL_FLOWING_LPM = 1.5;
/** Longer than a stitch takes, s: from then on a low pressure is a sign again. */
const STITCH_S = 45;

/** What one has done and heard so far; it outlives the interruption. */
class Course {
  isLookedOver = false;
  isSampled = false;
  /** The laboratory has answered: nobody changes the gas before. */
  hasGas = false;
  oxygenStep = 0;
  asks: Ask[] = [];
  /** Tick from which less flow was given on request, and what it brings about is no surprise. */
  givenTick: number | undefined;

  /** The pressure is low because the surgeon asked for it. */
  explains(me: Player): boolean {
    if (this.givenTick === undefined) return false;
    const isFlowing = me.view.number("circuit.arterialFlowDisplayedLpm") > STILL_FLOWING_LPM;
    return isFlowing && me.view.tick - this.givenTick < sToTicks(STITCH_S);
  }
}

function* listen(me: Player, course: Course): Script {
  for (;;) {
    for (const fact of me.view.facts) {
      if (fact.type === "sampleResult" && fact.test === "bloodGas") course.hasGas = true;
      if (fact.type !== "spoke") continue;
      const heard = ASKED.find(([words]) => words.test(fact.text));
      if (heard) course.asks.push(heard[1]);
    }
    yield 1;
  }
}

/** Module 1, by ear. */
function* manage(me: Player, course: Course): Script {
  if (!course.isLookedOver)
    for (const what of ["reservoirLevel", "arterialLine", "safetyLinks"] as const)
      yield* me.look(what);
  course.isLookedOver = true;
  if (!course.isSampled)
    for (const test of ["bloodGas", "act"] as const) yield* drawSample(me, test);
  course.isSampled = true;
  yield* me.until(() => course.hasGas, RESULT_S);
  for (;;) {
    yield* me.until(() => course.asks.length > 0 || isTooRich(me), 1800);
    const ask = course.asks.shift();
    if (ask === undefined) yield* lessOxygen(me, course);
    else if (ask === "warm") return yield* warm(me);
    else yield* doAsked(me, course, ask);
  }
}

const isTooRich = (me: Player): boolean =>
  me.view.number("circuit.arterialOxygenTensionDisplayedMmHg") > TOO_MUCH_OXYGEN_MMHG;

function* lessOxygen(me: Player, course: Course): Step<void> {
  const fio2Fraction = FIO2_STEPS[course.oxygenStep % FIO2_STEPS.length] as number;
  course.oxygenStep += 1;
  yield* me.act({ type: "gas.setFio2", fio2Fraction });
  yield* me.until(() => course.asks.length > 0 || !isTooRich(me), OXYGEN_SETTLES_S);
}

function* doAsked(me: Player, course: Course, ask: "lessFlow" | "fullFlow"): Step<void> {
  if (ask === "lessFlow") {
    course.givenTick = me.view.tick;
    return yield* turnToFlow(me, STITCH_FLOW_LPM);
  }
  yield* turnToFlow(me, FULL_FLOW_LPM);
  yield* me.say("surgeon", "fullFlow");
  yield* me.wait(PRESSURE_RETURNS_S);
  course.givenTick = undefined;
}

function* warm(me: Player): Step<void> {
  yield* me.act({ type: "water.setPoint", temperatureC: 37 });
  yield* me.until(() => me.view.number("circuit.arterialTemperatureC") > 35.1, 500);
  yield* me.wait(3);
  yield* writeDown(me, ["arterialFlow", "meanArterialPressure", "nasopharyngeal"]);
  yield* me.act({ type: "record.note", text: "Oxygen down, flow down and back, warming begun." });
}

/** What flow was given away before the interruption is asked for again by whoever still needs it. */
function* resume(me: Player, course: Course): Script {
  if (course.givenTick !== undefined) yield* turnToFlow(me, FULL_FLOW_LPM);
  course.givenTick = undefined;
  course.asks = [];
  me.start(keepLevel(me, () => true));
  if (!me.view.is("surgeon.rootVent.closed"))
    yield* me.act({ type: "pump.setFlow", head: "suck1", flowLpm: ROOT_VENT_LPM });
  yield* manage(me, course);
}

function* nothingGivenUp(): Script {}

function keptBypass(me: Player): KeptCase {
  const course = new Course();
  me.start(listen(me, course));
  return {
    keep: () => manage(me, course),
    resume: () => resume(me, course),
    explains: () => course.explains(me),
    giveWay: nothingGivenUp,
  };
}

/** Managing bypass, and answering what comes between. */
export const interruptedBypass = interrupted(keptBypass);
