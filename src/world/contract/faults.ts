/**
 * What can break. Faults change parameters or topology of the machine; what follows is physics.
 * Injected and cleared by the scenario or a supervisor, never by the trainee.
 */
import { z } from "zod";
import { AIR_FAULT_SCHEMAS } from "./airFaults.ts";
import { fault } from "./faultParts.ts";
import {
  CLAMP_SITES,
  HEADS,
  SAFETY_DEVICES,
  SAFETY_MODES,
  STORE_ITEMS,
  STORE_PLACES,
} from "./ids.ts";
import { MACHINE_FAULT_SCHEMAS } from "./machineFaults.ts";
import { PATIENT_FAULT_SCHEMAS } from "./patientFaults.ts";

const head = z.enum(HEADS);

export const FAULT_SCHEMAS = [
  fault("pump.motor", { head }, "The head's motor or driver fails: no torque, a fault message."),
  fault(
    "pump.jam",
    { head, clearable: z.boolean() },
    "Something blocks the rotor; the drive trips on overload and a crank cannot turn it.",
  ),
  fault(
    "pump.couplingSlip",
    { head },
    "Drive and rotor part: the display shows speed, the rotor does not turn.",
  ),
  fault(
    "pump.module",
    { head },
    "The head's power module is lost: the head is dark, the console lives.",
  ),
  fault(
    "pump.interlock",
    { head, cause: z.enum(["cover", "emergencyStop"]) },
    "The cover is ajar, or a safety stop was pressed by accident.",
  ),
  fault(
    "centrifugal.decoupled",
    {},
    "The cone's magnet lets go: rpm reads, the impeller does not follow.",
  ),
  fault(
    "power.mainsLost",
    { ups: z.enum(["works", "absent", "failed"]) },
    "Mains power is lost; the battery takes over or does not.",
  ),
  fault(
    "electronicClamp.closedInError",
    { indicator: z.enum(["showsOpen", "showsClosed"]) },
    "The electronic arterial clamp closes and its lamp may deny it.",
  ),
  fault(
    "line.kink",
    { site: z.enum(["venous", "arterial"]), openFraction: z.number().min(0).max(1) },
    "A line is kinked to a fraction of its opening.",
  ),
  fault(
    "line.airLeak",
    { airMlPerMin: z.number().min(1).max(1000) },
    "The reservoir outlet connector draws room air while the pressure there is low.",
  ),
  fault(
    "line.venousAirLeak",
    { airMlPerMin: z.number().min(1).max(5000) },
    "The venous cannula is loose in the heart: the siphon draws room air, less as the line fills with it.",
  ),
  fault("flowProbe.frozen", {}, "The flow probe keeps showing its last value."),
  fault("flowProbe.failed", {}, "The flow probe reads nothing though blood moves."),
  fault(
    "oxygenator.fibres",
    { transferFraction: z.number().min(0).max(1) },
    "The oxygenator's fibres fail: gas transfer falls to this share within a minute.",
  ),
  fault(
    "oxygenator.clot",
    { openFraction: z.number().min(0.02).max(1) },
    "Clot closes the oxygenator's blood paths to this share within two minutes.",
  ),
  fault(
    "oxygenator.leak",
    { mlPerMin: z.number().min(1).max(1000) },
    "The oxygenator's casing leaks so much blood at 200 mmHg.",
  ),
  fault(
    "clamp.moved",
    { site: z.enum(CLAMP_SITES), closed: z.boolean() },
    "Somebody closes a clamp, or leaves one open.",
  ),
  fault(
    "safety.modeMoved",
    { device: z.enum(SAFETY_DEVICES), mode: z.enum(SAFETY_MODES) },
    "Somebody has switched a safety device off, or to alarm only.",
  ),
  fault(
    "store.moved",
    { item: z.enum(STORE_ITEMS), place: z.enum(STORE_PLACES) },
    "Something that may be needed lies elsewhere, or is out of stock.",
  ),
  fault("crank.missing", {}, "The crank is not in its clip; it is on the next machine."),
  fault("spare.wrongTube", {}, "The spare head's tube constant is set to 1/4 inch."),
  fault(
    "oxygenator.wetOut",
    { wettedFraction: z.number().min(0).max(0.95) },
    "Water stands in part of the fibres; a burst of sweep blows it out.",
  ),
  fault(
    "oxygenator.fibreFailure",
    { brokenFraction: z.number().min(0).max(0.2) },
    "Fibres are broken: blood runs into the gas side and out of the exhaust.",
  ),
  fault(
    "patient.malignantHyperthermia",
    { severityFraction: z.number().min(0).max(1) },
    "The patient's muscle runs away: CO2, oxygen uptake, heat and lactate rise.",
  ),
  fault("spare.oppositeDirection", {}, "The spare head is set to turn the other way."),
  ...PATIENT_FAULT_SCHEMAS,
  ...MACHINE_FAULT_SCHEMAS,
  ...AIR_FAULT_SCHEMAS,
] as const;

export const faultSchema = z.discriminatedUnion("fault", [...FAULT_SCHEMAS]);
export type Fault = z.infer<typeof faultSchema>;
export type FaultId = Fault["fault"];
export const FAULT_IDS: readonly string[] = FAULT_SCHEMAS.map((schema) => schema.shape.fault.value);

export const faultActionSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("fault.inject"), fault: faultSchema }),
  z.strictObject({
    type: z.literal("fault.clear"),
    faultId: z.enum(FAULT_IDS as [FaultId, ...FaultId[]]),
  }),
]);
export type FaultAction = z.infer<typeof faultActionSchema>;
