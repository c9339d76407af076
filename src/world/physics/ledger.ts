/**
 * Conservation: what the world holds, and what crossed its boundary (docs/model.md T-7). The error is
 * what is there now, less what was there at the start, less what came in.
 */

import { assert } from "../../kernel/assert.ts";
import { GAS_CELLS } from "../../machine/oxygenator.ts";
import { TISSUE_KJ_PER_C } from "../../physiology/patient/organs.ts";
import { MACHINE, PATIENT, TISSUE } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  BEDS,
  CELL_COUNT,
  CO2,
  FIRST_PLASMA_SPECIES,
  GAS,
  HEAT,
  O2,
  PLASMA_SPECIES,
  RED,
} from "../topology.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const T = TISSUE.index;

/** A sum of what the world holds, into a cell: what runs at each reading hands numbers on in cells. */
type Total = (state: WorldState, into: Float64Array, at: number) => void;

/** Sums at work: of cells, of the gas side or the tissues. */
const SUMS = new Float64Array(3);

function sumSpecies(state: WorldState, species: number, into: Float64Array, at: number): void {
  const { cellAmount } = state;
  const end = amountIndex(species, CELL_COUNT);
  let sum = 0;
  for (let i = amountIndex(species, 0); i < end; i += 1) sum += cellAmount[i] as number;
  into[at] = sum;
}

function sumGasSide(state: WorldState, first: number, into: Float64Array, at: number): void {
  let sum = 0;
  for (let cell = 0; cell < GAS_CELLS; cell += 1) sum += state.gasSide[first + cell];
  into[at] = sum;
}

function sumTissue(state: WorldState, slot: number, into: Float64Array, at: number): void {
  let sum = 0;
  for (let bed = 0; bed < BEDS.length; bed += 1) sum += state.tissue[bed * TISSUE.size + slot];
  into[at] = sum;
}

/** Blood in patient and circuit, mL; bubbles are not blood. */
export const totalVolumeMl: Total = (state, into, at) => {
  const { cellVolumeMl } = state;
  let sum = 0;
  for (let cell = 0; cell < CELL_COUNT; cell += 1) sum += cellVolumeMl[cell] as number;
  sumSpecies(state, GAS, SUMS, 0);
  into[at] = sum - SUMS[0];
};

/** A gas in blood, gas side and tissue, mL. */
const totalGasMl =
  (species: number, firstOfGasSide: number, slot: number): Total =>
  (state, into, at) => {
    sumSpecies(state, species, SUMS, 0);
    sumGasSide(state, firstOfGasSide, SUMS, 1);
    sumTissue(state, slot, SUMS, 2);
    into[at] = SUMS[0] + SUMS[1] + SUMS[2];
  };
/** Oxygen in blood, gas side and muscle's pigment, mL. */
export const totalOxygenMl = totalGasMl(O2, 0, T.boundO2Ml);
/** Carbon dioxide in blood, gas side and tissue, mL. */
export const totalCarbonDioxideMl = totalGasMl(CO2, GAS_CELLS, T.co2Ml);
export const totalRedCellMl: Total = (state, into, at) => sumSpecies(state, RED, into, at);
/** Heat in blood and tissues against 0 °C, kJ. */
export const totalHeatKj: Total = (state, into, at) => {
  const { patient } = state;
  const tissue =
    patient[P.brainTissueC] * TISSUE_KJ_PER_C.brain +
    patient[P.visceraTissueC] * TISSUE_KJ_PER_C.viscera +
    patient[P.muscleTissueC] * TISSUE_KJ_PER_C.muscle +
    patient[P.skinTissueC] * TISSUE_KJ_PER_C.skin;
  sumSpecies(state, HEAT, SUMS, 0);
  into[at] = SUMS[0] + tissue;
};

/** Bubbles in patient and circuit, mL. */
export const totalAirMl: Total = (state, into, at) => sumSpecies(state, GAS, into, at);

assert(PLASMA_SPECIES.length % 2 === 0, "plasma species are summed by twos");

/** Where tissue keeps a plasma species, or -1: protein stays in the blood. */
const tissueSlot: readonly number[] = PLASMA_SPECIES.map((name) =>
  (TISSUE.names as readonly string[]).indexOf(name),
);

/**
 * What plasma and interstitial water hold of each plasma species; of lactate, all the body's water. Filled
 * into `into`, two species at a time: one sum waits for the other's addition instead of for its own.
 */
export function totalPlasma(state: WorldState, into: Float64Array): void {
  const { cellAmount } = state;
  for (let species = 0; species < PLASMA_SPECIES.length; species += 2) {
    const end = amountIndex(FIRST_PLASMA_SPECIES + species + 1, 0);
    let one = 0;
    let other = 0;
    for (let at = end - CELL_COUNT; at < end; at += 1) {
      one += cellAmount[at] as number;
      other += cellAmount[at + CELL_COUNT] as number;
    }
    into[species] = one;
    into[species + 1] = other;
  }
  for (let species = 0; species < PLASMA_SPECIES.length; species += 1) {
    const slot = tissueSlot[species] as number;
    if (slot < 0) continue;
    sumTissue(state, slot, SUMS, 0);
    into[species] += SUMS[0];
  }
}

/** Machine slot that counts what came in, for species that have one there. */
const LEDGER_SLOT: readonly number[] = [
  M.oxygenInMl,
  M.carbonDioxideInMl,
  M.redCellInMl,
  M.heatInKj,
  M.airInMl,
];

/** Write down an amount of a species that entered the world, or left it when negative. */
export function recordIn(state: WorldState, species: number, amount: number): void {
  if (species >= FIRST_PLASMA_SPECIES) state.plasmaIn[species - FIRST_PLASMA_SPECIES] += amount;
  else state.machine[LEDGER_SLOT[species] as number] += amount;
}

/** Begin the ledger: what is held now is the start, and nothing has crossed yet. */
export function openLedger(state: WorldState): void {
  const m = state.machine;
  totalVolumeMl(state, m, M.volumeStartMl);
  totalOxygenMl(state, m, M.oxygenStartMl);
  totalCarbonDioxideMl(state, m, M.carbonDioxideStartMl);
  totalRedCellMl(state, m, M.redCellStartMl);
  totalHeatKj(state, m, M.heatStartKj);
  totalAirMl(state, m, M.airStartMl);
  m[M.airInMl] = 0;
  m[M.volumeInMl] = 0;
  m[M.oxygenInMl] = 0;
  m[M.carbonDioxideInMl] = 0;
  m[M.redCellInMl] = 0;
  m[M.heatInKj] = 0;
  totalPlasma(state, state.plasmaStart);
  state.plasmaIn.fill(0);
}
