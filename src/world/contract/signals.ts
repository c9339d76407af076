/**
 * Every reading the world gives, with unit (the suffix), range, meaning and who may see it. What a
 * sensor shows and what is true are two readings: names with "Displayed" are what the screen shows.
 */

import { ALARMS } from "./alarms.ts";
import { crankSignals, perHead } from "./headSignals.ts";
import {
  CLAMP_SITES,
  HEADS,
  LINES,
  POWER_SOURCES,
  SAFETY_DEVICES,
  SAFETY_MODES,
  SURGEON_SITES,
  TASKS,
  TIMERS,
} from "./ids.ts";
import { machineRoomSignals } from "./machineSignals.ts";
import { medicineSignals, sampleSignals } from "./medicineSignals.ts";
import { patientSignals } from "./patientSignals.ts";
import { boolean, number, oneOf, type SignalDefinition } from "./signalDefinition.ts";
import { unitSignals } from "./unitSignals.ts";

export { AUDIENCES, type SignalDefinition } from "./signalDefinition.ts";

const circuitSignals = [
  number("circuit.arterialFlowDisplayedLpm", -5, 15, "Arterial flow as the flow probe shows it."),
  boolean("circuit.flowProbeValid", "The flow probe has a signal."),
  number("circuit.arterialFlowTrueLpm", -60, 60, "Flow in the arterial line, true.", "supervisor"),
  number("circuit.venousFlowTrueLpm", -60, 60, "Flow in the venous line, true.", "supervisor"),
  number("circuit.premembranePressureMmHg", -200, 1500, "Pressure before the membrane."),
  number(
    "circuit.postmembranePressureMmHg",
    -200,
    1500,
    "Arterial line pressure, after the membrane.",
  ),
  number("circuit.transmembraneGradientMmHg", -500, 1500, "Pressure drop across the oxygenator."),
  number(
    "circuit.reservoirVolumeMl",
    0,
    6000,
    "Blood in the venous reservoir as its scale shows it.",
  ),
  number(
    "circuit.timeToMinimumS",
    0,
    999,
    "Seconds until the reservoir's minimum level at this outflow without inflow.",
  ),
  number(
    "circuit.timeToEmptyS",
    0,
    999,
    "Seconds until the reservoir is dry at this outflow without inflow.",
  ),
  number(
    "circuit.venousSaturationDisplayedFraction",
    0,
    1,
    "Venous saturation at the in-line sensor; holds its last value without flow.",
  ),
  boolean("circuit.venousSensorFlow", "Blood moves past the venous sensor."),
  number("circuit.hematocritDisplayedFraction", 0, 1, "Haematocrit at the in-line sensor."),
  number(
    "circuit.arterialSaturationDisplayedFraction",
    0,
    1,
    "Arterial saturation at the in-line sensor.",
  ),
  number(
    "circuit.arterialOxygenTensionDisplayedMmHg",
    0,
    760,
    "Arterial PO2 at the in-line sensor.",
  ),
  number(
    "circuit.arterialCarbonDioxideTensionDisplayedMmHg",
    0,
    200,
    "Arterial PCO2 at the in-line sensor.",
  ),
  number("circuit.arterialTemperatureC", 0, 45, "Temperature of blood leaving the oxygenator."),
  number("circuit.venousTemperatureC", 0, 45, "Temperature of venous blood."),
  number(
    "circuit.bubbleVolumeDisplayedMl",
    0,
    500,
    "Gas in the arterial line at the bubble detector.",
  ),
  number("circuit.flowIndexLpmPerM2", -5, 8, "Flow probe divided by body surface area."),
  number(
    "circuit.oxygenDeliveryIndexMlPerMinPerM2",
    0,
    1500,
    "Oxygen delivery index from probe, haematocrit and arterial saturation.",
  ),
  number("circuit.lineVolumeTrueMl", 0, 5000, "Blood in the circuit, true.", "supervisor"),
];

const perLine = LINES.flatMap((line) => [
  number(
    `line.${line}.saturationFraction`,
    0,
    1,
    `Colour of the blood in the ${line} line, as oxygen saturation.`,
  ),
  number(
    `line.${line}.flowLpm`,
    -60,
    60,
    `How fast blood is seen to move in the ${line} line; negative is backward.`,
  ),
  number(
    `line.${line}.gasFraction`,
    0,
    1,
    `Share of the ${line} line that is gas, as the eye sees it.`,
  ),
]);

const perClamp = CLAMP_SITES.map((site) =>
  boolean(`clamp.${site}.closed`, `The clamp at ${site} is closed.`),
);

const perSurgeonSite = SURGEON_SITES.map((site) =>
  boolean(`surgeon.${site}.closed`, `The surgeon's clamp, snare or way at ${site} is closed.`),
);

const safetySignals = SAFETY_DEVICES.flatMap((device) => [
  oneOf(`safety.${device}.mode`, SAFETY_MODES, `What the ${device} device does.`),
  boolean(`safety.${device}.tripped`, `The ${device} device has tripped and waits to be re-armed.`),
  boolean(`safety.${device}.overLimit`, `The ${device} device is beyond its limit now.`),
  number(
    `safety.${device}.overrideLeftS`,
    0,
    120,
    `Seconds of override left on the ${device} device.`,
  ),
]);

const machineSignals = [
  oneOf("safety.linkedHead", HEADS, "The head that level, bubble and pressure are linked to."),
  number("safety.levelLimitMl", 0, 2000, "Volume at the level sensor."),
  number(
    "safety.pressureLimitMmHg",
    0,
    1000,
    "Arterial line pressure at which the pump is stopped.",
  ),
  number("safety.bubbleLimitMl", 0, 50, "Bubble volume that trips the detector."),
  boolean("electronicClamp.lampClosed", "The panel's lamp says the electronic clamp is closed."),
  boolean("electronicClamp.jawsClosed", "The jaws of the electronic clamp are seen to be closed."),
  boolean("electronicClamp.lineInside", "The arterial line lies in the electronic clamp."),
  number("gas.fio2SetFraction", 0.21, 1, "Oxygen fraction set on the blender."),
  number("gas.oxygenAnalyserFraction", 0, 1, "Oxygen fraction measured at the gas inlet."),
  number("gas.sweepLpm", 0, 20, "Sweep gas flow by the float."),
  number("water.setPointC", 4, 42, "Heater-cooler set point."),
  number("water.temperatureC", 0, 60, "Water temperature to the exchanger."),
  number("water.flowLpm", 0, 30, "Water flow."),
  boolean("water.running", "The heater-cooler's water is running."),
  oneOf("power.source", POWER_SOURCES, "What powers the console."),
  number("power.batteryFraction", 0, 1, "Battery charge."),
  number(
    "power.batteryLeftS",
    0,
    14400,
    "Seconds the battery lasts at this load (a scenario value).",
  ),
  oneOf("hands.task", TASKS, "What the trainee's hands are busy with."),
  number("hands.taskLeftS", 0, 600, "Seconds until the hands are free."),
  number("attention.queueS", 0, 60, "Seconds of looking and speaking still under way."),
  boolean("team.helperHere", "The second perfusionist is at the machine."),
  boolean("kink.venous", "A kink is to be seen in the venous line.", "supervisor"),
  boolean("kink.arterial", "A kink is to be seen in the arterial line.", "supervisor"),
  boolean("connector.leaking", "The reservoir outlet connector leaks air.", "supervisor"),
];

const timerSignals = TIMERS.flatMap((timer) => [
  number(`timer.${timer}S`, 0, 86400, `Reading of the ${timer} timer.`),
  boolean(`timer.${timer}.running`, `The ${timer} timer runs.`),
]);

const alarmSignals = [
  ...ALARMS.flatMap((alarm) => [
    boolean(`alarm.${alarm.id}.active`, `Alarm: ${alarm.title}.`),
    boolean(`alarm.${alarm.id}.acknowledged`, `Alarm acknowledged: ${alarm.title}.`),
    number(
      `alarm.${alarm.id}.activeS`,
      0,
      86400,
      `Seconds since the alarm was raised: ${alarm.title}.`,
    ),
  ]),
  number("alarms.audioPauseLeftS", 0, 120, "Seconds of audio pause left."),
  number("alarms.activeCount", 0, 100, "Active alarms."),
];

const bloodSignals = [
  number(
    "blood.arterialPh",
    6,
    8.2,
    "pH of arterial blood at 37 °C, the alpha-stat reading.",
    "supervisor",
  ),
  number(
    "blood.arterialPhAtBloodTemperature",
    6,
    8.8,
    "The same at the blood's own temperature, the pH-stat reading.",
    "supervisor",
  ),
  number(
    "blood.arterialCarbonDioxideTensionMmHg",
    0,
    400,
    "PCO2 of arterial blood at 37 °C.",
    "supervisor",
  ),
  number(
    "blood.arterialCarbonDioxideTensionAtBloodTemperatureMmHg",
    0,
    400,
    "The same at the blood's own temperature.",
    "supervisor",
  ),
  number(
    "blood.arterialOxygenTensionMmHg",
    0,
    800,
    "PO2 of arterial blood at its own temperature.",
    "supervisor",
  ),
  number("blood.bicarbonateMmolPerL", 0, 80, "Bicarbonate of plasma.", "supervisor"),
  number("blood.baseExcessMmolPerL", -60, 60, "Base excess by van Slyke.", "supervisor"),
  number(
    "blood.strongIonDifferenceMeqPerL",
    -100,
    150,
    "Strong ion difference of plasma.",
    "supervisor",
  ),
  number("blood.hematocritFraction", 0, 1, "Haematocrit of arterial blood.", "supervisor"),
  number("blood.sodiumMmolPerL", 0, 1200, "Sodium of plasma.", "supervisor"),
  number("blood.potassiumMmolPerL", 0, 200, "Potassium of plasma.", "supervisor"),
  number("blood.calciumMmolPerL", 0, 100, "Ionised calcium of plasma.", "supervisor"),
  number("blood.magnesiumMmolPerL", 0, 100, "Ionised magnesium of plasma.", "supervisor"),
  number("blood.chlorideMmolPerL", 0, 400, "Chloride of plasma.", "supervisor"),
  number("blood.lactateMmolPerL", 0, 100, "Lactate of plasma.", "supervisor"),
  number("blood.glucoseMmolPerL", 0, 200, "Glucose of plasma.", "supervisor"),
  number(
    "blood.albuminGPerL",
    0,
    200,
    "Albumin of plasma, standing for all protein.",
    "supervisor",
  ),
  number("blood.freeHemoglobinGPerL", 0, 100, "Haemoglobin free in plasma.", "supervisor"),
  number("patient.visceraTemperatureTrueC", 0, 50, "Temperature of the viscera.", "supervisor"),
  number("patient.muscleTemperatureTrueC", 0, 50, "Temperature of muscle.", "supervisor"),
  number("patient.skinTemperatureTrueC", 0, 50, "Temperature of skin and fat.", "supervisor"),
  number(
    "oxygenator.carbonDioxideRemovedMlPerMin",
    -2000,
    5000,
    "CO2 that leaves with the gas of the oxygenator.",
    "supervisor",
  ),
  number(
    "oxygenator.clottedFraction",
    0,
    1,
    "Share of the fibre bundle that clot closes.",
    "supervisor",
  ),
];

const engineSignals = [
  number("world.tick", 0, 1e9, "Ticks since the case began."),
  number(
    "ledger.volumeErrorMl",
    -1,
    1,
    "Blood volume now minus start minus boundary flows.",
    "engine",
  ),
  number("ledger.oxygenErrorMl", -1, 1, "Oxygen now minus start minus boundary flows.", "engine"),
  number(
    "ledger.carbonDioxideErrorMl",
    -1,
    1,
    "Carbon dioxide now minus start minus boundary flows.",
    "engine",
  ),
  number(
    "ledger.redCellErrorMl",
    -1,
    1,
    "Red cells now minus start minus boundary flows.",
    "engine",
  ),
  number(
    "ledger.plasmaErrorFraction",
    0,
    1,
    "Worst error of any ion, lactate, glucose or protein.",
    "engine",
  ),
  number("ledger.heatErrorKj", -1, 1, "Heat now minus start minus boundary flows.", "engine"),
  number("ledger.airErrorMl", -1, 1, "Bubbles now minus start minus boundary flows.", "engine"),
  number("ledger.airTotalMl", 0, 20000, "All bubbles in patient and circuit.", "engine"),
  number("ledger.volumeTotalMl", 0, 20000, "All blood in patient and circuit.", "engine"),
  number(
    "ledger.oxygenTotalMl",
    0,
    20000,
    "All oxygen in blood, tissue stores and gas side.",
    "engine",
  ),
  number(
    "ledger.carbonDioxideTotalMl",
    0,
    200000,
    "All carbon dioxide in blood, tissue stores and gas side.",
    "engine",
  ),
  number("ledger.redCellTotalMl", 0, 10000, "All red cells.", "engine"),
  number(
    "ledger.heatTotalKj",
    0,
    100000,
    "All heat in blood, tissue and exchanger, against 0 °C.",
    "engine",
  ),
];

export const SIGNALS: readonly SignalDefinition[] = [
  ...patientSignals,
  ...circuitSignals,
  ...perLine,
  ...perClamp,
  ...perSurgeonSite,
  ...perHead,
  ...crankSignals,
  ...safetySignals,
  ...machineSignals,
  ...unitSignals,
  ...timerSignals,
  ...alarmSignals,
  ...bloodSignals,
  ...engineSignals,
  ...sampleSignals,
  ...medicineSignals,
  ...machineRoomSignals,
];

export const SIGNAL_COUNT = SIGNALS.length;
const indexById: ReadonlyMap<string, number> = new Map(
  SIGNALS.map((signal, index) => [signal.id, index]),
);

/** Index of a signal in a readings array; a name nobody declared is a programmer's error and throws. */
export function signalIndex(id: string): number {
  const index = indexById.get(id);
  if (index === undefined) throw new Error(`There is no signal called "${id}".`);
  return index;
}

/** The definition of a signal, or undefined when nothing is called that. */
export function findSignal(id: string): SignalDefinition | undefined {
  const index = indexById.get(id);
  return index === undefined ? undefined : SIGNALS[index];
}

/** The name behind an enum signal's code in a readings array. */
export function enumReading(readings: ArrayLike<number>, id: string): string {
  const index = signalIndex(id);
  const signal = SIGNALS[index] as SignalDefinition;
  return signal.values[readings[index] as number] ?? "";
}
