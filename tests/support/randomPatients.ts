/** Patients nobody wrote, at machines set in any legal way: each drawn from one seed. */
import { nextFraction, pick, STREAM_WORDS, seedStream } from "../../src/kernel/random.ts";
import type { WorldSetup } from "../../src/world/contract/setup.ts";
import { leastBloodMl } from "../../src/world/physics/leastBlood.ts";
import { readWorldSetup } from "./worldSetup.ts";

/** How many a test draws, and the first one's seed: `RANDOM_PATIENTS` and `RANDOM_PATIENTS_FROM`. */
export const randomPatientSeeds = (usual: number): readonly number[] => {
  const count = Number(process.env["RANDOM_PATIENTS"] ?? usual);
  const from = Number(process.env["RANDOM_PATIENTS_FROM"] ?? 1);
  return Array.from({ length: count }, (_, index) => from + index);
};

export interface Dice {
  readonly seed: number;
  between(min: number, max: number): number;
  oneOf<T>(items: readonly T[]): T;
}

export function diceOf(seed: number): Dice {
  const words = new Uint32Array(STREAM_WORDS);
  seedStream(words, 0, seed, "randomPatients");
  return {
    seed,
    between: (min, max) => min + (max - min) * nextFraction(words, 0),
    oneOf: (items) => pick(words, 0, items),
  };
}

function drawPatient(dice: Dice, { patient }: WorldSetup): void {
  const weightKg = dice.between(40, 140);
  const heightCm = dice.between(145, 200);
  patient.weightKg = weightKg;
  patient.heightCm = heightCm;
  patient.bodySurfaceM2 = Math.sqrt((weightKg * heightCm) / 3600);
  patient.ageYears = dice.between(18, 90);
  // Blood by surface, since fat holds little, and the prime on top of it.
  patient.bloodVolumeMl = dice.between(2500, 2900) * patient.bodySurfaceM2 + 1000;
  patient.hemoglobinGPerDl = dice.between(5, 14);
  patient.meanArterialPressureMmHg = dice.between(40, 90);
  patient.centralVenousPressureMmHg = dice.between(0, 10);
  patient.arterialComplianceMlPerMmHg = dice.between(0.8, 2.4);
  patient.venousComplianceMlPerMmHg = dice.between(50, 90) * patient.bodySurfaceM2;
  patient.oxygenUptakeMlPerMinPerM2 = dice.between(80, 150);
  patient.temperatureC = dice.between(18, 38);
  patient.brainQ10 = dice.between(1.8, 3);
  patient.reflexGainRatio = dice.between(0, 1);
  patient.contractilityRatio = dice.between(0.3, 1.4);
  patient.heartRatePerMin = dice.between(40, 110);
  patient.plasma.potassiumMmolPerL = dice.between(3, 6.5);
  patient.plasma.baseExcessMmolPerL = dice.between(-12, 8);
  patient.plasma.lactateMmolPerL = dice.between(0.5, 8);
  patient.plasma.albuminGPerL = dice.between(12, 45);
  patient.rhythm = dice.oneOf(["arrested", "arrested", "sinus", "ventricularFibrillation"]);
  patient.crossClamped = patient.rhythm === "arrested";
}

function drawMachine(dice: Dice, { machine, patient, circuit }: WorldSetup): void {
  machine.heads.arterial.flowLpm = Math.min(8, dice.between(1, 3) * patient.bodySurfaceM2);
  machine.heads.arterial.occlusionFraction = dice.between(0.85, 1.05);
  machine.heads.vent.flowLpm = dice.between(0, 0.6);
  machine.heads.suck1.flowLpm = dice.between(0, 0.8);
  machine.fio2Fraction = dice.between(0.21, 1);
  machine.sweepLpm = dice.between(0, 15);
  machine.waterSetPointC = dice.between(4, 42);
  circuit.reservoirStartMl = dice.between(300, 1200);
  machine.safety.levelLimitMl = dice.between(200, 600);
}

/** The patient and machine of these dice; blood too little for them is made just enough, as a case asks for. */
export function drawSetup(dice: Dice): WorldSetup {
  return readWorldSetup({
    pump: dice.oneOf(["roller", "centrifugal"]),
    seed: dice.seed,
    edit: (drawn) => {
      drawPatient(dice, drawn);
      drawMachine(dice, drawn);
      drawn.patient.bloodVolumeMl = Math.max(drawn.patient.bloodVolumeMl, leastBloodMl(drawn));
    },
  });
}
