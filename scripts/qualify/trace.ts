/**
 * What a case did, as one digest: every act and every fact with its tick, the state and all readings at
 * regular ticks and at the end, and the report. Two engines that give the same trace did the same to the bit.
 */
import { createHash } from "node:crypto";
import type { Case, CaseEntry } from "../../src/case/case.ts";
import type { CaseFact } from "../../src/case/caseFacts.ts";
import { canonicalJson, createHasher } from "../../src/kernel/hash.ts";
import { SIGNAL_COUNT } from "../../src/world/contract/signals.ts";

const TICKS_PER_LOOK = 500; // ten seconds; what differs in a state between two looks is there at the next

export class Trace {
  readonly #digest = createHash("sha256");
  readonly #hasher = createHasher();
  readonly #readings = new Float64Array(SIGNAL_COUNT);

  /** Takes in a tick: call it after each. */
  addStep(played: Case, entries: readonly CaseEntry[], facts: readonly CaseFact[]): void {
    const tick = played.tick();
    if (entries.length > 0) this.#add({ tick, entries });
    if (facts.length > 0) this.#add({ tick, facts });
    if (tick % TICKS_PER_LOOK === 0) this.#look(played);
  }

  /** Takes in how the case stands at its end; the trace as 16 hexadecimal digits. */
  endHex(played: Case): string {
    this.#look(played);
    this.#add({ report: played.report() });
    return this.#digest.digest("hex").slice(0, 16);
  }

  #look(played: Case): void {
    played.readings(this.#readings);
    this.#hasher.reset();
    this.#hasher.addFloat64s(this.#readings);
    const readings = this.#hasher.digestHex();
    this.#add({ tick: played.tick(), state: played.hashHex(), readings });
  }

  #add(what: Readonly<Record<string, unknown>>): void {
    this.#digest.update(`${canonicalJson(what)}\n`);
  }
}
