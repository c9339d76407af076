/**
 * What the scenario is going to do and when: sentences that people will say, faults and arrivals.
 * Sorted by tick, then by the order in which things were put in; bounded; part of the snapshot.
 */
import { assert } from "../kernel/assert.ts";
import type { DirectorAction } from "../world/contract/actions.ts";
import type { FaultAction } from "../world/contract/faults.ts";
import type { Speaker } from "./contract/drawn.ts";

export type AgendaItem =
  | { readonly tick: number; readonly kind: "act"; readonly action: DirectorAction | FaultAction }
  | {
      readonly tick: number;
      readonly kind: "speak";
      readonly who: Speaker;
      readonly text: string;
      readonly tone: "answer" | "ask" | "distractor";
    };

const AGENDA_MAX = 500; // a shotgun of 29 messages to 3 people, several times over

const NOTHING: readonly AgendaItem[] = [];

export class Agenda {
  #items: AgendaItem[] = [];

  add(item: AgendaItem): void {
    // Talking without end only repeats answers: beyond the limit they are not given.
    if (this.#items.length >= AGENDA_MAX && item.kind === "speak") return;
    assert(this.#items.length < AGENDA_MAX * 2, "the scenario has too much to do");
    let at = this.#items.length;
    while (at > 0 && this.#items[at - 1].tick > item.tick) at -= 1;
    this.#items.splice(at, 0, item);
  }

  /** Takes out what is due. */
  due(tick: number): readonly AgendaItem[] {
    let count = 0;
    while (count < this.#items.length && this.#items[count].tick <= tick) count += 1;
    return count === 0 ? NOTHING : this.#items.splice(0, count);
  }

  items(): readonly AgendaItem[] {
    return this.#items;
  }

  replace(items: readonly AgendaItem[]): void {
    this.#items = [...items];
  }
}
