/**
 * The brain in slow time: its vessels' autoregulation, what the oximeter on the forehead sees, the
 * electrical silence of ischaemia and the dose of it (docs/model.md P-5 to P-9). Runs every 0.1 s.
 */

import { lpmToMlPerS } from "../../kernel/units.ts";
import {
  CO2_ML_PER_100_G_PER_MIN_PER_MMHG,
  cerebralConductance,
  cerebralLimits,
} from "../../physiology/body/cerebralFlow.ts";
import {
  flowShare,
  ischaemiaWeight,
  metabolicFactor,
  ORGANS,
  toleranceMin,
} from "../../physiology/patient/organs.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { BEDS, edgeIndex, firstCell, lastCell, nodeIndex } from "../topology.ts";
import { cellSaturation, solveTensions } from "./cellBlood.ts";
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

const approach = (value: number, target: number, lagS: number): number =>
  value + (target - value) * (BRAIN_S / lagS);

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

  function field(state: WorldState, bed: number): number {
    const arterial = cellSaturation(state, aortaCell);
    const brain =
      FIELD_ARTERIAL_FRACTION * arterial +
      (1 - FIELD_ARTERIAL_FRACTION) * cellSaturation(state, bed);
    const scalp = state.patient[P.scalpOxygenFraction] as number;
    return FIELD_BRAIN_FRACTION * brain + (1 - FIELD_BRAIN_FRACTION) * scalp;
  }

  /** Vessels seek the flow that metabolism and CO2 ask for, as far as they can (P-7). */
  function regulate(state: WorldState): void {
    const c = state.patient[P.brainTissueC] as number;
    const conductance = cerebralConductance(limits, {
      arterialMmHg: state.nodePressureMmHg[NECK] as number,
      pco2MmHg: state.cellPco2MmHg[aortaCell] as number,
      temperatureC: c,
      metabolismRatio: metabolicFactor(patient.brainQ10, c) / restMetabolismRatio,
      viscosityRatio: state.patient[P.bloodViscosityRatio] as number,
    });
    for (const side of sides) {
      state.patient[side.g] = approach(
        state.patient[side.g] as number,
        conductance,
        AUTOREGULATION_S,
      );
    }
  }

  function countIschaemia(state: WorldState): number {
    let flow = 0;
    for (const side of sides) flow += Math.max(0, state.edgeFlowMlPerS[side.edge]);
    // What air has blocked has no flow at all; the rest shares what there is.
    const open =
      (state.bedOpenFraction[sides[0].bedAt] + (state.bedOpenFraction[sides[1].bedAt] as number)) /
      2;
    const reached = flow / (2 * restFlowMlPerS) / Math.max(0.01, open);
    const carried = reached * cellSaturation(state, aortaCell);
    const metabolism = metabolicFactor(patient.brainQ10, state.patient[P.brainTissueC]);
    const supply = (carried * restMetabolismRatio) / metabolism;
    const weight = 1 - open + open * ischaemiaWeight(supply);
    const toleranceS = toleranceMin(patient.brainQ10, state.patient[P.brainTissueC]) * 60;
    state.patient[P.toleranceS] = toleranceS;
    state.patient[P.ischaemiaDose] += (BRAIN_S * weight) / toleranceS;
    return weight;
  }

  return {
    step(state) {
      solveTensions(state, aortaCell);
      regulate(state);
      const weight = countIschaemia(state);
      const p = state.patient;
      p[P.bisFraction] = approach(p[P.bisFraction], BIS_REST_FRACTION * (1 - weight), BIS_LAG_S);
      const arterial = cellSaturation(state, aortaCell);
      const perfused = Math.min(
        1,
        Math.max(0, state.edgeFlowMlPerS[sides[0].edge] / restFlowMlPerS),
      );
      const supply = perfused * (arterial - p[P.scalpOxygenFraction]);
      const use = 1 - SCALP_REST_FRACTION;
      p[P.scalpOxygenFraction] = Math.max(
        0,
        p[P.scalpOxygenFraction] + ((supply - use) * BRAIN_S) / SCALP_TIME_S,
      );
      for (const side of sides) {
        const seen = Math.max(NIRS_MIN_FRACTION, field(state, side.bed) + p[side.offset]);
        p[side.nirs] = approach(p[side.nirs], seen, NIRS_LAG_S);
      }
    },
    setBaseline(state) {
      for (const side of sides) {
        state.patient[side.offset] = side.baseline - field(state, side.bed);
        state.patient[side.nirs] = side.baseline;
      }
    },
  };
}
