/** Readings of gas supply, heater-cooler, safety matrix, drives, transducers, power and check sheet. */
import { HEADS, SAFETY_DEVICES } from "./ids.ts";
import {
  ANALYSER_SITES,
  CHECK_ITEMS,
  CHECK_STATES,
  DETECTOR_PLACES,
  INLINE_SENSORS,
  MOVABLE_DETECTORS,
  PIPED_GASES,
  PLUGGED_DEVICES,
  SAFETY_RESPONSES,
  SOCKETS,
  TRANSDUCERS,
  WATER_LINES,
  WATER_MODES,
} from "./machineIds.ts";
import { boolean, number, oneOf } from "./signalDefinition.ts";

const gasSignals = [
  number("gas.sweepSetLpm", 0, 15, "Sweep gas flow set on the flow meter's knob."),
  number("gas.oxygenPressureKpa", 0, 800, "Oxygen pressure at the blender."),
  number("gas.airPressureKpa", 0, 800, "Air pressure at the blender."),
  ...PIPED_GASES.map((gas) =>
    boolean(`gas.${gas}Hose`, `The ${gas} hose is plugged into the wall.`),
  ),
  boolean("gas.cylinderOpen", "The emergency oxygen cylinder is open."),
  number("gas.cylinderPressureKpa", 0, 20_000, "Contents gauge of the oxygen cylinder."),
  number("gas.cylinderContentsL", 0, 2000, "Oxygen left in the cylinder."),
  number("gas.spareCylinderCount", 0, 9, "Full cylinders in the store."),
  boolean("gas.blenderBypassed", "The sweep is fed past the blender."),
  number("gas.co2Lpm", 0, 1, "Carbon dioxide added to the sweep."),
  number("gas.vaporiserSetFraction", 0, 0.05, "Isoflurane set on the vaporiser."),
  number("gas.vaporiserLevelFraction", 0, 1, "Liquid in the vaporiser."),
  boolean("gas.scavengingOn", "The scavenging is on."),
  number("gas.vacuumMmHg", 0, 150, "Suction on the reservoir, as the regulator's gauge shows it."),
  number("line.venous.occluderOpenFraction", 0, 1, "Opening left by the venous line's occluder."),
  number(
    "gas.reservoirPressureMmHg",
    -200,
    300,
    "Pressure in the reservoir against the room, on the gauge of its lid.",
  ),
  number("gas.gasSidePressureMmHg", 0, 200, "Pressure on the gas side of the oxygenator."),
  oneOf("gas.analyserSite", ANALYSER_SITES, "Where the oxygen analyser takes its gas."),
  number("gas.fio2TrueFraction", 0, 1, "Oxygen fraction that reaches the fibres.", "supervisor"),
  number("gas.sweepTrueLpm", 0, 20, "Sweep gas that reaches the fibres.", "supervisor"),
  number(
    "gas.co2TrueFraction",
    0,
    1,
    "Carbon dioxide in the gas that reaches the fibres.",
    "supervisor",
  ),
  number(
    "gas.agentTrueFraction",
    0,
    0.1,
    "Isoflurane in the gas that reaches the fibres.",
    "supervisor",
  ),
];

const waterSignals = [
  boolean("water.switchedOn", "The heater-cooler's pump is switched on."),
  oneOf("water.mode", WATER_MODES, "Mode of the heater-cooler."),
  number("water.setFlowLpm", 0, 25, "Water flow set on the heater-cooler."),
  number("water.pressureMmHg", 0, 1000, "Water pressure at the exchanger."),
  ...WATER_LINES.map((line) =>
    boolean(`water.${line}Clamped`, `The water ${line} line is clamped at the exchanger.`),
  ),
  number("water.iceKg", 0, 10, "Ice in the tank."),
  boolean("water.cutOutTripped", "The heater-cooler's temperature cut-out has tripped."),
  number("water.leakedMl", 0, 10_000, "Water that has leaked into the blood.", "supervisor"),
];

const matrixSignals = SAFETY_DEVICES.flatMap((device) => [
  number(
    `safety.${device}.shownValue`,
    -1000,
    10_000,
    `What the ${device} sensor shows, in its unit.`,
  ),
  number(
    `safety.${device}.limitValue`,
    -1000,
    10_000,
    `Limit of the ${device} sensor, in its unit.`,
  ),
  ...HEADS.map((head) =>
    oneOf(
      `safety.${device}.${head}.response`,
      SAFETY_RESPONSES,
      `What the ${head} head does when ${device} is beyond its limit.`,
    ),
  ),
]);

const detectorSignals = MOVABLE_DETECTORS.map((device) =>
  oneOf(`safety.${device}.place`, DETECTOR_PLACES, `Where the ${device} detector is clipped on.`),
);

const driveSignals = HEADS.flatMap((head) => [
  number(`pump.${head}.strokeMlPerRev`, 0, 100, `Volume the ${head} head counts for a turn.`),
  number(
    `pump.${head}.servoReductionFraction`,
    -1,
    1,
    `Share by which a servo slows the ${head} head.`,
  ),
  boolean(`pump.${head}.pulsatile`, `The ${head} head is in pulsatile mode.`),
  number(`pump.${head}.pulseRatePerMin`, 0, 200, `Pulses per minute of the ${head} head.`),
  number(
    `pump.${head}.pulseWidthFraction`,
    0,
    1,
    `Share of a cycle that is pulse on the ${head} head.`,
  ),
  number(`pump.${head}.pulseBaseFraction`, 0, 1, `Base flow of the ${head} head between pulses.`),
  oneOf(`pump.${head}.master`, ["none", ...HEADS], `Head that the ${head} head follows.`),
  number(
    `pump.${head}.followRatioFraction`,
    0,
    1,
    `Share of the master's flow on the ${head} head.`,
  ),
]);

const monitorSignals = [
  ...TRANSDUCERS.map((each) =>
    number(
      `transducer.${each}.errorMmHg`,
      -200,
      200,
      `What zero and height add to the ${each} pressure.`,
      "supervisor",
    ),
  ),
  ...INLINE_SENSORS.map((each) =>
    number(
      `inline.${each}.errorFraction`,
      -1,
      1,
      `Error of the in-line ${each} sensor.`,
      "supervisor",
    ),
  ),
  ...["bypass", "crossClamp", "cardioplegia"].flatMap((timer) => [
    number(`timer.${timer}.lapS`, 0, 86_400, `Last lap of the ${timer} timer.`),
    number(`timer.${timer}.lapCount`, 0, 999, `Laps taken on the ${timer} timer.`),
  ]),
];

const upkeepSignals = [
  ...PLUGGED_DEVICES.map((each) =>
    oneOf(`power.${each}.socket`, SOCKETS, `Socket that feeds the ${each}.`),
  ),
  number(
    "power.loadFraction",
    0,
    5,
    "Load on the battery, 1 = the console with four heads running.",
  ),
  boolean("power.lightsOut", "The lights of the theatre are out."),
  boolean("power.emergencyLight", "The console's emergency light is on."),
  boolean("alarms.audioOff", "The alarm sound is turned off."),
  ...CHECK_ITEMS.map((item) => oneOf(`check.${item}`, CHECK_STATES, `Machine check: ${item}.`)),
];

export const machineRoomSignals = [
  ...gasSignals,
  ...waterSignals,
  ...matrixSignals,
  ...detectorSignals,
  ...driveSignals,
  ...monitorSignals,
  ...upkeepSignals,
];
