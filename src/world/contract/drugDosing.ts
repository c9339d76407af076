/**
 * What people say of a drug, read against the formulary: which drug a name means, how much a dose or a rate
 * is, and whether it is more than the drug's file lets anybody give. The world asks when it is given, the
 * checker when a file is read, so that both say the same.
 */
import type { Drug } from "./drug.schema.ts";
import { doseInAmountUnits, rateInAmountUnitsPerS } from "./drugUnits.ts";

/** Place in the formulary of the drug with this id, or with this other name; -1 when there is none. */
export function drugIndex(drugs: readonly Drug[], name: string): number {
  const wanted = name.toLowerCase().trim();
  return drugs.findIndex(({ id, alsoCalled }) => id === wanted || alsoCalled.includes(wanted));
}

/** Every name that is understood, ids first. */
export const drugNames = (drugs: readonly Drug[]): readonly string[] => [
  ...drugs.map(({ id }) => id),
  ...drugs.flatMap(({ alsoCalled }) => alsoCalled),
];

/** As a single dose or at a rate: the keys of a drug's file. */
export type Way = "bolus" | "infusion";
export interface Dose {
  readonly amount: number;
  readonly unit: string;
}

/** What is given in the drug's own unit, a second where it runs, a share of gas of a vapour; null when units do not fit. */
export function givenOf(drug: Drug, way: Way, dose: Dose, weightKg: number): number | null {
  const { amount, unit } = dose;
  if (way === "bolus") return doseInAmountUnits(amount, unit, drug.amountUnit, weightKg);
  if (drug.volatile !== undefined && unit === "vol%") return amount / 100;
  return rateInAmountUnitsPerS(amount, unit, drug.amountUnit, weightKg);
}

/** Whether so much is more than the drug's file calls possible. */
export function isMoreThanMost(drug: Drug, way: Way, given: number, weightKg: number): boolean {
  const dosing = drug[way];
  if (dosing === undefined) return false;
  const most = givenOf(drug, way, { amount: dosing.max, unit: dosing.unit }, weightKg);
  return most !== null && given > most;
}
