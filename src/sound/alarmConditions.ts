/**
 * The alarms of a frame as the sound engine wants them. Alarms of pump, circuit and gas speak with the
 * artificial perfusion melody, those of the patient's own values with the general one.
 */
import { ALARMS, type AlarmId, type AlarmPriority } from "../world/contract/alarms.ts";
import { signalIndex } from "../world/contract/signals.ts";
import type { AlarmCategory } from "./soundMap.ts";

export interface AlarmCondition {
  readonly id: AlarmId;
  readonly priority: AlarmPriority;
  readonly category: AlarmCategory;
  readonly active: boolean;
  readonly acknowledged: boolean;
}

const PATIENT_ALARMS: readonly AlarmId[] = ["mapLow", "mapHigh", "cvpHigh", "nirsLow"];

const TABLE = ALARMS.map(({ id, priority }) => ({
  id,
  priority,
  category: PATIENT_ALARMS.includes(id) ? ("general" as const) : ("perfusion" as const),
  activeIndex: signalIndex(`alarm.${id}.active`),
  acknowledgedIndex: signalIndex(`alarm.${id}.acknowledged`),
}));
const PAUSE_LEFT = signalIndex("alarms.audioPauseLeftS");

export function readAlarms(readings: ArrayLike<number>): readonly AlarmCondition[] {
  return TABLE.map(({ id, priority, category, activeIndex, acknowledgedIndex }) => ({
    id,
    priority,
    category,
    active: readings[activeIndex] === 1,
    acknowledged: readings[acknowledgedIndex] === 1,
  }));
}

export function audioPauseLeftS(readings: ArrayLike<number>): number {
  return readings[PAUSE_LEFT] ?? 0;
}
