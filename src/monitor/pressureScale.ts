/** Scales of the pressure traces: a fixed ladder, so that a change of scale is seen as one, never as a slide. */
import type { Lane } from "./stripLayout.ts";

export class PressureScale {
  topMmHg: number;
  private readonly ladderMmHg: readonly number[];
  private readonly lane: Lane;

  constructor(ladderMmHg: readonly number[], lane: Lane) {
    this.ladderMmHg = ladderMmHg;
    this.lane = lane;
    this.topMmHg = ladderMmHg[0] as number;
  }

  /** Picks the smallest step that holds the highest value on show. Returns true when it changed. */
  fit(highestMmHg: number): boolean {
    const last = this.ladderMmHg[this.ladderMmHg.length - 1] as number;
    const top = this.ladderMmHg.find((step) => highestMmHg <= step * 0.97) ?? last;
    if (top === this.topMmHg) return false;
    this.topMmHg = top;
    return true;
  }

  yOf(mmHg: number): number {
    const { topPx, bottomPx } = this.lane;
    return bottomPx - (mmHg / this.topMmHg) * (bottomPx - topPx);
  }
}
