/** Cerebral flow by temperature and carbon dioxide on bypass (docs/model-blood.md BL-78). Autoregulation is the world's. */
import { cerebralRateFraction, type TissueQ10 } from "./metabolicRate.ts";

/** Flow at 37 °C and PCO2 40 under anaesthesia, mL/100 g/min: low end of 50 to 65 awake (physiology.md 5). */
const WARM_ML_PER_100_G_PER_MIN = 50;
/** Change per mmHg of PCO2 read at 37 °C, between 23 and 30 °C (Prough 1986). */
export const CO2_ML_PER_100_G_PER_MIN_PER_MMHG = 1.06;

/** Flow in mL/100 g/min with metabolism coupled and pressure in the range of autoregulation (BL-78). */
export function cerebralFlowMlPer100GPerMin(
  temperatureC: number,
  pco2At37MmHg: number,
  q10s: TissueQ10,
): number {
  const coupled = WARM_ML_PER_100_G_PER_MIN * cerebralRateFraction(temperatureC, q10s);
  return Math.max(0, coupled + CO2_ML_PER_100_G_PER_MIN_PER_MMHG * (pco2At37MmHg - 40));
}
