/**
 * One blood being worked out, as a row of numbers: laws of the blood that run every tick read their terms
 * from it and write their result into it (ADR 0045).
 */
import { defineLayout } from "../../kernel/layout.ts";

export const BLOOD_ROW = defineLayout([
  "oxygenMlPerDl",
  "carbonDioxideMlPerDl",
  "carbonDioxideMlPerDlPerMmHg",
  "hemoglobinGPerDl",
  "saturationFraction",
  "strongIonDifferenceMeqPerL",
  "albuminGPerL",
  /** What a charge of bicarbonate is left at pH 0, and how it falls with pH (B-8). */
  "lineMeqPerL",
  "bufferMeqPerLPerPh",
  "temperatureC",
  "ph",
  "pco2MmHg",
  "p50MmHg",
  "po2MmHg",
]);

export const createBloodRow = (): Float64Array => new Float64Array(BLOOD_ROW.size);
