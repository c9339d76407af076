/**
 * The patient and bypass a source means when it says no more than "adults on bypass". One set for all
 * experiments, so that none can be tuned to its own row. Each value with its reason.
 */
import type { Dilution } from "./hemodilution.ts";

export const NOMINAL_BYPASS = {
  /** clinical.md 0.4: 75 kg body in the heat balance, rounded to a usual adult for blood volume. */
  weightKg: 80,
  heightM: 1.75,
  sex: "male",
  /** 65 to 70 mL/kg (physiology.md 11). */
  bloodMlPerKg: 65,
  /** Before surgery; 39 to 42 % in cardiac adults (K). */
  hematocritFraction: 0.39,
  /** Of blood on bypass (clinical.md 0.4). */
  hemoglobinGPerDl: 8.5,
  saturationFraction: 0.99,
  po2MmHg: 200,
  /** Middle of 2.2 to 2.6 (clinical.md 0.4). */
  flowIndexLpmPerM2: 2.4,
  /** Mild hypothermia (Rodig 1996: 32 to 33). */
  temperatureC: 32,
  heparinUPerKg: 300,
  heparinInPrimeU: 5000,
  bypassMinutes: 90,
} as const;

/** Crystalloid prime and what anaesthesia gave; no autologous priming (K). */
export const NOMINAL_DILUTION: Dilution = {
  primeMl: 1500,
  anaesthesiaMl: 500,
  cardioplegiaMl: 0,
  autologousPrimingMl: 0,
};
