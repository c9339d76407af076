/**
 * Whether a patient has blood enough for what a case opens with: lines, oxygenator, reservoir and vessels
 * are filled first, and the veins get what is left (docs/model.md C-9). Less than nothing is no patient.
 */
import { failure, type Result, success } from "../kernel/result.ts";
import { type DataSource, problemAt } from "../scenario/contract/source.ts";
import type { Patient } from "../world/contract/setup.ts";
import { veinsFilled } from "../world/physics/veinsFilled.ts";

const ROUNDED_TO_ML = 10;

export function checkBlood(
  source: DataSource,
  filled: Parameters<typeof veinsFilled>[0],
): Result<Patient> {
  const { patient } = filled;
  const { leftMl, leastBloodMl } = veinsFilled(filled);
  if (leftMl > 0) return success(patient);
  const enoughMl = Math.ceil(leastBloodMl / ROUNDED_TO_ML) * ROUNDED_TO_ML;
  return failure(
    problemAt(source, {
      code: "patient.bloodVolume",
      path: ["bloodVolumeMl"],
      sentence: `With ${patient.bloodVolumeMl} mL nothing is left for the veins once this circuit, its reservoir and the other vessels are filled.`,
      remedy: `Give the patient at least ${enoughMl} mL with the prime, or let the circuit's reservoir start lower.`,
    }),
  );
}
