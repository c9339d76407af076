/** Module 0 kept by somebody who may be interrupted: on bypass in its order, and what was left open afterwards. */
import { restart } from "./bypass.ts";
import { drawSample, drivingHead, hear, turnToFlow } from "./modules.ts";
import type { Player, Script, Step } from "./player.ts";
import { interrupted, type KeptCase, keepLevel } from "./takingTurns.ts";

const FIRST_FLOW_LPM = 1;
const FULL_FLOW_LPM = 4.6;
/** Full flow is said when it has held so long, s. */
const HELD_S = 6;

class KeptGoingOn implements KeptCase {
  readonly #me: Player;
  #isLookedOver = false;
  #isOn = false;
  #isSampled = false;

  constructor(me: Player) {
    this.#me = me;
  }

  *keep(): Script {
    const me = this.#me;
    if (!this.#isLookedOver) yield* this.#look();
    if (me.view.word(`pump.${drivingHead(me)}.status`) !== "run")
      yield* restart(me, drivingHead(me), FIRST_FLOW_LPM);
    yield* turnToFlow(me, FULL_FLOW_LPM);
    this.#isOn = true;
    yield* me.wait(HELD_S);
    yield* me.look("bloodColour");
    yield* me.say("surgeon", "fullFlow");
    yield* me.say("anaesthetist", "fullFlow");
    if (!this.#isSampled)
      for (const test of ["bloodGas", "act"] as const) yield* drawSample(me, test);
    this.#isSampled = true;
    yield* me.act({ type: "record.note", text: "On bypass, full flow, lungs off." });
  }

  *#look(): Step<void> {
    const me = this.#me;
    for (const what of ["arterialLine", "reservoirLevel", "gasSupply"] as const)
      yield* me.look(what);
    this.#isLookedOver = true;
    yield* hear(me, /on bypass/i, 60);
  }

  *resume(): Script {
    this.#me.start(keepLevel(this.#me, () => true));
    yield* this.keep();
  }

  /** Level, pressures and flow all change by one's own hand until the patient is on. */
  explains(): boolean {
    return !this.#isOn;
  }

  *giveWay(): Script {}
}

/** Going on bypass, and answering what comes between. */
export const interruptedGoingOn = interrupted((me) => new KeptGoingOn(me));
