/**
 * What a perfusionist writes down during bypass (C8): readings with the signal that shows each and the one that
 * is the truth behind it, and what happened. Which readings: clinical.md C31; how near counts as right is ours
 * (PROVISIONAL).
 */

export interface RecordedQuantity {
  readonly title: string;
  readonly unit: string;
  /** What the console, the monitor or the laboratory shows. */
  readonly shown: string;
  /** What is so, where that is another reading. */
  readonly truth?: string;
  /** The signal times this is what is written: 100 for percent. */
  readonly scaleRatio: number;
  /** A value within this of the one shown is right. */
  readonly toleranceUnits: number;
  readonly digits: 0 | 1 | 2;
  /** Written on every row, or when a sample has come back. */
  readonly group: "row" | "blood";
}

const quantity = (
  title: string,
  unit: string,
  shown: string,
  toleranceUnits: number,
  more: Partial<RecordedQuantity> = {},
): RecordedQuantity => ({
  title,
  unit,
  shown,
  toleranceUnits,
  scaleRatio: 1,
  digits: 0,
  group: "row",
  ...more,
});
const percent = { scaleRatio: 100 } as const;
const blood = (digits: 0 | 1 | 2) => ({ group: "blood", digits }) as const;

export const RECORD_QUANTITIES = [
  "arterialFlow",
  "meanArterialPressure",
  "centralVenousPressure",
  "linePressure",
  "arterialTemperature",
  "venousTemperature",
  "nasopharyngeal",
  "bladder",
  "venousSaturation",
  "reservoirVolume",
  "fio2",
  "sweep",
  "act",
  "ph",
  "pco2",
  "po2",
  "hemoglobin",
  "potassium",
  "lactate",
  "glucose",
] as const;
export type RecordQuantity = (typeof RECORD_QUANTITIES)[number];

export const QUANTITIES: Readonly<Record<RecordQuantity, RecordedQuantity>> = {
  arterialFlow: quantity("Flow", "L/min", "circuit.arterialFlowDisplayedLpm", 0.2, {
    truth: "circuit.arterialFlowTrueLpm",
    digits: 2,
  }),
  meanArterialPressure: quantity("MAP", "mmHg", "patient.arterialPressureMeanMmHg", 5),
  centralVenousPressure: quantity("CVP", "mmHg", "patient.centralVenousPressureMmHg", 2),
  linePressure: quantity("Line pressure", "mmHg", "circuit.postmembranePressureMmHg", 15),
  arterialTemperature: quantity("Arterial", "°C", "circuit.arterialTemperatureC", 0.3, {
    digits: 1,
  }),
  venousTemperature: quantity("Venous", "°C", "circuit.venousTemperatureC", 0.3, { digits: 1 }),
  nasopharyngeal: quantity("Nasopharynx", "°C", "patient.nasopharyngealC", 0.3, { digits: 1 }),
  bladder: quantity("Bladder", "°C", "patient.bladderC", 0.3, { digits: 1 }),
  venousSaturation: quantity("SvO₂", "%", "circuit.venousSaturationDisplayedFraction", 3, {
    truth: "line.venous.saturationFraction",
    ...percent,
  }),
  reservoirVolume: quantity("Reservoir", "mL", "circuit.reservoirVolumeMl", 100),
  fio2: quantity("FiO₂", "%", "gas.fio2SetFraction", 2, {
    truth: "gas.fio2TrueFraction",
    ...percent,
  }),
  sweep: quantity("Sweep", "L/min", "gas.sweepLpm", 0.2, {
    truth: "gas.sweepTrueLpm",
    digits: 1,
  }),
  act: quantity("ACT", "s", "sample.actS", 5, blood(0)),
  ph: quantity("pH", "", "sample.ph", 0.02, blood(2)),
  pco2: quantity("PCO₂", "mmHg", "sample.pco2MmHg", 2, blood(0)),
  po2: quantity("PO₂", "mmHg", "sample.po2MmHg", 10, blood(0)),
  hemoglobin: quantity("Hb", "g/dL", "sample.hemoglobinGPerDl", 0.2, blood(1)),
  potassium: quantity("K", "mmol/L", "sample.potassiumMmolPerL", 0.2, blood(1)),
  lactate: quantity("Lactate", "mmol/L", "sample.lactateMmolPerL", 0.2, blood(1)),
  glucose: quantity("Glucose", "mmol/L", "sample.glucoseMmolPerL", 0.3, blood(1)),
};

/** What is stamped with its time (clinical.md C31). */
export const RECORD_EVENTS = [
  "onBypass",
  "fullFlow",
  "offBypass",
  "crossClampOn",
  "crossClampOff",
  "cardioplegia",
  "heparin",
  "protamine",
  "drug",
  "fluid",
  "coolingBegun",
  "rewarmingBegun",
  "ventilationOn",
  "ventilationOff",
  "defibrillation",
  "lowFlow",
  "incident",
] as const;
export type RecordEvent = (typeof RECORD_EVENTS)[number];

/** Readings are asked every 5 min and a row missing for 10 is a gap; blood every 30 (clinical.md C31, K, PROVISIONAL). */
export const ROW_EVERY_S = 300;
export const ROW_GAP_S = 600;
export const BLOOD_EVERY_S = 1800;
export const RECORD_VALUE_MAX = 10_000;

/** Whether a written value is near enough to a reading of the signal that shows it. */
export function isAsShown(quantityId: RecordQuantity, written: number, reading: number): boolean {
  const { scaleRatio, toleranceUnits } = QUANTITIES[quantityId];
  return Math.abs(written - reading * scaleRatio) <= toleranceUnits + 1e-9;
}
