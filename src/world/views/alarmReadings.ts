/** The alarm board as readings. */
import { alarmActive, alarmPlace } from "../../machine/alarmBoard.ts";
import { ALARMS } from "../contract/alarms.ts";
import { MACHINE } from "../state/layouts.ts";
import { flag, held, type Reader } from "./reader.ts";

const M = MACHINE.index;

export const alarmReadings: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(
    ALARMS.flatMap((alarm, slot): [string, Reader][] => [
      [`alarm.${alarm.id}.active`, held("alarms", alarmPlace(slot, "active"))],
      [`alarm.${alarm.id}.acknowledged`, held("alarms", alarmPlace(slot, "acknowledged"))],
      [`alarm.${alarm.id}.activeS`, held("alarms", alarmPlace(slot, "activeS"))],
    ]),
  ),
  "alarms.audioPauseLeftS": held("machine", M.audioPauseS),
  "alarms.activeCount": (s, into, at) => {
    let count = 0;
    for (let slot = 0; slot < ALARMS.length; slot += 1) count += flag(alarmActive(s.alarms, slot));
    into[at] = count;
  },
};
