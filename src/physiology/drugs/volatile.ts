/**
 * An anaesthetic vapour in the sweep gas (docs/model-drugs.md D-10 to D-12): it enters and leaves by the
 * oxygenator alone, spreads in well-perfused tissue at once and in muscle slowly. Amounts are mL of vapour.
 */
import { POOL } from "./kinetics.ts";

const P = POOL.index;
const ML_PER_L = 1000;
/** Blood of the body, L/kg; it is part of the pool that fills at once. */
const BLOOD_L_PER_KG = 0.07;
const NORMAL_C = 37;

/** A vapour as its file says. */
export interface Volatile {
  readonly bloodGasRatio: number;
  readonly ratioPerC: number;
  readonly richTissueLPerKg: number;
  readonly muscleLPerKg: number;
  readonly muscleExchangeLPerMinPerKg: number;
}

/** What the oxygenator and the body do at this moment; filled anew before each step. */
export interface GasExchange {
  bloodLpm: number;
  sweepLpm: number;
  bodyC: number;
}

/** Partition of blood against gas at a temperature: more dissolves in the cold (D-10). */
export const partitionRatio = (agent: Volatile, temperatureC: number): number =>
  agent.bloodGasRatio * (1 + agent.ratioPerC * Math.max(0, NORMAL_C - temperatureC));

/** Gas that one unit of tension moves across the oxygenator, L/min: blood and sweep in series (D-11). */
export function vapourConductanceLpm(ratio: number, bloodLpm: number, sweepLpm: number): number {
  const blood = ratio * Math.max(0, bloodLpm);
  const sweep = Math.max(0, sweepLpm);
  return blood + sweep === 0 ? 0 : (blood * sweep) / (blood + sweep);
}

/** Advance a vapour's pools; `infusedPerS` holds the vaporiser's setting as a share of gas (D-12). */
export function stepVolatile(
  pools: Float64Array,
  at: number,
  body: { readonly agent: Volatile; readonly weightKg: number },
  gas: GasExchange,
  dtS: number,
): void {
  const { agent, weightKg } = body;
  const ratio = partitionRatio(agent, gas.bodyC);
  const richMl = ratio * (agent.richTissueLPerKg + BLOOD_L_PER_KG) * weightKg * ML_PER_L;
  const muscleMl = ratio * agent.muscleLPerKg * weightKg * ML_PER_L;
  const tension = pools[at + P.central] / richMl;
  const conductance = vapourConductanceLpm(ratio, gas.bloodLpm, gas.sweepLpm);
  const taken = ((conductance * ML_PER_L) / 60) * (pools[at + P.infusedPerS] - tension) * dtS;
  pools[at + P.central] += taken;
  pools[at + (taken > 0 ? P.given : P.removed)] += Math.abs(taken);
  const muscleFlow = (ratio * agent.muscleExchangeLPerMinPerKg * weightKg * ML_PER_L) / 60;
  const perfused = gas.bloodLpm > 0 ? 1 : 0;
  const across = muscleFlow * perfused * (tension - pools[at + P.peripheral] / muscleMl) * dtS;
  pools[at + P.central] -= across;
  pools[at + P.peripheral] += across;
  // Brain and heart are well-perfused tissue: their tension is the pool's.
  pools[at + P.effectPerL] = pools[at + P.central] / richMl;
}
