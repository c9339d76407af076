/**
 * Patient, circuit and machine as data. Every value that a file gives carries its source in the
 * YAML next to it; the engine reads the numbers only. Strict: an unknown key is an error.
 */
import { z } from "zod";
import { RESTING_RATE_PER_MIN } from "../../physiology/heart/conduction.ts";
import { drugSchema } from "./drug.schema.ts";
import {
  ACT_DEVICE_IDS,
  CLAMP_SITES,
  HEADS,
  PUMP_TYPES,
  PUMPED_LINES,
  RHYTHMS,
  ROTATIONS,
  SAFETY_MODES,
  TUBES,
} from "./ids.ts";
import { BLENDER_KINDS, DETECTOR_PLACES, REGISTERED_DEVICES } from "./machineIds.ts";

const positive = (what: string) => z.number().positive().describe(what);
const fraction = (what: string) => z.number().min(0).max(1).describe(what);
/** Free text saying where the numbers of this file come from; one line per value or group. */
const sources = z
  .record(z.string(), z.string())
  .describe("source of each value or group of values");

/** Diseases and circumstances that change targets and answers; the numbers beside them do the work. */
const CONDITIONS = [
  "renalFailure",
  "carotidStenosis",
  "diabetes",
  "hypertension",
  "sickleTrait",
  "coldAgglutinins",
  "pregnancy",
  "refusesBlood",
  "lowBodyMass",
  "obesity",
  "heparinResistance",
  "vasoplegia",
] as const;

const targets = z.strictObject({
  meanArterialPressureMmHgMin: positive("lowest pressure to accept"),
  meanArterialPressureMmHgMax: positive("highest pressure to accept"),
  oxygenDeliveryIndexMlPerMinPerM2Min: positive("least delivery to accept"),
  hemoglobinGPerDlMin: positive("haemoglobin below which something is done"),
  glucoseMmolPerLMax: positive("glucose above which insulin is due"),
  actSMin: positive("clotting time for bypass"),
  temperatureCMin: positive("blood is not to be colder").optional(),
  potassiumMmolPerLMax: positive("potassium above which something is done").optional(),
  venousSaturationFractionMin: fraction("venous saturation to keep").optional(),
});

/** Plasma on bypass when a file says nothing: a normal adult diluted by a balanced prime (K). */
const plasmaSetup = z
  .strictObject({
    sodiumMmolPerL: positive("sodium").default(138),
    potassiumMmolPerL: positive("potassium").default(4.3),
    calciumMmolPerL: positive("ionised calcium").default(1.1),
    magnesiumMmolPerL: positive("ionised magnesium").default(0.6),
    chlorideMmolPerL: positive("chloride").default(106),
    lactateMmolPerL: positive("lactate").default(1.2),
    albuminGPerL: positive("albumin").default(28),
    glucoseMmolPerL: positive("glucose").default(6.5),
    freeHemoglobinGPerL: z.number().min(0).default(0.05).describe("free haemoglobin"),
    baseExcessMmolPerL: z.number().min(-25).max(25).default(0).describe("base excess of blood"),
  })
  .prefault({});

export const patientSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  ageYears: positive("age"),
  weightKg: positive("weight"),
  heightCm: positive("height"),
  bodySurfaceM2: positive("body surface area, Mosteller"),
  hemoglobinGPerDl: positive("haemoglobin on bypass"),
  bloodVolumeMl: positive("blood volume including prime"),
  meanArterialPressureMmHg: positive("pressure at the set flow, start of the case"),
  centralVenousPressureMmHg: z.number().describe("central venous pressure, start of the case"),
  criticalClosingPressureMmHg: z
    .number()
    .min(0)
    .max(60) // below 70, at which a bleeding is given (C-27)
    .describe("arterial pressure at which small vessels close"),
  arterialComplianceMlPerMmHg: positive("large arteries"),
  venousComplianceMlPerMmHg: positive("systemic veins"),
  oxygenUptakeMlPerMinPerM2: positive("whole body at 37 °C under anaesthesia"),
  respiratoryQuotientFraction: positive("CO2 made per O2 used"),
  temperatureC: positive("blood and tissues, start of the case"),
  brainQ10: positive("brain metabolism"),
  bodyQ10: positive("metabolism of all other organs, where a source gives but one").optional(),
  visceraQ10: positive("metabolism of the viscera").default(2),
  muscleQ10: positive("metabolism of muscle").default(1.6),
  plasma: plasmaSetup,
  nirsBaselineLeftFraction: fraction("cerebral saturation at rest, left"),
  nirsBaselineRightFraction: fraction("cerebral saturation at rest, right"),
  reflexGainRatio: fraction("baroreflex against awake; 1 awake, 0.2 under anaesthesia").default(
    0.2,
  ),
  clotting: z
    .strictObject({
      antithrombinUPerMl: positive("before bypass"),
      heparinResponseRatio: positive("answer to heparin against the usual one"),
      heparinStartUPerKg: z.number().min(0).describe("heparin in the body when the case begins"),
    })
    .default({ antithrombinUPerMl: 0.93, heparinResponseRatio: 1, heparinStartUPerKg: 360 }),
  drugResponse: z
    .strictObject({ vasopressorRatio: positive("answer of the vessels to drugs, 1 = usual") })
    .default({ vasopressorRatio: 1 }),
  conditions: z.array(z.enum(CONDITIONS)).default([]),
  refuses: z
    .array(z.enum(["redCells", "plasma", "platelets"]))
    .describe("blood products the patient does not accept")
    .default([]),
  targets: targets.optional().describe("what this patient asks for, where it is not the usual"),
  agglutinationBelowC: positive("temperature below which cold agglutinins act").optional(),
  cardiacIndexLpmPerM2: positive("what the heart gives when nothing is pumped").default(2.6),
  heartRatePerMin: positive("heart rate at 37 °C without reflex").default(RESTING_RATE_PER_MIN),
  contractilityRatio: positive("strength of the heart against a healthy one").default(1),
  aorticRegurgitationMlPerSPerMmHg: z
    .number()
    .min(0)
    .describe("leak of the closed aortic valve")
    .default(0),
  lowerAutoregulationMmHg: positive(
    "arterial pressure below which cerebral flow falls, 37 °C",
  ).default(66),
  upperAutoregulationMmHg: positive("arterial pressure above which it rises").default(84),
  bleedingMlPerSPerMmHg: z.number().min(0).describe("blood shed into the field").default(0.02),
  isAwake: z.boolean().describe("organs share flow as in an awake adult at rest").default(false),
  rhythm: z.enum(RHYTHMS),
  crossClamped: z.boolean(),
  sources,
});
export type Patient = z.infer<typeof patientSchema>;

export const circuitSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  reservoirStartMl: positive("working volume"),
  reservoirMinimumMl: positive("device minimum"),
  reservoirCapacityMl: positive("hard shell"),
  reservoirHeadCm: positive("height of the patient above the reservoir"),
  venousLineVolumeMl: positive("venous line"),
  reservoirOutletVolumeMl: positive("outlet to boot"),
  pumpOutletVolumeMl: positive("boot to oxygenator"),
  oxygenatorVolumeMl: positive("static blood volume of the oxygenator"),
  filterVolumeMl: positive("arterial filter"),
  arterialLineVolumeMl: positive("filter to arterial clamp"),
  arterialTableVolumeMl: positive("arterial clamp to cannula"),
  membraneGradientMmHgPerLpm: positive("blood-side pressure drop"),
  arterialCannulaMmHgPerLpm2: positive("quadratic drop of the arterial cannula and line"),
  venousCannulaMmHgPerLpm2: positive("quadratic drop of the venous cannula and line"),
  oxygenConductanceMlPerMinPerMmHg: positive("oxygen conductance of the whole device at 5 L/min"),
  carbonDioxideConductanceMlPerMinPerMmHg: positive("CO2 conductance at 5 L/min"),
  shuntAtNoFlowFraction: fraction("blood that passes without exchange, line at no flow"),
  shuntPerLpmFraction: fraction("how much more of it passes for each L/min"),
  gasSideVolumeMl: positive("gas in the fibres and housing"),
  heatExchangeFraction: fraction("effectiveness at 5 L/min"),
  oxygenatorAirHoldMl: positive("gas that its housing holds before any passes on"),
  filterAirHoldMl: positive("gas that the arterial filter holds before any passes on"),
  filterAirCaptureFraction: fraction("share of arriving gas that is held while there is room"),
  sources,
});

const deviceSetup = (mode: (typeof SAFETY_MODES)[number], limit: number, what: string) =>
  z
    .strictObject({ mode: z.enum(SAFETY_MODES), value: z.number().describe(what) })
    .default({ mode, value: limit });

/** Sensors beyond the minimum set: what they are set to when a file says nothing (set by us). */
const moreDevices = z
  .strictObject({
    levelAlert: deviceSetup("off", 400, "mL, standards.md 2.9"),
    bubbleOutlet: deviceSetup("off", 0.5, "mL"),
    bubbleFilter: deviceSetup("off", 0.5, "mL"),
    bubbleCardioplegia: deviceSetup("alarmOnly", 0.3, "mL in 1/4 inch, clinical.md 0.5 [S35]"),
    pressurePre: deviceSetup("alarmOnly", 400, "mmHg"),
    pressureCardioplegia: deviceSetup("alarmOnly", 300, "mmHg, standards.md 2.9"),
    pressureGas: deviceSetup("alarmOnly", 20, "mmHg"),
    lowFlow: deviceSetup("off", 2, "L/min"),
    backFlow: deviceSetup("alarmOnly", -0.05, "L/min, standards.md 2.9"),
    temperature: deviceSetup("alarmOnly", 38, "°C"),
  })
  .prefault({});

/** Where the bubble detectors are clipped on when a file says nothing: one on each side of the pump, one at the patient's. */
const detectorPlaces = z
  .strictObject({
    bubble: z.enum(DETECTOR_PLACES).default("arterialLine"),
    bubbleOutlet: z.enum(DETECTOR_PLACES).default("reservoirOutlet"),
    bubbleFilter: z.enum(DETECTOR_PLACES).default("oxygenatorOutlet"),
  })
  .prefault({});

const gasSetup = z
  .strictObject({
    blender: z.enum(BLENDER_KINDS).default("pneumatic"),
    cylinderL: z.number().min(0).max(2000).default(490).describe("contents at the start (K)"),
    cylinderFullL: z.number().min(50).max(2000).default(490).describe("contents when full (K)"),
    spareCylinderCount: z.number().int().min(0).max(9).default(1),
    vaporiserMl: z.number().min(0).max(500).default(150).describe("liquid at the start (K)"),
    agentFraction: z.number().min(0).max(0.05).default(0).describe("isoflurane at the start"),
  })
  .prefault({});

const waterSetup = z
  .strictObject({
    flowLpm: z.number().min(0).max(25).default(15).describe("PS27 band 10–25, standards.md 2.1"),
    iceKg: z.number().min(0).max(10).default(0),
  })
  .prefault({});

const overdue = z.array(z.enum(REGISTERED_DEVICES)).default([]);
const upkeepSetup = z
  .strictObject({
    safetyTagOverdue: overdue.describe("devices whose safety tag is past its date"),
    serviceOverdue: overdue.describe("devices past their service date"),
    earthLeakageHigh: overdue.describe("devices that leak more than 500 µA to earth (K)"),
  })
  .prefault({});

const headSetup = z.strictObject({
  carries: z.enum(PUMPED_LINES),
  tube: z.enum(TUBES).describe("tube really in the raceway"),
  tubeSet: z.enum(TUBES).describe("tube the display assumes"),
  rotation: z.enum(ROTATIONS),
  flowLpm: z.number().min(0).max(8).describe("set flow at the start"),
  occlusionFraction: z.number().min(0.5).max(1.1),
});

export const machineSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  arterialPumpType: z.enum(PUMP_TYPES),
  heads: z.strictObject(
    Object.fromEntries(HEADS.map((head) => [head, headSetup])) as Record<
      (typeof HEADS)[number],
      typeof headSetup
    >,
  ),
  clampsClosed: z.array(z.enum(CLAMP_SITES)),
  safety: z.strictObject({
    level: z.enum(SAFETY_MODES),
    bubble: z.enum(SAFETY_MODES),
    pressure: z.enum(SAFETY_MODES),
    levelLimitMl: positive("height of the level sensor"),
    bubbleLimitMl: positive("bubble volume that trips"),
    pressureAlertMmHg: positive("arterial line alert"),
    pressureStopMmHg: positive("arterial line stop"),
  }),
  devices: moreDevices,
  detectorPlaces,
  gas: gasSetup,
  water: waterSetup,
  upkeep: upkeepSetup,
  limits: z.strictObject({
    meanArterialPressureMmHgMin: z.number(),
    meanArterialPressureMmHgMax: z.number(),
    centralVenousPressureMmHgMax: z.number(),
    premembranePressureMmHgMax: z.number(),
  }),
  fio2Fraction: z.number().min(0.21).max(1),
  sweepLpm: z.number().min(0).max(15),
  waterSetPointC: z.number().min(4).max(42),
  electronicClampFitted: z.boolean(),
  batteryMinutes: z.number().min(0).max(240),
  bypassTimerStartS: z.number().min(0),
  crossClampTimerStartS: z.number().min(0),
  cardioplegiaTimerStartS: z.number().min(0),
  actDevice: z
    .enum(ACT_DEVICE_IDS)
    .describe("what measures the activated clotting time")
    .default("kaolinCartridge"),
  sources,
});
export type Machine = z.infer<typeof machineSchema>;

/** Most drugs a formulary can hold; the state has room for no more. */
export const DRUGS_MAX = 64;

/** Everything the world needs to begin. The seed drives every draw the world makes itself. */
export const worldSetupSchema = z.strictObject({
  patient: patientSchema,
  circuit: circuitSchema,
  machine: machineSchema,
  drugs: z.array(drugSchema).max(DRUGS_MAX).describe("the formulary"),
  seed: z.number().int().min(0).max(4294967295),
});
export type WorldSetup = z.infer<typeof worldSetupSchema>;
