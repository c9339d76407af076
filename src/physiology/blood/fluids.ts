/**
 * What is in the bags, per litre of the whole fluid's plasma or water (docs/model.md B-13). Labels of
 * infusions are exact; blood products vary by age and donor, so theirs are middles of what banks report.
 */

export interface Fluid {
  readonly hematocritFraction: number;
  readonly sodiumMmolPerL: number;
  readonly potassiumMmolPerL: number;
  /** Ionised. */
  readonly calciumMmolPerL: number;
  readonly magnesiumMmolPerL: number;
  readonly chlorideMmolPerL: number;
  readonly lactateMmolPerL: number;
  /** Citrate, phosphate, gelatin's own charge and the like. */
  readonly otherAnionsMeqPerL: number;
  readonly albuminGPerL: number;
  readonly glucoseMmolPerL: number;
  readonly freeHemoglobinGPerL: number;
  /** Total CO2 of the whole fluid, mL/mL: 1 mmol/L is 0.02226. */
  readonly co2MlPerMl: number;
  /** Oxygen of the whole fluid, mL/mL. */
  readonly oxygenMlPerMl: number;
  readonly temperatureC: number;
  readonly source: string;
}

const WATER = {
  hematocritFraction: 0,
  potassiumMmolPerL: 0,
  calciumMmolPerL: 0,
  magnesiumMmolPerL: 0,
  lactateMmolPerL: 0,
  otherAnionsMeqPerL: 0,
  albuminGPerL: 0,
  glucoseMmolPerL: 0,
  freeHemoglobinGPerL: 0,
  // Dissolved in water that stood in room air.
  co2MlPerMl: 0.0002,
  oxygenMlPerMl: 0.0045,
  temperatureC: 21,
} as const;
/** Bicarbonate that plasma in a bag still holds, mmol/L of CO2 as mL/mL (K). */
const PLASMA_CO2 = 22 * 0.02226;

export const FLUID_NAMES = [
  "hartmann",
  "saline",
  "gelatin",
  "albumin4",
  "bicarbonate84",
  "packedCells",
  "freshFrozenPlasma",
  "cellSaver",
] as const;
export type FluidName = (typeof FLUID_NAMES)[number];

export const FLUIDS: Readonly<Record<FluidName, Fluid>> = {
  hartmann: {
    ...WATER,
    sodiumMmolPerL: 131,
    potassiumMmolPerL: 5,
    calciumMmolPerL: 2,
    chlorideMmolPerL: 111,
    lactateMmolPerL: 29,
    source: "label, BP compound sodium lactate",
  },
  saline: { ...WATER, sodiumMmolPerL: 154, chlorideMmolPerL: 154, source: "label, 0.9 %" },
  gelatin: {
    ...WATER,
    sodiumMmolPerL: 154,
    chlorideMmolPerL: 120,
    otherAnionsMeqPerL: 34,
    source:
      "label, succinylated gelatin 4 %; its charge makes up the difference; binds no hydrogen here",
  },
  albumin4: {
    ...WATER,
    sodiumMmolPerL: 140,
    chlorideMmolPerL: 128,
    albuminGPerL: 40,
    source: "label, human albumin 4 %",
  },
  bicarbonate84: {
    ...WATER,
    sodiumMmolPerL: 1000,
    chlorideMmolPerL: 0,
    co2MlPerMl: 22.26,
    source: "label, 8.4 %: 1 mmol/mL",
  },
  packedCells: {
    ...WATER,
    hematocritFraction: 0.58,
    sodiumMmolPerL: 125,
    potassiumMmolPerL: 25,
    chlorideMmolPerL: 130,
    lactateMmolPerL: 18,
    otherAnionsMeqPerL: 8,
    albuminGPerL: 3,
    glucoseMmolPerL: 22,
    freeHemoglobinGPerL: 1,
    co2MlPerMl: 0.1,
    oxygenMlPerMl: 0.1,
    temperatureC: 10,
    source: "SAGM, about two weeks old (K); no ionised calcium",
  },
  freshFrozenPlasma: {
    ...WATER,
    sodiumMmolPerL: 165,
    potassiumMmolPerL: 3.8,
    magnesiumMmolPerL: 0.6,
    chlorideMmolPerL: 77,
    lactateMmolPerL: 3,
    otherAnionsMeqPerL: 60,
    albuminGPerL: 36,
    glucoseMmolPerL: 20,
    co2MlPerMl: PLASMA_CO2,
    temperatureC: 30,
    source: "thawed, citrate about 20 mmol/L (K)",
  },
  cellSaver: {
    ...WATER,
    hematocritFraction: 0.57,
    sodiumMmolPerL: 154,
    potassiumMmolPerL: 1.5,
    chlorideMmolPerL: 153,
    freeHemoglobinGPerL: 1,
    co2MlPerMl: 0.05,
    oxygenMlPerMl: 0.22,
    source: "washed in saline (K)",
  },
};
