/**
 * The expert for module 4, coming off bypass: warm, samples, lungs, vent off; then at each step the flow first and
 * the occluder after it, by the level; off in order; suckers off before the protamine. A pump that stops is started.
 */
import { drawSample, drivingHead, turnToFlow, writeDown } from "./modules.ts";
import type { Player, Script, Step } from "./player.ts";
import { interrupted, type KeptCase, keepLevel } from "./takingTurns.ts";

const WARM_WATER_C = 37.5;
const WARM_C = 36.05;
/** Openings of the occluder from which a hand chooses. */
const OPENINGS = [1, 0.8, 0.65, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3] as const;
const LOW_ML = 450;
/** Above this there is blood to give. */
const SPARE_ML = 550;
/** How fast the level may fall while the heart is filled, and otherwise, mL/s. */
const FILLS_ML_PER_S = -30;
const FALLS_ML_PER_S = -10;
const FILLING_MMHG = 5.5;
const FULL_MMHG = 9;
const FILLED_MMHG = 7;
const VOLUME_ML = 250;
const STEPS_LPM = [3.4, 2.3, 1.2] as const;
const STEP_S = 36;
const LOOK_EVERY_S = 4;
const FULL_FLOW_LPM = 4.6;

export function* weaningExpert(me: Player): Script {
  yield* setWater(me);
  yield* sample(me);
  yield* warmUp(me);
  yield* wean(me);
}

const setWater = (me: Player): Step<boolean> =>
  me.act({ type: "water.setPoint", temperatureC: WARM_WATER_C });

function* sample(me: Player): Step<void> {
  for (const test of ["bloodGas", "act"] as const) yield* drawSample(me, test);
}

const isWarm = ({ view }: Player): boolean => view.number("patient.nasopharyngealC") > WARM_C;

/** From full flow to the protamine. */
function* wean(me: Player): Step<void> {
  yield* me.say("anaesthetist", "ventilate");
  yield* me.act({ type: "pump.stop", head: "vent" });
  yield* me.until(() => me.view.is("patient.lungsVentilated"), 30);
  let opening = 0;
  for (const flowLpm of STEPS_LPM) opening = yield* comeDown(me, flowLpm, opening);
  yield* me.say("surgeon", "partialFlow");
  yield* writeDown(me, ["meanArterialPressure", "centralVenousPressure", "nasopharyngeal"]);
  yield* me.wait(6);
  yield* comeOff(me);
  yield* handOver(me);
}

/** Waits for the temperature; a pump that stops meanwhile comes first. */
function* warmUp(me: Player): Step<void> {
  const { view } = me;
  const isStill = () => view.word("pump.arterial.status") !== "run";
  while (!isWarm(me)) {
    if (!(yield* me.until(() => isStill() || isWarm(me), 900))) return;
    if (!isStill()) continue;
    yield* me.say("surgeon", "noFlow");
    yield* me.look("headMessage");
    yield* me.act({ type: "pump.reset", head: "arterial" });
    yield* me.act({ type: "pump.start", head: "arterial" });
    yield* me.until(
      () => view.number("circuit.arterialFlowDisplayedLpm") > FULL_FLOW_LPM - 0.5,
      20,
    );
    yield* me.say("surgeon", "fullFlow");
  }
}

interface Seen {
  readonly isEmpty: boolean;
  readonly isFull: boolean;
  readonly levelMl: number;
  readonly mlPerS: number;
}

/** Closes a notch (1) while the heart wants filling and there is blood to fill it, opens one (−1) when there is not. */
function nextNotch({ isEmpty, isFull, levelMl, mlPerS }: Seen): number {
  if (isFull || mlPerS < (levelMl > SPARE_ML && isEmpty ? FILLS_ML_PER_S : FALLS_ML_PER_S))
    return -1;
  if (isEmpty) return levelMl > SPARE_ML && mlPerS > FALLS_ML_PER_S ? 1 : 0;
  return mlPerS > -FALLS_ML_PER_S ? 1 : 0;
}

/** One step down: the flow, then the occluder by how the level moves, and volume when both level and filling are low. */
function* comeDown(me: Player, flowLpm: number, from: number): Step<number> {
  const { view } = me;
  let opening = from;
  yield* me.act({ type: "pump.setFlow", head: drivingHead(me), flowLpm });
  for (let waited = 0; waited < STEP_S; waited += LOOK_EVERY_S) {
    const beforeMl = view.number("circuit.reservoirVolumeMl");
    yield* me.wait(LOOK_EVERY_S);
    const levelMl = view.number("circuit.reservoirVolumeMl");
    const mlPerS = (levelMl - beforeMl) / LOOK_EVERY_S;
    const fillingMmHg = view.number("patient.centralVenousPressureMmHg");
    const isEmpty = fillingMmHg < FILLING_MMHG;
    if (isEmpty && levelMl < SPARE_ML)
      yield* me.act({ type: "reservoir.addVolume", volumeMl: VOLUME_ML });
    opening += nextNotch({ isEmpty, isFull: fillingMmHg > FULL_MMHG, levelMl, mlPerS });
    opening = Math.min(OPENINGS.length - 1, Math.max(0, opening));
    const openFraction = OPENINGS[opening] as number;
    if (openFraction !== view.number("line.venous.occluderOpenFraction"))
      yield* me.act({ type: "line.restrict", site: "venous", openFraction });
  }
  return opening;
}

/** Venous clamp; what is left of the reservoir until the heart is filled; pump; arterial clamp. */
function* comeOff(me: Player): Step<void> {
  const { view } = me;
  yield* me.act({ type: "line.clamp", site: "venous" });
  const isFilled = () => view.number("patient.centralVenousPressureMmHg") > FILLED_MMHG;
  yield* me.until(() => isFilled() || view.number("circuit.reservoirVolumeMl") < LOW_ML, 15);
  yield* me.act({ type: "pump.stop", head: drivingHead(me) });
  yield* me.act({ type: "line.clamp", site: "arterial" });
  yield* me.say("surgeon", "offBypass");
}

function* handOver(me: Player): Step<void> {
  yield* me.act({ type: "gas.setSweep", sweepLpm: 0 });
  for (const head of ["suck1", "suck2"] as const) yield* me.act({ type: "pump.stop", head });
  yield* me.wait(2);
  yield* me.say("anaesthetist", "protamineReady");
  yield* me.act({ type: "record.event", event: "offBypass" });
  yield* me.act({ type: "record.note", text: "Off bypass, suckers off, protamine may be given." });
}

/** Longer than anybody waits for a degree, s; the surgeon says before that that it goes on without. */
const WARMING_S = 900;

/** Weaning kept by somebody who may be interrupted: after that from full flow, with the venous line open, again. */
class KeptWeaning implements KeptCase {
  readonly #me: Player;
  #isSampled = false;
  #isComingDown = false;
  /** The surgeon wants to come off, warm or not, and nothing else is under way. */
  #isWanted = false;

  constructor(me: Player) {
    this.#me = me;
    me.start(this.#listen());
  }

  *#listen(): Script {
    const { view } = this.#me;
    for (;;) {
      if (view.facts.some((fact) => fact.type === "spoke" && /^rhythm is good/i.test(fact.text)))
        this.#isWanted = true;
      yield 1;
    }
  }

  *keep(): Script {
    const me = this.#me;
    yield* setWater(me);
    if (!this.#isSampled) yield* sample(me);
    this.#isSampled = true;
    yield* me.until(() => this.#isWanted, WARMING_S);
    this.#isComingDown = true;
    yield* wean(me);
  }

  *resume(): Script {
    const me = this.#me;
    this.#isComingDown = false;
    me.start(keepLevel(me, () => !this.#isComingDown));
    yield* turnToFlow(me, FULL_FLOW_LPM);
    yield* this.keep();
  }

  explains(): boolean {
    return false;
  }

  /** Back on: what goes in has to come out. */
  *giveWay(): Script {
    const { view } = this.#me;
    if (view.number("line.venous.occluderOpenFraction") < 1)
      yield* this.#me.act({ type: "line.restrict", site: "venous", openFraction: 1 });
  }
}

/** Coming off bypass, and answering what comes between. */
export const interruptedWeaning = interrupted((me) => new KeptWeaning(me));
