/**
 * Carbon dioxide content of plasma and blood at any temperature after Douglas, Jones and Reed 1988
 * (docs/model-blood.md BL-14, BL-15). carbonDioxide.ts holds the same equation at 37 °C for the
 * running blood. The equation was fitted at 15 to 19 g/dL of haemoglobin: on bypass it extrapolates.
 */
import { exp, log } from "../../kernel/detMath.ts";
import { bicarbonateMmolPerL, co2ContentMlPerDl, pco2MmHg } from "./carbonDioxide.ts";
import { co2SolubilityMmolPerLMmHg, kelmanPkPrime } from "./kelman.ts";

const LN_10 = 2.302585092994046;
/** mL of CO2 per dL for one mmol/L. */
const ML_PER_DL_PER_MMOL_PER_L = 2.226;

/** CO2 content of plasma in mL/dL (BL-14). */
export function plasmaCo2MlPerDl(pco2: number, ph: number, temperatureC: number): number {
  const bound = exp(LN_10 * (ph - kelmanPkPrime(ph, temperatureC)));
  return ML_PER_DL_PER_MMOL_PER_L * co2SolubilityMmolPerLMmHg(temperatureC) * pco2 * (1 + bound);
}

/** Content of blood over that of its plasma (BL-15). */
export function bloodToPlasmaCo2Ratio(
  hemoglobinGPerDl: number,
  saturation: number,
  ph: number,
): number {
  return 1 - (0.0289 * hemoglobinGPerDl) / ((3.352 - 0.456 * saturation) * (8.142 - ph));
}

/** A sample as a blood-gas machine reports it. */
export interface Co2Sample {
  readonly pco2MmHg: number;
  readonly ph: number;
  readonly saturationFraction: number;
  readonly hemoglobinGPerDl: number;
  readonly temperatureC: number;
}

/** CO2 content of blood in mL/dL (BL-15). */
export function bloodCo2MlPerDl(sample: Co2Sample): number {
  const { hemoglobinGPerDl, saturationFraction, ph } = sample;
  return (
    plasmaCo2MlPerDl(sample.pco2MmHg, ph, sample.temperatureC) *
    bloodToPlasmaCo2Ratio(hemoglobinGPerDl, saturationFraction, ph)
  );
}

/** Content over PCO2 as a power law, content = scale × PCO2^exponent (BL-16). */
export interface Co2PowerLaw {
  readonly scaleMlPerDl: number;
  readonly exponentFraction: number;
}

const PH_HALVINGS = 45;
const LOW_MMHG = 30;
const HIGH_MMHG = 60;

/** pH of blood at a PCO2 on its buffer line, by halving; PCO2 falls as pH rises. */
export function phAtPco2(
  pco2: number,
  baseExcessMmolPerL: number,
  hemoglobinGPerDl: number,
): number {
  let low = 6.2;
  let high = 8.2;
  for (let halving = 0; halving < PH_HALVINGS; halving += 1) {
    const middle = 0.5 * (low + high);
    const isBelow =
      bicarbonateMmolPerL(middle, baseExcessMmolPerL, hemoglobinGPerDl) > 0 &&
      pco2MmHg(middle, baseExcessMmolPerL, hemoglobinGPerDl) > pco2;
    if (isBelow) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/**
 * The power law through the Douglas curve at 30 and 60 mmHg on the blood's buffer line (BL-16): the
 * form of Loeppky 1983, which predicted oxygenators best (Lukitsch 2021) and, unlike Douglas, stays
 * sound at the low PCO2 near the end of a lung.
 */
export function co2PowerLaw(
  hemoglobinGPerDl: number,
  saturation: number,
  baseExcessMmolPerL: number,
): Co2PowerLaw {
  const at = (pco2: number): number => {
    const ph = phAtPco2(pco2, baseExcessMmolPerL, hemoglobinGPerDl);
    return co2ContentMlPerDl(pco2, ph, saturation, hemoglobinGPerDl);
  };
  const low = at(LOW_MMHG);
  const exponentFraction = log(at(HIGH_MMHG) / low) / log(HIGH_MMHG / LOW_MMHG);
  return { exponentFraction, scaleMlPerDl: low / exp(exponentFraction * log(LOW_MMHG)) };
}
