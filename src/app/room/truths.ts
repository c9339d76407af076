/** What the trainee's sensors show and what is true, for whoever knows both. */
import { signalIndex } from "../../world/contract/signals.ts";

export interface Truth {
  readonly name: string;
  /** Undefined where nothing on the console shows it. */
  readonly shown?: string;
  readonly true: string;
  readonly digits: 0 | 1 | 2;
  /** Turns the signal's unit into the one that is read, such as a fraction into percent. */
  readonly times?: number;
}

const PERCENT = 100;

export const TRUTHS: readonly Truth[] = [
  {
    name: "Arterial flow, L/min",
    shown: "circuit.arterialFlowDisplayedLpm",
    true: "circuit.arterialFlowTrueLpm",
    digits: 2,
  },
  {
    name: "Arterial head, L/min",
    shown: "pump.arterial.flowDisplayedLpm",
    true: "circuit.arterialFlowTrueLpm",
    digits: 2,
  },
  { name: "Venous return, L/min", true: "circuit.venousFlowTrueLpm", digits: 2 },
  { name: "Reaches the body, L/min", true: "patient.systemicFlowTrueLpm", digits: 2 },
  { name: "Brain, L/min", true: "patient.brainFlowTrueLpm", digits: 2 },
  {
    name: "Arterial saturation, %",
    shown: "circuit.arterialSaturationDisplayedFraction",
    true: "patient.arterialSaturationTrueFraction",
    digits: 1,
    times: PERCENT,
  },
  {
    name: "Oxygen in the sweep, %",
    shown: "gas.fio2SetFraction",
    true: "gas.fio2TrueFraction",
    digits: 0,
    times: PERCENT,
  },
  { name: "Sweep, L/min", shown: "gas.sweepLpm", true: "gas.sweepTrueLpm", digits: 1 },
  { name: "Blood in the patient, mL", true: "patient.bloodVolumeTrueMl", digits: 0 },
  { name: "Blood in the field, mL", true: "patient.bloodInFieldTrueMl", digits: 0 },
  { name: "Blood spilled, mL", true: "circuit.spilledTrueMl", digits: 0 },
  { name: "ACT, s", true: "medicine.actTrueS", digits: 0 },
  { name: "Heparin, U/mL", true: "medicine.heparinTrueUPerMl", digits: 1 },
  { name: "Anaesthetic depth, MAC", true: "medicine.anaestheticMacFraction", digits: 1 },
  { name: "Brain temperature, °C", true: "patient.brainTemperatureTrueC", digits: 1 },
];

export function truthText(
  readings: Float64Array,
  name: string | undefined,
  { digits, times = 1 }: Truth,
): string {
  if (name === undefined) return "";
  const value = readings[signalIndex(name)] * times;
  if (!Number.isFinite(value)) return "- -";
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}
