/**
 * Where a drug is: on its way, in the blood, in tissue, at its site of action (docs/model-drugs.md D-1
 * to D-6). Amounts are in the unit of the drug's file. Whatever leaves is counted, so that given less
 * removed is always what is there.
 */
import { log } from "../../kernel/detMath.ts";
import { expInPlace } from "../../kernel/detMathInPlace.ts";
import { defineLayout } from "../../kernel/layout.ts";

/** One drug's share of the state. */
export const POOL = defineLayout([
  "inCircuit",
  "inVein",
  "central",
  "peripheral",
  "effectPerL",
  "given",
  "removed",
  "infusedPerS",
]);
const P = POOL.index;

/** How a drug spreads and goes, as its file says. */
export interface Kinetics {
  readonly centralMlPerKg: number;
  readonly peripheralMlPerKg: number;
  readonly exchangeMlPerMinPerKg: number;
  readonly clearanceMlPerMinPerKg: number;
  readonly removalQ10: number;
  readonly effectHalfLifeMinutes: number;
}
/** A removal that fills up. */
export interface Saturable {
  readonly removalPerMinPerKg: number;
  readonly halfAtPerL: number;
  readonly heatOnsetC: number;
  readonly circuitClearanceMlPerMinPerKg: number;
}

/** The same for one body, per second and in litres. */
export interface BodyKinetics {
  readonly centralL: number;
  readonly peripheralL: number;
  readonly exchangeLPerS: number;
  readonly clearanceLPerS: number;
  readonly logQ10PerC: number;
  readonly effectPerS: number;
  readonly saturablePerS: number;
  readonly saturableHalfAtPerL: number;
  readonly circuitLPerS: number;
  readonly heatOnsetC: number;
}

/** What the body does to all drugs alike at this moment; filled anew before each step. */
export interface Conveyance {
  /** Share of the drug in reservoir and lines that the pump carries on each second. */
  circuitPerS: number;
  /** Share of the drug in a central vein that flows on each second. */
  veinPerS: number;
  /** Share of venous blood that goes through the circuit. */
  drainedFraction: number;
  /** Systemic flow over what the body is used to, 1 at most: tissue and liver need blood. */
  perfusionFraction: number;
  liverC: number;
}

const LN_2 = 0.6931471805599453;
const NORMAL_C = 37;

/** A file's kinetics for a body weight. */
export function kineticsForBody(
  kinetics: Kinetics,
  saturable: Saturable | undefined,
  weightKg: number,
): BodyKinetics {
  return {
    centralL: (kinetics.centralMlPerKg * weightKg) / 1000,
    peripheralL: (kinetics.peripheralMlPerKg * weightKg) / 1000,
    exchangeLPerS: (kinetics.exchangeMlPerMinPerKg * weightKg) / 60000,
    clearanceLPerS: (kinetics.clearanceMlPerMinPerKg * weightKg) / 60000,
    logQ10PerC: log(kinetics.removalQ10) / 10,
    effectPerS: LN_2 / (kinetics.effectHalfLifeMinutes * 60),
    saturablePerS: ((saturable?.removalPerMinPerKg ?? 0) * weightKg) / 60,
    saturableHalfAtPerL: saturable?.halfAtPerL ?? 1,
    circuitLPerS: ((saturable?.circuitClearanceMlPerMinPerKg ?? 0) * weightKg) / 60000,
    heatOnsetC: saturable?.heatOnsetC ?? 0,
  };
}

/** A rate at work, per second, and then the share of a pool that leaves it in a step. */
const RATE = new Float64Array(1);

/** Share of a pool that leaves it in a step, for the rate in RATE (D-1). */
function leave(dtS: number): void {
  const step = RATE[0] * dtS;
  RATE[0] = step / (1 + step);
}

/** Share of the drug in blood that goes each second, into RATE (D-4, D-5). */
function findRemoval(pools: Float64Array, at: number, body: BodyKinetics, way: Conveyance): void {
  const organs = body.clearanceLPerS * way.perfusionFraction;
  if (body.saturablePerS === 0) {
    RATE[0] = body.logQ10PerC * (way.liverC - NORMAL_C);
    expInPlace(RATE, 0);
    RATE[0] = (organs * RATE[0]) / body.centralL;
    return;
  }
  const perL = pools[at + P.central] / body.centralL;
  const enzymes = body.saturablePerS / (body.saturableHalfAtPerL + perL);
  const surfaces = body.circuitLPerS * way.drainedFraction;
  // Removal by heat: none at the onset, all at 37 °C, straight between, as BL-51.
  const byHeat = Math.max(0, (way.liverC - body.heatOnsetC) / (NORMAL_C - body.heatOnsetC));
  RATE[0] = ((enzymes + surfaces + organs) * byHeat) / body.centralL;
}

/** Advance one drug's pools by a step (D-1 to D-6). */
export function stepPool(
  pools: Float64Array,
  at: number,
  body: BodyKinetics,
  way: Conveyance,
  dtS: number,
): void {
  const infused = pools[at + P.infusedPerS] * dtS;
  pools[at + P.inVein] += infused;
  pools[at + P.given] += infused;
  RATE[0] = way.veinPerS;
  leave(dtS);
  const fromVein = pools[at + P.inVein] * RATE[0];
  RATE[0] = way.circuitPerS;
  leave(dtS);
  const fromCircuit = pools[at + P.inCircuit] * RATE[0];
  const drained = fromVein * way.drainedFraction;
  pools[at + P.inVein] -= fromVein;
  pools[at + P.inCircuit] += drained - fromCircuit;
  pools[at + P.central] += fromVein - drained + fromCircuit;
  findRemoval(pools, at, body, way);
  leave(dtS);
  const gone = pools[at + P.central] * RATE[0];
  pools[at + P.central] -= gone;
  pools[at + P.removed] += gone;
  const centralPerL = pools[at + P.central] / body.centralL;
  const difference = centralPerL - pools[at + P.peripheral] / body.peripheralL;
  const across = body.exchangeLPerS * way.perfusionFraction * difference * dtS;
  pools[at + P.central] -= across;
  pools[at + P.peripheral] += across;
  RATE[0] = body.effectPerS * way.perfusionFraction;
  leave(dtS);
  pools[at + P.effectPerL] += (centralPerL - pools[at + P.effectPerL]) * RATE[0];
}

/** Put a dose on its way; the amount is in the unit of the drug's file. */
export function giveToPool(
  pools: Float64Array,
  at: number,
  amount: number,
  intoCircuit: boolean,
): void {
  pools[at + (intoCircuit ? P.inCircuit : P.inVein)] += amount;
  pools[at + P.given] += amount;
}

/** What of a drug is in the body and the circuit, in the unit of its file. */
export const presentInPool = (pools: Float64Array, at: number): number =>
  pools[at + P.inCircuit] + pools[at + P.inVein] + pools[at + P.central] + pools[at + P.peripheral];
