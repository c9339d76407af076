/**
 * Oxygen uptake by temperature and delivery (docs/model-blood.md BL-70 to BL-76). The body is a sum of
 * organs, each with its own Q10, so that the whole-body Q10 is a result. Sources disagree on Q10
 * (physiology.md 15.1): it is a parameter everywhere here.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { metabolicFactor, ORGANS } from "../patient/organs.ts";

/** Q10 by tissue: brain 2.3 (McCullough), viscera 2.0, muscle 1.6, middle of 1.5 to 1.7 (physiology.md 6). */
export interface TissueQ10 {
  readonly brainQ10: number;
  readonly visceraQ10: number;
  readonly muscleQ10: number;
}

export const TISSUE_Q10: TissueQ10 = { brainQ10: 2.3, visceraQ10: 2, muscleQ10: 1.6 };

/** Demand of the whole body without its heart at a temperature over that at 37 °C (BL-70). */
export function bodyDemandFactor(temperatureC: number, q10s: TissueQ10): number {
  const q10Of = { brain: q10s.brainQ10, muscle: q10s.muscleQ10, viscera: q10s.visceraQ10 };
  return ORGANS.filter(({ id }) => id !== "coronary").reduce(
    (sum, { tissue, demandFraction }) =>
      sum + demandFraction * metabolicFactor(q10Of[tissue], temperatureC),
    0,
  );
}

/**
 * Fox 1982 at 20 °C, 17 adults: uptake index = 38.7 × Q/(Q + 0.48). The half-flow is held at all
 * temperatures (Chosen: at 25.4 °C uptake did not change when flow fell from 2.1 to 1.2, Hickey 1983).
 */
const FOX = { uptakeMlPerMinPerM2Max: 38.7, halfFlowLpmPerM2: 0.48, temperatureC: 20 } as const;

/** Demand index of an adult on bypass that plentiful flow would meet, mL/min/m² (BL-71). */
export function demandMlPerMinPerM2(temperatureC: number, q10s: TissueQ10): number {
  const scale = bodyDemandFactor(temperatureC, q10s) / bodyDemandFactor(FOX.temperatureC, q10s);
  return FOX.uptakeMlPerMinPerM2Max * scale;
}

/** Uptake index of an adult on bypass, mL/min/m², at a temperature and flow index (BL-72). */
export function uptakeMlPerMinPerM2(
  temperatureC: number,
  flowLpmPerM2: number,
  q10s: TissueQ10,
): number {
  const share = flowLpmPerM2 / (flowLpmPerM2 + FOX.halfFlowLpmPerM2);
  return demandMlPerMinPerM2(temperatureC, q10s) * share;
}

/** Q10 that two rates some °C apart imply (BL-73). */
export function impliedQ10(warmOverCold: number, differenceC: number): number {
  return exp((10 / differenceC) * log(warmOverCold));
}

/** Fall of whole-body demand for one °C at 37 °C, as a share (BL-70). */
export const demandFallPerC = (q10s: TissueQ10): number => 1 - bodyDemandFactor(36, q10s);

/** Delivery index from flow index and content, mL/min/m² (BL-74). */
export const deliveryMlPerMinPerM2 = (flowLpmPerM2: number, contentMlPerDl: number): number =>
  10 * flowLpmPerM2 * contentMlPerDl;

/** Extraction as a share of delivery (BL-75). */
export const extractionFraction = (uptake: number, delivery: number): number => uptake / delivery;

/** Minutes the brain bears at 37 °C without flow (McCullough table). */
const TOLERANCE_AT_37_MIN = 5;

/** Cerebral metabolic rate as a share of that at 37 °C (BL-76). */
export const cerebralRateFraction = (temperatureC: number, q10s: TissueQ10): number =>
  metabolicFactor(q10s.brainQ10, temperatureC);

/** Minutes of arrest the brain bears at a temperature (BL-76). */
export const safeArrestMin = (temperatureC: number, q10s: TissueQ10): number =>
  TOLERANCE_AT_37_MIN / cerebralRateFraction(temperatureC, q10s);

/** Heat in kJ to change a body by some °C (BL-77). */
export const bodyHeatKj = (
  massKg: number,
  specificHeatKjPerKgK: number,
  differenceC: number,
): number => massKg * specificHeatKjPerKgK * differenceC;
