/**
 * Cerebral flow by temperature and carbon dioxide (docs/model-blood.md BL-78) and by pressure
 * (docs/model.md P-7): vessels seek the flow that is asked for, within what they can.
 */
import { defineLayout } from "../../kernel/layout.ts";
import { cerebralRateFraction, type TissueQ10 } from "./metabolicRate.ts";

/** Flow at 37 °C and PCO2 40 under anaesthesia, mL/100 g/min: low end of 50 to 65 awake (physiology.md 5). */
export const WARM_ML_PER_100_G_PER_MIN = 50;
/** Change per mmHg of PCO2 read at 37 °C, between 23 and 30 °C (Prough 1986). */
export const CO2_ML_PER_100_G_PER_MIN_PER_MMHG = 1.06;

/** What opioid and benzodiazepine leave of the brain's need, and so of its flow, on bypass (K; a quarter to a third less). */
const ANAESTHETISED_FRACTION = 0.75;

/** Flow in mL/100 g/min with metabolism coupled and pressure in the range of autoregulation (BL-78). */
export function cerebralFlowMlPer100GPerMin(
  temperatureC: number,
  pco2At37MmHg: number,
  q10s: TissueQ10,
): number {
  const coupled =
    WARM_ML_PER_100_G_PER_MIN * ANAESTHETISED_FRACTION * cerebralRateFraction(temperatureC, q10s);
  return Math.max(0, coupled + CO2_ML_PER_100_G_PER_MIN_PER_MMHG * (pco2At37MmHg - 40));
}

export interface CerebralRest {
  /** Flow at rest at the start, mL/s. */
  readonly restFlowMlPerS: number;
  /** Effect of CO2, mL/s per mmHg. */
  readonly co2MlPerSPerMmHg: number;
  /** Metabolism at the start against 37 °C. */
  readonly restMetabolismRatio: number;
  readonly closingMmHg: number;
  /** Limits of autoregulation at 37 °C and PCO2 40. */
  readonly lowerMmHg: number;
  readonly upperMmHg: number;
}

export interface CerebralLimits extends CerebralRest {
  /** Vessels as wide as they go, mL/s/mmHg. */
  readonly widestMlPerSPerMmHg: number;
}

/** At the lower limit vessels are as wide as they go and still give the flow of 37 °C (P-7). */
export function cerebralLimits(rest: CerebralRest): CerebralLimits {
  const warmFlow = rest.restFlowMlPerS / rest.restMetabolismRatio;
  return { ...rest, widestMlPerSPerMmHg: warmFlow / (rest.lowerMmHg - rest.closingMmHg) };
}

/** What the vessels are under, as a row of numbers, and the conductance they seek. */
export const CEREBRAL_ROW = defineLayout([
  "arterialMmHg",
  /** Read at 37 °C. */
  "pco2MmHg",
  "temperatureC",
  /** Metabolism against that at the start. */
  "metabolismRatio",
  /** Viscosity of blood against that at the start. */
  "viscosityRatio",
  "mlPerSPerMmHg",
]);
const R = CEREBRAL_ROW.index;

/**
 * CO2 from which vessels begin to give up regulation, and where they have: at 57 mmHg (pH-stat at 28 °C)
 * flow rose by 41 % for 53 to 77 mmHg, under alpha-stat not at all (Rogers; physiology.md 8).
 */
const CO2_YIELDS_MMHG = 45;
const CO2_YIELDED_MMHG = 60;
/** Cold from which vessels stay wide (at 20 °C flow followed pressure, 14 at 23 and 31 at 46 mmHg; Schwartz). */
const COLD_YIELDS_C = 25;
const COLD_YIELDED_C = 20;
/** Pressure at which a vessel that no longer regulates gives what is asked for, mmHg (K). */
const UNREGULATED_MMHG = 65;

const between = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Puts the conductance the cerebral vessels seek into the row (P-7). */
export function findConductance(limits: CerebralLimits, now: Float64Array): void {
  const { restFlowMlPerS, closingMmHg, upperMmHg } = limits;
  const pco2MmHg = now[R.pco2MmHg] as number;
  const widest = limits.widestMlPerSPerMmHg / now[R.viscosityRatio];
  const wanted = Math.max(
    0.1 * restFlowMlPerS,
    restFlowMlPerS * now[R.metabolismRatio] + limits.co2MlPerSPerMmHg * (pco2MmHg - 40),
  );
  const driving = now[R.arterialMmHg] - closingMmHg;
  const narrowest = wanted / (upperMmHg - closingMmHg);
  const regulated = driving > 1 ? Math.max(narrowest, wanted / driving) : widest;
  const byCo2 = between(pco2MmHg, CO2_YIELDS_MMHG, CO2_YIELDED_MMHG);
  const passive = wanted / (UNREGULATED_MMHG - closingMmHg);
  const warm = Math.min(widest, regulated + (passive - regulated) * byCo2);
  const byCold = between(now[R.temperatureC], COLD_YIELDS_C, COLD_YIELDED_C);
  now[R.mlPerSPerMmHg] = warm + (widest - warm) * byCold;
}
