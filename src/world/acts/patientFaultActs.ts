/** What a fault of the patient changes, and what mends when it is cleared. */
import { REACTION_KINDS } from "../../physiology/clotting/protamineReaction.ts";
import type { Fault } from "../contract/faults.ts";
import { dissect } from "../state/dissection.ts";
import { PATIENT } from "../state/layouts.ts";
import { MEDICINE } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";

const P = PATIENT.index;
const R = MEDICINE.index;
const S_PER_MIN = 60;
/** Antithrombin in a usual patient on bypass, U/mL: 59 % of 0.93 (physiology.md 9 [P]). */
const USUAL_ON_BYPASS_U_PER_ML = 0.55;

type Of<F extends Fault["fault"]> = Extract<Fault, { fault: F }>;

export const INJECT_PATIENT = {
  "patient.protamineReaction": (state: WorldState, fault: Of<"patient.protamineReaction">) => {
    state.medicine[R.reactionKind] = REACTION_KINDS.indexOf(fault.kind);
  },
  "patient.vasoplegia": (state: WorldState, fault: Of<"patient.vasoplegia">) => {
    state.medicine[R.vasoplegiaTargetFraction] = fault.severityFraction;
  },
  "patient.heparinResistance": (state: WorldState, fault: Of<"patient.heparinResistance">) => {
    state.medicine[R.antithrombinUPerMl] = fault.antithrombinUPerMl;
  },
  /** Heparin leaves both pools at once (D-29). */
  "patient.heparinLost": (state: WorldState, fault: Of<"patient.heparinLost">) => {
    state.medicine[R.heparinToLoseFraction] = 1 - fault.leftFraction;
  },
  "patient.protamineGiven": (state: WorldState, fault: Of<"patient.protamineGiven">) => {
    state.medicine[R.protamineToGiveMg] = fault.doseMg;
  },
  "patient.dissection": (state: WorldState, fault: Of<"patient.dissection">) =>
    dissect(state, fault.severityFraction, fault.side),
  "patient.bleeding": (state: WorldState, fault: Of<"patient.bleeding">) => {
    state.patient[P.bleedingMlPerSAt70] = fault.mlPerMinAt70MmHg / S_PER_MIN;
  },
  "patient.shivering": (state: WorldState, fault: Of<"patient.shivering">) => {
    state.patient[P.shiveringFraction] = fault.severityFraction;
  },
} as const;

export const CLEAR_PATIENT = {
  "patient.protamineReaction": (state: WorldState) => {
    state.medicine[R.reactionKind] = 0;
    state.medicine[R.mediatorFraction] = 0;
  },
  "patient.vasoplegia": (state: WorldState) => {
    state.medicine[R.vasoplegiaTargetFraction] = 0;
  },
  "patient.heparinResistance": (state: WorldState) => {
    state.medicine[R.antithrombinUPerMl] = USUAL_ON_BYPASS_U_PER_ML;
  },
  "patient.heparinLost": () => undefined, // what is gone has to be given
  "patient.protamineGiven": (state: WorldState) => {
    state.medicine[R.protamineToGiveMg] = 0;
  },
  "patient.dissection": (state: WorldState) => dissect(state, 0, "left"),
  "patient.bleeding": (state: WorldState) => {
    state.patient[P.bleedingMlPerSAt70] = 0;
  },
  "patient.shivering": (state: WorldState) => {
    state.patient[P.shiveringFraction] = 0;
  },
} as const;
