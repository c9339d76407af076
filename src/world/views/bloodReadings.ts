/**
 * The truth about arterial blood as a laboratory would find it without error or delay (docs/model.md
 * B-12): for supervisors and for whoever builds a sample. Taken from the last cell of the arterial filter.
 */
import { expInPlace } from "../../kernel/detMathInPlace.ts";
import {
  baseExcessMmolPerL,
  bicarbonateInPlace,
  PLASMA_37,
} from "../../physiology/blood/acidBase.ts";
import {
  CO2_LOG10_PER_C,
  phAtTemperature,
  relativeChangePerC,
} from "../../physiology/blood/temperatureCorrection.ts";
import { CELL_BLOOD, createCellBlood, readCell, readStrongIons } from "../physics/cellBlood.ts";
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
const C = CELL_BLOOD.index;
const CELL = lastCell("filter");

/** The cell as it is read, and what an exponent is taken of until it stands there. */
const READ = createCellBlood();
const WORK = new Float64Array(1);
const PAIR = new Float64Array(2);

const ofPlasma =
  (species: number): Reader =>
  (s, into, at) => {
    readCell(s, CELL, READ);
    into[at] = (s.cellAmount[amountIndex(species, CELL)] / READ[C.plasmaMl]) * 1000;
  };

function bicarbonate(s: WorldState, into: Float64Array, at: number): void {
  PAIR[0] = s.cellPh[CELL];
  PAIR[1] = s.cellPco2MmHg[CELL];
  bicarbonateInPlace(PAIR, PLASMA_37);
  into[at] = PAIR[0];
}

/** Filled anew for each reading; nothing reads it afterwards. */
const plasmaHeld = new Float64Array(PLASMA_SPECIES.length);

/** Largest error of any plasma species against its own total. */
function plasmaErrorFraction(s: WorldState, into: Float64Array, at: number): void {
  let worst = 0;
  totalPlasma(s, plasmaHeld);
  for (let species = 0; species < PLASMA_SPECIES.length; species += 1) {
    const held = plasmaHeld[species] as number;
    const error = held - s.plasmaStart[species] - s.plasmaIn[species];
    worst = Math.max(worst, Math.abs(error) / Math.max(1e-6, Math.abs(held)));
  }
  into[at] = worst;
}

export const bloodReadings: Readonly<Record<string, Reader>> = {
  "blood.arterialPh": held("cellPh", CELL),
  "blood.arterialPhAtBloodTemperature": (s, into, at) => {
    readCell(s, CELL, READ);
    into[at] = phAtTemperature(s.cellPh[CELL] as number, READ[C.temperatureC]);
  },
  "blood.arterialCarbonDioxideTensionMmHg": held("cellPco2MmHg", CELL),
  "blood.arterialCarbonDioxideTensionAtBloodTemperatureMmHg": (s, into, at) => {
    readCell(s, CELL, READ);
    WORK[0] = relativeChangePerC(CO2_LOG10_PER_C) * (READ[C.temperatureC] - 37);
    expInPlace(WORK, 0);
    into[at] = s.cellPco2MmHg[CELL] * WORK[0];
  },
  "blood.arterialOxygenTensionMmHg": held("cellPo2MmHg", CELL),
  "blood.bicarbonateMmolPerL": bicarbonate,
  "blood.baseExcessMmolPerL": (s, into, at) => {
    bicarbonate(s, into, at);
    readCell(s, CELL, READ);
    into[at] = baseExcessMmolPerL(into[at], s.cellPh[CELL] as number, READ[C.hemoglobinGPerDl]);
  },
  "blood.strongIonDifferenceMeqPerL": (s, into, at) => {
    readStrongIons(s, CELL, into, at);
  },
  "blood.hematocritFraction": (s, into, at) => {
    readCell(s, CELL, READ);
    into[at] = s.cellAmount[amountIndex(RED, CELL)] / Math.max(1, READ[C.bloodMl]);
  },
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
  "oxygenator.carbonDioxideRemovedMlPerMin": (s, into, at) => {
    into[at] = s.machine[M.carbonDioxideOutMlPerS] * 60;
  },
  "oxygenator.clottedFraction": held("patient", P.oxygenatorClotFraction),
  "ledger.plasmaErrorFraction": plasmaErrorFraction,
};
