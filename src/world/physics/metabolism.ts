/**
 * Organs in the running world, every fifth tick (docs/model.md P-1 to P-4, P-20 to P-23, P-26): oxygen taken
 * from capillary blood, CO2, heat and lactate given to it, and the stores of the tissue in between.
 */

import { HEAT_KJ_PER_ML_O2 } from "../../physiology/blood/properties.ts";
import {
  metabolicFactor,
  ORGANS,
  type Organ,
  TISSUE_KJ_PER_C,
} from "../../physiology/patient/organs.ts";
import {
  anaerobicShare,
  LACTATE_HALF_LIFE_S,
  LACTATE_MMOL_PER_ML_O2,
  myoglobinShare,
  RESTING_LACTATE_MMOL_PER_S_PER_KG,
  tissueStore,
  uptakeShareAtPo2,
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
import { bloodMl, plasmaPerL, solveTensions } from "./cellBlood.ts";

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

/** What malignant hyperthermia adds to a muscle's work, as far as dantrolene lets it (P-23). */
const feverFactor = ({ patient, medicine }: WorldState): number =>
  HYPERMETABOLIC_FACTOR *
  patient[P.hypermetabolismFraction] *
  (1 - medicine[R.hypermetabolismBlockFraction]);

/** What shivering adds to it, as far as a relaxant lets it (P-26). */
const shiveringFactor = ({ patient, medicine }: WorldState): number =>
  SHIVERING_FACTOR * patient[P.shiveringFraction] * (1 - medicine[R.neuromuscularBlockFraction]);

interface Bed {
  readonly organ: Organ;
  readonly cell: number;
  readonly tissueOffset: number;
  readonly tissueC: number;
  readonly kjPerC: number;
  readonly q10: number;
  readonly demandMlPerS: number;
  readonly co2MlPerMmHg: number;
  readonly lactateMl: number;
  readonly interstitialMl: number;
  readonly myoglobinO2Ml: number;
  readonly restingLactateMmolPerS: number;
}

function createBeds({ patient }: WorldSetup): readonly Bed[] {
  const demand = (patient.oxygenUptakeMlPerMinPerM2 * patient.bodySurfaceM2) / 60;
  const q10s = {
    brain: patient.brainQ10,
    viscera: patient.bodyQ10 ?? patient.visceraQ10,
    muscle: patient.bodyQ10 ?? patient.muscleQ10,
  };
  return ORGANS.map((organ) => ({
    organ,
    cell: firstCell[organ.id],
    tissueOffset: BEDS.indexOf(organ.id) * TISSUE.size,
    tissueC: P[`${organ.tissue}TissueC` as const],
    kjPerC: TISSUE_KJ_PER_C[organ.tissue],
    q10: q10s[organ.tissue],
    demandMlPerS: demand * organ.demandFraction,
    restingLactateMmolPerS:
      RESTING_LACTATE_MMOL_PER_S_PER_KG * patient.weightKg * organ.demandFraction,
    ...tissueStore(organ, ORGANS, patient.weightKg),
  }));
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
  const lactateSpaceMl = beds.reduce((sum, bed) => sum + bed.lactateMl, 0);
  const liver = beds.find(({ organ }) => organ.id === "viscera") as Bed;
  const clearedMlPerS = (LN_2 / LACTATE_HALF_LIFE_S) * lactateSpaceMl;

  /** Oxygen taken from the bed's blood during a step; counts demand, debt, heat and CO2. */
  function burn(state: WorldState, bed: Bed, factor: number): void {
    const { patient: p, machine: m } = state;
    const po2 = state.cellPo2MmHg[bed.cell] as number;
    const isMuscle = bed.organ.tissue === "muscle";
    const fever = isMuscle ? feverFactor(state) : 0;
    const shivering = isMuscle ? shiveringFactor(state) : 0;
    const rest = bed.organ.id === "coronary" ? (p[P.heartDemandRatio] as number) : 1;
    const work = rest + fever + shivering;
    const demand = bed.demandMlPerS * factor * work * STEP_S;
    const at = amountIndex(O2, bed.cell);
    const taken = Math.min(
      demand * uptakeShareAtPo2(po2, bed.organ.isBrain),
      0.5 * state.cellAmount[at],
    );
    const debt = demand * anaerobicShare(po2, factor);
    const made = taken * patient.respiratoryQuotientFraction;
    const heat = taken * HEAT_KJ_PER_ML_O2;
    state.cellAmount[at] -= taken;
    state.tissue[bed.tissueOffset + T.co2Ml] += made;
    p[bed.tissueC] += heat / bed.kjPerC;
    m[M.heatInKj] += heat;
    m[M.carbonDioxideInMl] += made;
    m[M.oxygenInMl] -= taken;
    p[P.oxygenUptakeMlPerS] += taken / STEP_S;
    p[P.oxygenDemandMlPerS] += demand / STEP_S;
    p[P.oxygenDebtMl] += debt;
    makeLactate(state, bed, debt + (fever * demand) / (10 * work), factor);
  }

  /** Lactate made at rest and for the oxygen that lacks; the liver takes it up while it is fed. */
  function makeLactate(state: WorldState, bed: Bed, lackingO2Ml: number, factor: number): void {
    let made = lackingO2Ml * LACTATE_MMOL_PER_ML_O2 + bed.restingLactateMmolPerS * factor * STEP_S;
    const at = bed.tissueOffset + T.lactateMmol;
    if (bed === liver) {
      const fed = Math.min(1, uptakeShareAtPo2(state.cellPo2MmHg[bed.cell] as number, false));
      const cleared = clearedMlPerS * factor * fed * STEP_S;
      made -= Math.min(0.2, cleared / bed.lactateMl) * state.tissue[at];
    }
    state.tissue[at] += made;
    state.plasmaIn[LACTATE_LEDGER] += made;
  }

  /** Capillary blood that tissue has to do with, mL: where air stands, nothing passes. */
  function wetMl(state: WorldState, bed: Bed): number {
    return Math.max(0, Math.min(bed.organ.bloodMl, bloodMl(state, bed.cell)));
  }

  /** A dissolved species between plasma and the water of the tissue, down its concentration (P-25). */
  function spread(state: WorldState, bed: Bed, species: number, slot: number): void {
    const waterMl = species === LACTATE ? bed.lactateMl : bed.interstitialMl;
    const inTissue = state.tissue[bed.tissueOffset + slot] / waterMl;
    const inPlasma = plasmaPerL(state, bed.cell, species) / 1000;
    const moved = CLEARANCE_PER_S * wetMl(state, bed) * STEP_S * (inTissue - inPlasma);
    state.tissue[bed.tissueOffset + slot] -= moved;
    state.cellAmount[amountIndex(species, bed.cell)] += moved;
  }

  /** What tissue holds and its capillary blood come towards each other (P-22). */
  function share(state: WorldState, bed: Bed): void {
    const { tissue, cellAmount } = state;
    const tissuePco2 = tissue[bed.tissueOffset + T.co2Ml] / bed.co2MlPerMmHg;
    const conductance = CO2_PER_S_MMHG_PER_BLOOD_ML * wetMl(state, bed) * STEP_S;
    const co2 = conductance * (tissuePco2 - state.cellPco2MmHg[bed.cell]);
    tissue[bed.tissueOffset + T.co2Ml] -= co2;
    cellAmount[amountIndex(CO2, bed.cell)] += co2;
    spread(state, bed, LACTATE, T.lactateMmol);
    for (let ion = 0; ion < INTERSTITIAL.length; ion += 1) {
      const { species, slot } = INTERSTITIAL[ion] as (typeof INTERSTITIAL)[number];
      spread(state, bed, species, slot);
    }
    if (bed.myoglobinO2Ml === 0) return;
    const held = bed.myoglobinO2Ml * myoglobinShare(state.cellPo2MmHg[bed.cell] as number);
    const at = amountIndex(O2, bed.cell);
    const wanted = (held - tissue[bed.tissueOffset + T.boundO2Ml]) * (STEP_S / MYOGLOBIN_S);
    const bound = Math.min(wanted, 0.1 * cellAmount[at]);
    tissue[bed.tissueOffset + T.boundO2Ml] += bound;
    cellAmount[at] -= bound;
  }

  return {
    step(state) {
      const { patient: p } = state;
      p[P.oxygenUptakeMlPerS] = 0;
      p[P.oxygenDemandMlPerS] = 0;
      for (const bed of beds) {
        solveTensions(state, bed.cell);
        burn(state, bed, metabolicFactor(bed.q10, p[bed.tissueC] as number));
        share(state, bed);
      }
    },
    open(state, flowMlPerS) {
      for (const bed of beds) {
        const factor = metabolicFactor(bed.q10, state.patient[bed.tissueC] as number);
        const made = bed.demandMlPerS * factor * patient.respiratoryQuotientFraction;
        // A mL of blood takes up 0.0045 mL of CO2 per mmHg on its way, and tissue stands a little above.
        const rise = made / (0.0045 * flowMlPerS * bed.organ.flowFraction);
        const above = made / (CO2_PER_S_MMHG_PER_BLOOD_ML * bed.organ.bloodMl);
        const lactate = plasmaPerL(state, bed.cell, LACTATE) / 1000;
        state.tissue[bed.tissueOffset + T.co2Ml] = bed.co2MlPerMmHg * (40 + rise + above);
        state.tissue[bed.tissueOffset + T.boundO2Ml] = bed.myoglobinO2Ml * 0.92;
        state.tissue[bed.tissueOffset + T.lactateMmol] = bed.lactateMl * lactate;
        for (const { species, slot } of INTERSTITIAL) {
          const perMl = plasmaPerL(state, bed.cell, species) / 1000;
          state.tissue[bed.tissueOffset + slot] = bed.interstitialMl * perMl;
        }
      }
    },
  };
}
