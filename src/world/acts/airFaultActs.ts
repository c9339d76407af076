/** What the faults of air change: a direction, a running head, what lies in the left heart. */
import { HEAD } from "../../machine/head.ts";
import type { Fault } from "../contract/faults.ts";
import { enterAir } from "../physics/airEntry.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { firstCell, nodeIndex } from "../topology.ts";
import { headIndex } from "./headActs.ts";
import { linkSafety } from "./safetyActs.ts";

const H = HEAD.index;
const P = PATIENT.index;
const VENTRICLE = firstCell.leftVentricle;
const VENTRICLE_NODE = nodeIndex("leftVentricle");

type Of<F extends Fault["fault"]> = Extract<Fault, { fault: F }>;

/** Bring air into the left ventricle, mL. */
export function fillLeftHeart(state: WorldState, airMl: number): void {
  enterAir(state, VENTRICLE, airMl);
  state.nodeVolumeMl[VENTRICLE_NODE] += airMl;
}

export const INJECT_AIR = {
  "pump.reversed": (state: WorldState, fault: Of<"pump.reversed">) => {
    const head = state.head[headIndex(fault.head)] as Float64Array;
    head[H.rotation] = 1 - (head[H.rotation] as number);
  },
  "pump.leftRunning": (state: WorldState, fault: Of<"pump.leftRunning">) => {
    const head = state.head[headIndex(fault.head)] as Float64Array;
    head[H.setRpm] = fault.rpm;
    head[H.running] = 1;
  },
  "safety.linkMoved": (state: WorldState, { head }: Of<"safety.linkMoved">) => {
    linkSafety(state, { type: "safety.link", head });
  },
  "patient.leftHeartAir": (state: WorldState, fault: Of<"patient.leftHeartAir">) =>
    fillLeftHeart(state, fault.airMl),
  "patient.heartWakes": ({ patient }: WorldState, fault: Of<"patient.heartWakes">) => {
    patient[P.myocardialPotassiumMmolPerL] = fault.potassiumMmolPerL;
    patient[P.myocardialC] = fault.temperatureC;
  },
} as const;

/** Heads are set right by hand, and air goes where it goes. */
export const CLEAR_AIR = {
  "pump.reversed": () => undefined,
  "pump.leftRunning": () => undefined,
  "safety.linkMoved": () => undefined,
  "patient.leftHeartAir": () => undefined,
  "patient.heartWakes": () => undefined,
} as const;
