/** Blood samples: where they are drawn, what is asked of them, and what comes back. */

/** `patientLine` is the patient's own arterial line, whose flush holds heparin. */
export const SAMPLE_SITES = ["arterial", "venous", "patientLine"] as const;
export type SampleSite = (typeof SAMPLE_SITES)[number];

export const SAMPLE_TESTS = [
  "bloodGas",
  "act",
  "heparinAssay",
  "electrolytes",
  "hemoglobin",
  "coagulation",
] as const;
export type SampleTest = (typeof SAMPLE_TESTS)[number];

/** Everything a result can hold. Gases twice: as measured at 37 °C, and corrected to the patient. */
export const SAMPLE_VALUES = [
  "ph",
  "pco2MmHg",
  "po2MmHg",
  "correctedPh",
  "correctedPco2MmHg",
  "correctedPo2MmHg",
  "saturationFraction",
  "bicarbonateMmolPerL",
  "baseExcessMmolPerL",
  "hemoglobinGPerDl",
  "hematocritFraction",
  "sodiumMmolPerL",
  "potassiumMmolPerL",
  "chlorideMmolPerL",
  "calciumMmolPerL",
  "magnesiumMmolPerL",
  "lactateMmolPerL",
  "glucoseMmolPerL",
  "actS",
  "heparinUPerMl",
  "antithrombinUPerMl",
  "plateletFraction",
] as const;
export type SampleValue = (typeof SAMPLE_VALUES)[number];

/** One result as the analyser prints it; what its test does not measure is not there. */
export type SampleResult = Readonly<Partial<Record<SampleValue, number>>>;

const GASES: readonly SampleValue[] = [
  "ph",
  "pco2MmHg",
  "po2MmHg",
  "correctedPh",
  "correctedPco2MmHg",
  "correctedPo2MmHg",
  "saturationFraction",
  "bicarbonateMmolPerL",
  "baseExcessMmolPerL",
];
const ELECTROLYTES: readonly SampleValue[] = [
  "sodiumMmolPerL",
  "potassiumMmolPerL",
  "chlorideMmolPerL",
  "calciumMmolPerL",
  "magnesiumMmolPerL",
  "lactateMmolPerL",
  "glucoseMmolPerL",
];
const CELLS: readonly SampleValue[] = ["hemoglobinGPerDl", "hematocritFraction"];

export const VALUES_OF_TEST: Readonly<Record<SampleTest, readonly SampleValue[]>> = {
  bloodGas: [...GASES, ...CELLS, ...ELECTROLYTES],
  act: ["actS"],
  heparinAssay: ["heparinUPerMl"],
  electrolytes: ELECTROLYTES,
  hemoglobin: CELLS,
  coagulation: ["antithrombinUPerMl", "plateletFraction"],
};

/** The discard that clears a port of what stood in it, mL (K). */
export const USUAL_DISCARD_ML = 5;
