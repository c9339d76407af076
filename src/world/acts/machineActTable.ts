/** Every act on the machine beyond its heads, lines and crank, found by its type. */
import type { MachineAction } from "../contract/machineActions.ts";
import { DRIVE_ACTS } from "./driveActs.ts";
import { GAS_ACTS, type MachineActs, WATER_ACTS } from "./machineActs.ts";
import { SAFETY_ACTS } from "./safetyActs.ts";
import { UPKEEP_ACTS } from "./upkeepActs.ts";

export const MACHINE_ACTS: MachineActs<MachineAction["type"]> = {
  ...GAS_ACTS,
  ...WATER_ACTS,
  ...SAFETY_ACTS,
  ...DRIVE_ACTS,
  ...UPKEEP_ACTS,
};
