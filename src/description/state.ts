/** The state of patient and machine in a few sentences, from what a trainee may see. */
import { ALARMS } from "../world/contract/alarms.ts";
import { enumReading, signalIndex } from "../world/contract/signals.ts";
import { decimals, percent } from "./numbers.ts";

type Readings = ArrayLike<number>;

const MAP = signalIndex("patient.arterialPressureMeanMmHg");
const CVP = signalIndex("patient.centralVenousPressureMmHg");
const NIRS_LEFT = signalIndex("patient.nirsLeftFraction");
const NIRS_RIGHT = signalIndex("patient.nirsRightFraction");
const FLOW = signalIndex("circuit.arterialFlowDisplayedLpm");
const PROBE = signalIndex("circuit.flowProbeValid");
const LEVEL = signalIndex("circuit.reservoirVolumeMl");
const EMPTY = signalIndex("circuit.timeToEmptyS");
const VENOUS_CLAMP = signalIndex("clamp.venous.closed");
const ARTERIAL_CLAMP = signalIndex("clamp.arterial.closed");
const ACTIVE = ALARMS.map((alarm) => signalIndex(`alarm.${alarm.id}.active`));

const FAR_S = 120; // further away than this, emptying is not worth a word

function flowSentence(readings: Readings): string {
  if (readings[PROBE] === 0) return "The flow probe has no signal.";
  return `Arterial flow ${decimals(readings[FLOW], 1)} litres per minute.`;
}

function levelSentence(readings: Readings): string {
  const level = `Reservoir ${decimals(readings[LEVEL], 0)} millilitres`;
  const leftS = readings[EMPTY];
  return leftS < FAR_S
    ? `${level}, dry in ${decimals(leftS, 0)} seconds without return.`
    : `${level}.`;
}

function clampSentence(readings: Readings): string {
  const word = (closed: number) => (closed === 1 ? "clamped" : "open");
  const arterial = word(readings[ARTERIAL_CLAMP]);
  const venous = word(readings[VENOUS_CLAMP]);
  return arterial === venous
    ? `Arterial and venous line ${arterial}.`
    : `Arterial line ${arterial}, venous line ${venous}.`;
}

function crankSentence(readings: Readings): string {
  switch (enumReading(readings, "crank.place")) {
    case "inHand":
      return "The crank is in your hand.";
    case "fitted":
      return `The crank is fitted and turns at ${decimals(readings[signalIndex("crank.rateRpm")], 0)} rpm.`;
    default:
      return "";
  }
}

function alarmSentence(readings: Readings): string {
  const active = ALARMS.filter((_, index) => readings[ACTIVE[index]] === 1);
  if (active.length === 0) return "No alarms.";
  return `Alarms: ${active.map((alarm) => alarm.title).join("; ")}.`;
}

/** Flow first, then pressure, brain, level, lines, crank and alarms. */
export function describeState(readings: Readings): string {
  return [
    flowSentence(readings),
    `Mean arterial pressure ${decimals(readings[MAP], 0)}, central venous pressure ${decimals(readings[CVP], 0)}.`,
    `Cerebral saturation ${percent(readings[NIRS_LEFT])} left, ${percent(readings[NIRS_RIGHT])} right.`,
    levelSentence(readings),
    clampSentence(readings),
    crankSentence(readings),
    alarmSentence(readings),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
