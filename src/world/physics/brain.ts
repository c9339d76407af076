/**
 * The brain in slow time: its vessels' autoregulation, what the oximeter on the forehead sees, the
 * electrical silence of ischaemia and the dose of it (docs/model.md P-5 to P-9). Runs every 0.1 s.
 */

import { lpmToMlPerS } from "../../kernel/units.ts";
import { ischaemiaWeight, metabolicFactor, toleranceMin } from "../../physiology/patient/organs.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { edgeIndex, firstCell, lastCell } from "../topology.ts";
import { cellSaturation } from "./cellBlood.ts";

const P = PATIENT.index;
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
/** Autoregulation: time constant and how far vessels can narrow and widen (K). */
const AUTOREGULATION_S = 4;
const NARROW_FACTOR = 0.55;
const WIDE_FACTOR = 1.7;
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

export function createBrain(setup: WorldSetup, restConductance: number): Brain {
  const { patient, machine } = setup;
  const restFlowMlPerS = 0.06 * lpmToMlPerS(machine.heads.arterial.flowLpm);
  const restMetabolism = metabolicFactor(patient.brainQ10, patient.temperatureC);
  const sides = [
    {
      bed: firstCell.brainLeft,
      edge: edgeIndex("brainLeft"),
      g: P.brainLeftMlPerSPerMmHg,
      nirs: P.nirsLeftFraction,
      offset: P.nirsOffsetLeftFraction,
      baseline: patient.nirsBaselineLeftFraction,
    },
    {
      bed: firstCell.brainRight,
      edge: edgeIndex("brainRight"),
      g: P.brainRightMlPerSPerMmHg,
      nirs: P.nirsRightFraction,
      offset: P.nirsOffsetRightFraction,
      baseline: patient.nirsBaselineRightFraction,
    },
  ] as const;
  const aortaCell = lastCell("aorta");

  function field(state: WorldState, bed: number): number {
    const arterial = cellSaturation(state, aortaCell);
    const brain =
      FIELD_ARTERIAL_FRACTION * arterial +
      (1 - FIELD_ARTERIAL_FRACTION) * cellSaturation(state, bed);
    const scalp = state.patient[P.scalpOxygenFraction] as number;
    return FIELD_BRAIN_FRACTION * brain + (1 - FIELD_BRAIN_FRACTION) * scalp;
  }

  function regulate(state: WorldState): void {
    const drivingMmHg = state.nodePressureMmHg[0] - patient.criticalClosingPressureMmHg;
    const metabolism = metabolicFactor(patient.brainQ10, state.patient[P.brainTissueC]);
    const wanted = (restFlowMlPerS * metabolism) / restMetabolism;
    const target = drivingMmHg > 1 ? wanted / drivingMmHg : restConductance * WIDE_FACTOR;
    const bounded = Math.min(
      restConductance * WIDE_FACTOR,
      Math.max(restConductance * NARROW_FACTOR, target),
    );
    for (const side of sides) {
      state.patient[side.g] = approach(state.patient[side.g], bounded, AUTOREGULATION_S);
    }
  }

  function countIschaemia(state: WorldState): number {
    let flow = 0;
    for (const side of sides) flow += Math.max(0, state.edgeFlowMlPerS[side.edge]);
    const carried = (flow / (2 * restFlowMlPerS)) * cellSaturation(state, aortaCell);
    const metabolism = metabolicFactor(patient.brainQ10, state.patient[P.brainTissueC]);
    const supply = (carried * restMetabolism) / metabolism;
    const weight = ischaemiaWeight(supply);
    const toleranceS = toleranceMin(patient.brainQ10, state.patient[P.brainTissueC]) * 60;
    state.patient[P.toleranceS] = toleranceS;
    state.patient[P.ischaemiaDose] += (BRAIN_S * weight) / toleranceS;
    return weight;
  }

  return {
    step(state) {
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
