/**
 * Paces a dial: while a hand turns it, only the newest value leaves, at most five times a second. The
 * value on its way is shown at once, so the knob never lags behind the hand.
 */
import { ENTRY_PERIOD_MS } from "./crankInput.ts";

/** How long the console shows what it asked for while the answer is on its way. */
const ANSWER_WAIT_MS = 600;

export class EntryPacer {
  readonly #send: (value: number) => void;
  #pending: number | undefined;
  #asked: number | undefined;
  #askedAtMs = Number.NEGATIVE_INFINITY;
  #nextEntryMs = Number.NEGATIVE_INFINITY;

  constructor(send: (value: number) => void) {
    this.#send = send;
  }

  set(value: number, nowMs: number): void {
    this.#pending = value;
    this.#asked = value;
    this.#askedAtMs = nowMs;
    this.advance(nowMs);
  }

  /** What to show: the value on its way, or what the machine says. */
  shown(reading: number, nowMs: number): number {
    return this.#asked !== undefined && nowMs - this.#askedAtMs < ANSWER_WAIT_MS
      ? this.#asked
      : reading;
  }

  /** The act was refused: show what the machine says. */
  forget(): void {
    this.#asked = undefined;
    this.#pending = undefined;
  }

  advance(nowMs: number): void {
    if (this.#pending === undefined || nowMs < this.#nextEntryMs) return;
    this.#nextEntryMs = nowMs + ENTRY_PERIOD_MS;
    const value = this.#pending;
    this.#pending = undefined;
    this.#send(value);
  }
}
