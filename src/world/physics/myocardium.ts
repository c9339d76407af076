/**
 * Heart muscle in slow time, every 0.1 s (docs/model.md H-5 to H-9): potassium and cold that cardioplegia
 * brings and blood washes out, oxygen it asks and gets, what that does to strength and rhythm.
 */
import {
  ARRESTED_DEMAND_RATIO,
  type Electrical,
  FIBRILLATING_DEMAND_RATIO,
  nextRhythm,
} from "../../physiology/heart/conduction.ts";
import { metabolicFactorInPlace } from "../../physiology/patient/organs.ts";
import { RHYTHMS } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { BEDS, firstCell, nodeIndex } from "../topology.ts";
import { BRAIN_TICKS } from "./brain.ts";
import { CELL_BLOOD, createCellBlood, readCell } from "./cellBlood.ts";
import { AT } from "./edgeTable.ts";
import { isBeating } from "./heart.ts";

const P = PATIENT.index;
const M = MACHINE.index;
const C = CELL_BLOOD.index;
const STEP_S = BRAIN_TICKS * 0.02;
const BED = firstCell.coronary;
const BED_AT = BEDS.indexOf("coronary");
const ROOT_CELL = firstCell.aorticRoot;
const ROOT_NODE = nodeIndex("aorticRoot");
const FIBRILLATING = RHYTHMS.indexOf("ventricularFibrillation");

/** Water of the heart in which potassium spreads, and what washes through it without coronaries (K). */
const HEART_WATER_ML = 300;
const COLLATERAL_ML_PER_S = 0.2;
/** Blood's potassium against which the heart's counts, mmol/L. */
const BLOOD_POTASSIUM_MMOL_PER_L = 4;
/** Blood that carries as much heat as the heart, mL; and the time in which its surroundings warm it, s (K). */
const HEART_HEAT_ML = 280;
const SURROUNDINGS_S = 1500;
/** What a heart bears at 37 °C, beating, without any blood, s (K; 20 min). */
const TOLERANCE_S = 1200;
const HEART_Q10 = 2.2;
/** Coronaries: from a third to four times their resting conductance, within 4 s (K). */
const NARROW_FACTOR = 0.35;
const WIDE_FACTOR = 4;
const CORONARY_LAG_S = 4;
/** Vessels of a still heart are wide (K). */
const STILL_FACTOR = 1.6;
/** Strength follows supply within this time; what is left without oxygen, and what injury takes (K). */
const SUPPLY_LAG_S = 12;
const INJURY_WEAKENS = 0.6;
/** Power of a resting adult heart: 75 mL a beat, 72 beats, 90 mmHg. */
const RESTING_POWER = 75 * 72 * 90;
const EMPTY_BEATING_DEMAND_RATIO = 0.45;

/** What a slot of the patient goes towards and how slowly, s: set before each `approach`. */
const TARGET = new Float64Array(2);

function approach(p: Float64Array, slot: number): void {
  p[slot] += (TARGET[0] - p[slot]) * Math.min(1, STEP_S / TARGET[1]);
}

export interface HeartMuscle {
  step(state: WorldState): void;
}

export function createMyocardium(setup: WorldSetup, opened: WorldState): HeartMuscle {
  const { patient } = setup;
  const read = createCellBlood();
  const pair = new Float64Array(2);
  const restConductance = opened.patient[P.coronaryMlPerSPerMmHg] as number;
  const restFlow =
    restConductance * (patient.meanArterialPressureMmHg - patient.criticalClosingPressureMmHg);

  /** Filled anew at each step; nothing reads it afterwards. */
  const muscle = {
    potassiumMmolPerL: 0,
    temperatureC: 0,
    injuryFraction: 0,
    isPaced: false,
    regionalIschaemiaS: 0,
  };

  /** Potassium and warmth come with what flows through the coronaries, either way (H-7). */
  function wash(state: WorldState): void {
    const p = state.patient;
    const flow = Math.max(0, state.edgeFlowMlPerS[AT.coronary] as number);
    const antegrade = Math.max(0, state.edgeFlowMlPerS[AT.cardioplegiaAntegrade] as number);
    const retrograde = Math.max(0, state.edgeFlowMlPerS[AT.cardioplegiaRetrograde] as number);
    const excess = state.machine[M.cardioplegiaPotassiumMmolPerL] - BLOOD_POTASSIUM_MMOL_PER_L;
    const isShut = Math.abs(state.edgeFlowMlPerS[AT.ascendingAorta] as number) < 1e-9;
    const ofCardioplegia = isShut && flow > 0 ? Math.min(1, antegrade / flow) : 0;
    const brought = (flow * ofCardioplegia + retrograde) * excess;
    const now = p[P.myocardialPotassiumMmolPerL] as number;
    const left = (flow + retrograde + COLLATERAL_ML_PER_S) * now;
    p[P.myocardialPotassiumMmolPerL] = Math.max(
      0,
      now + ((brought - left) * STEP_S) / HEART_WATER_ML,
    );
    const through = flow + retrograde;
    const source = retrograde > flow ? BED : ROOT_CELL;
    if (through > 0.01) {
      readCell(state, source, read);
      TARGET[0] = read[C.temperatureC];
      TARGET[1] = HEART_HEAT_ML / through;
      approach(p, P.myocardialC);
    }
    TARGET[0] = p[P.visceraTissueC];
    TARGET[1] = SURROUNDINGS_S;
    approach(p, P.myocardialC);
  }

  /** What the heart asks of oxygen against a pumping one, at 37 °C (H-8). */
  function ask(state: WorldState): void {
    const p = state.patient;
    p[P.heartDemandRatio] = ARRESTED_DEMAND_RATIO;
    if (p[P.rhythm] === FIBRILLATING) p[P.heartDemandRatio] = FIBRILLATING_DEMAND_RATIO;
    if (!isBeating(state)) return;
    const pressure = Math.max(0, state.nodePressureMmHg[ROOT_NODE] as number);
    const power = p[P.strokeVolumeMl] * p[P.heartRatePerMin] * pressure;
    const working = Math.min(2, power / RESTING_POWER);
    p[P.heartDemandRatio] = EMPTY_BEATING_DEMAND_RATIO + (1 - EMPTY_BEATING_DEMAND_RATIO) * working;
  }

  /** Oxygen for the heart, and how wide its vessels go for it (H-8, H-9). */
  function feed(state: WorldState): void {
    const p = state.patient;
    ask(state);
    pair[0] = HEART_Q10;
    pair[1] = p[P.myocardialC];
    metabolicFactorInPlace(pair);
    const need = p[P.heartDemandRatio] * pair[0];
    const through =
      Math.max(0, state.edgeFlowMlPerS[AT.coronary] as number) +
      Math.max(0, state.edgeFlowMlPerS[AT.cardioplegiaRetrograde] as number);
    readCell(state, ROOT_CELL, read);
    const reach = (through * WIDE_FACTOR * read[C.saturationFraction]) / restFlow;
    const open = state.bedOpenFraction[BED_AT] as number;
    TARGET[0] = Math.min(open, reach / Math.max(0.01, need));
    TARGET[1] = SUPPLY_LAG_S;
    approach(p, P.myocardialSupplyRatio);
    const unmet = need * (1 - (p[P.myocardialSupplyRatio] as number));
    p[P.myocardialInjury] = Math.min(1, p[P.myocardialInjury] + (unmet * STEP_S) / TOLERANCE_S);
    const driving = state.nodePressureMmHg[ROOT_NODE] - patient.criticalClosingPressureMmHg;
    const widest = restConductance * WIDE_FACTOR;
    TARGET[0] = restConductance * STILL_FACTOR;
    if (isBeating(state)) {
      TARGET[0] = widest;
      if (driving > 1) TARGET[0] = (restFlow * need) / driving;
      TARGET[0] = Math.min(widest, Math.max(restConductance * NARROW_FACTOR, TARGET[0]));
    }
    TARGET[1] = CORONARY_LAG_S;
    approach(p, P.coronaryMlPerSPerMmHg);
  }

  return {
    step(state) {
      const p = state.patient;
      wash(state);
      feed(state);
      p[P.contractilityRatio] =
        patient.contractilityRatio *
        p[P.drugContractilityRatio] *
        (p[P.myocardialSupplyRatio] as number) *
        (1 - INJURY_WEAKENS * (p[P.myocardialInjury] as number));
      muscle.potassiumMmolPerL = p[P.myocardialPotassiumMmolPerL] as number;
      muscle.temperatureC = p[P.myocardialC] as number;
      muscle.injuryFraction = p[P.myocardialInjury] as number;
      muscle.isPaced = p[P.pacedRatePerMin] > 0;
      muscle.regionalIschaemiaS = p[P.regionalIschaemiaS] as number;
      const rhythm = nextRhythm(RHYTHMS[p[P.rhythm] as number] as Electrical, muscle);
      p[P.rhythm] = RHYTHMS.indexOf(rhythm);
      if (!isBeating(state)) {
        p[P.heartRatePerMin] = 0;
        p[P.strokeVolumeMl] = 0;
      }
    },
  };
}
