/**
 * What a trainee could perceive: trainee signals and the facts a person at the machine would notice.
 * Scripted players see nothing else; asking for a hidden signal throws.
 */
import type { CaseFact } from "../session/contract/protocol.ts";
import { findSignal, signalIndex } from "../world/contract/signals.ts";

const HIDDEN_FACTS = new Set(["faultInjected", "faultCleared", "onset", "stage", "ended"]);

export class TraineeView {
  readonly #readings: Float64Array;
  #facts: readonly CaseFact[] = [];
  #tick = 0;

  constructor(readings: Float64Array) {
    this.#readings = readings;
  }

  /** The host calls this at every glance, with what happened since the last one. */
  refresh(tick: number, facts: readonly CaseFact[]): void {
    this.#tick = tick;
    this.#facts = facts.filter((fact) => !HIDDEN_FACTS.has(fact.type));
  }

  get tick(): number {
    return this.#tick;
  }

  /** Facts since the last glance that a person would notice. */
  get facts(): readonly CaseFact[] {
    return this.#facts;
  }

  /** Whether this machine has such a reading at all. */
  knows(id: string): boolean {
    return findSignal(id)?.audience === "trainee";
  }

  number(id: string): number {
    const signal = findSignal(id);
    if (signal?.audience !== "trainee") throw new Error(`A trainee cannot see "${id}".`);
    return this.#readings[signalIndex(id)];
  }

  is(id: string): boolean {
    return this.number(id) === 1;
  }

  /** The name behind an enum signal. */
  word(id: string): string {
    return findSignal(id)?.values[this.number(id)] ?? "";
  }
}
