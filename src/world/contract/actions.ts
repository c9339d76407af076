/**
 * Everything a person can do to the world, as one closed union with a schema. The same schema reads
 * recordings, scenario files and command-line action files; `onbypass actions` prints it.
 */
import { z } from "zod";
import { act, within } from "./actionParts.ts";
import { BOLUS_UNITS, RATE_UNITS, ROUTES } from "./drugUnits.ts";
import {
  CLAMP_SITES,
  CRANKERS,
  FETCHERS,
  FLUID_NAMES,
  HEADS,
  INSPECTABLES,
  KINK_SITES,
  MESSAGES,
  ROTATIONS,
  SAFETY_DEVICES,
  SAFETY_MODES,
  STORE_ITEMS,
  TABLE_SITES,
  TEAM_MEMBERS,
  TIMERS,
  TUBES,
} from "./ids.ts";
import { CENTRIFUGAL_RPM_MAX, PUMP_FLOW_LPM_MAX, SWEEP_LPM_MAX } from "./limits.ts";
import { MACHINE_ACTION_SCHEMAS } from "./machineActions.ts";
import { RECORD_EVENTS, RECORD_QUANTITIES, RECORD_VALUE_MAX } from "./record.ts";
import { SAMPLE_SITES, SAMPLE_TESTS, USUAL_DISCARD_ML } from "./samples.ts";

/** Drugs are data: which there are is known to the case, not to the schema. */
const drugName = z.string().min(1).max(40).describe("a drug's id, or another name of it");
const AMOUNT_MAX = 1e6; // any unit; the drug's own file says what is impossible

const head = z.enum(HEADS).describe("bay of the pump deck");

const PACED_PER_MIN_MAX = 180; // a temporary pacemaker gives no more (K)
const CRANK_TURN_REVOLUTIONS_MAX = 2; // one entry carries at most 0.2 s of turning; 2 leaves room

export const ACTION_SCHEMAS = [
  act("pump.start", { head }, "Start a head at its set speed."),
  act("pump.stop", { head }, "Press STOP on a head."),
  act(
    "pump.setRpm",
    { head, rpm: within(0, CENTRIFUGAL_RPM_MAX, "set speed") },
    "Turn a head's knob, in rpm.",
  ),
  act(
    "pump.setFlow",
    { head, flowLpm: within(0, PUMP_FLOW_LPM_MAX, "set flow by the head's own constant") },
    "Turn a head's knob, in L/min as that head displays it.",
  ),
  act("pump.setPower", { head, on: z.boolean() }, "Switch a head on or off."),
  act(
    "pump.setDirection",
    { head, rotation: z.enum(ROTATIONS) },
    "Choose the direction of rotation of a stopped head.",
  ),
  act(
    "pump.setTube",
    { head, tube: z.enum(TUBES) },
    "Tell a head which tube size its display assumes.",
  ),
  act(
    "pump.setOcclusion",
    { head, occlusionFraction: within(0.5, 1.1, "1 = just occlusive") },
    "Set the occlusion of a stopped roller head.",
  ),
  act("pump.openCover", { head }, "Open a head's cover; the interlock stops the head."),
  act("pump.closeCover", { head }, "Close a head's cover."),
  act("pump.reset", { head }, "Clear a latched message of a head and let it start again."),
  act(
    "pump.clearJam",
    { head },
    "Look into a switched-off, open head and take out what blocks it.",
  ),
  act("pump.exchangeModule", { head }, "Swap a head's drive module for the spare one."),
  act(
    "pump.setDisplayUnit",
    { head, unit: z.enum(["lpm", "rpm"]) },
    "Show a head's speed as L/min or rpm.",
  ),
  act(
    "boot.move",
    { from: head, to: head },
    "Move the arterial boot from one open, stopped head to another.",
  ),
  act(
    "crank.fetch",
    {},
    "Take the hand crank from its clip, or from the next machine if the clip is empty.",
  ),
  act("crank.fit", { head }, "Fit the crank to a switched-off head with its cover open."),
  act("crank.remove", {}, "Take the crank off the head."),
  act(
    "crank.turn",
    {
      head,
      revolutions: within(0, CRANK_TURN_REVOLUTIONS_MAX, "turns since the last entry"),
      rotation: z.enum(ROTATIONS),
    },
    "Turn the fitted crank; net movement, at most five entries a second.",
  ),
  act(
    "crank.handOver",
    { to: z.enum(CRANKERS), rpm: within(0, 150, "rate asked of the helper") },
    "Give the crank to the helper at a rate, or take it back.",
  ),
  act("line.clamp", { site: z.enum(CLAMP_SITES) }, "Close a clamp."),
  act("line.unclamp", { site: z.enum(CLAMP_SITES) }, "Open a clamp."),
  act("line.straighten", { site: z.enum(KINK_SITES) }, "Find and straighten a kink in a line."),
  act("line.tightenConnector", {}, "Re-seat and tie the reservoir outlet connector."),
  act(
    "electronicClamp.command",
    { open: z.boolean() },
    "Ask the console to open or close the electronic arterial clamp.",
  ),
  act(
    "electronicClamp.releaseByHand",
    {},
    "Take the line out of the electronic arterial clamp by hand.",
  ),
  act(
    "gas.setFio2",
    { fio2Fraction: within(0.21, 1, "oxygen fraction of the sweep gas") },
    "Set the blender.",
  ),
  act(
    "gas.setSweep",
    { sweepLpm: within(0, SWEEP_LPM_MAX, "sweep gas flow") },
    "Set the sweep gas flow.",
  ),
  act(
    "water.setPoint",
    { temperatureC: within(4, 42, "water set point") },
    "Set the heater-cooler.",
  ),
  act("water.setRunning", { on: z.boolean() }, "Start or stop the heater-cooler's water."),
  act(
    "safety.setMode",
    { device: z.enum(SAFETY_DEVICES), mode: z.enum(SAFETY_MODES) },
    "Choose what a safety device does.",
  ),
  act(
    "safety.override",
    { device: z.enum(SAFETY_DEVICES), durationS: z.union([z.literal(30), z.literal(120)]) },
    "Let the pump run against a safety device for a limited time.",
  ),
  act("safety.endOverride", { device: z.enum(SAFETY_DEVICES) }, "End an override early."),
  act("safety.link", { head }, "Link level, bubble and pressure to another head."),
  act("safety.reset", { device: z.enum(SAFETY_DEVICES) }, "Re-arm a tripped safety device."),
  act(
    "store.fetch",
    { item: z.enum(STORE_ITEMS), by: z.enum(FETCHERS) },
    "Go and fetch something, or send for it; the place decides how long it takes.",
  ),
  act("oxygenator.prime", {}, "Fill the spare oxygenator with crystalloid."),
  act("oxygenator.tapBubbles", {}, "Tap and tilt the primed spare until no bubbles come out."),
  act(
    "oxygenator.gasLine",
    { connected: z.boolean() },
    "Put the sweep gas line on the oxygenator in the circuit, or take it off.",
  ),
  act(
    "oxygenator.waterLines",
    { connected: z.boolean() },
    "Put the water lines on the oxygenator in the circuit, or take them off.",
  ),
  act("oxygenator.cut", {}, "Cut the lines either side of the oxygenator and lift it out."),
  act(
    "oxygenator.connect",
    { orientation: z.enum(["alongArrow", "againstArrow"]) },
    "Connect the spare between pump outlet and filter, and tie the connections.",
  ),
  act("power.movePlug", {}, "Have the console plugged into the emergency supply."),
  act(
    "reservoir.addVolume",
    { volumeMl: within(50, 1000, "crystalloid") },
    "Add crystalloid to the reservoir.",
  ),
  act(
    "fluid.give",
    {
      fluid: z.enum(FLUID_NAMES).describe("what is in the bag"),
      volumeMl: within(10, 1000, "volume given"),
    },
    "Give a fluid or a blood product into the reservoir.",
  ),
  act(
    "team.say",
    { to: z.enum(TEAM_MEMBERS), message: z.enum(MESSAGES) },
    "Say a sentence to a member of the team.",
  ),
  act(
    "inspect",
    { what: z.enum(INSPECTABLES) },
    "Look at something; takes time, answers with what is seen.",
  ),
  act("alarm.acknowledge", {}, "Acknowledge the alarms that are active now."),
  act("alarm.pauseAudio", {}, "Pause the alarm sound for two minutes."),
  act("alarm.resumeAudio", {}, "End the audio pause."),
  act("timer.start", { timer: z.enum(TIMERS) }, "Start a timer."),
  act("timer.stop", { timer: z.enum(TIMERS) }, "Stop a timer."),
  act("timer.reset", { timer: z.enum(TIMERS) }, "Set a timer to zero."),
  act(
    "drug.give",
    {
      drug: drugName,
      amount: within(Number.MIN_VALUE, AMOUNT_MAX, "dose, in the unit beside it"),
      unit: z.enum(BOLUS_UNITS),
      route: z.enum(ROUTES),
    },
    "Give a single dose of a drug.",
  ),
  act(
    "drug.infuse",
    {
      drug: drugName,
      amount: within(Number.MIN_VALUE, AMOUNT_MAX, "rate, in the unit beside it"),
      unit: z.enum(RATE_UNITS),
    },
    "Run a drug at a rate, or change its rate; a vapour by its share of the sweep gas.",
  ),
  act("drug.stop", { drug: drugName }, "Stop a drug that is running."),
  act(
    "sample.draw",
    {
      site: z.enum(SAMPLE_SITES),
      test: z.enum(SAMPLE_TESTS),
      discardMl: within(0, 20, "drawn off and thrown away first").default(USUAL_DISCARD_ML),
    },
    "Draw blood and put it into its analyser; the result comes after its time.",
  ),
  act(
    "record.value",
    {
      quantity: z.enum(RECORD_QUANTITIES).describe("what was read"),
      value: within(-RECORD_VALUE_MAX, RECORD_VALUE_MAX, "as written, in the unit of the record"),
    },
    "Write a reading into the perfusion record.",
  ),
  act(
    "record.event",
    { event: z.enum(RECORD_EVENTS).describe("what happened") },
    "Write into the perfusion record that something happened.",
  ),
  act("record.note", { text: z.string().min(1).max(200) }, "Write a line in the perfusion record."),
  ...MACHINE_ACTION_SCHEMAS,
] as const;

/** What surgeon and anaesthetist do to the patient at the table. */
const TABLE_ACTION_SCHEMAS = [
  act(
    "surgeon.close",
    { site: z.enum(TABLE_SITES) },
    "The surgeon closes a clamp, a snare or a way of giving blood.",
  ),
  act("surgeon.open", { site: z.enum(TABLE_SITES) }, "The surgeon opens it."),
  act("surgeon.shock", {}, "The surgeon shocks the heart with internal paddles."),
  act(
    "surgeon.pace",
    { ratePerMin: within(0, PACED_PER_MIN_MAX, "0 stops pacing") },
    "The heart is paced at a rate.",
  ),
  act(
    "anaesthetist.ventilate",
    { on: z.boolean() },
    "The anaesthetist starts or stops ventilating the lungs.",
  ),
  act(
    "surgeon.seatCannula",
    {},
    "The surgeon seats the venous cannula and snugs its purse string: no more air enters there.",
  ),
  act(
    "surgeon.moveCannula",
    {},
    "The surgeon puts the arterial cannula into another artery, in the true lumen.",
  ),
  act(
    "anaesthetist.infuse",
    {
      drug: drugName,
      amount: within(Number.MIN_VALUE, AMOUNT_MAX, "rate"),
      unit: z.enum(RATE_UNITS),
    },
    "The anaesthetist runs a drug at a rate.",
  ),
  act(
    "anaesthetist.give",
    {
      drug: drugName,
      amount: within(Number.MIN_VALUE, AMOUNT_MAX, "dose"),
      unit: z.enum(BOLUS_UNITS),
    },
    "The anaesthetist gives a single dose of a drug into a central vein.",
  ),
  act("anaesthetist.stop", { drug: drugName }, "The anaesthetist stops a drug that is running."),
] as const;
/** One of these as a type, for those who carry it out. */
const tableActionSchema = z.discriminatedUnion("type", [...TABLE_ACTION_SCHEMAS]);
export type TableAction = z.infer<typeof tableActionSchema>;

/** Acts of the scenario, a supervisor or the team; a trainee can never send these. */
const DIRECTOR_ACTION_SCHEMAS = [
  act("team.arrive", { who: z.literal("helper") }, "The second perfusionist arrives."),
  act("team.leave", { who: z.literal("helper") }, "The second perfusionist leaves."),
  ...TABLE_ACTION_SCHEMAS,
] as const;

export const traineeActionSchema = z.discriminatedUnion("type", [...ACTION_SCHEMAS]);
export type TraineeAction = z.infer<typeof traineeActionSchema>;
export const ACTION_TYPES: readonly string[] = ACTION_SCHEMAS.map(
  (schema) => schema.shape.type.value,
);

export const directorActionSchema = z.discriminatedUnion("type", [...DIRECTOR_ACTION_SCHEMAS]);
export type DirectorAction = z.infer<typeof directorActionSchema>;
const DIRECTOR_ACTION_TYPES: readonly string[] = DIRECTOR_ACTION_SCHEMAS.map(
  (schema) => schema.shape.type.value,
);
export const isDirectorAction = (action: { readonly type: string }): action is DirectorAction =>
  DIRECTOR_ACTION_TYPES.includes(action.type);
