/**
 * Furniture that moves between two states: clamps and covers. Readings are never eased; only what a
 * hand has just moved is, and not at all where motion is to be reduced.
 */
export class FurnitureMotion {
  readonly #isOn: () => boolean;
  readonly #durationMs: number;
  #from: number;
  #on: boolean;
  #turnedAtMs = Number.NEGATIVE_INFINITY;

  constructor(isOn: () => boolean, durationMs: number, reducedMotion: boolean) {
    this.#isOn = isOn;
    this.#durationMs = reducedMotion ? 0 : durationMs;
    this.#on = isOn();
    this.#from = Number(this.#on);
  }

  /** Share of the way to "on" at a page time: 0, 1, or between while it moves. */
  share(nowMs: number): number {
    const on = this.#isOn();
    if (on !== this.#on) {
      this.#from = this.#at(nowMs);
      this.#on = on;
      this.#turnedAtMs = nowMs;
    }
    return this.#at(nowMs);
  }

  #at(nowMs: number): number {
    const to = Number(this.#on);
    const passed = nowMs - this.#turnedAtMs;
    if (passed >= this.#durationMs) return to;
    return this.#from + (to - this.#from) * (passed / this.#durationMs);
  }
}

/** Ease-in-out of a linear share. */
export const easedShare = (share: number): number => share * share * (3 - 2 * share);
