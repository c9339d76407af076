/**
 * The last keyframe that the trainee's device sent whole. Kept in memory alone: it spares late joiners
 * time and proves nothing, and a device sends it again to a server that has lost it.
 */
import type { KeyframePart } from "../../session/contract/live.ts";

export class KeyframeShelf {
  #coming: KeyframePart[] = [];
  #whole: readonly KeyframePart[] = [];

  get tick(): number {
    return this.#whole[0]?.tick ?? 0;
  }

  get parts(): readonly KeyframePart[] {
    return this.#whole;
  }

  take(part: KeyframePart): void {
    const isNext = part.part === this.#coming.length && part.tick === this.#coming[0]?.tick;
    this.#coming = part.part === 0 ? [part] : isNext ? [...this.#coming, part] : [];
    if (this.#coming.length !== part.partCount) return;
    this.#whole = this.#coming;
    this.#coming = [];
  }
}
