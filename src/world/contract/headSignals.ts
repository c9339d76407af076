/** Readings of every pump head, and of the hand crank that can take one over. */
import {
  CRANK_PLACES,
  CRANKERS,
  HEAD_MESSAGES,
  HEAD_STATUSES,
  HEADS,
  PUMP_TYPES,
  PUMPED_LINES,
  ROTATIONS,
  TUBES,
} from "./ids.ts";
import { boolean, number, oneOf } from "./signalDefinition.ts";

export const perHead = HEADS.flatMap((head) => [
  oneOf(`pump.${head}.status`, HEAD_STATUSES, `Status on the ${head} head's display.`),
  oneOf(`pump.${head}.message`, HEAD_MESSAGES, `Local message of the ${head} head.`),
  oneOf(`pump.${head}.type`, PUMP_TYPES, `Kind of drive in the ${head} bay.`),
  oneOf(`pump.${head}.carries`, PUMPED_LINES, `What sits in the ${head} bay.`),
  oneOf(`pump.${head}.rotation`, ROTATIONS, `Direction the ${head} head is set to turn.`),
  oneOf(`pump.${head}.tubeSet`, TUBES, `Tube size the ${head} head's display assumes.`),
  number(`pump.${head}.setRpm`, 0, 4500, `Speed set on the ${head} head's knob.`),
  number(`pump.${head}.speedDisplayedRpm`, -4500, 4500, `Speed the ${head} head shows.`),
  number(
    `pump.${head}.flowDisplayedLpm`,
    -15,
    15,
    `Flow the ${head} head shows: its speed times its tube constant.`,
  ),
  number(
    `pump.${head}.rotorRpm`,
    -5000,
    5000,
    `Speed at which the ${head} rotor is seen to turn; positive is its boot's forward direction.`,
  ),
  number(
    `pump.${head}.rotorAngleRevolutions`,
    0,
    1,
    `Angle of the ${head} rotor as part of a turn, increasing counter-clockwise.`,
  ),
  number(`pump.${head}.occlusionFraction`, 0, 1.2, `Occlusion setting of the ${head} head.`),
  boolean(`pump.${head}.powered`, `The ${head} head is switched on and has power.`),
  boolean(`pump.${head}.switchedOn`, `The ${head} head's own switch is on.`),
  boolean(`pump.${head}.coverOpen`, `The ${head} head's cover is open.`),
  boolean(`pump.${head}.showsRpm`, `The ${head} head's display shows rpm first.`),
]);

export const crankSignals = [
  oneOf("crank.place", CRANK_PLACES, "Where the crank is."),
  oneOf("crank.head", HEADS, "The head the crank is fitted to, when it is fitted."),
  oneOf("crank.cranker", CRANKERS, "Who turns the crank."),
  number(
    "crank.rateRpm",
    -200,
    200,
    "Rate at which the crank turns; positive is the boot's forward direction.",
  ),
  number("crank.effortFraction", 0, 2, "How hard it is: 1 = at the limit of the arm."),
  number("crank.rateMaxRpm", 0, 200, "Rate the arm can keep up now."),
  number("crank.turningS", 0, 7200, "How long the same hands have been turning."),
  number("crank.revolutionsCount", 0, 1e6, "Turns since the crank was fitted."),
];
