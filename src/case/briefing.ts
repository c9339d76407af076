/** What the trainee is told before the first tick. It must not give away what was drawn. */
import type { GuidedStep } from "../scenario/contract/scenario.ts";
import { guidedSteps } from "../scenario/guide.ts";
import type { Drug, DrugOffer } from "../world/contract/drug.schema.ts";
import type { Patient } from "../world/contract/setup.ts";
import type { CaseSetup } from "./caseSetup.ts";

export interface CaseBriefing {
  readonly scenarioTitle: string;
  readonly briefing: string;
  readonly mode: CaseSetup["mode"];
  readonly seed: number;
  readonly patientSummary: string;
  readonly bodySurfaceM2: number;
  readonly reservoirCapacityMl: number;
  readonly reservoirMinimumMl: number;
  readonly drugs: readonly DrugOffer[];
  /** What the guide says at each stage of a module; empty in an assessed run. */
  readonly guide: readonly GuidedStep[];
}

/** The same before every drill. Theatre talk (K). */
const DRILL_BRIEFING =
  "You take over the heart-lung machine from a colleague who has to leave. Nothing is reported as wrong. Look at what " +
  "you have, keep the patient perfused, keep air out of him, and keep the team informed. A second perfusionist is in " +
  "the building.";

function patientSummary(patient: Patient, isDrill: boolean): string {
  const { title, ageYears, weightKg, heightCm, hemoglobinGPerDl, temperatureC } = patient;
  const heart = {
    arrested: "heart arrested",
    ventricularFibrillation: "ventricular fibrillation",
    sinus: "heart beating",
    paced: "heart paced",
  }[patient.rhythm];
  const clamp = patient.crossClamped ? "aorta cross-clamped" : "aorta not clamped";
  return [
    // What a patient is called by would tell what may come.
    ...(isDrill ? [] : [title]),
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
  const isDrill = mode === "drill";
  return {
    scenarioTitle: isDrill ? "Drill" : scenario.title,
    briefing: isDrill ? DRILL_BRIEFING : scenario.briefing,
    mode,
    seed,
    patientSummary: patientSummary(patient, isDrill),
    bodySurfaceM2: patient.bodySurfaceM2,
    reservoirCapacityMl: circuit.reservoirCapacityMl,
    reservoirMinimumMl: circuit.reservoirMinimumMl,
    drugs: setup.drugs.map(offerOf),
    guide: mode === "practice" ? guidedSteps(scenario) : [],
  };
}
