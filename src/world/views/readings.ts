/**
 * Fills a readings array in the order of SIGNALS. Writers are looked up once, so a signal without a
 * writer is found when a world is created, not when somebody reads it.
 */
import { CRANK, crankRateMaxRpm } from "../../machine/crank.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { SIGNALS } from "../contract/signals.ts";
import { MACHINE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { alarmReadings } from "./alarmReadings.ts";
import { circuitReadings } from "./circuitReadings.ts";
import { headReadings } from "./headReadings.ts";
import { machineReadings } from "./machineReadings.ts";
import { matrixReadings } from "./matrixReadings.ts";
import { medicineReadings } from "./medicineReadings.ts";
import { patientReadings } from "./patientReadings.ts";
import type { Reader } from "./reader.ts";
import { supplyReadings } from "./supplyReadings.ts";
import { unitReadings } from "./unitReadings.ts";
import { upkeepReadings } from "./upkeepReadings.ts";

const C = CRANK.index;
const M = MACHINE.index;

const crankReadings: Readonly<Record<string, Reader>> = {
  "crank.place": (s) => s.crank[C.place] as number,
  "crank.head": (s) => s.crank[C.head] as number,
  "crank.cranker": (s) => s.crank[C.cranker] as number,
  "crank.rateRpm": (s) => s.crank[C.rateRpm] as number,
  "crank.rateMaxRpm": (s) => crankRateMaxRpm(s.crank, s.machine[M.postmembraneShownMmHg]),
  "crank.effortFraction": (s) =>
    Math.abs(s.crank[C.rateRpm] as number) /
    crankRateMaxRpm(s.crank, s.machine[M.postmembraneShownMmHg]),
  "crank.turningS": (s) => s.crank[C.turningS] as number,
  "crank.revolutionsCount": (s) => s.crank[C.revolutionsCount] as number,
};

export interface Readings {
  fill(state: WorldState, into: Float64Array): void;
}

export function createReadings(setup: WorldSetup): Readings {
  const table: Readonly<Record<string, Reader>> = {
    ...patientReadings,
    ...circuitReadings,
    ...headReadings,
    ...crankReadings,
    ...machineReadings,
    ...unitReadings,
    ...supplyReadings,
    ...matrixReadings,
    ...upkeepReadings,
    ...alarmReadings,
    ...medicineReadings,
  };
  const readers = SIGNALS.map((signal) => {
    const reader = table[signal.id];
    if (reader === undefined) throw new Error(`Nobody writes the signal "${signal.id}".`);
    return reader;
  });
  return {
    fill(state, into) {
      for (let index = 0; index < readers.length; index += 1) {
        into[index] = (readers[index] as Reader)(state, setup);
      }
    },
  };
}
