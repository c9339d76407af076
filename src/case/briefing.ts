/** What the trainee is told before the first tick. It must not give away what was drawn. */
import type { GuidedStep } from "../scenario/contract/scenario.ts";
import { guidedSteps } from "../scenario/guide.ts";
import type { Drug, DrugOffer } from "../world/contract/drug.schema.ts";
import type { Patient } from "../world/contract/setup.ts";
import type { CaseSetup } from "./caseSetup.ts";

export interface CaseBriefing {
  readonly scenarioTitle: string;
  readonly briefing: string;
  readonly mode: "practice" | "exam";
  readonly seed: number;
  readonly patientSummary: string;
  readonly bodySurfaceM2: number;
  readonly reservoirCapacityMl: number;
  readonly reservoirMinimumMl: number;
  readonly drugs: readonly DrugOffer[];
  /** What the guide says at each stage of a module; empty in an assessed run. */
  readonly guide: readonly GuidedStep[];
}

function patientSummary(patient: Patient): string {
  const { title, ageYears, weightKg, heightCm, hemoglobinGPerDl, temperatureC } = patient;
  const heart = {
    arrested: "heart arrested",
    ventricularFibrillation: "ventricular fibrillation",
    sinus: "heart beating",
    paced: "heart paced",
  }[patient.rhythm];
  const clamp = patient.crossClamped ? "aorta cross-clamped" : "aorta not clamped";
  return [
    title,
    `${ageYears} years, ${weightKg} kg, ${heightCm} cm`,
    `body surface ${patient.bodySurfaceM2} m²`,
    `haemoglobin ${hemoglobinGPerDl} g/dL`,
    `${temperatureC} °C, ${heart}, ${clamp}`,
  ].join("; ");
}

function offerOf({ id, title, group, routes, bolus, infusion, note }: Drug): DrugOffer {
  return { id, title, group, routes, bolus, infusion, note };
}

export function createBriefing(setup: CaseSetup): CaseBriefing {
  const { scenario, patient, circuit, mode, seed } = setup;
  return {
    scenarioTitle: scenario.title,
    briefing: scenario.briefing,
    mode,
    seed,
    patientSummary: patientSummary(patient),
    bodySurfaceM2: patient.bodySurfaceM2,
    reservoirCapacityMl: circuit.reservoirCapacityMl,
    reservoirMinimumMl: circuit.reservoirMinimumMl,
    drugs: setup.drugs.map(offerOf),
    guide: mode === "practice" ? guidedSteps(scenario) : [],
  };
}
