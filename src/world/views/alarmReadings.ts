/** The alarm board as readings. */
import { alarmAcknowledged, alarmActive, alarmActiveS } from "../../machine/alarmBoard.ts";
import { ALARMS } from "../contract/alarms.ts";
import { MACHINE } from "../state/layouts.ts";
import { flag, type Reader } from "./reader.ts";

const M = MACHINE.index;

export const alarmReadings: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(
    ALARMS.flatMap((alarm, slot): [string, Reader][] => [
      [`alarm.${alarm.id}.active`, (s) => flag(alarmActive(s.alarms, slot))],
      [`alarm.${alarm.id}.acknowledged`, (s) => flag(alarmAcknowledged(s.alarms, slot))],
      [`alarm.${alarm.id}.activeS`, (s) => alarmActiveS(s.alarms, slot)],
    ]),
  ),
  "alarms.audioPauseLeftS": (s) => s.machine[M.audioPauseS] as number,
  "alarms.activeCount": (s) => {
    let count = 0;
    for (let slot = 0; slot < ALARMS.length; slot += 1) count += flag(alarmActive(s.alarms, slot));
    return count;
  },
};
