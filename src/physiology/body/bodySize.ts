/** Body surface and blood volume from height, weight, sex and age (docs/model-blood.md BL-60 to BL-64). */
import { exp, log } from "../../kernel/detMath.ts";

const power = (base: number, exponent: number): number => exp(exponent * log(base));

/** Body surface in m² after DuBois and DuBois 1916 (BL-60). */
export const duBoisM2 = (heightCm: number, weightKg: number): number =>
  0.007184 * power(weightKg, 0.425) * power(heightCm, 0.725);

/** Body surface in m² after Mosteller 1987 (BL-61). */
export const mostellerM2 = (heightCm: number, weightKg: number): number =>
  Math.sqrt((heightCm * weightKg) / 3600);

/** Body surface in m² after Haycock 1978 (BL-62). */
export const haycockM2 = (heightCm: number, weightKg: number): number =>
  0.024265 * power(weightKg, 0.5378) * power(heightCm, 0.3964);

/** Blood volume in L after Nadler, Hidalgo and Bloch 1962 (BL-63). */
export function nadlerL(sex: "male" | "female", heightM: number, weightKg: number): number {
  const cube = heightM * heightM * heightM;
  return sex === "male"
    ? 0.3669 * cube + 0.03219 * weightKg + 0.6041
    : 0.3561 * cube + 0.03308 * weightKg + 0.1833;
}

/** Blood volume per kg of ideal weight by age, mL/kg (BL-64; novel blood volume formula study). */
export const bloodMlPerKgByAge = (ageYears: number): number => (ageYears < 65 ? 70 : 60);
