/**
 * What the seed decided before the first tick: which failure, on which pump, when, and what else
 * gets in the way. Conditions and marks may depend on it; the trainee never sees it before the end.
 */
import type { Fault } from "../../world/contract/faults.ts";
import type { PumpType, TeamMember } from "../../world/contract/ids.ts";

export const SPEAKERS = ["surgeon", "anaesthetist", "helper", "phone", "runner"] as const;
export type Speaker = TeamMember | "phone" | "runner";

/** A distractor that was drawn, with its moment in ticks since the case began. */
export interface DrawnDistractor {
  readonly id: string;
  readonly atTick: number;
  readonly faults: readonly Fault[];
  readonly speech: { readonly who: Speaker; readonly text: string } | null;
}

export interface Drawn {
  readonly variant: string;
  /** Which of the variant's causes; empty when the variant has only one. */
  readonly cause: string;
  readonly pumpType: PumpType;
  /** When the failure is injected. The clock of the marks may start a little later. */
  readonly onsetTick: number;
  readonly faults: readonly Fault[];
  readonly distractors: readonly DrawnDistractor[];
}
