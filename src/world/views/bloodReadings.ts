/**
 * The truth about arterial blood as a laboratory would find it without error or delay (docs/model.md
 * B-12): for supervisors and for whoever builds a sample. Taken from the last cell of the arterial filter.
 */
import {
  baseExcessMmolPerL,
  PLASMA_37,
  plasmaBicarbonateMmolPerL,
} from "../../physiology/blood/acidBase.ts";
import {
  CO2_LOG10_PER_C,
  phAtTemperature,
  pressureAtTemperatureMmHg,
} from "../../physiology/blood/temperatureCorrection.ts";
import {
  bloodMl,
  cellC,
  hemoglobinGPerDl,
  plasmaPerL,
  strongIonDifferenceMeqPerL,
} from "../physics/cellBlood.ts";
import { totalPlasma } from "../physics/ledger.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import type { WorldState } from "../state/state.ts";
import {
  ALBUMIN,
  amountIndex,
  CALCIUM,
  CHLORIDE,
  FREE_HEMOGLOBIN,
  GLUCOSE,
  LACTATE,
  lastCell,
  MAGNESIUM,
  PLASMA_SPECIES,
  POTASSIUM,
  RED,
  SODIUM,
} from "../topology.ts";
import { held, type Reader } from "./reader.ts";

const P = PATIENT.index;
const M = MACHINE.index;
const CELL = lastCell("filter");

const ofPlasma =
  (species: number): Reader =>
  (s) =>
    plasmaPerL(s, CELL, species);
const bicarbonate = (s: WorldState): number =>
  plasmaBicarbonateMmolPerL(s.cellPh[CELL] as number, s.cellPco2MmHg[CELL] as number, PLASMA_37);

/** Filled anew for each reading; nothing reads it afterwards. */
const plasmaHeld = new Float64Array(PLASMA_SPECIES.length);

/** Largest error of any plasma species against its own total. */
function plasmaErrorFraction(s: WorldState): number {
  let worst = 0;
  totalPlasma(s, plasmaHeld);
  for (let species = 0; species < PLASMA_SPECIES.length; species += 1) {
    const held = plasmaHeld[species] as number;
    const error = held - s.plasmaStart[species] - s.plasmaIn[species];
    worst = Math.max(worst, Math.abs(error) / Math.max(1e-6, Math.abs(held)));
  }
  return worst;
}

export const bloodReadings: Readonly<Record<string, Reader>> = {
  "blood.arterialPh": held("cellPh", CELL),
  "blood.arterialPhAtBloodTemperature": (s) =>
    phAtTemperature(s.cellPh[CELL] as number, cellC(s, CELL)),
  "blood.arterialCarbonDioxideTensionMmHg": held("cellPco2MmHg", CELL),
  "blood.arterialCarbonDioxideTensionAtBloodTemperatureMmHg": (s) =>
    pressureAtTemperatureMmHg(s.cellPco2MmHg[CELL] as number, cellC(s, CELL), CO2_LOG10_PER_C),
  "blood.arterialOxygenTensionMmHg": held("cellPo2MmHg", CELL),
  "blood.bicarbonateMmolPerL": bicarbonate,
  "blood.baseExcessMmolPerL": (s) =>
    baseExcessMmolPerL(bicarbonate(s), s.cellPh[CELL] as number, hemoglobinGPerDl(s, CELL)),
  "blood.strongIonDifferenceMeqPerL": (s) => strongIonDifferenceMeqPerL(s, CELL),
  "blood.hematocritFraction": (s) =>
    s.cellAmount[amountIndex(RED, CELL)] / Math.max(1, bloodMl(s, CELL)),
  "blood.sodiumMmolPerL": ofPlasma(SODIUM),
  "blood.potassiumMmolPerL": ofPlasma(POTASSIUM),
  "blood.calciumMmolPerL": ofPlasma(CALCIUM),
  "blood.magnesiumMmolPerL": ofPlasma(MAGNESIUM),
  "blood.chlorideMmolPerL": ofPlasma(CHLORIDE),
  "blood.lactateMmolPerL": ofPlasma(LACTATE),
  "blood.glucoseMmolPerL": ofPlasma(GLUCOSE),
  "blood.albuminGPerL": ofPlasma(ALBUMIN),
  "blood.freeHemoglobinGPerL": ofPlasma(FREE_HEMOGLOBIN),
  "patient.visceraTemperatureTrueC": held("patient", P.visceraTissueC),
  "patient.muscleTemperatureTrueC": held("patient", P.muscleTissueC),
  "patient.skinTemperatureTrueC": held("patient", P.skinTissueC),
  "oxygenator.carbonDioxideRemovedMlPerMin": (s) => s.machine[M.carbonDioxideOutMlPerS] * 60,
  "oxygenator.clottedFraction": held("patient", P.oxygenatorClotFraction),
  "ledger.plasmaErrorFraction": plasmaErrorFraction,
};
