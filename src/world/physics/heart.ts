/**
 * The heart's clock and chambers in the hydraulics (docs/model.md H-1 to H-4): what pressure each chamber
 * has at its volume, and how it gives way, at this instant of the beat.
 */
import {
  ATRIAL_SYSTOLE_PER_ROOT_S,
  ATRIOVENTRICULAR_DELAY_PER_ROOT_S,
  activation,
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
import type { Vessels } from "./vessels.ts";

const P = PATIENT.index;
const SINUS = RHYTHMS.indexOf("sinus");
const PACED = RHYTHMS.indexOf("paced");
const FIBRILLATING = RHYTHMS.indexOf("ventricularFibrillation");
/** A quivering ventricle squeezes a little all the time (K). */
const QUIVER = 0.04;
/** An emptied ventricle springs back: it is this much stiffer below its unstressed volume (K). */
const RECOIL_RATIO = 4;

export interface Heart {
  /** Go on by `dtS`; writes law pressure and compliance of the chambers' nodes. */
  subStep(state: WorldState, dtS: number, lawMmHg: Float64Array, compliance: Float64Array): void;
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

  /** Rate now: what the pacemaker or the sinus node gives, less what the vagus holds back. */
  function nextBeatS(state: WorldState): number {
    const p = state.patient;
    if (p[P.rhythm] === PACED) return beatLengthS(p[P.pacedRatePerMin] as number, 0);
    const own = setup.patient.heartRatePerMin * p[P.drugHeartRateRatio];
    return beatLengthS(sinusRatePerMin(own, p[P.myocardialC] as number), p[P.vagalS] as number);
  }

  function beginBeat(state: WorldState): void {
    const p = state.patient;
    p[P.beatLengthS] = nextBeatS(state);
    p[P.heartRatePerMin] = 60 / (p[P.beatLengthS] as number);
    p[P.strokeVolumeMl] = Math.max(0, p[P.strokeMaxMl] - p[P.strokeMinMl]);
    p[P.endDiastolicMl] = p[P.strokeMaxMl] as number;
    const volume = state.nodeVolumeMl[node.leftVentricle] as number;
    p[P.strokeMaxMl] = volume;
    p[P.strokeMinMl] = volume;
  }

  function stepClock(state: WorldState, dtS: number): void {
    const p = state.patient;
    p[P.beatS] += dtS;
    if (p[P.beatS] >= p[P.beatLengthS]) {
      p[P.beatS] = Math.max(0, p[P.beatS] - p[P.beatLengthS]);
      beginBeat(state);
    }
    const volume = state.nodeVolumeMl[node.leftVentricle] as number;
    p[P.strokeMaxMl] = Math.max(p[P.strokeMaxMl], volume);
    p[P.strokeMinMl] = Math.min(p[P.strokeMinMl], volume);
  }

  return {
    subStep(state, dtS, lawMmHg, compliance) {
      const p = state.patient;
      let atrial = 0;
      let ventricular = 0;
      if (isBeating(state)) {
        stepClock(state, dtS);
        const root = Math.sqrt(p[P.beatLengthS] as number);
        const inBeat = p[P.beatS] as number;
        atrial = activation(inBeat / (ATRIAL_SYSTOLE_PER_ROOT_S * root));
        const since = inBeat - ATRIOVENTRICULAR_DELAY_PER_ROOT_S * root;
        ventricular = activation(since / (VENTRICULAR_SYSTOLE_PER_ROOT_S * root));
      } else if (p[P.rhythm] === FIBRILLATING) ventricular = QUIVER;
      const strength = p[P.contractilityRatio] as number;

      /** An atrium shares its pressure with the veins that open into it. */
      const atrium = (at: number, chamber: Chamber): void => {
        const { endSystolicMmHgPerMl, diastolicMmHgPerMl } = chamber;
        const elastance = diastolicMmHgPerMl + atrial * (endSystolicMmHgPerMl - diastolicMmHgPerMl);
        const together = (vessels.complianceMlPerMmHg[at] as number) + scale / elastance;
        compliance[at] = together;
        lawMmHg[at] = (state.nodeVolumeMl[at] - vessels.unstressedMl[at]) / together;
      };
      /** A ventricle squeezes with its activated share and resists stretch with the rest (H-2). */
      const ventricle = (at: number, chamber: Chamber): void => {
        const stretch = (state.nodeVolumeMl[at] - vessels.unstressedMl[at]) / scale;
        const active = ventricular * chamber.endSystolicMmHgPerMl * strength;
        const recoil = stretch < 0 ? RECOIL_RATIO : 1;
        const passive = (1 - ventricular) * chamber.diastolicMmHgPerMl * recoil;
        const excess = stretch > 0 ? stretch / STIFFENING_ML : 0;
        lawMmHg[at] = stretch * (active + passive * (1 + excess * excess));
        compliance[at] = scale / (active + passive * (1 + 3 * excess * excess));
      };
      atrium(node.cava, RIGHT_ATRIUM);
      atrium(node.leftAtrium, LEFT_ATRIUM);
      ventricle(node.rightVentricle, RIGHT_VENTRICLE);
      ventricle(node.leftVentricle, LEFT_VENTRICLE);
    },
  };
}
