/** Readings of samples, and the truth behind drugs and clotting. */
import { number } from "./signalDefinition.ts";

export const sampleSignals = [
  number("sample.actS", 0, 999, "Last activated clotting time that came back; 0 before the first."),
  number("sample.actAgeS", 0, 99999, "Since the blood of the last ACT was drawn; 99999 = never."),
  number("sample.gasAgeS", 0, 99999, "Since the last blood gas was drawn; 99999 = never."),
  number("sample.ph", 0, 9, "pH of the last blood gas at 37 °C; 0 before the first."),
  number("sample.pco2MmHg", 0, 300, "PCO2 of the last blood gas at 37 °C; 0 before the first."),
  number("sample.po2MmHg", 0, 900, "PO2 of the last blood gas at 37 °C; 0 before the first."),
  number("sample.hemoglobinGPerDl", 0, 30, "Last haemoglobin; 0 before the first."),
  number("sample.sodiumMmolPerL", 0, 300, "Last sodium; 0 before the first."),
  number("sample.potassiumMmolPerL", 0, 60, "Last potassium; 0 before the first."),
  number("sample.calciumMmolPerL", 0, 30, "Last ionised calcium; 0 before the first."),
  number("sample.glucoseMmolPerL", 0, 200, "Last glucose; 0 before the first."),
  number("sample.lactateMmolPerL", 0, 60, "Last lactate; 0 before the first."),
  number("sample.baseExcessMmolPerL", -60, 60, "Last base excess; 0 before the first."),
  number("sample.heparinUPerMl", 0, 100, "Last heparin level; 0 before the first."),
  number("sample.runningCount", 0, 6, "Samples whose result has not come back."),
];

export const medicineSignals = [
  number("medicine.actTrueS", 0, 1000, "Activated clotting time, true.", "supervisor"),
  number("medicine.heparinTrueUPerMl", 0, 200, "Heparin in blood, true.", "supervisor"),
  number("medicine.antithrombinUPerMl", 0, 20, "Antithrombin in plasma, true.", "supervisor"),
  number("medicine.toneRatio", 0, 5, "Tone of small arteries by drugs and disease.", "supervisor"),
  number("medicine.venousUnstressedMl", -5000, 5000, "Volume drugs let veins hold.", "supervisor"),
  number("medicine.contractilityRatio", 0, 5, "Contractility by drugs.", "supervisor"),
  number("medicine.heartRateRatio", 0, 5, "Heart rate by drugs.", "supervisor"),
  number("medicine.anaestheticMacFraction", 0, 100, "Depth by drugs, 1 = one MAC.", "supervisor"),
  number("medicine.neuromuscularBlockFraction", 0, 1, "Neuromuscular block, true.", "supervisor"),
  number("medicine.vasoplegiaFraction", 0, 1, "Vasoplegia, true.", "supervisor"),
  number("medicine.mediatorFraction", 0, 1, "Mediators of a reaction, true.", "supervisor"),
  number(
    "ledger.drugErrorFraction",
    0,
    1,
    "Given less removed less present, of the worst drug, as a share of what was given.",
    "engine",
  ),
  number("circuit.oxygenatorClotFraction", 0, 1, "Clotted share of the fibres.", "supervisor"),
  number("circuit.reservoirClotFraction", 0, 1, "Clotted share of the screen.", "supervisor"),
];
