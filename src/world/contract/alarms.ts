/**
 * The alarm conditions of the mock console: priority, category, words, delay, limit, response, source.
 * Priorities and delays without another source are set by us; clinical.md 0.3 and 0.5, standards.md
 * 1.7 and 2.9 are where they start from. docs/alarms.md is made from this table.
 */
import type { AlarmDefinition } from "./alarmDefinition.ts";
import { CORE_ALARMS } from "./coreAlarms.ts";
import { DRIVE_ALARMS } from "./driveAlarms.ts";
import { MONITOR_ALARMS } from "./monitorAlarms.ts";
import { SUPPLY_ALARMS } from "./supplyAlarms.ts";

export {
  ALARM_CATEGORIES,
  ALARM_PRIORITIES,
  type AlarmCategory,
  type AlarmPriority,
} from "./alarmDefinition.ts";

/** Causes come before their consequences: among equals the first of the table leads the bar. */
export const ALARMS = [
  ...CORE_ALARMS,
  ...DRIVE_ALARMS,
  ...SUPPLY_ALARMS,
  ...MONITOR_ALARMS,
] as const satisfies readonly AlarmDefinition[];

export type AlarmId = (typeof ALARMS)[number]["id"];
export const ALARM_IDS = ALARMS.map((definition) => definition.id) as readonly AlarmId[];
