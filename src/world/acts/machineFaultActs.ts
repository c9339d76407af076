/** Breaking and mending gas, water, sensors, drives, transducers, light and upkeep. */
import { S_PER_MIN } from "../../kernel/units.ts";
import { blenderFaultCode } from "../../machine/gasNames.ts";
import { GAS, PIPELINE_KPA } from "../../machine/gasSupply.ts";
import { HEAD } from "../../machine/head.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { SENSOR } from "../../machine/sensor.ts";
import { TRANSDUCER } from "../../machine/transducer.ts";
import { deviceIndex, sensorOf, showAt } from "../console/devices.ts";
import type { MachineFault } from "../contract/machineFaults.ts";
import {
  INLINE_SENSORS,
  REGISTERED_DEVICES,
  SENSOR_FAILURES,
  TRANSDUCERS,
} from "../contract/machineIds.ts";
import { MACHINE, UPKEEP } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { headIndex } from "./headActs.ts";

const G = GAS.index;
const M = MACHINE.index;
const W = WATER.index;
const H = HEAD.index;
const S = SENSOR.index;
const T = TRANSDUCER.index;
const U = UPKEEP.index;

type Of<F extends MachineFault["fault"]> = Extract<MachineFault, { fault: F }>;
export type InjectMachine = {
  readonly [F in MachineFault["fault"]]: (state: WorldState, fault: Of<F>) => void;
};
export type ClearMachine = { readonly [F in MachineFault["fault"]]: (state: WorldState) => void };

const UPKEEP_SLOTS = {
  safetyTag: U.safetyTagOverdueBits,
  service: U.serviceOverdueBits,
  earthLeakage: U.earthLeakageBits,
} as const;
/** A drifting blender gives this much less oxygen than is set (K). */
const BLENDER_DRIFT_FRACTION = -0.15;
const LEAK_AT_MMHG = 100;

export const INJECT_MACHINE: InjectMachine = {
  "gas.pipelineLow": ({ gasSupply }, { gas, pressureKPa }) => {
    gasSupply[gas === "oxygen" ? G.oxygenWallKpa : G.airWallKpa] = pressureKPa;
  },
  "gas.supplyCrossed": ({ gasSupply }) => {
    gasSupply[G.oxygenWallO2Fraction] = 0.21;
    gasSupply[G.airWallO2Fraction] = 1;
  },
  "gas.blender": ({ gasSupply }, { kind }) => {
    gasSupply[G.blenderFault] = blenderFaultCode(kind);
    gasSupply[G.blenderHeldFraction] = gasSupply[G.fio2SetFraction] as number;
    gasSupply[G.blenderDriftFraction] = kind === "drift" ? BLENDER_DRIFT_FRACTION : 0;
  },
  "gas.floatStuck": ({ gasSupply }) => {
    gasSupply[G.floatStuck] = 1;
  },
  "gas.lineOff": ({ gasSupply }) => {
    gasSupply[G.lineOff] = 1;
  },
  "gas.leak": ({ gasSupply }, { lostFraction }) => {
    gasSupply[G.leakFraction] = lostFraction;
  },
  "gas.scavengingObstructed": ({ gasSupply }, { openFraction }) => {
    gasSupply[G.scavengingOpenFraction] = Math.max(0.01, openFraction);
  },
  "gas.cylinderLow": ({ gasSupply }, { contentsL }) => {
    gasSupply[G.cylinderL] = contentsL;
  },
  "gas.analyserDrift": ({ gasSupply }, { errorFraction }) => {
    gasSupply[G.analyserErrorFraction] = errorFraction;
  },
  "gas.vaporiserEmpty": ({ gasSupply }) => {
    gasSupply[G.vaporiserMl] = 0;
  },
  "water.pumpWeak": ({ waterUnit }, { lostFraction }) => {
    waterUnit[W.pumpWeakFraction] = lostFraction;
  },
  "water.runaway": ({ waterUnit }, { cutOut }) => {
    waterUnit[W.runaway] = 1;
    waterUnit[W.cutOutFailed] = cutOut === "failed" ? 1 : 0;
  },
  "water.leak": ({ waterUnit }, { leakMlPerMin }) => {
    waterUnit[W.leakMlPerSPerMmHg] = leakMlPerMin / S_PER_MIN / LEAK_AT_MMHG;
  },
  "water.kink": ({ waterUnit }, { openFraction }) => {
    waterUnit[W.kinkOpenFraction] = openFraction;
  },
  "water.unitDies": ({ waterUnit }) => {
    waterUnit[W.dead] = 1;
  },
  "water.flowMoved": ({ waterUnit }, { flowLpm }) => {
    waterUnit[W.setFlowLpm] = flowLpm;
  },
  "line.venousSlug": ({ machine }, { airMl }) => {
    machine[M.venousSlugMl] = airMl;
  },
  "reservoir.ventBlocked": ({ machine }, { openFraction, relief }) => {
    machine[M.ventOpenFraction] = openFraction;
    machine[M.reliefStuck] = relief === "stuck" ? 1 : 0;
  },
  "reservoir.vacuumFails": ({ machine }, { vacuumMmHg }) => {
    machine[M.reservoirVacuumMmHg] = vacuumMmHg;
    machine[M.regulatorShut] = 1;
    machine[M.reliefStuck] = 1;
  },
  "pump.bootReversed": (state, { head: id }) => {
    (state.head[headIndex(id)] as Float64Array)[H.bootReversed] = 1;
  },
  "safety.sensorFails": (state, { device, failure }) => {
    const sensor = sensorOf(state, device);
    const shown = new Float64Array(1);
    showAt(state, deviceIndex(device), shown, 0);
    sensor[S.heldValue] = shown[0];
    sensor[S.failure] = SENSOR_FAILURES.indexOf(failure);
  },
  "safety.sensorDrifts": (state, { device, value }) => {
    sensorOf(state, device)[S.offset] = value;
  },
  "pump.runaway": (state, { head: id, protection }) => {
    const head = state.head[headIndex(id)] as Float64Array;
    head[H.runaway] = 1;
    head[H.runawayUnprotected] = protection === "failed" ? 1 : 0;
  },
  "pump.coverBump": (state, { head: id }) => {
    // The contact opens and shuts again: the run command is gone and nothing is left to show why.
    (state.head[headIndex(id)] as Float64Array)[H.running] = 0;
  },
  "monitor.zeroDrift": (state, { transducer, offsetMmHg }) => {
    transducerOf(state, transducer)[T.zeroMmHg] = offsetMmHg;
  },
  "monitor.wrongHeight": (state, { transducer, heightCm }) => {
    transducerOf(state, transducer)[T.heightCm] = heightCm;
  },
  "monitor.inlineDrift": (state, { sensor, errorFraction }) => {
    state.inlineErrors[INLINE_SENSORS.indexOf(sensor)] = errorFraction;
  },
  "power.batteryWorn": ({ machine }, { leftS }) => {
    machine[M.batteryS] = Math.min(machine[M.batteryS] as number, leftS);
    machine[M.batteryFullS] = machine[M.batteryS] as number;
  },
  "power.generatorLate": ({ machine }, { startsS }) => {
    machine[M.generatorLateS] = startsS;
  },
  "power.lightsOut": ({ upkeep }) => {
    upkeep[U.lightsOut] = 1;
  },
  "upkeep.overdue": ({ upkeep }, { device, what }) => {
    const bit = 1 << REGISTERED_DEVICES.indexOf(device);
    upkeep[UPKEEP_SLOTS[what]] = (upkeep[UPKEEP_SLOTS[what]] as number) | bit;
  },
};

const transducerOf = (state: WorldState, id: (typeof TRANSDUCERS)[number]): Float64Array =>
  state.transducer[TRANSDUCERS.indexOf(id)] as Float64Array;

const setAll = (rows: readonly Float64Array[], slot: number): void => {
  for (const row of rows) row[slot] = 0;
};

export const CLEAR_MACHINE: ClearMachine = {
  "gas.pipelineLow": ({ gasSupply }) => {
    gasSupply[G.oxygenWallKpa] = PIPELINE_KPA;
    gasSupply[G.airWallKpa] = PIPELINE_KPA;
  },
  "gas.supplyCrossed": ({ gasSupply }) => {
    gasSupply[G.oxygenWallO2Fraction] = 1;
    gasSupply[G.airWallO2Fraction] = 0.21;
  },
  "gas.blender": ({ gasSupply }) => {
    gasSupply[G.blenderFault] = 0;
    gasSupply[G.blenderDriftFraction] = 0;
  },
  "gas.floatStuck": ({ gasSupply }) => {
    gasSupply[G.floatStuck] = 0;
  },
  "gas.lineOff": ({ gasSupply }) => {
    gasSupply[G.lineOff] = 0;
  },
  "gas.leak": ({ gasSupply }) => {
    gasSupply[G.leakFraction] = 0;
  },
  "gas.scavengingObstructed": ({ gasSupply }) => {
    gasSupply[G.scavengingOpenFraction] = 1;
  },
  "gas.cylinderLow": ({ gasSupply }) => {
    gasSupply[G.cylinderL] = gasSupply[G.cylinderFullL] as number;
  },
  "gas.analyserDrift": ({ gasSupply }) => {
    gasSupply[G.analyserErrorFraction] = 0;
  },
  "gas.vaporiserEmpty": ({ gasSupply }) => {
    gasSupply[G.vaporiserMl] = gasSupply[G.vaporiserFullMl] as number;
  },
  "water.pumpWeak": ({ waterUnit }) => {
    waterUnit[W.pumpWeakFraction] = 0;
  },
  "water.runaway": ({ waterUnit }) => {
    waterUnit[W.runaway] = 0;
    waterUnit[W.cutOutFailed] = 0;
  },
  "water.leak": ({ waterUnit }) => {
    waterUnit[W.leakMlPerSPerMmHg] = 0;
  },
  "water.kink": ({ waterUnit }) => {
    waterUnit[W.kinkOpenFraction] = 1;
  },
  "water.unitDies": ({ waterUnit }) => {
    waterUnit[W.dead] = 0;
  },
  "water.flowMoved": () => undefined, // knobs are turned back by hand
  "line.venousSlug": ({ machine }) => {
    machine[M.venousSlugMl] = 0;
  },
  "reservoir.ventBlocked": ({ machine }) => {
    machine[M.ventOpenFraction] = 1;
    machine[M.reliefStuck] = 0;
  },
  "reservoir.vacuumFails": ({ machine }) => {
    machine[M.regulatorShut] = 0;
    machine[M.reliefStuck] = 0;
  },
  "pump.bootReversed": (state) => setAll(state.head, H.bootReversed),
  "safety.sensorFails": (state) => setAll(state.sensor, S.failure),
  "safety.sensorDrifts": (state) => setAll(state.sensor, S.offset),
  "pump.runaway": (state) => setAll(state.head, H.runaway),
  "pump.coverBump": () => undefined, // a bump is over at once; the head waits for START
  "monitor.zeroDrift": (state) => setAll(state.transducer, T.zeroMmHg),
  "monitor.wrongHeight": (state) => setAll(state.transducer, T.heightCm),
  "monitor.inlineDrift": ({ inlineErrors }) => {
    inlineErrors.fill(0);
  },
  "power.batteryWorn": () => undefined, // a worn battery is replaced, not mended
  "power.generatorLate": ({ machine }) => {
    machine[M.generatorLateS] = 0;
  },
  "power.lightsOut": ({ upkeep }) => {
    upkeep[U.lightsOut] = 0;
  },
  "upkeep.overdue": ({ upkeep }) => {
    for (const slot of Object.values(UPKEEP_SLOTS)) upkeep[slot] = 0;
  },
};
