/**
 * Fills a readings array in the order of SIGNALS. Writers are looked up once, so a signal without a
 * writer is found when a world is created, not when somebody reads it.
 */
import { CRANK, findRateMax } from "../../machine/crank.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { SIGNALS } from "../contract/signals.ts";
import { MACHINE } from "../state/layouts.ts";
import { BLOCK_START, type WorldState } from "../state/state.ts";
import { alarmReadings } from "./alarmReadings.ts";
import { bloodReadings } from "./bloodReadings.ts";
import { circuitReadings } from "./circuitReadings.ts";
import { headReadings } from "./headReadings.ts";
import { machineReadings } from "./machineReadings.ts";
import { matrixReadings } from "./matrixReadings.ts";
import { medicineReadings } from "./medicineReadings.ts";
import { patientReadings } from "./patientReadings.ts";
import { type Computed, held, type Reader } from "./reader.ts";
import { supplyReadings } from "./supplyReadings.ts";
import { unitReadings } from "./unitReadings.ts";
import { upkeepReadings } from "./upkeepReadings.ts";

const C = CRANK.index;
const M = MACHINE.index;

function rateMax(s: WorldState, into: Float64Array, at: number): void {
  into[at] = s.machine[M.postmembraneShownMmHg] as number;
  findRateMax(s.crank, into, at);
}

const crankReadings: Readonly<Record<string, Reader>> = {
  "crank.place": held("crank", C.place),
  "crank.head": held("crank", C.head),
  "crank.cranker": held("crank", C.cranker),
  "crank.rateRpm": held("crank", C.rateRpm),
  "crank.rateMaxRpm": rateMax,
  "crank.effortFraction": (s, into, at) => {
    rateMax(s, into, at);
    into[at] = Math.abs(s.crank[C.rateRpm] as number) / into[at];
  },
  "crank.turningS": held("crank", C.turningS),
  "crank.revolutionsCount": held("crank", C.revolutionsCount),
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
    ...bloodReadings,
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
  // Most readings stand in the state as they are: they are copied by place, without a call for each.
  const copiedTo: number[] = [];
  const copiedFrom: number[] = [];
  const computedTo: number[] = [];
  const computed: Computed[] = [];
  for (const [index, reader] of readers.entries()) {
    if (typeof reader === "function") {
      computedTo.push(index);
      computed.push(reader);
    } else {
      copiedTo.push(index);
      copiedFrom.push((BLOCK_START.get(reader.block) as number) + reader.offset);
    }
  }
  const to = Int32Array.from(copiedTo);
  const from = Int32Array.from(copiedFrom);
  return {
    fill(state, into) {
      const { all } = state;
      for (let i = 0; i < to.length; i += 1)
        into[to[i] as number] = all[from[i] as number] as number;
      for (let i = 0; i < computed.length; i += 1) {
        (computed[i] as Computed)(state, into, computedTo[i] as number, setup);
      }
    },
  };
}
