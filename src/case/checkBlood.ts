/**
 * Whether a patient has blood enough for what a case opens with: lines, oxygenator, reservoir and vessels
 * are filled first, and the veins get what is left (docs/model.md C-9). It must stretch them to the pressure
 * the patient opens with: veins that were slack below nothing are no patient's.
 */
import { failure, type Result, success } from "../kernel/result.ts";
import { type DataSource, problemAt } from "../scenario/contract/source.ts";
import type { Patient } from "../world/contract/setup.ts";
import { leastBloodMl } from "../world/physics/leastBlood.ts";

const ROUNDED_TO_ML = 10;

export function checkBlood(
  source: DataSource,
  filled: Parameters<typeof leastBloodMl>[0],
): Result<Patient> {
  const { patient } = filled;
  const leastMl = leastBloodMl(filled);
  if (patient.bloodVolumeMl >= leastMl) return success(patient);
  const enoughMl = Math.ceil(leastMl / ROUNDED_TO_ML) * ROUNDED_TO_ML;
  return failure(
    problemAt(source, {
      code: "patient.bloodVolume",
      path: ["bloodVolumeMl"],
      sentence: `With ${patient.bloodVolumeMl} mL too little is left to stretch the veins to their opening pressure once this circuit, its reservoir and the other vessels are filled.`,
      remedy: `Give the patient at least ${enoughMl} mL with the prime, or let the circuit's reservoir start lower.`,
    }),
  );
}
