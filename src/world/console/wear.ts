/**
 * What neglect does (docs/model.md M-47): a device past its service date fails sooner or later, at a
 * moment drawn by seed. A device in date draws nothing.
 */
import { nextFraction } from "../../kernel/random.ts";
import { TICKS_PER_S } from "../../kernel/tick.ts";
import { blenderFaultCode } from "../../machine/gasNames.ts";
import { GAS } from "../../machine/gasSupply.ts";
import { HEAD } from "../../machine/head.ts";
import { WATER } from "../../machine/heaterCooler.ts";
import { TRANSDUCER } from "../../machine/transducer.ts";
import { HEADS } from "../contract/ids.ts";
import { REGISTERED_DEVICES, type RegisteredDevice } from "../contract/machineIds.ts";
import { UPKEEP } from "../state/layouts.ts";
import { STREAM_OFFSET, type WorldState } from "../state/state.ts";

/** Chance in a second that an overdue device fails: once in ten minutes on average (set by us). */
const FAILS_PER_S = 1 / 600;
const TIRED_FRACTION = 0.45;
const DRIFT_FRACTION = -0.15;
const DRIFT_MMHG = 12;
const VENT = HEADS.indexOf("vent");

const FAIL: Readonly<Record<RegisteredDevice, (state: WorldState) => void>> = {
  console: ({ head }) => {
    (head[VENT] as Float64Array)[HEAD.index.motorFault] = 1;
  },
  heaterCooler: ({ waterUnit }) => {
    waterUnit[WATER.index.pumpWeakFraction] = TIRED_FRACTION;
  },
  blender: ({ gasSupply }) => {
    gasSupply[GAS.index.blenderFault] = blenderFaultCode("drift");
    gasSupply[GAS.index.blenderDriftFraction] = DRIFT_FRACTION;
  },
  monitor: ({ transducer }) => {
    (transducer[0] as Float64Array)[TRANSDUCER.index.zeroMmHg] = DRIFT_MMHG;
  },
};

/** Once a second, each device past its service date may fail. */
export function stepWear(state: WorldState, tick: number): void {
  const bits = state.upkeep[UPKEEP.index.serviceOverdueBits] as number;
  if (bits === 0 || tick % TICKS_PER_S !== 0) return;
  for (let at = 0; at < REGISTERED_DEVICES.length; at += 1) {
    if (((bits >> at) & 1) === 0) continue;
    if (nextFraction(state.random, STREAM_OFFSET.wear) < FAILS_PER_S)
      FAIL[REGISTERED_DEVICES[at] as RegisteredDevice](state);
  }
}
