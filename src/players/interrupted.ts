/**
 * The expert of a composed case: keeps the normal case by ear, doing what is asked when it is asked, until what
 * comes between has to be answered; then its expert acts alone, and the normal case is taken up again.
 */
import { sToTicks } from "../kernel/tick.ts";
import { answerCallsAway, drawSample, turnToFlow, writeDown } from "./modules.ts";
import type { Player, Script, Step } from "./player.ts";

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
const LOW_LEVEL_ML = 450;
const BAG_ML = 250;
const BAG_RUNS_S = 20;
const BAGS_MAX = 8;
const FULL_FLOW_LPM = 4.6;
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

/** Managing bypass, with somebody who answers the emergency as soon as it shows; undefined when none comes. */
export const interruptedBypass =
  (answer: ((me: Player) => Script) | undefined) =>
  (me: Player): Script => {
    const course = new Course();
    me.start(answerCallsAway(me));
    me.start(listen(me, course));
    if (answer === undefined) return manage(me, course);
    return takeTurns(me, answer(me), course);
  };

/** What flow was given away before the interruption is asked for again by whoever still needs it. */
function* resume(me: Player, course: Course): Script {
  if (course.givenTick !== undefined) yield* turnToFlow(me, FULL_FLOW_LPM);
  course.givenTick = undefined;
  course.asks = [];
  me.start(keepLevel(me));
  yield* manage(me, course);
}

/** What the emergency took out of the reservoir is put back before the level device stops the pump. */
function* keepLevel(me: Player): Script {
  for (let bags = 0; bags < BAGS_MAX; bags += 1) {
    yield* me.until(() => me.view.number("circuit.reservoirVolumeMl") < LOW_LEVEL_ML, 1800);
    yield* me.act({ type: "reservoir.addVolume", volumeMl: BAG_ML });
    yield* me.wait(BAG_RUNS_S);
  }
}

/** Nobody has done anything about the emergency for so long, s, and the patient is well: it is over. */
const SETTLED_S = 25;
const WELL = { flowLpm: 4.2, pressureMmHg: 50, saturationFraction: 0.97 } as const;

const isWell = ({ view }: Player): boolean =>
  view.number("circuit.arterialFlowDisplayedLpm") > WELL.flowLpm &&
  view.number("patient.arterialPressureMeanMmHg") > WELL.pressureMmHg &&
  view.number("circuit.arterialSaturationDisplayedFraction") > WELL.saturationFraction;

/** A script that one holder goes on with, a glance at a time. */
class Thread {
  readonly #script: Script;
  #wakeTick: number;
  isDone = false;

  constructor(me: Player, script: Script) {
    this.#script = script;
    this.#wakeTick = me.view.tick;
  }

  /** Goes on when it is time; tells whether it acted. */
  goOn(me: Player): boolean {
    if (this.isDone || me.view.tick < this.#wakeTick) return false;
    const { sentCount } = me;
    const next = this.#script.next();
    this.isDone = next.done === true;
    if (!next.done) this.#wakeTick = me.view.tick + Math.max(1, next.value);
    return me.sentCount > sentCount;
  }
}

/** The first thing the emergency's hands do stops the others; when all is well again those go on. */
function* takeTurns(me: Player, answer: Script, course: Course): Script {
  const emergency = new Thread(me, answer);
  let normal = new Thread(me, manage(me, course));
  /** When something was last done about the emergency, while it is what one is busy with. */
  let actedTick: number | undefined;
  for (;;) {
    if (!course.explains(me) && emergency.goOn(me)) actedTick = me.view.tick;
    const isSettled =
      actedTick !== undefined &&
      (emergency.isDone || (me.view.tick - actedTick > sToTicks(SETTLED_S) && isWell(me)));
    if (isSettled) {
      actedTick = undefined;
      normal = new Thread(me, resume(me, course));
    }
    if (actedTick === undefined) normal.goOn(me);
    yield 1;
  }
}
