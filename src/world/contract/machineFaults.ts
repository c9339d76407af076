/** What can break in gas, water, sensors, drives, transducers, power and upkeep. */
import { z } from "zod";
import { fault } from "./faultParts.ts";
import { HEADS } from "./ids.ts";
import { RESERVOIR_VACUUM_MMHG_MAX } from "./limits.ts";
import {
  BLENDER_FAULTS,
  INLINE_SENSORS,
  PIPED_GASES,
  REGISTERED_DEVICES,
  SAFETY_DEVICES,
  SENSOR_FAILURES,
  TRANSDUCERS,
} from "./machineIds.ts";

const share = (what: string) => z.number().min(0).max(1).describe(what);

export const MACHINE_FAULT_SCHEMAS = [
  fault(
    "gas.pipelineLow",
    { gas: z.enum(PIPED_GASES), pressureKPa: z.number().min(0).max(600) },
    "The pressure of a piped gas falls.",
  ),
  fault(
    "gas.supplyCrossed",
    {},
    "Behind the wall oxygen and air are crossed; every gauge looks right.",
  ),
  fault("gas.blender", { kind: z.enum(BLENDER_FAULTS) }, "The blender fails."),
  fault("gas.floatStuck", {}, "The float of the flow meter sticks where it is."),
  fault("gas.lineOff", {}, "The gas line slips off the oxygenator."),
  fault(
    "gas.leak",
    { lostFraction: share("share of the sweep that is lost") },
    "The gas line leaks.",
  ),
  fault(
    "gas.scavengingObstructed",
    { openFraction: share("opening left in the exhaust") },
    "Exhaust or scavenging is obstructed.",
  ),
  fault(
    "gas.cylinderLow",
    { contentsL: z.number().min(0).max(1000) },
    "The emergency cylinder is not full.",
  ),
  fault(
    "gas.analyserDrift",
    { errorFraction: z.number().min(-0.3).max(0.3) },
    "The oxygen analyser reads too high or too low.",
  ),
  fault("gas.vaporiserEmpty", {}, "The vaporiser is empty."),
  fault(
    "water.pumpWeak",
    { lostFraction: share("share of the flow that is lost") },
    "The water pump tires.",
  ),
  fault("water.runaway", { cutOut: z.enum(["works", "failed"]) }, "The heater stays on."),
  fault(
    "water.leak",
    { leakMlPerMin: z.number().min(1).max(200).describe("at 100 mmHg across the wall") },
    "The exchanger leaks between water and blood.",
  ),
  fault(
    "water.kink",
    { openFraction: share("opening left in the hoses") },
    "The water hoses are kinked.",
  ),
  fault("water.unitDies", {}, "The heater-cooler dies: no pump, no heater."),
  fault(
    "water.flowMoved",
    { flowLpm: z.number().min(0).max(25).describe("set water flow") },
    "Somebody has turned the water flow up or down.",
  ),
  fault(
    "line.venousSlug",
    { airMl: z.number().min(1).max(500).describe("then the hole is covered again") },
    "A side hole of the venous cannula comes out for some seconds.",
  ),
  fault(
    "reservoir.ventBlocked",
    {
      openFraction: share("opening left in the vent"),
      relief: z.enum(["works", "stuck"]).describe("its relief valve"),
    },
    "The vent of the reservoir is blocked: capped, clamped, or its filter is wet.",
  ),
  fault(
    "reservoir.vacuumFails",
    { vacuumMmHg: z.number().min(0).max(RESERVOIR_VACUUM_MMHG_MAX).describe("set on its gauge") },
    "Vacuum was put on; then its regulator holds shut, and the relief valve does not open.",
  ),
  fault(
    "pump.bootReversed",
    { head: z.enum(HEADS) },
    "The boot was laid into the raceway the wrong way round; every display looks right.",
  ),
  fault(
    "safety.sensorFails",
    { device: z.enum(SAFETY_DEVICES), failure: z.enum(SENSOR_FAILURES) },
    "A safety sensor is dead, stuck, or reports what is not there.",
  ),
  fault(
    "safety.sensorDrifts",
    { device: z.enum(SAFETY_DEVICES), value: z.number().min(-500).max(500) },
    "A safety sensor is out of calibration by so much, in its own unit.",
  ),
  fault(
    "pump.runaway",
    { head: z.enum(HEADS), protection: z.enum(["works", "failed"]) },
    "The controller drives the head to full speed whatever is set.",
  ),
  fault(
    "pump.coverBump",
    { head: z.enum(HEADS) },
    "A bump opens the cover's contact for a moment: the head stops and says nothing.",
  ),
  fault(
    "monitor.zeroDrift",
    { transducer: z.enum(TRANSDUCERS), offsetMmHg: z.number().min(-60).max(60) },
    "The zero of a transducer has drifted.",
  ),
  fault(
    "monitor.wrongHeight",
    { transducer: z.enum(TRANSDUCERS), heightCm: z.number().min(-60).max(60) },
    "A transducer hangs too high or too low.",
  ),
  fault(
    "monitor.inlineDrift",
    { sensor: z.enum(INLINE_SENSORS), errorFraction: z.number().min(-0.3).max(0.3) },
    "An in-line sensor has drifted from the laboratory.",
  ),
  fault(
    "power.batteryWorn",
    { leftS: z.number().min(0).max(3600).describe("seconds it lasts under a full load") },
    "The battery is worn: it holds less than its gauge says.",
  ),
  fault(
    "power.generatorLate",
    { startsS: z.number().min(1).max(1800).describe("seconds until its sockets are live") },
    "The generator behind the emergency sockets does not start at once.",
  ),
  fault("power.lightsOut", {}, "The lights of the theatre go out."),
  fault(
    "upkeep.overdue",
    { device: z.enum(REGISTERED_DEVICES), what: z.enum(["safetyTag", "service", "earthLeakage"]) },
    "A device is past its date, or leaks to earth.",
  ),
] as const;

export type MachineFault = z.infer<(typeof MACHINE_FAULT_SCHEMAS)[number]>;
