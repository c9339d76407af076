/**
 * The only way into the world. A world is a pure function of its setup and the actions applied, in
 * order, between steps. One step is one tick of 20 ms.
 */
import type { DirectorAction, TraineeAction } from "./actions.ts";
import type { Fact } from "./facts.ts";
import type { FaultAction } from "./faults.ts";

export type WorldAction = TraineeAction | DirectorAction | FaultAction;

export interface World {
  /** Ticks stepped since the case began. */
  tick(): number;
  /** Take an act before the next step; a refusal changes nothing and comes back as a fact. */
  apply(action: WorldAction): void;
  /** Advance one tick. */
  step(): void;
  /** Fill `into` (length SIGNAL_COUNT) in the order of SIGNALS. */
  readings(into: Float64Array): void;
  /** Facts since the last call. */
  drainFacts(): readonly Fact[];
  /** Raw bytes of the whole state in declared order; `restore` takes them back into a world of the same setup. */
  snapshot(): Uint8Array;
  restore(bytes: Uint8Array): void;
  /** 16 hex digits over the whole state. */
  hashHex(): string;
}
