/**
 * The brain in slow time: its vessels' autoregulation, what the oximeter on the forehead sees, the
 * electrical silence of ischaemia and the dose of it (docs/model.md P-5 to P-9). Runs every 0.1 s.
 */

import { defineLayout } from "../../kernel/layout.ts";
import { lpmToMlPerS } from "../../kernel/units.ts";
import {
  CEREBRAL_ROW,
  CO2_ML_PER_100_G_PER_MIN_PER_MMHG,
  cerebralLimits,
  findConductance,
} from "../../physiology/body/cerebralFlow.ts";
import {
  flowShare,
  ischaemiaWeight,
  metabolicFactor,
  metabolicFactorInPlace,
  ORGANS,
  TOLERANCE_AT_37_MIN,
} from "../../physiology/patient/organs.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { BEDS, edgeIndex, firstCell, lastCell, nodeIndex } from "../topology.ts";
import { CELL_BLOOD, createCellBlood, readCell, solveTensions } from "./cellBlood.ts";
import { openingFlowLpm } from "./vessels.ts";

const P = PATIENT.index;
const NECK = nodeIndex("neckArteries");
export const BRAIN_TICKS = 5;
const BRAIN_S = BRAIN_TICKS * 0.02;

/** What the oximeter's light passes: brain, of it arterial blood, and scalp and skull (K; varies by maker). */
const FIELD_BRAIN_FRACTION = 0.45;
const FIELD_ARTERIAL_FRACTION = 0.3;
/** Scalp saturation at rest and the time in which it would empty of its excess without flow, s (K). */
const SCALP_REST_FRACTION = 0.7;
const SCALP_TIME_S = 150;
/** Lag of the oximeter's display, s (clinical.md 0.4 NIRS, PROVISIONAL). */
const NIRS_LAG_S = 8;
/** Oximeters show nothing lower (K). */
const NIRS_MIN_FRACTION = 0.15;
/** Time in which cerebral vessels adapt, s (K). */
const AUTOREGULATION_S = 4;
/** Weight of the brain, in 100 g (K; 1400 g), and how much of it one side is. */
const BRAIN_100_G = 14;
/** Processed EEG at rest under anaesthesia, and how fast it goes silent: 15–20 s to flat (clinical.md A1.2). */
const BIS_REST_FRACTION = 0.44;
const BIS_LAG_S = 7;

/** What a step of the brain hands on. */
const WORK = defineLayout([
  /** Factor of metabolism at the brain's temperature, against 37 °C. */
  "metabolicRatio",
  /** Weight of ischaemia, 0 to 1, and the electrical activity it leaves. */
  "ischaemiaFraction",
  "electricalFraction",
  /** What an oximeter sees. */
  "seenFraction",
]);
const W = WORK.index;
const R = CEREBRAL_ROW.index;
const SATURATION = CELL_BLOOD.index.saturationFraction;

/** Moves a slot of the patient towards the target in a cell, with a lag. */
function approach(
  p: Float64Array,
  slot: number,
  targets: Float64Array,
  at: number,
  lagS: number,
): void {
  p[slot] += (targets[at] - p[slot]) * (BRAIN_S / lagS);
}

export interface Brain {
  step(state: WorldState): void;
  /** Make what the oximeter shows now the patient's baseline. */
  setBaseline(state: WorldState): void;
}

export function createBrain(setup: WorldSetup): Brain {
  const { patient } = setup;
  const restFlowMlPerS = flowShare(patient, ORGANS[0]) * lpmToMlPerS(openingFlowLpm(setup));
  const restMetabolismRatio = metabolicFactor(patient.brainQ10, patient.temperatureC);
  const sides = [
    {
      bed: firstCell.brainLeft,
      bedAt: BEDS.indexOf("brainLeft"),
      edge: edgeIndex("brainLeft"),
      g: P.brainLeftMlPerSPerMmHg,
      nirs: P.nirsLeftFraction,
      offset: P.nirsOffsetLeftFraction,
      baseline: patient.nirsBaselineLeftFraction,
    },
    {
      bed: firstCell.brainRight,
      bedAt: BEDS.indexOf("brainRight"),
      edge: edgeIndex("brainRight"),
      g: P.brainRightMlPerSPerMmHg,
      nirs: P.nirsRightFraction,
      offset: P.nirsOffsetRightFraction,
      baseline: patient.nirsBaselineRightFraction,
    },
  ] as const;
  const aortaCell = lastCell("aorta");
  /** Limits of one side at rest: whole-brain limits by its share of the brain. */
  const limits = cerebralLimits({
    restFlowMlPerS,
    co2MlPerSPerMmHg: (CO2_ML_PER_100_G_PER_MIN_PER_MMHG * BRAIN_100_G) / 2 / 60,
    restMetabolismRatio,
    closingMmHg: patient.criticalClosingPressureMmHg,
    lowerMmHg: patient.lowerAutoregulationMmHg,
    upperMmHg: patient.upperAutoregulationMmHg,
  });

  const read = createCellBlood();
  const row = new Float64Array(CEREBRAL_ROW.size);
  const pair = new Float64Array(2);
  const work = new Float64Array(WORK.size);

  /** What the oximeter's light finds on one side, into `seenFraction`. */
  function look(state: WorldState, bed: number): void {
    readCell(state, aortaCell, read);
    const arterial = read[SATURATION];
    readCell(state, bed, read);
    const brain =
      FIELD_ARTERIAL_FRACTION * arterial + (1 - FIELD_ARTERIAL_FRACTION) * read[SATURATION];
    const scalp = state.patient[P.scalpOxygenFraction] as number;
    work[W.seenFraction] = FIELD_BRAIN_FRACTION * brain + (1 - FIELD_BRAIN_FRACTION) * scalp;
  }

  /** Vessels seek the flow that metabolism and CO2 ask for, as far as they can (P-7). */
  function regulate(state: WorldState): void {
    const c = state.patient[P.brainTissueC] as number;
    pair[0] = patient.brainQ10;
    pair[1] = c;
    metabolicFactorInPlace(pair);
    work[W.metabolicRatio] = pair[0];
    row[R.arterialMmHg] = state.nodePressureMmHg[NECK] as number;
    row[R.pco2MmHg] = state.cellPco2MmHg[aortaCell] as number;
    row[R.temperatureC] = c;
    row[R.metabolismRatio] = pair[0] / restMetabolismRatio;
    row[R.viscosityRatio] = state.patient[P.bloodViscosityRatio] as number;
    findConductance(limits, row);
    for (const side of sides)
      approach(state.patient, side.g, row, R.mlPerSPerMmHg, AUTOREGULATION_S);
  }

  /** Adds to the dose, and puts the weight of ischaemia into `ischaemiaFraction`. */
  function countIschaemia(state: WorldState): void {
    let flow = 0;
    for (const side of sides) flow += Math.max(0, state.edgeFlowMlPerS[side.edge]);
    // What air has blocked has no flow at all; the rest shares what there is.
    const open =
      (state.bedOpenFraction[sides[0].bedAt] + (state.bedOpenFraction[sides[1].bedAt] as number)) /
      2;
    const reached = flow / (2 * restFlowMlPerS) / Math.max(0.01, open);
    readCell(state, aortaCell, read);
    const carried = reached * read[SATURATION];
    const supply = (carried * restMetabolismRatio) / work[W.metabolicRatio];
    const weight = 1 - open + open * ischaemiaWeight(supply);
    const toleranceS = (TOLERANCE_AT_37_MIN / work[W.metabolicRatio]) * 60;
    state.patient[P.toleranceS] = toleranceS;
    state.patient[P.ischaemiaDose] += (BRAIN_S * weight) / toleranceS;
    work[W.ischaemiaFraction] = weight;
  }

  function feedScalp(state: WorldState): void {
    const p = state.patient;
    readCell(state, aortaCell, read);
    const perfused = Math.min(1, Math.max(0, state.edgeFlowMlPerS[sides[0].edge] / restFlowMlPerS));
    const supply = perfused * (read[SATURATION] - p[P.scalpOxygenFraction]);
    const use = 1 - SCALP_REST_FRACTION;
    p[P.scalpOxygenFraction] = Math.max(
      0,
      p[P.scalpOxygenFraction] + ((supply - use) * BRAIN_S) / SCALP_TIME_S,
    );
  }

  return {
    step(state) {
      solveTensions(state, aortaCell);
      regulate(state);
      countIschaemia(state);
      const p = state.patient;
      work[W.electricalFraction] = BIS_REST_FRACTION * (1 - work[W.ischaemiaFraction]);
      approach(p, P.bisFraction, work, W.electricalFraction, BIS_LAG_S);
      feedScalp(state);
      for (const side of sides) {
        look(state, side.bed);
        work[W.seenFraction] = Math.max(NIRS_MIN_FRACTION, work[W.seenFraction] + p[side.offset]);
        approach(p, side.nirs, work, W.seenFraction, NIRS_LAG_S);
      }
    },
    setBaseline(state) {
      for (const side of sides) {
        look(state, side.bed);
        state.patient[side.offset] = side.baseline - work[W.seenFraction];
        state.patient[side.nirs] = side.baseline;
      }
    },
  };
}
