/**
 * Questions for practice, from what the trainee can see and has done: each points at the next thing
 * that cannot wait, and none gives the answer away.
 */
import type { Fact } from "../world/contract/facts.ts";
import { enumReading, signalIndex } from "../world/contract/signals.ts";

type Readings = ArrayLike<number>;

const FLOW = signalIndex("circuit.arterialFlowDisplayedLpm");
const PUMP_STOP = signalIndex("alarm.arterialPumpStop.active");
const NO_FLOW = signalIndex("alarm.noForwardFlow.active");
const BUBBLE = signalIndex("safety.bubble.tripped");
const LEVEL = signalIndex("safety.level.tripped");
const PRESSED = signalIndex("alarm.reservoirPressure.active");
const GAS = signalIndex("line.reservoirOutlet.gasFraction");
const ARTERIAL = signalIndex("clamp.arterial.closed");
const ARTERIAL_TABLE = signalIndex("clamp.arterialTable.closed");
const VENOUS = signalIndex("clamp.venous.closed");
const VENOUS_TABLE = signalIndex("clamp.venousTable.closed");
const SWEEP = signalIndex("gas.sweepLpm");
const TURNING_S = signalIndex("crank.turningS");
const HELPER = signalIndex("team.helperHere");

const STILL_LPM = 0.5;
const TIRED_S = 120; // clinical.md A1.4

interface Hint {
  readonly id: string;
  readonly asks: string;
  applies(readings: Readings, facts: readonly Fact[]): boolean;
}

const isStill = (readings: Readings): boolean =>
  readings[PUMP_STOP] === 1 || readings[NO_FLOW] === 1 || readings[FLOW] < STILL_LPM;
const said = (facts: readonly Fact[], ...messages: string[]): boolean =>
  facts.some((fact) => fact.type === "said" && messages.includes(fact.message));
const lookedAt = (facts: readonly Fact[], what: string): boolean =>
  facts.some((fact) => fact.type === "seen" && fact.what === what);

const HINTS: readonly Hint[] = [
  {
    id: "tell",
    asks: "Who has to know that there is no flow?",
    applies: (readings, facts) => isStill(readings) && !said(facts, "noFlow", "powerLost"),
  },
  {
    id: "arterialLine",
    asks: "With the pump standing still, which way can blood run in the arterial line?",
    applies: (readings) =>
      isStill(readings) && readings[ARTERIAL] === 0 && readings[ARTERIAL_TABLE] === 0,
  },
  {
    id: "venousLine",
    asks: "Where does the patient's blood go while the venous line is open?",
    applies: (readings) =>
      isStill(readings) && readings[VENOUS] === 0 && readings[VENOUS_TABLE] === 0,
  },
  {
    id: "message",
    asks: "What does the head itself say about why it stopped?",
    applies: (readings, facts) => isStill(readings) && !lookedAt(facts, "headMessage"),
  },
  {
    id: "air",
    asks: "A safety device has tripped. What was it protecting the patient from, and is it gone?",
    applies: (readings) => readings[BUBBLE] === 1 || readings[LEVEL] === 1 || readings[GAS] > 0,
  },
  {
    id: "reservoir",
    asks: "What comes into the reservoir besides blood, and where does it leave?",
    applies: (readings, facts) => readings[PRESSED] === 1 && !lookedAt(facts, "reservoirVent"),
  },
  {
    id: "level",
    asks: "Is there enough blood, and no air, for a first turn?",
    applies: (readings, facts) => isStill(readings) && !lookedAt(facts, "reservoirLevel"),
  },
  {
    id: "help",
    asks: "How many hands will this take?",
    applies: (readings, facts) =>
      isStill(readings) && readings[HELPER] === 0 && !said(facts, "callForHelp"),
  },
  {
    id: "byHand",
    asks: "What can move the blood if this head will not?",
    applies: (readings) => isStill(readings) && enumReading(readings, "crank.place") !== "fitted",
  },
  {
    id: "sweep",
    asks: "What does the sweep gas do over blood that stands still?",
    applies: (readings) => isStill(readings) && readings[SWEEP] > 1,
  },
  {
    id: "tired",
    asks: "How long can the same hands keep this up?",
    applies: (readings) => readings[TURNING_S] > TIRED_S,
  },
];

/** The most pressing question now, or undefined when nothing presses. */
export function pressingHint(readings: Readings, facts: readonly Fact[]): string | undefined {
  return HINTS.find((hint) => hint.applies(readings, facts))?.asks;
}
