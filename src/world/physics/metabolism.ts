/**
 * Organs in the running world, every fifth tick (docs/model.md P-1 to P-4, P-20 to P-23, P-26): oxygen taken
 * from capillary blood, CO2, heat and lactate given to it, and the stores of the tissue in between.
 */

import { defineLayout, type SlotOf } from "../../kernel/layout.ts";
import { HEAT_KJ_PER_ML_O2 } from "../../physiology/blood/properties.ts";
import {
  metabolicFactor,
  metabolicFactorInPlace,
  ORGANS,
  type Organ,
  TISSUE_KJ_PER_C,
} from "../../physiology/patient/organs.ts";
import {
  anaerobicShareInPlace,
  LACTATE_HALF_LIFE_S,
  LACTATE_MMOL_PER_ML_O2,
  myoglobinShare,
  RESTING_LACTATE_MMOL_PER_S_PER_KG,
  type TissueStore,
  tissueStore,
  uptakeShareInPlace,
} from "../../physiology/patient/tissue.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT, TISSUE } from "../state/layouts.ts";
import { MEDICINE } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import {
  amountIndex,
  BEDS,
  CALCIUM,
  CHLORIDE,
  CO2,
  FIRST_PLASMA_SPECIES,
  firstCell,
  GLUCOSE,
  LACTATE,
  MAGNESIUM,
  O2,
  OTHER_ANIONS,
  POTASSIUM,
  SODIUM,
} from "../topology.ts";
import { CELL_BLOOD, createCellBlood, plasmaPerL, readCell, solveTensions } from "./cellBlood.ts";

const M = MACHINE.index;
const R = MEDICINE.index;
const P = PATIENT.index;
const T = TISSUE.index;
const LN_2 = 0.6931471805599453;

/** Plasma species that interstitial water shares, and where the tissue keeps them. */
const INTERSTITIAL = [
  { species: SODIUM, slot: T.sodiumMmol },
  { species: POTASSIUM, slot: T.potassiumMmol },
  { species: CALCIUM, slot: T.calciumMmol },
  { species: MAGNESIUM, slot: T.magnesiumMmol },
  { species: CHLORIDE, slot: T.chlorideMmol },
  { species: OTHER_ANIONS, slot: T.otherAnionsMeq },
  { species: GLUCOSE, slot: T.glucoseMmol },
] as const;

export const METABOLISM_TICKS = 5;
const STEP_S = METABOLISM_TICKS * 0.02;
const LACTATE_LEDGER = LACTATE - FIRST_PLASMA_SPECIES;
/** Capillary blood and tissue come to one PCO2 within a second: conductance by blood, mL/s/mmHg/mL (K). */
const CO2_PER_S_MMHG_PER_BLOOD_ML = 0.0035;
/** Lactate and small ions leave the capillaries within minutes: clearance by blood, mL/s/mL (K). */
const CLEARANCE_PER_S = 0.05;
/** Myoglobin fills and empties with this lag, s (K). */
const MYOGLOBIN_S = 5;
/** Muscle in malignant hyperthermia uses three times what it does at rest (set by us, PROVISIONAL). */
const HYPERMETABOLIC_FACTOR = 2;
/** Shivering at its worst doubles what the whole body uses; all of it is muscle's work (clinical.md B17, PROVISIONAL). */
const SHIVERING_FACTOR = 2.44;

/** What a bed's step hands on (ADR 0045). */
const WORK = defineLayout([
  /** Factor of metabolism at the tissue's temperature. */
  "metabolicRatio",
  /** What malignant hyperthermia and shivering add to a muscle's work. */
  "feverRatio",
  "shiveringRatio",
  /** Oxygen that is missing in a step. */
  "lackingO2Ml",
  /** Capillary blood that tissue has to do with: where air stands, nothing passes. */
  "wetMl",
]);
const K = WORK.index;

/**
 * What a bed is by numbers. A row and not an object: an object's shape differs by whether a number in it is
 * whole, and code that was compiled for one shape is thrown away when the next world brings another.
 */
const BED = defineLayout([
  "kjPerC",
  "q10",
  "demandMlPerS",
  "co2MlPerMmHg",
  "lactateMl",
  "interstitialMl",
  "myoglobinO2Ml",
  "restingLactateMmolPerS",
  "respiratoryQuotientFraction",
  /** Taken up by the liver, at 37 °C; 0 elsewhere. */
  "clearedLactateMlPerS",
  "bloodMl",
]);
const N = BED.index;

interface Bed {
  readonly organ: Organ;
  readonly cell: number;
  readonly tissueOffset: number;
  readonly tissueC: number;
  readonly numbers: Float64Array;
}

function createBeds({ patient }: WorldSetup): readonly Bed[] {
  const demand = (patient.oxygenUptakeMlPerMinPerM2 * patient.bodySurfaceM2) / 60;
  const q10s = {
    brain: patient.brainQ10,
    viscera: patient.bodyQ10 ?? patient.visceraQ10,
    muscle: patient.bodyQ10 ?? patient.muscleQ10,
  };
  const stores = ORGANS.map((organ) => tissueStore(organ, ORGANS, patient.weightKg));
  const lactateSpaceMl = stores.reduce((sum, store) => sum + store.lactateMl, 0);
  const clearedMlPerS = (LN_2 / LACTATE_HALF_LIFE_S) * lactateSpaceMl;
  const atRest = RESTING_LACTATE_MMOL_PER_S_PER_KG * patient.weightKg;
  return ORGANS.map((organ, at) => ({
    organ,
    cell: firstCell[organ.id],
    tissueOffset: BEDS.indexOf(organ.id) * TISSUE.size,
    tissueC: P[`${organ.tissue}TissueC` as const],
    numbers: rowOf({
      ...(stores[at] as TissueStore),
      kjPerC: TISSUE_KJ_PER_C[organ.tissue],
      q10: q10s[organ.tissue],
      demandMlPerS: demand * organ.demandFraction,
      restingLactateMmolPerS: atRest * organ.demandFraction,
      respiratoryQuotientFraction: patient.respiratoryQuotientFraction,
      clearedLactateMlPerS: organ.id === "viscera" ? clearedMlPerS : 0,
      bloodMl: organ.bloodMl,
    }),
  }));
}

const rowOf = (numbers: Readonly<Record<SlotOf<typeof BED>, number>>): Float64Array =>
  Float64Array.from(BED.names, (name) => numbers[name]);

const work = new Float64Array(WORK.size);
const pair = new Float64Array(2);
const read = createCellBlood();

/**
 * What malignant hyperthermia adds to a muscle's work, as far as dantrolene lets it (P-23), and shivering, as far
 * as a relaxant does (P-26).
 */
function exert({ patient, medicine }: WorldState, bed: Bed): void {
  work[K.feverRatio] = 0;
  work[K.shiveringRatio] = 0;
  if (bed.organ.tissue !== "muscle") return;
  work[K.feverRatio] =
    HYPERMETABOLIC_FACTOR *
    patient[P.hypermetabolismFraction] *
    (1 - medicine[R.hypermetabolismBlockFraction]);
  work[K.shiveringRatio] =
    SHIVERING_FACTOR * patient[P.shiveringFraction] * (1 - medicine[R.neuromuscularBlockFraction]);
}

/** Oxygen taken from the bed's blood during a step; counts demand, debt, heat and CO2. */
function burn(state: WorldState, bed: Bed): void {
  const { patient: p, machine: m } = state;
  const factor = work[K.metabolicRatio];
  exert(state, bed);
  const rest = bed.organ.id === "coronary" ? (p[P.heartDemandRatio] as number) : 1;
  const effort = rest + work[K.feverRatio] + work[K.shiveringRatio];
  const demand = bed.numbers[N.demandMlPerS] * factor * effort * STEP_S;
  const at = amountIndex(O2, bed.cell);
  pair[0] = state.cellPo2MmHg[bed.cell];
  uptakeShareInPlace(pair, 0, bed.organ.isBrain);
  const taken = Math.min(demand * pair[0], 0.5 * state.cellAmount[at]);
  pair[0] = state.cellPo2MmHg[bed.cell];
  pair[1] = factor;
  anaerobicShareInPlace(pair);
  const debt = demand * pair[0];
  const made = taken * bed.numbers[N.respiratoryQuotientFraction];
  const heat = taken * HEAT_KJ_PER_ML_O2;
  state.cellAmount[at] -= taken;
  state.tissue[bed.tissueOffset + T.co2Ml] += made;
  p[bed.tissueC] += heat / bed.numbers[N.kjPerC];
  m[M.heatInKj] += heat;
  m[M.carbonDioxideInMl] += made;
  m[M.oxygenInMl] -= taken;
  p[P.oxygenUptakeMlPerS] += taken / STEP_S;
  p[P.oxygenDemandMlPerS] += demand / STEP_S;
  p[P.oxygenDebtMl] += debt;
  work[K.lackingO2Ml] = debt + (work[K.feverRatio] * demand) / (10 * effort);
  makeLactate(state, bed);
}

/** Lactate made at rest and for the oxygen that lacks; the liver takes it up while it is fed. */
function makeLactate(state: WorldState, bed: Bed): void {
  const factor = work[K.metabolicRatio];
  const atRest = bed.numbers[N.restingLactateMmolPerS] * factor * STEP_S;
  let made = work[K.lackingO2Ml] * LACTATE_MMOL_PER_ML_O2 + atRest;
  const at = bed.tissueOffset + T.lactateMmol;
  if (bed.numbers[N.clearedLactateMlPerS] > 0) {
    pair[0] = state.cellPo2MmHg[bed.cell];
    uptakeShareInPlace(pair, 0, false);
    const fed = Math.min(1, pair[0]);
    const cleared = bed.numbers[N.clearedLactateMlPerS] * factor * fed * STEP_S;
    made -= Math.min(0.2, cleared / bed.numbers[N.lactateMl]) * state.tissue[at];
  }
  state.tissue[at] += made;
  state.plasmaIn[LACTATE_LEDGER] += made;
}

/** A dissolved species between plasma and the water of the tissue, down its concentration (P-25). */
function spread(state: WorldState, bed: Bed, species: number, slot: number): void {
  const waterMl = bed.numbers[species === LACTATE ? N.lactateMl : N.interstitialMl];
  const inTissue = state.tissue[bed.tissueOffset + slot] / waterMl;
  const plasma = read[CELL_BLOOD.index.plasmaMl];
  const perL = (state.cellAmount[amountIndex(species, bed.cell)] / plasma) * 1000;
  const inPlasma = perL / 1000;
  const moved = CLEARANCE_PER_S * work[K.wetMl] * STEP_S * (inTissue - inPlasma);
  state.tissue[bed.tissueOffset + slot] -= moved;
  state.cellAmount[amountIndex(species, bed.cell)] += moved;
}

/** What tissue holds and its capillary blood come towards each other (P-22). */
function share(state: WorldState, bed: Bed): void {
  const { tissue, cellAmount } = state;
  readCell(state, bed.cell, read);
  work[K.wetMl] = Math.max(0, Math.min(bed.numbers[N.bloodMl], read[CELL_BLOOD.index.bloodMl]));
  const tissuePco2 = tissue[bed.tissueOffset + T.co2Ml] / bed.numbers[N.co2MlPerMmHg];
  const conductance = CO2_PER_S_MMHG_PER_BLOOD_ML * work[K.wetMl] * STEP_S;
  const co2 = conductance * (tissuePco2 - state.cellPco2MmHg[bed.cell]);
  tissue[bed.tissueOffset + T.co2Ml] -= co2;
  cellAmount[amountIndex(CO2, bed.cell)] += co2;
  spread(state, bed, LACTATE, T.lactateMmol);
  for (let ion = 0; ion < INTERSTITIAL.length; ion += 1) {
    const { species, slot } = INTERSTITIAL[ion] as (typeof INTERSTITIAL)[number];
    spread(state, bed, species, slot);
  }
  if (bed.numbers[N.myoglobinO2Ml] === 0) return;
  const held = bed.numbers[N.myoglobinO2Ml] * myoglobinShare(state.cellPo2MmHg[bed.cell] as number);
  const at = amountIndex(O2, bed.cell);
  const wanted = (held - tissue[bed.tissueOffset + T.boundO2Ml]) * (STEP_S / MYOGLOBIN_S);
  const bound = Math.min(wanted, 0.1 * cellAmount[at]);
  tissue[bed.tissueOffset + T.boundO2Ml] += bound;
  cellAmount[at] -= bound;
}

export interface Metabolism {
  /** One step over METABOLISM_TICKS ticks. */
  step(state: WorldState): void;
  /** Tissue in balance with the blood that flows through it. */
  open(state: WorldState, flowMlPerS: number): void;
}

export function createMetabolism(setup: WorldSetup): Metabolism {
  const { patient } = setup;
  const beds = createBeds(setup);

  return {
    step(state) {
      const { patient: p } = state;
      p[P.oxygenUptakeMlPerS] = 0;
      p[P.oxygenDemandMlPerS] = 0;
      for (let i = 0; i < beds.length; i += 1) {
        const bed = beds[i] as Bed;
        solveTensions(state, bed.cell);
        pair[0] = bed.numbers[N.q10];
        pair[1] = p[bed.tissueC];
        metabolicFactorInPlace(pair);
        work[K.metabolicRatio] = pair[0];
        burn(state, bed);
        share(state, bed);
      }
    },
    open(state, flowMlPerS) {
      for (const bed of beds) {
        const factor = metabolicFactor(bed.numbers[N.q10], state.patient[bed.tissueC] as number);
        const made = bed.numbers[N.demandMlPerS] * factor * patient.respiratoryQuotientFraction;
        // A mL of blood takes up 0.0045 mL of CO2 per mmHg on its way, and tissue stands a little above.
        const rise = made / (0.0045 * flowMlPerS * bed.organ.flowFraction);
        const above = made / (CO2_PER_S_MMHG_PER_BLOOD_ML * bed.numbers[N.bloodMl]);
        const lactate = plasmaPerL(state, bed.cell, LACTATE) / 1000;
        state.tissue[bed.tissueOffset + T.co2Ml] =
          bed.numbers[N.co2MlPerMmHg] * (40 + rise + above);
        state.tissue[bed.tissueOffset + T.boundO2Ml] = bed.numbers[N.myoglobinO2Ml] * 0.92;
        state.tissue[bed.tissueOffset + T.lactateMmol] = bed.numbers[N.lactateMl] * lactate;
        for (const { species, slot } of INTERSTITIAL) {
          const perMl = plasmaPerL(state, bed.cell, species) / 1000;
          state.tissue[bed.tissueOffset + slot] = bed.numbers[N.interstitialMl] * perMl;
        }
      }
    },
  };
}
