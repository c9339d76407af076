/** What can go wrong with the patient's vessels and blood (docs/model-drugs.md section 5). */
import { z } from "zod";
import { fault } from "./faultParts.ts";

export const PATIENT_FAULT_SCHEMAS = [
  fault(
    "patient.protamineReaction",
    { kind: z.enum(["anaphylactic", "pulmonary"]) },
    "The patient will react when protamine is given: open vessels, or closed vessels of the lung.",
  ),
  fault(
    "patient.vasoplegia",
    { severityFraction: z.number().min(0).max(1) },
    "The patient's vessels open within minutes and answer less to catecholamines.",
  ),
  fault(
    "patient.heparinResistance",
    { antithrombinUPerMl: z.number().min(0.05).max(1) },
    "The patient's antithrombin is used up down to this level.",
  ),
  fault(
    "patient.heparinLost",
    { leftFraction: z.number().min(0).max(1) },
    "Most of the heparin never reached the patient, or is gone.",
  ),
  fault(
    "patient.protamineGiven",
    { doseMg: z.number().min(1).max(1000) },
    "Somebody gives protamine who should not.",
  ),
  fault(
    "patient.dissection",
    { severityFraction: z.number().min(0).max(1), side: z.enum(["left", "right"]) },
    "The aorta's wall parts at the cannula: its jet opens a false lumen, and a neck artery is cut short.",
  ),
  fault(
    "patient.bleeding",
    { mlPerMinAt70MmHg: z.number().min(10).max(2000) },
    "The field bleeds so much a minute at a mean pressure of 70 mmHg; more at more, less at less.",
  ),
  fault(
    "patient.shivering",
    { severityFraction: z.number().min(0).max(1) },
    "The patient shivers: at the worst twice the oxygen uptake, until a relaxant works.",
  ),
] as const;
