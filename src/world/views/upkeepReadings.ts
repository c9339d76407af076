/** Transducers, in-line sensors, laps, plugs, light, alarm sound and the check sheet as readings. */
import { transducerErrorMmHg } from "../../machine/transducer.ts";
import { CHECK_ITEMS, INLINE_SENSORS, TRANSDUCERS } from "../contract/machineIds.ts";
import { UPKEEP } from "../state/layouts.ts";
import { held, type Reader } from "./reader.ts";

const U = UPKEEP.index;
const own = (slot: number): Reader => held("upkeep", slot);

export const upkeepReadings: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(
    TRANSDUCERS.map((id, index): [string, Reader] => [
      `transducer.${id}.errorMmHg`,
      (s, into, at) => {
        into[at] = transducerErrorMmHg(s.transducer[index] as Float64Array);
      },
    ]),
  ),
  ...Object.fromEntries(
    INLINE_SENSORS.map((id, at): [string, Reader] => [
      `inline.${id}.errorFraction`,
      held("inlineErrors", at),
    ]),
  ),
  ...Object.fromEntries(
    CHECK_ITEMS.map((item, at): [string, Reader] => [`check.${item}`, held("checks", at)]),
  ),
  "timer.bypass.lapS": own(U.bypassLapS),
  "timer.bypass.lapCount": own(U.bypassLapCount),
  "timer.crossClamp.lapS": own(U.crossClampLapS),
  "timer.crossClamp.lapCount": own(U.crossClampLapCount),
  "timer.cardioplegia.lapS": own(U.cardioplegiaLapS),
  "timer.cardioplegia.lapCount": own(U.cardioplegiaLapCount),
  "power.heaterCooler.socket": own(U.heaterCoolerSocket),
  "power.monitor.socket": own(U.monitorSocket),
  "power.loadFraction": own(U.loadFraction),
  "power.lightsOut": own(U.lightsOut),
  "power.emergencyLight": own(U.emergencyLight),
  "alarms.audioOff": own(U.audioOff),
};
