/**
 * Which alarm the bar shows and how the list is ordered: not yet acknowledged before acknowledged,
 * then by priority, then by the rank of the alarm table, which names causes before consequences.
 */
import {
  ALARM_IDS,
  ALARM_PRIORITIES,
  ALARMS,
  type AlarmId,
  type AlarmPriority,
} from "../world/contract/alarms.ts";
import type { Readings } from "./readings.ts";

export interface ActiveAlarm {
  readonly id: AlarmId;
  readonly priority: AlarmPriority;
  readonly title: string;
  readonly text: string;
  readonly acknowledged: boolean;
  readonly activeS: number;
}

const rank = (alarm: ActiveAlarm): number => ALARM_PRIORITIES.indexOf(alarm.priority);
const inTable = (alarm: ActiveAlarm): number => ALARM_IDS.indexOf(alarm.id);

/** What the bar shows comes first. */
export function barOrder(alarms: readonly ActiveAlarm[]): readonly ActiveAlarm[] {
  return [...alarms].sort(
    (a, b) =>
      Number(a.acknowledged) - Number(b.acknowledged) ||
      rank(a) - rank(b) ||
      inTable(a) - inTable(b),
  );
}

/** The list a person opens: by priority first, whether acknowledged or not. */
export function listOrder(alarms: readonly ActiveAlarm[]): readonly ActiveAlarm[] {
  return [...alarms].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(a.acknowledged) - Number(b.acknowledged) ||
      inTable(a) - inTable(b),
  );
}

/** Made once: the bar asks for every alarm in every frame. */
const ACTIVE_SIGNALS = ALARMS.map((alarm) => ({ alarm, signal: `alarm.${alarm.id}.active` }));

export function activeAlarms(readings: Readings): readonly ActiveAlarm[] {
  const active = ACTIVE_SIGNALS.filter(({ signal }) => readings.flag(signal));
  return active.map(({ alarm }) => ({
    id: alarm.id,
    priority: alarm.priority,
    title: alarm.title,
    text: alarm.text,
    acknowledged: readings.flag(`alarm.${alarm.id}.acknowledged`),
    activeS: readings.number(`alarm.${alarm.id}.activeS`),
  }));
}

/** The most pressing of some alarms that is active now, for the frame of a tag. */
export function alarmAmong(readings: Readings, ids: readonly AlarmId[]): AlarmPriority | null {
  let best: AlarmPriority | null = null;
  for (const alarm of ALARMS) {
    if (!ids.includes(alarm.id) || !readings.flag(`alarm.${alarm.id}.active`)) continue;
    if (
      best === null ||
      ALARM_PRIORITIES.indexOf(alarm.priority) < ALARM_PRIORITIES.indexOf(best)
    ) {
      best = alarm.priority;
    }
  }
  return best;
}
