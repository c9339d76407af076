/**
 * The heart's clock and chambers in the hydraulics (docs/model.md H-1 to H-4): what pressure each chamber
 * has at its volume, and how it gives way, at this instant of the beat.
 */
import {
  ATRIAL_SYSTOLE_PER_ROOT_S,
  ATRIOVENTRICULAR_DELAY_PER_ROOT_S,
  activateInPlace,
  type Chamber,
  LEFT_ATRIUM,
  LEFT_VENTRICLE,
  REFERENCE_SURFACE_M2,
  RIGHT_ATRIUM,
  RIGHT_VENTRICLE,
  STIFFENING_ML,
  VENTRICULAR_SYSTOLE_PER_ROOT_S,
} from "../../physiology/heart/chambers.ts";
import { beatLengthS, sinusRatePerMin } from "../../physiology/heart/conduction.ts";
import { RHYTHMS } from "../contract/ids.ts";
import type { WorldSetup } from "../contract/setup.ts";
import { PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import { nodeIndex } from "../topology.ts";
import { SUB_STEP } from "./edgeTable.ts";
import type { Vessels } from "./vessels.ts";

const P = PATIENT.index;
const SINUS = RHYTHMS.indexOf("sinus");
const PACED = RHYTHMS.indexOf("paced");
const FIBRILLATING = RHYTHMS.indexOf("ventricularFibrillation");
/** Cells of what is activated. */
const ATRIAL = 0;
const VENTRICULAR = 1;
/** A quivering ventricle squeezes a little all the time (K). */
const QUIVER = 0.04;
/** An emptied ventricle springs back: it is this much stiffer below its unstressed volume (K). */
const RECOIL_RATIO = 4;

/** Law pressure and compliance of every solved node; the heart writes those of its chambers. */
export interface ChamberLaws {
  readonly lawMmHg: Float64Array;
  readonly compliance: Float64Array;
}

export interface Heart {
  /** Go on by a sub-step (SUB_STEP); writes law pressure and compliance of the chambers' nodes. */
  subStep(state: WorldState, now: Float64Array, laws: ChamberLaws): void;
}

export const isBeating = (state: WorldState): boolean => {
  const rhythm = state.patient[P.rhythm];
  return rhythm === SINUS || rhythm === PACED;
};

export function createHeart(setup: WorldSetup, vessels: Vessels): Heart {
  const scale = setup.patient.bodySurfaceM2 / REFERENCE_SURFACE_M2;
  const node = {
    cava: nodeIndex("cava"),
    leftAtrium: nodeIndex("leftAtrium"),
    leftVentricle: nodeIndex("leftVentricle"),
    rightVentricle: nodeIndex("rightVentricle"),
  };

  /** Length of a beat now: what the pacemaker or the sinus node gives, less what the vagus holds back. */
  function timeBeat(state: WorldState): void {
    const p = state.patient;
    if (p[P.rhythm] === PACED) {
      p[P.beatLengthS] = beatLengthS(p[P.pacedRatePerMin] as number, 0);
      return;
    }
    const own = setup.patient.heartRatePerMin * p[P.drugHeartRateRatio];
    const ratePerMin = sinusRatePerMin(own, p[P.myocardialC] as number);
    p[P.beatLengthS] = beatLengthS(ratePerMin, p[P.vagalS] as number);
  }

  function beginBeat(state: WorldState): void {
    const p = state.patient;
    timeBeat(state);
    p[P.heartRatePerMin] = 60 / (p[P.beatLengthS] as number);
    p[P.strokeVolumeMl] = Math.max(0, p[P.strokeMaxMl] - p[P.strokeMinMl]);
    p[P.endDiastolicMl] = p[P.strokeMaxMl] as number;
    const volume = state.nodeVolumeMl[node.leftVentricle] as number;
    p[P.strokeMaxMl] = volume;
    p[P.strokeMinMl] = volume;
  }

  function stepClock(state: WorldState, now: Float64Array): void {
    const p = state.patient;
    p[P.beatS] += now[SUB_STEP.index.dtS];
    if (p[P.beatS] >= p[P.beatLengthS]) {
      p[P.beatS] = Math.max(0, p[P.beatS] - p[P.beatLengthS]);
      beginBeat(state);
    }
    const volume = state.nodeVolumeMl[node.leftVentricle] as number;
    p[P.strokeMaxMl] = Math.max(p[P.strokeMaxMl], volume);
    p[P.strokeMinMl] = Math.min(p[P.strokeMinMl], volume);
  }

  /** How far the atria and the ventricles are activated in this instant, 0 to 1. */
  const active = new Float64Array(2);

  function activate(state: WorldState, now: Float64Array): void {
    const p = state.patient;
    active[ATRIAL] = 0;
    active[VENTRICULAR] = p[P.rhythm] === FIBRILLATING ? QUIVER : 0;
    if (!isBeating(state)) return;
    stepClock(state, now);
    const root = Math.sqrt(p[P.beatLengthS] as number);
    const inBeat = p[P.beatS] as number;
    active[ATRIAL] = inBeat / (ATRIAL_SYSTOLE_PER_ROOT_S * root);
    activateInPlace(active, ATRIAL);
    const since = inBeat - ATRIOVENTRICULAR_DELAY_PER_ROOT_S * root;
    active[VENTRICULAR] = since / (VENTRICULAR_SYSTOLE_PER_ROOT_S * root);
    activateInPlace(active, VENTRICULAR);
  }

  /** An atrium shares its pressure with the veins that open into it. */
  function fillAtrium(state: WorldState, laws: ChamberLaws, at: number, chamber: Chamber): void {
    const { endSystolicMmHgPerMl, diastolicMmHgPerMl } = chamber;
    const elastance =
      diastolicMmHgPerMl + active[ATRIAL] * (endSystolicMmHgPerMl - diastolicMmHgPerMl);
    const together = (vessels.complianceMlPerMmHg[at] as number) + scale / elastance;
    laws.compliance[at] = together;
    laws.lawMmHg[at] = (state.nodeVolumeMl[at] - vessels.unstressedMl[at]) / together;
  }

  /** A ventricle squeezes with its activated share and resists stretch with the rest (H-2). */
  function fillVentricle(state: WorldState, laws: ChamberLaws, at: number, chamber: Chamber): void {
    const ventricular = active[VENTRICULAR];
    const strength = state.patient[P.contractilityRatio] as number;
    const stretch = (state.nodeVolumeMl[at] - vessels.unstressedMl[at]) / scale;
    const squeezing = ventricular * chamber.endSystolicMmHgPerMl * strength;
    const recoil = stretch < 0 ? RECOIL_RATIO : 1;
    const passive = (1 - ventricular) * chamber.diastolicMmHgPerMl * recoil;
    const excess = stretch > 0 ? stretch / STIFFENING_ML : 0;
    laws.lawMmHg[at] = stretch * (squeezing + passive * (1 + excess * excess));
    laws.compliance[at] = scale / (squeezing + passive * (1 + 3 * excess * excess));
  }

  return {
    subStep(state, now, laws) {
      activate(state, now);
      fillAtrium(state, laws, node.cava, RIGHT_ATRIUM);
      fillAtrium(state, laws, node.leftAtrium, LEFT_ATRIUM);
      fillVentricle(state, laws, node.rightVentricle, RIGHT_VENTRICLE);
      fillVentricle(state, laws, node.leftVentricle, LEFT_VENTRICLE);
    },
  };
}
