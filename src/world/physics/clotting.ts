/**
 * Anticoagulation in the running world: heparin meets protamine, the clotting time follows, clot grows
 * where it is short (docs/model-drugs.md section 4). Stepped with the drugs.
 */
import { mlPerSToLpm } from "../../kernel/units.ts";
import {
  CLOTTING_ROW,
  findClottingTime,
  heparinBoundU,
} from "../../physiology/clotting/anticoagulation.ts";
import { antithrombinAfterPrimeFraction } from "../../physiology/clotting/antithrombin.ts";
import {
  CLOT_ROW,
  clump,
  growClot,
  OXYGENATOR_CLOTS_PER_MIN,
  RESERVOIR_CLOTS_PER_MIN,
} from "../../physiology/clotting/clotGrowth.ts";
import { PROTAMINE_MG_PER_100_U } from "../../physiology/clotting/heparin.ts";
import {
  mediatorsAfter,
  REACTION_EFFECTS,
  REACTION_KINDS,
  type ReactionEffect,
  type ReactionKind,
} from "../../physiology/clotting/protamineReaction.ts";
import { giveToPool, POOL } from "../../physiology/drugs/kinetics.ts";
import type { DrugRole } from "../contract/drugUnits.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import { DRUG_S, MEDICINE, poolOffset } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import { edgeIndex, firstOxygenatorCell } from "../topology.ts";
import { CELL_BLOOD, createCellBlood, readCell } from "./cellBlood.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const R = MEDICINE.index;
const Q = POOL.index;
const C = CLOTTING_ROW.index;
const MEMBRANE = edgeIndex("membrane");
/** The device the typical response was measured with. */
const REFERENCE_DEVICE = { baselineFactor: 1, slopeFactor: 1 } as const;
/** Haematocrit before bypass and prime that the opening antithrombin is worked out with (K). */
const BEFORE_HEMATOCRIT_FRACTION = 0.39;
const PRIME_MAX_ML = 2000;
/** Platelets and factors that bypass uses up besides dilution, share per hour (PROVISIONAL). */
const FACTORS_LOST_PER_H = 0.06;

/** What this patient's mediators do. */
export const reactionOf = (state: WorldState): ReactionEffect =>
  REACTION_EFFECTS[REACTION_KINDS[state.medicine[R.reactionKind] as number] as ReactionKind];

export interface Clotting {
  open(state: WorldState): void;
  /** One step over DRUG_TICKS ticks. */
  step(state: WorldState): void;
}

/** Index of the drug with a role in the formulary, -1 when there is none. */
const roleIndex = (setup: WorldSetup, role: DrugRole): number =>
  setup.drugs.findIndex((drug) => drug.role === role);

export function createClotting(setup: WorldSetup): Clotting {
  const { patient } = setup;
  const { weightKg, clotting } = patient;
  const heparin = poolOffset(Math.max(0, roleIndex(setup, "heparin")));
  const protamine = poolOffset(Math.max(0, roleIndex(setup, "protamine")));
  const antithrombin = poolOffset(Math.max(0, roleIndex(setup, "antithrombin")));
  const has = (role: DrugRole): boolean => roleIndex(setup, role) >= 0;
  const neutralises = has("heparin") && has("protamine");
  const heparinKinetics = setup.drugs[roleIndex(setup, "heparin")]?.kinetics;
  const heparinMl = (heparinKinetics?.centralMlPerKg ?? 0) * weightKg;
  const wallMl = (heparinKinetics?.peripheralMlPerKg ?? 0) * weightKg;
  const plasmaMl = patient.bloodVolumeMl * (1 - BEFORE_HEMATOCRIT_FRACTION);
  const row = new Float64Array(CLOTTING_ROW.size);
  row[C.responseRatio] = clotting.heparinResponseRatio;
  const hasAntithrombin = has("antithrombin");
  const by = new Float64Array(CLOT_ROW.size);
  const pair = new Float64Array(2);
  const read = createCellBlood();

  /** Into a central vein, as whoever gives it does. */
  function receiveProtamine(state: WorldState): void {
    const doseMg = state.medicine[R.protamineToGiveMg] as number;
    if (doseMg === 0) return;
    state.medicine[R.protamineToGiveMg] = 0;
    giveToPool(state.drugs, protamine, doseMg, false);
  }

  function neutralise(state: WorldState): void {
    const { drugs, medicine } = state;
    receiveProtamine(state);
    const arrivedMg =
      drugs[protamine + Q.central] + drugs[protamine + Q.peripheral] + drugs[protamine + Q.removed];
    const newMg = Math.max(0, arrivedMg - medicine[R.protamineArrivedMg]);
    medicine[R.protamineArrivedMg] = arrivedMg;
    if (medicine[R.reactionKind] > 0) {
      medicine[R.mediatorFraction] = mediatorsAfter(
        medicine[R.mediatorFraction] as number,
        newMg / weightKg,
        DRUG_S,
      );
    }
    const boundU = heparinBoundU(
      drugs[heparin + Q.central] as number,
      drugs[protamine + Q.central] as number,
      DRUG_S,
    );
    const boundMg = (boundU / 100) * PROTAMINE_MG_PER_100_U;
    drugs[heparin + Q.central] -= boundU;
    drugs[heparin + Q.removed] += boundU;
    drugs[protamine + Q.central] -= boundMg;
    drugs[protamine + Q.removed] += boundMg;
  }

  /** A dose that went to the floor was given and is gone: it leaves both pools at once. */
  function loseHeparin(state: WorldState): void {
    const { drugs, medicine } = state;
    const share = medicine[R.heparinToLoseFraction] as number;
    if (share === 0) return;
    medicine[R.heparinToLoseFraction] = 0;
    for (const slot of [Q.central, Q.peripheral]) {
      const lostU = share * (drugs[heparin + slot] as number);
      drugs[heparin + slot] -= lostU;
      drugs[heparin + Q.removed] += lostU;
    }
  }

  function measure(state: WorldState): void {
    const { drugs, medicine } = state;
    medicine[R.heparinTrueUPerMl] = 0;
    if (heparinMl > 0) medicine[R.heparinTrueUPerMl] = drugs[heparin + Q.central] / heparinMl;
    row[C.heparinUPerMl] = medicine[R.heparinTrueUPerMl];
    row[C.antithrombinUPerMl] = medicine[R.antithrombinUPerMl];
    if (hasAntithrombin) row[C.antithrombinUPerMl] += drugs[antithrombin + Q.central] / plasmaMl;
    row[C.factorFraction] = medicine[R.factorFraction];
    findClottingTime(row, REFERENCE_DEVICE);
    medicine[R.actTrueS] = row[C.actS];
  }

  function clot(state: WorldState): void {
    const { machine: m, medicine } = state;
    by[CLOT_ROW.index.actTrueS] = medicine[R.actTrueS];
    by[CLOT_ROW.index.flowLpm] = mlPerSToLpm(state.edgeFlowMlPerS[MEMBRANE] as number);
    growClot(medicine, R.fibrinFraction, OXYGENATOR_CLOTS_PER_MIN, by, DRUG_S);
    growClot(m, M.reservoirClotFraction, RESERVOIR_CLOTS_PER_MIN, by, DRUG_S);
    medicine[R.factorFraction] *= 1 - (FACTORS_LOST_PER_H * DRUG_S) / 3600;
  }

  /** Clumps of red cells where the blood is coldest, and fibrin, close the same fibres (D-28). */
  function closeFibres(state: WorldState): void {
    const { medicine } = state;
    if (patient.agglutinationBelowC !== undefined) {
      readCell(state, firstOxygenatorCell, read);
      pair[0] = medicine[R.clumpedFraction];
      pair[1] = patient.agglutinationBelowC - read[CELL_BLOOD.index.temperatureC];
      clump(pair, DRUG_S);
      medicine[R.clumpedFraction] = pair[0];
    }
    state.patient[P.oxygenatorClotFraction] =
      1 - (1 - medicine[R.fibrinFraction]) * (1 - medicine[R.clumpedFraction]);
  }

  return {
    open(state) {
      const primeMl = Math.min(PRIME_MAX_ML, 0.27 * patient.bloodVolumeMl);
      const thinned = antithrombinAfterPrimeFraction(
        patient.bloodVolumeMl - primeMl,
        BEFORE_HEMATOCRIT_FRACTION,
        primeMl,
      );
      state.medicine[R.antithrombinUPerMl] = clotting.antithrombinUPerMl * thinned;
      state.medicine[R.factorFraction] = thinned;
      state.medicine[R.fibrinFraction] = 0;
      state.patient[P.oxygenatorClotFraction] = 0;
      state.machine[M.reservoirClotFraction] = 0;
      if (!has("heparin")) return;
      const startU = clotting.heparinStartUPerKg * weightKg;
      state.drugs.fill(0, heparin, heparin + POOL.size);
      const inBlood = heparinMl / (heparinMl + wallMl);
      state.drugs[heparin + Q.central] = startU * inBlood;
      state.drugs[heparin + Q.peripheral] = startU * (1 - inBlood);
      state.drugs[heparin + Q.given] = startU;
      measure(state);
    },
    step(state) {
      loseHeparin(state);
      if (neutralises) neutralise(state);
      measure(state);
      clot(state);
      closeFibres(state);
    },
  };
}
