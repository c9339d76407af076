/** Units of doses and rates as people say them, and what they are in the unit of a drug's file. */

export const AMOUNT_UNITS = ["ug", "mg", "g", "U", "mmol", "mL"] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

export const BOLUS_UNITS = [
  ...AMOUNT_UNITS,
  "ug/kg",
  "mg/kg",
  "g/kg",
  "U/kg",
  "mmol/kg",
  "mL/kg",
] as const;
export const RATE_UNITS = [
  "ug/min",
  "ug/kg/min",
  "mg/min",
  "mg/h",
  "mg/kg/h",
  "g/h",
  "U/min",
  "U/h",
  "U/kg/h",
  "mmol/h",
  "mL/h",
  "vol%",
] as const;
export type DoseUnit = (typeof BOLUS_UNITS)[number] | (typeof RATE_UNITS)[number];

export const ROUTES = ["circuit", "centralLine", "vaporiser"] as const;
export type Route = (typeof ROUTES)[number];

/** Drugs that a mechanism of its own asks for. */
export const DRUG_ROLES = [
  "heparin",
  "protamine",
  "antithrombin",
  "insulin",
  "vaporiserAgent",
] as const;
export type DrugRole = (typeof DRUG_ROLES)[number];

const MG_PER: Readonly<Record<string, number>> = { ug: 0.001, mg: 1, g: 1000 };

/** How many of one amount unit make one of another; null between kinds such as U and mg. */
function amountRatio(from: string, to: string): number | null {
  if (from === to) return 1;
  const [a, b] = [MG_PER[from], MG_PER[to]];
  return a === undefined || b === undefined ? null : a / b;
}

/** A dose in the file's amount unit, for a body weight; null when the units do not fit. */
export function doseInAmountUnits(
  amount: number,
  unit: string,
  amountUnit: AmountUnit,
  weightKg: number,
): number | null {
  const [kind = "", per] = unit.split("/");
  const ratio = amountRatio(kind, amountUnit);
  if (ratio === null || (per !== undefined && per !== "kg")) return null;
  return amount * ratio * (per === "kg" ? weightKg : 1);
}

/** A rate in the file's amount unit per second, for a body weight; null when the units do not fit. */
export function rateInAmountUnitsPerS(
  amount: number,
  unit: string,
  amountUnit: AmountUnit,
  weightKg: number,
): number | null {
  const parts = unit.split("/");
  const time = parts.pop();
  const perS = time === "min" ? 1 / 60 : time === "h" ? 1 / 3600 : null;
  if (perS === null) return null;
  const dose = doseInAmountUnits(amount, parts.join("/"), amountUnit, weightKg);
  return dose === null ? null : dose * perS;
}
