/**
 * Drugs in the running world, four times a second (docs/model-drugs.md): carries each from where it was
 * given to where it acts, and writes what all of them do together for the circulation to read.
 */
import { mlPerSToLpm } from "../../kernel/units.ts";
import {
  addEffect,
  type BodyEffect,
  clearTargets,
  TARGET,
} from "../../physiology/drugs/effects.ts";
import {
  type Conveyance,
  kineticsForBody,
  POOL,
  stepPool,
} from "../../physiology/drugs/kinetics.ts";
import { type GasExchange, stepVolatile } from "../../physiology/drugs/volatile.ts";
import type { Drug } from "../contract/drug.schema.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import { DRUG_S, MEDICINE, poolOffset } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";
import { BEDS, edgeIndex, firstCell } from "../topology.ts";
import { cellOfRoute, ionsOf, pourIons } from "./carriedIons.ts";
import { reactionOf } from "./clotting.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const R = MEDICINE.index;
const Q = POOL.index;
const T = TARGET.index;

/** Beds that the body's own blood runs through; the lungs carry the same blood once more. */
const BED_EDGES = BEDS.filter((bed) => bed !== "lungs").map((bed) => edgeIndex(bed));
const PUMP_EDGE = edgeIndex("filterOutlet");
const RESERVOIR = firstCell.reservoir;
/** Blood between the reservoir's outlet and the aorta, mL; what a drug passes besides the reservoir. */
const LINES_ML = 650;
/** Blood between a central vein and the aorta when the heart pumps, mL (K: lungs and heart). */
const CENTRAL_ML = 700;
/** Systemic flow at which organs get all they are used to, L/min per m2 of body surface (K). */
const FULL_FLOW_LPM_PER_M2 = 2;
/** Vasoplegia comes on with this time constant, s (clinical.md B11: 3 min). */
const VASOPLEGIA_S = 180;
/** Most of the tone that vasoplegia takes, and of the answer to catecholamines (PROVISIONAL). */
const VASOPLEGIA_TONE_FRACTION = 0.65;
const VASOPLEGIA_ANSWER_FRACTION = 0.6;

interface LoadedEffect {
  readonly effect: BodyEffect;
  readonly atPoolOffset: number;
  readonly isCatecholamine: boolean;
}

/** All blood that organs get, mL/s. */
function systemicFlowMlPerS(state: WorldState): number {
  let flow = 0;
  for (let i = 0; i < BED_EDGES.length; i += 1)
    flow += state.edgeFlowMlPerS[BED_EDGES[i] as number];
  return Math.max(0, flow);
}

/** Ratios are multiplied one after another, and rounding sees the order: it is not to be the file's. */
const inFixedOrder = (one: LoadedEffect, other: LoadedEffect): number =>
  one.effect.halfAtPerL - other.effect.halfAtPerL ||
  one.effect.changeFraction - other.effect.changeFraction ||
  one.effect.hillExponent - other.effect.hillExponent;

function effectsOf(drug: Drug, index: number, weightKg: number): LoadedEffect[] {
  const loaded = drug.effects.map((effect) => ({
    effect: {
      target: effect.on,
      changeFraction:
        effect.on === "venousUnstressed" ? effect.changeMlPerKg * weightKg : effect.changeFraction,
      halfAtPerL: effect.halfAtPerL,
      hillExponent: effect.hillExponent,
    },
    atPoolOffset: poolOffset(index),
    isCatecholamine: drug.catecholamine === true,
  }));
  return loaded.sort(inFixedOrder);
}

export interface Drugs {
  /** One step over DRUG_TICKS ticks. */
  step(state: WorldState): void;
}

export function createDrugs(setup: WorldSetup): Drugs {
  const { patient, drugs } = setup;
  const { weightKg, bodySurfaceM2 } = patient;
  const spreading = drugs.flatMap((drug, index) =>
    drug.kinetics === undefined
      ? []
      : [
          {
            pool: poolOffset(index),
            body: kineticsForBody(drug.kinetics, drug.saturable, weightKg),
          },
        ],
  );
  const vapours = drugs.flatMap((drug, index) =>
    drug.volatile === undefined
      ? []
      : [
          {
            pool: poolOffset(index),
            body: { agent: drug.volatile, weightKg },
            isInVaporiser: drug.role === "vaporiserAgent",
          },
        ],
  );
  const salts = drugs.flatMap((drug, index) =>
    drug.carries === undefined || drug.infusion === undefined
      ? []
      : [{ pool: poolOffset(index), ions: ionsOf(drug), spreads: drug.kinetics !== undefined }],
  );
  const effects = drugs.flatMap((drug, index) => effectsOf(drug, index, weightKg));
  const fullFlowMlPerS = (FULL_FLOW_LPM_PER_M2 * bodySurfaceM2 * 1000) / 60;
  const targets = new Float64Array(TARGET.size);
  const pair = new Float64Array(2);
  const way: Conveyance = {
    circuitPerS: 0,
    veinPerS: 0,
    drainedFraction: 1,
    perfusionFraction: 1,
    liverC: 37,
  };
  const gas: GasExchange = { bloodLpm: 0, sweepLpm: 0, bodyC: 37 };

  function look(state: WorldState): void {
    const systemic = systemicFlowMlPerS(state);
    const pumped = Math.max(0, state.edgeFlowMlPerS[PUMP_EDGE] as number);
    way.drainedFraction = systemic > 0 ? Math.min(1, pumped / systemic) : 0;
    way.circuitPerS = pumped / (state.cellVolumeMl[RESERVOIR] + LINES_ML);
    way.veinPerS = systemic / CENTRAL_ML;
    way.perfusionFraction = Math.min(1, systemic / fullFlowMlPerS);
    way.liverC = state.patient[P.visceraTissueC] as number;
    gas.bloodLpm = mlPerSToLpm(pumped);
    gas.sweepLpm = mlPerSToLpm(state.machine[M.sweepMlPerS] as number);
    gas.bodyC = way.liverC;
  }

  function sumEffects(state: WorldState): void {
    const { medicine } = state;
    const answer = 1 - VASOPLEGIA_ANSWER_FRACTION * medicine[R.vasoplegiaFraction];
    clearTargets(targets);
    for (let i = 0; i < effects.length; i += 1) {
      const { effect, atPoolOffset, isCatecholamine } = effects[i] as LoadedEffect;
      pair[0] = state.drugs[atPoolOffset + Q.effectPerL];
      if (pair[0] <= 0) continue;
      pair[1] = 1;
      if (isCatecholamine) pair[1] = answer;
      addEffect(targets, effect, pair);
    }
  }

  /** Vessels that open though nothing was given (clinical.md B11); methylene blue takes part of it back. */
  function lapse(state: WorldState): void {
    const m = state.medicine;
    const blocked = Math.min(1, targets[T.vasoplegiaBlock] as number);
    const wanted = m[R.vasoplegiaTargetFraction] * (1 - 0.6 * blocked);
    m[R.vasoplegiaFraction] += ((wanted - m[R.vasoplegiaFraction]) * DRUG_S) / VASOPLEGIA_S;
  }

  function tell(state: WorldState): void {
    const { patient: p, medicine: m } = state;
    const reaction = reactionOf(state);
    const mediators = m[R.mediatorFraction] as number;
    const slack = 1 - VASOPLEGIA_TONE_FRACTION * m[R.vasoplegiaFraction];
    const answer = setup.patient.drugResponse;
    const tone = 1 + (targets[T.arteriolarTone] - 1) * answer.vasopressorRatio;
    p[P.drugArteriolarToneRatio] = tone * slack * (1 + reaction.toneFraction * mediators);
    p[P.drugVenousUnstressedMl] =
      targets[T.venousUnstressed] + reaction.venousMlPerKg * weightKg * mediators;
    p[P.drugContractilityRatio] =
      targets[T.contractility] * (1 + reaction.contractilityFraction * mediators);
    p[P.drugHeartRateRatio] = targets[T.heartRate] as number;
    p[P.drugReflexGainRatio] = targets[T.reflexGain] * setup.patient.reflexGainRatio;
    m[R.pulmonaryToneRatio] =
      targets[T.pulmonaryTone] * (1 + reaction.pulmonaryFraction * mediators);
    m[R.brainMetabolismRatio] = targets[T.brainMetabolism] as number;
    m[R.urineFlowRatio] = targets[T.urineFlow] as number;
    m[R.anaestheticMacFraction] = targets[T.anaestheticDepth] as number;
    m[R.neuromuscularBlockFraction] = Math.min(1, targets[T.neuromuscularBlock] as number);
    m[R.potassiumUptakeFraction] = Math.min(1, targets[T.potassiumUptake] as number);
    m[R.fibrinolysisBlockFraction] = Math.min(1, targets[T.fibrinolysisBlock] as number);
    m[R.hypermetabolismBlockFraction] = Math.min(1, targets[T.hypermetabolismBlock] as number);
  }

  return {
    step(state) {
      look(state);
      for (let i = 0; i < spreading.length; i += 1) {
        const { pool, body } = spreading[i] as (typeof spreading)[number];
        if (state.drugs[pool + Q.given] > 0 || state.drugs[pool + Q.infusedPerS] > 0)
          stepPool(state.drugs, pool, body, way, DRUG_S);
      }
      for (let i = 0; i < vapours.length; i += 1) {
        const { pool, body, isInVaporiser } = vapours[i] as (typeof vapours)[number];
        if (isInVaporiser)
          state.drugs[pool + Q.infusedPerS] = state.machine[M.sweepAgentFraction] as number;
        if (state.drugs[pool + Q.given] > 0 || state.drugs[pool + Q.infusedPerS] > 0)
          stepVolatile(state.drugs, pool, body, gas, DRUG_S);
      }
      for (let i = 0; i < salts.length; i += 1) {
        const { pool, ions, spreads } = salts[i] as (typeof salts)[number];
        const amount = state.drugs[pool + Q.infusedPerS] * DRUG_S;
        if (amount === 0) continue;
        pourIons(state, ions, cellOfRoute("centralLine"), amount);
        if (spreads) continue;
        state.drugs[pool + Q.given] += amount;
        state.drugs[pool + Q.removed] += amount;
      }
      sumEffects(state);
      lapse(state);
      tell(state);
    },
  };
}
