/** What a fault of the patient changes, and what mends when it is cleared. */
import { REACTION_KINDS } from "../../physiology/clotting/protamineReaction.ts";
import type { Fault } from "../contract/faults.ts";
import { MEDICINE } from "../state/medicineLayout.ts";
import type { WorldState } from "../state/state.ts";

const R = MEDICINE.index;
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
} as const;
