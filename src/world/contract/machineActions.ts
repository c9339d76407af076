/**
 * What hands do to gas, water, the safety matrix, drives, transducers, plugs and the check sheet. Part
 * of the closed union of actions.ts; kept here because the machine has many parts.
 */
import { z } from "zod";
import { act, within } from "./actionParts.ts";
import { HEADS } from "./ids.ts";
import {
  CO2_LPM_MAX,
  HELD_VALUE_MAX,
  RESERVOIR_VACUUM_MMHG_MAX,
  VAPORISER_FRACTION_MAX,
} from "./limits.ts";
import {
  ANALYSER_SITES,
  CHECK_ITEMS,
  DETECTOR_PLACES,
  INLINE_SENSORS,
  MOVABLE_DETECTORS,
  OCCLUSION_TESTS,
  PIPED_GASES,
  PLUGGED_DEVICES,
  SAFETY_DEVICES,
  SAFETY_RESPONSES,
  SOCKETS,
  TRANSDUCERS,
  WATER_LINES,
  WATER_MODES,
} from "./machineIds.ts";

const head = z.enum(HEADS).describe("bay of the pump deck");
const device = z.enum(SAFETY_DEVICES).describe("sensor of the safety matrix");

export const MACHINE_ACTION_SCHEMAS = [
  act(
    "gas.connectHose",
    { hose: z.enum(PIPED_GASES), outlet: z.enum([...PIPED_GASES, "none"]) },
    "Plug a gas hose into a wall outlet, or pull it out; the index lets each fit one outlet only.",
  ),
  act("gas.setCylinder", { open: z.boolean() }, "Open or shut the emergency oxygen cylinder."),
  act("gas.changeCylinder", {}, "Exchange the oxygen cylinder for a full one."),
  act(
    "gas.setCo2",
    { co2Lpm: within(0, CO2_LPM_MAX, "carbon dioxide added to the sweep") },
    "Set the carbon dioxide flow meter.",
  ),
  act("gas.tapFlowMeter", {}, "Tap the flow meter's tube to free its float."),
  act("gas.reconnectLine", {}, "Follow the gas line to the oxygenator and reconnect it."),
  act(
    "gas.setVaporiser",
    { agentFraction: within(0, VAPORISER_FRACTION_MAX, "isoflurane in the sweep gas") },
    "Set the vaporiser.",
  ),
  act("gas.fillVaporiser", {}, "Fill the vaporiser."),
  act("gas.setScavenging", { on: z.boolean() }, "Switch the scavenging on or off."),
  act(
    "gas.setVacuum",
    { vacuumMmHg: within(0, RESERVOIR_VACUUM_MMHG_MAX, "suction on the sealed reservoir") },
    "Set the vacuum regulator of the reservoir; 0 vents it.",
  ),
  act(
    "gas.openReservoirVent",
    {},
    "Open the reservoir to the room: take the cap off its vent and the vacuum line off the lid.",
  ),
  act("gas.clearScavenging", {}, "Clear the exhaust and scavenging line."),
  act(
    "gas.setAnalyserSite",
    { site: z.enum(ANALYSER_SITES) },
    "Choose where the oxygen analyser takes its gas.",
  ),
  act("gas.calibrateAnalyser", {}, "Calibrate the oxygen analyser to room air and oxygen."),
  act("gas.bypassBlender", {}, "Feed the sweep from the oxygen flow meter past the blender."),
  act("water.setMode", { mode: z.enum(WATER_MODES) }, "Choose the heater-cooler's mode."),
  act(
    "water.setFlow",
    { flowLpm: within(0, 25, "water flow asked of the pump") },
    "Set the water flow.",
  ),
  act(
    "water.clampLine",
    { line: z.enum(WATER_LINES), closed: z.boolean() },
    "Close or open a water line at the exchanger.",
  ),
  act("water.addIce", {}, "Put two kilograms of ice into the tank."),
  act(
    "water.swapUnit",
    {},
    "Put the spare heater-cooler in the place of this one, all lines attached; its pump must be off.",
  ),
  act(
    "line.restrict",
    { site: z.literal("venous"), openFraction: within(0.2, 1, "opening left by the occluder") },
    "Set the occluder on the venous line; 1 is open. A clamp closes it.",
  ),
  act("line.walkVenous", {}, "Lift the venous line and walk its air from table to reservoir."),
  act(
    "pump.relayBoot",
    { head },
    "Take the boot of a stopped head out of its raceway and lay it in again the right way round.",
  ),
  act("water.resetCutOut", {}, "Reset the heater-cooler's temperature cut-out."),
  act(
    "safety.setResponse",
    { device, head, response: z.enum(SAFETY_RESPONSES) },
    "Choose what a pump does when a sensor is beyond its limit.",
  ),
  act(
    "safety.setLimit",
    { device, value: within(-HELD_VALUE_MAX, HELD_VALUE_MAX, "limit in the sensor's own unit") },
    "Set the limit of a sensor; the height of a level sensor.",
  ),
  act("safety.checkSensor", { device }, "Clean, re-seat and test a sensor."),
  act(
    "safety.moveDetector",
    {
      device: z.enum(MOVABLE_DETECTORS).describe("bubble detector for 3/8 inch tube"),
      place: z.enum(DETECTOR_PLACES).describe("where it is clipped on"),
    },
    "Clip a bubble detector on at another place.",
  ),
  act(
    "pump.setPulsatile",
    {
      head,
      on: z.boolean(),
      ratePerMin: within(30, 120, "pulses per minute"),
      widthFraction: within(0.2, 0.8, "share of a cycle that is pulse"),
      baseFraction: within(0, 0.9, "share of the set flow kept between pulses"),
    },
    "Set the pulsatile mode of a roller head.",
  ),
  act(
    "pump.follow",
    {
      head,
      master: z.enum([...HEADS, "none"]),
      ratioFraction: within(0, 1, "share of the master's flow"),
    },
    "Let a head follow another at a share of its flow, or set it free.",
  ),
  act(
    "pump.calibrate",
    { head, strokeMlPerRev: within(5, 60, "volume that the display counts for a turn") },
    "Enter the measured volume of a turn.",
  ),
  act("pump.jog", { head }, "Turn a stopped head slowly by a quarter."),
  act(
    "pump.testOcclusion",
    { head, method: z.enum(OCCLUSION_TESTS) },
    "Test the occlusion of a stopped head by the fall of a column or by holding pressure.",
  ),
  act(
    "monitor.zero",
    { transducer: z.enum(TRANSDUCERS) },
    "Open a transducer to air and set its zero.",
  ),
  act(
    "monitor.level",
    { transducer: z.enum(TRANSDUCERS) },
    "Bring a transducer to the height of the heart.",
  ),
  act(
    "monitor.calibrate",
    { sensor: z.enum(INLINE_SENSORS) },
    "Calibrate an in-line sensor against the laboratory's value.",
  ),
  act("timer.lap", { timer: z.enum(["bypass", "crossClamp", "cardioplegia"]) }, "Take a lap."),
  act(
    "power.plug",
    { device: z.enum(PLUGGED_DEVICES), socket: z.enum(SOCKETS) },
    "Move the plug of a device to another socket.",
  ),
  act("power.light", { on: z.boolean() }, "Switch the console's emergency light."),
  act("alarm.audioOff", {}, "Turn the alarm sound off; a reminder sounds."),
  act("check.perform", { item: z.enum(CHECK_ITEMS) }, "Do a point of the machine check."),
  act("check.actOn", { item: z.enum(CHECK_ITEMS) }, "Act on what the machine check found."),
] as const;

export type MachineAction = z.infer<(typeof MACHINE_ACTION_SCHEMAS)[number]>;
