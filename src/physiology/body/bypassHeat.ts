/**
 * The heat of a body on bypass by itself (docs/model-blood.md BL-80): tissues, blood and exchanger with the
 * world's constants and nothing else, for experiments that say temperatures and minutes only.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { lpmToMlPerS, mlPerSToLpm } from "../../kernel/units.ts";
import { BLOOD_HEAT_KJ_PER_ML_C, HEAT_KJ_PER_ML_O2 } from "../blood/properties.ts";
import {
  CHEST_LOSS_KJ_PER_S_C,
  MUSCLE_TO_SKIN_KJ_PER_S_C,
  metabolicFactor,
  ORGANS,
  SKIN_LOSS_KJ_PER_S_C,
  THEATRE_C,
  TISSUE_KJ_PER_C,
} from "../patient/organs.ts";
import { TISSUE_Q10 } from "./metabolicRate.ts";

/** Conductance between capillary blood and tissue by the bed's blood (docs/model.md P-24). */
const TISSUE_HEAT_KJ_PER_S_C_PER_BED_ML = 0.0012;
/** Effectiveness at 5 L/min, oxygen use of the body at 37 °C, blood in circuit and great veins (as the default set-up). */
const EFFECTIVENESS_FRACTION = 0.55;
const EFFECTIVE_AT_LPM = 5;
const UPTAKE_ML_PER_S = 3.5;
const MIXING_ML = 2000;
/** Nasopharynx behind the brain, s (docs/model.md M-17). */
const NASOPHARYNGEAL_LAG_S = 60;
const STEP_S = 1;

const Q10_OF = {
  brain: TISSUE_Q10.brainQ10,
  muscle: TISSUE_Q10.muscleQ10,
  viscera: TISSUE_Q10.visceraQ10,
} as const;
const BRAIN_SHARE_AT_C = 34;
const BRAIN_FLOW = ORGANS.reduce((sum, organ) => sum + (organ.isBrain ? organ.flowFraction : 0), 0);
const FLOW_SUM = ORGANS.reduce((sum, { flowFraction }) => sum + flowFraction, 0);

/** What is known at a moment, °C, and the heat water has given to blood since the start, kJ. */
export interface BodyHeat {
  minutes: number;
  brain: number;
  viscera: number;
  muscle: number;
  skin: number;
  nasopharyngealC: number;
  jugularC: number;
  venousC: number;
  arterialC: number;
  fromWaterKj: number;
}

export function bodyAt(temperatureC: number): BodyHeat {
  const c = temperatureC;
  return {
    minutes: 0,
    brain: c,
    viscera: c,
    muscle: c,
    skin: c - 2,
    nasopharyngealC: c,
    jugularC: c,
    venousC: c,
    arterialC: c,
    fromWaterKj: 0,
  };
}

/** Temperature at which all tissue but skin would meet, °C. */
export function mixedC(body: BodyHeat): number {
  const { brain, viscera, muscle } = TISSUE_KJ_PER_C;
  const heat = brain * body.brain + viscera * body.viscera + muscle * body.muscle;
  return heat / (brain + viscera + muscle);
}

/** Share of the difference between water and blood that the exchanger gives at a flow. */
export function outletShare(flowLpm: number): number {
  return 1 - exp(log(1 - EFFECTIVENESS_FRACTION) * (EFFECTIVE_AT_LPM / flowLpm));
}

function perfuse(body: BodyHeat, flowMlPerS: number): number {
  let carried = 0;
  const brainNeed =
    metabolicFactor(Q10_OF.brain, body.brain) / metabolicFactor(Q10_OF.brain, BRAIN_SHARE_AT_C);
  const sum = FLOW_SUM + BRAIN_FLOW * (brainNeed - 1);
  for (const { id, isBrain, tissue, flowFraction, demandFraction, bloodMl } of ORGANS) {
    // The brain's flow follows its need (P-7); its share is that of 34 °C.
    const need = isBrain ? brainNeed : 1;
    const flow = (flowMlPerS * flowFraction * need) / sum;
    const wash = flow * BLOOD_HEAT_KJ_PER_ML_C;
    const wall = TISSUE_HEAT_KJ_PER_S_C_PER_BED_ML * bloodMl;
    const bedC = (wash * body.arterialC + wall * body[tissue]) / (wash + wall);
    const made =
      UPTAKE_ML_PER_S *
      demandFraction *
      metabolicFactor(Q10_OF[tissue], body[tissue]) *
      HEAT_KJ_PER_ML_O2;
    body[tissue] += ((wall * (bedC - body[tissue]) + made) * STEP_S) / TISSUE_KJ_PER_C[tissue];
    carried += flow * bedC;
    if (id === "brainLeft") body.jugularC = bedC;
  }
  return carried / flowMlPerS;
}

/** One second of bypass with water at a temperature. */
function step(body: BodyHeat, flowMlPerS: number, waterC: number): void {
  body.arterialC = body.venousC + outletShare(mlPerSToLpm(flowMlPerS)) * (waterC - body.venousC);
  body.fromWaterKj +=
    flowMlPerS * BLOOD_HEAT_KJ_PER_ML_C * (body.arterialC - body.venousC) * STEP_S;
  const returning = perfuse(body, flowMlPerS);
  body.venousC += ((returning - body.venousC) * STEP_S * flowMlPerS) / MIXING_ML;
  const toSkin = MUSCLE_TO_SKIN_KJ_PER_S_C * (body.muscle - body.skin);
  body.muscle -= (toSkin * STEP_S) / TISSUE_KJ_PER_C.muscle;
  body.skin +=
    ((toSkin - SKIN_LOSS_KJ_PER_S_C * (body.skin - THEATRE_C)) * STEP_S) / TISSUE_KJ_PER_C.skin;
  body.viscera -=
    (CHEST_LOSS_KJ_PER_S_C * (body.viscera - THEATRE_C) * STEP_S) / TISSUE_KJ_PER_C.viscera;
  body.nasopharyngealC += ((body.brain - body.nasopharyngealC) * STEP_S) / NASOPHARYNGEAL_LAG_S;
  body.minutes += STEP_S / 60;
}

/** Perfuse until something is true or the minutes are over; water may follow what the body shows. */
export function perfuseUntil(
  body: BodyHeat,
  flowLpm: number,
  waterC: (body: BodyHeat) => number,
  isDone: (body: BodyHeat) => boolean,
): BodyHeat {
  const flowMlPerS = lpmToMlPerS(flowLpm);
  const limit = body.minutes + 180;
  do step(body, flowMlPerS, waterC(body));
  while (!isDone(body) && body.minutes < limit);
  return body;
}
