/**
 * How one person keeps a normal case and answers what comes between: the emergency's expert acts alone from the first
 * thing it does until all is well again, and the normal case is taken up where it stands (ADR 0044).
 */
import { sToTicks } from "../kernel/tick.ts";
import { answerCallsAway } from "./modules.ts";
import type { Player, Script } from "./player.ts";

/** A normal case as somebody keeps it who may be interrupted. */
export interface KeptCase {
  keep(): Script;
  /** Takes the case up again after the emergency, wherever it stands. */
  resume(): Script;
  /** Whether what is seen now is one's own doing, and no sign of an emergency. */
  explains(): boolean;
  /** What is let go of as soon as something comes between. */
  giveWay(): Script;
}

/** The expert of a composed case, with somebody who answers the emergency as soon as it shows; undefined when none comes. */
export const interrupted =
  (keptBy: (me: Player) => KeptCase) =>
  (answer: ((me: Player) => Script) | undefined) =>
  (me: Player): Script => {
    me.start(answerCallsAway(me));
    const kept = keptBy(me);
    return answer === undefined ? kept.keep() : takeTurns(me, answer(me), kept);
  };

const LOW_LEVEL_ML = 450;
const BAG_ML = 250;
const BAG_RUNS_S = 20;
const BAGS_MAX = 8;

/** What the emergency took out of the reservoir is put back before the level device stops the pump; as long as one wants it kept. */
export function* keepLevel(me: Player, isKept: () => boolean): Script {
  const isLow = () => me.view.number("circuit.reservoirVolumeMl") < LOW_LEVEL_ML;
  for (let bags = 0; bags < BAGS_MAX; bags += 1) {
    yield* me.until(() => isLow() || !isKept(), 1800);
    if (!isKept()) return;
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
function* takeTurns(me: Player, answer: Script, kept: KeptCase): Script {
  const emergency = new Thread(me, answer);
  let normal = new Thread(me, kept.keep());
  /** When something was last done about the emergency, while it is what one is busy with. */
  let actedTick: number | undefined;
  for (;;) {
    if (!kept.explains() && emergency.goOn(me)) {
      if (actedTick === undefined) me.start(kept.giveWay());
      actedTick = me.view.tick;
    }
    const isSettled =
      actedTick !== undefined &&
      (emergency.isDone || (me.view.tick - actedTick > sToTicks(SETTLED_S) && isWell(me)));
    if (isSettled) {
      actedTick = undefined;
      normal = new Thread(me, kept.resume());
    }
    if (actedTick === undefined) normal.goOn(me);
    yield 1;
  }
}
