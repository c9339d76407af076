/** What is played and what is kept of it: one possible case, one scripted perfusionist, so many seeds. */
import type { PossibleCase } from "../../src/scenario/possibleCases.ts";
import type { Kind } from "../../tests/support/otherPerfusionists.ts";

/** One possible case and who plays it. */
export interface Playing extends PossibleCase {
  readonly scenario: string;
  readonly kind: Kind;
}

export interface Task extends Playing {
  /** Digest of the scenario with all it names. */
  readonly contentHash: string;
  readonly seedCount: number;
}

export interface Tally extends Task {
  /** The engine all its seeds were played on, which may be an older one than the file's. */
  readonly playedOn: string;
  readonly expected: string;
  readonly metCount: number;
  /** Seeds that ended otherwise than the scenario declares. */
  readonly strays: readonly number[];
  /** What a trainee saw first, by seed, as a digest: equal screens have equal ones. */
  readonly firstScreens: readonly string[];
  /** What the first seed's case did, as a digest; what was played before there were traces has none. */
  readonly trace?: string;
}

export const keyOf = (task: Task): string => {
  const { scenario, variant, cause, pumpType, kind, seedCount } = task;
  return [scenario, variant, cause, pumpType, kind, seedCount].join(" ");
};

/** By the words a person knows it by. */
export const nameOf = ({ scenario, variant, cause, pumpType, kind }: Playing): string =>
  [scenario, variant, cause, pumpType, kind].filter(Boolean).join(" ");
