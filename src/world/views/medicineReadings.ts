/** What is known of samples, and the truth behind drugs and clotting. */
import { POOL, presentInPool } from "../../physiology/drugs/kinetics.ts";
import { MACHINE, PATIENT } from "../state/layouts.ts";
import { LAST, MEDICINE, PENDING, PENDING_SLOTS, poolOffset } from "../state/medicineLayout.ts";
import { held, type Reader } from "./reader.ts";

const M = MACHINE.index;
const P = PATIENT.index;
const R = MEDICINE.index;
const L = LAST.index;
const Q = POOL.index;
const NEVER_S = 99999;
const TICKS_PER_S = 50;

/** Room above 0, so that "drawn at tick 0" and "never" differ: draws are kept as tick + 1. */
const ageS =
  (slot: number): Reader =>
  (s, into, at) => {
    const drawn = s.lastResults[slot] as number;
    into[at] = NEVER_S;
    if (drawn > 0) into[at] = Math.min(NEVER_S, (s.machine[M.tick] - (drawn - 1)) / TICKS_PER_S);
  };

const truth = (slot: number): Reader => held("medicine", slot);
const last = (slot: number): Reader => held("lastResults", slot);
const ofPatient = (slot: number): Reader => held("patient", slot);

const runningCount: Reader = (state, into, at) => {
  let count = 0;
  for (let slot = 0; slot < PENDING_SLOTS; slot += 1)
    count += state.samples[slot * PENDING.size + PENDING.index.waits];
  into[at] = count;
};

/** The ledger of drugs: how far the worst of them is from given = removed + present (D-6). */
const drugError: Reader = ({ drugs }, into, place, setup) => {
  let worst = 0;
  for (let index = 0; index < setup.drugs.length; index += 1) {
    const at = poolOffset(index);
    const given = drugs[at + Q.given] as number;
    if (given === 0) continue;
    const error = given - drugs[at + Q.removed] - presentInPool(drugs, at);
    worst = Math.max(worst, Math.abs(error) / given);
  }
  into[place] = worst;
};

export const medicineReadings: Readonly<Record<string, Reader>> = {
  "sample.actS": last(L.actS),
  "sample.actAgeS": ageS(L.actDrawnTick),
  "sample.gasAgeS": ageS(L.bloodGasDrawnTick),
  "sample.ph": last(L.ph),
  "sample.pco2MmHg": last(L.pco2MmHg),
  "sample.po2MmHg": last(L.po2MmHg),
  "sample.hemoglobinGPerDl": last(L.hemoglobinGPerDl),
  "sample.sodiumMmolPerL": last(L.sodiumMmolPerL),
  "sample.potassiumMmolPerL": last(L.potassiumMmolPerL),
  "sample.calciumMmolPerL": last(L.calciumMmolPerL),
  "sample.glucoseMmolPerL": last(L.glucoseMmolPerL),
  "sample.lactateMmolPerL": last(L.lactateMmolPerL),
  "sample.baseExcessMmolPerL": last(L.baseExcessMmolPerL),
  "sample.heparinUPerMl": last(L.heparinUPerMl),
  "sample.runningCount": runningCount,
  "medicine.actTrueS": truth(R.actTrueS),
  "medicine.heparinTrueUPerMl": truth(R.heparinTrueUPerMl),
  "medicine.antithrombinUPerMl": truth(R.antithrombinUPerMl),
  "medicine.toneRatio": ofPatient(P.drugArteriolarToneRatio),
  "medicine.venousUnstressedMl": ofPatient(P.drugVenousUnstressedMl),
  "medicine.contractilityRatio": ofPatient(P.drugContractilityRatio),
  "medicine.heartRateRatio": ofPatient(P.drugHeartRateRatio),
  "medicine.anaestheticMacFraction": truth(R.anaestheticMacFraction),
  "medicine.neuromuscularBlockFraction": truth(R.neuromuscularBlockFraction),
  "medicine.vasoplegiaFraction": truth(R.vasoplegiaFraction),
  "medicine.mediatorFraction": truth(R.mediatorFraction),
  "ledger.drugErrorFraction": drugError,
  "circuit.oxygenatorClotFraction": ofPatient(P.oxygenatorClotFraction),
  "circuit.reservoirClotFraction": held("machine", M.reservoirClotFraction),
};
