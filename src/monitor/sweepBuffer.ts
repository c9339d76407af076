/**
 * The picture of one sweeping trace: a value for every half pixel of its width, written by a cursor
 * that runs left to right and wraps. Samples come at the frame rate and are interpolated in between.
 */
/** 25 mm/s as we draw it: the design's ripple of 1.8 Hz is 24 px long. */
export const SWEEP_PX_PER_S = 43;
export const SLOTS_PER_PX = 2;
const SLOT_S = 1 / (SWEEP_PX_PER_S * SLOTS_PER_PX);

export class SweepBuffer {
  /** NaN where nothing has been drawn yet. */
  readonly values: Float32Array;
  /** Slots written since the last reset; the newest stands at (count − 1) mod length. */
  private lastSlot = Number.NaN;

  constructor(widthPx: number) {
    this.values = new Float32Array(widthPx * SLOTS_PER_PX).fill(Number.NaN);
  }

  clear(): void {
    this.values.fill(Number.NaN);
    this.lastSlot = Number.NaN;
  }

  /** Slot the cursor stands on, or −1 before the first value. */
  get cursorSlot(): number {
    return Number.isNaN(this.lastSlot) ? -1 : this.lastSlot % this.values.length;
  }

  /** Draws on up to a moment; `valueAt` is asked once for every slot that is passed. */
  drawTo(simS: number, valueAt: (simS: number) => number): void {
    const slot = Math.floor(simS / SLOT_S);
    if (slot < 0) return;
    const length = this.values.length;
    const from = Number.isNaN(this.lastSlot) ? slot : this.lastSlot + 1;
    for (let each = Math.max(from, slot - length + 1); each <= slot; each++) {
      this.values[each % length] = valueAt(each * SLOT_S);
    }
    if (!(slot < this.lastSlot)) this.lastSlot = slot;
  }

  /** Largest value on show, ignoring what is not drawn. */
  maximum(): number {
    let most = Number.NEGATIVE_INFINITY;
    for (const value of this.values) if (value > most) most = value;
    return most;
  }
}
