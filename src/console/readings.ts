/**
 * The console's eyes: the latest frame read by signal name. A reading that has not come yet is not a
 * number, so it can be shown as missing instead of as zero.
 */
import type { Frame } from "../session/contract/protocol.ts";
import { SIGNALS, signalIndex } from "../world/contract/signals.ts";

export class Readings {
  #frame: Frame;

  constructor(first: Frame) {
    this.#frame = first;
  }

  take(frame: Frame): void {
    this.#frame = frame;
  }

  get tick(): number {
    return this.#frame.tick;
  }

  number(id: string): number {
    return this.#frame.readings[signalIndex(id)] ?? Number.NaN;
  }

  flag(id: string): boolean {
    return this.#frame.readings[signalIndex(id)] === 1;
  }

  /** The name behind an enum; the caller names the closed set it belongs to. */
  word<T extends string>(id: string): T {
    const index = signalIndex(id);
    const values = SIGNALS[index]?.values ?? [];
    return (values[this.#frame.readings[index] ?? 0] ?? values[0] ?? "") as T;
  }
}
