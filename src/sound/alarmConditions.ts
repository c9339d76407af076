/** The alarms of a frame as the sound engine wants them; each speaks with the melody of its category. */
import {
  ALARMS,
  type AlarmCategory,
  type AlarmId,
  type AlarmPriority,
} from "../world/contract/alarms.ts";
import { signalIndex } from "../world/contract/signals.ts";

export interface AlarmCondition {
  readonly id: AlarmId;
  readonly priority: AlarmPriority;
  readonly category: AlarmCategory;
  readonly active: boolean;
  readonly acknowledged: boolean;
}

const TABLE = ALARMS.map(({ id, priority, category }) => ({
  id,
  priority,
  category,
  activeIndex: signalIndex(`alarm.${id}.active`),
  acknowledgedIndex: signalIndex(`alarm.${id}.acknowledged`),
}));
const PAUSE_LEFT = signalIndex("alarms.audioPauseLeftS");
const AUDIO_OFF = signalIndex("alarms.audioOff");

export function readAlarms(readings: ArrayLike<number>): readonly AlarmCondition[] {
  return TABLE.map(({ id, priority, category, activeIndex, acknowledgedIndex }) => ({
    id,
    priority,
    category,
    active: readings[activeIndex] === 1,
    acknowledged: readings[acknowledgedIndex] === 1,
  }));
}

/** Seconds of audio pause left; without end while the sound is turned off. */
export function audioPauseLeftS(readings: ArrayLike<number>): number {
  if (readings[AUDIO_OFF] === 1) return Number.POSITIVE_INFINITY;
  return readings[PAUSE_LEFT] ?? 0;
}
