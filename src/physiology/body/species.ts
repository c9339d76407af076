/**
 * Animals that bypass was studied in, as far as an adult human's laws can stand for them (docs/model-blood.md
 * BL-81): size, warmth and haemoglobin are theirs, everything else is the model's.
 */
import { pow } from "../../kernel/detMath.ts";
import { bodyDemandFactor, TISSUE_Q10 } from "./metabolicRate.ts";

export interface Species {
  /** A usual laboratory animal. */
  readonly weightKg: number;
  readonly temperatureC: number;
  /** Before any dilution. */
  readonly hemoglobinGPerDl: number;
}

/** Usual values of veterinary textbooks (K). */
const SPECIES: Readonly<Record<string, Species>> = {
  pig: { weightKg: 40, temperatureC: 38.5, hemoglobinGPerDl: 10 },
  sheep: { weightKg: 30, temperatureC: 39, hemoglobinGPerDl: 11 },
  dog: { weightKg: 20, temperatureC: 38.5, hemoglobinGPerDl: 15 },
  baboon: { weightKg: 20, temperatureC: 37.5, hemoglobinGPerDl: 12.5 },
};

/** Share of haemoglobin that a crystalloid prime leaves a small animal (K). */
export const LEFT_BY_PRIME_FRACTION = 0.7;
/** Kleiber: 70 kcal a day per kg^0.75, at 20.9 kJ per litre of oxygen. */
const KLEIBER_ML_PER_MIN = 9.73;
/** Share of delivery a body can take before its uptake falls (K; 0.6 to 0.7 in animals, Cain). */
const CRITICAL_EXTRACTION_FRACTION = 0.65;

export function speciesIn(words: readonly string[]): Species | undefined {
  const name = words.find((word) => Object.hasOwn(SPECIES, word));
  return name === undefined ? undefined : SPECIES[name];
}

/** Oxygen uptake at a temperature, mL/kg/min (BL-81). */
export function speciesUptakeMlPerKgPerMin(species: Species, temperatureC: number): number {
  const warm = KLEIBER_ML_PER_MIN * pow(species.weightKg, -0.25);
  return (
    (warm * bodyDemandFactor(temperatureC, TISSUE_Q10)) /
    bodyDemandFactor(species.temperatureC, TISSUE_Q10)
  );
}

/** Delivery below which uptake falls, mL/kg/min (BL-81). */
export const speciesCriticalDelivery = (species: Species, temperatureC: number): number =>
  speciesUptakeMlPerKgPerMin(species, temperatureC) / CRITICAL_EXTRACTION_FRACTION;
