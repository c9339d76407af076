/**
 * The one way every hand movement on the crank takes: dragging, touch, keys, a typed rate and the
 * Faster and Slower keys all add net revolutions here, and at most five entries a second leave.
 * The arm's own limits (rate, load, fatigue) are physics and belong to the world.
 */
import type { Rotation } from "../world/contract/ids.ts";

export const ENTRY_PERIOD_MS = 200;
/** No entry carries more than this, whatever the input: 150 rpm. */
export const ENTRY_REVOLUTIONS_MAX = 0.5;
/** What a faster hand adds beyond one entry waits for the next one, up to half a turn. */
const WAITING_REVOLUTIONS_MAX = 0.5;
const STROKE_REVOLUTIONS = 0.5;
const STROKE_MS_MIN = 200;
const STROKE_MS_MAX = 500;
const MS_PER_MIN = 60_000;
/** A longer stall of the page is not made up for. */
const STALL_MS_MAX = 500;

export interface CrankEntry {
  readonly revolutions: number;
  readonly rotation: Rotation;
}

export class CrankInput {
  readonly #send: (entry: CrankEntry) => void;
  /** Net revolutions not yet sent; counter-clockwise is positive. */
  #waiting = 0;
  #cadenceRpm = 0;
  #strokeLeft = 0;
  #strokeMs = STROKE_MS_MAX;
  #lastStrokeMs = Number.NEGATIVE_INFINITY;
  #lastStrokeKey = "";
  #lastAdvanceMs: number | undefined;
  #nextEntryMs = Number.NEGATIVE_INFINITY;

  constructor(send: (entry: CrankEntry) => void) {
    this.#send = send;
  }

  /** The cadence kept up by itself, rpm; counter-clockwise is positive. */
  get cadenceRpm(): number {
    return this.#cadenceRpm;
  }

  setCadence(rpm: number): void {
    this.#cadenceRpm = Math.min(150, Math.max(-150, rpm));
  }

  /** Follow the angle of a finger or a mouse, in revolutions counter-clockwise. */
  follow(revolutions: number): void {
    this.#waiting += revolutions;
  }

  /** Half a turn by an alternating key at a time of the case; the same key twice running does nothing. */
  stroke(keyName: string, direction: 1 | -1, nowMs: number): void {
    if (keyName === this.#lastStrokeKey && nowMs - this.#lastStrokeMs < 2000) return;
    this.#strokeMs = Math.min(STROKE_MS_MAX, Math.max(STROKE_MS_MIN, nowMs - this.#lastStrokeMs));
    this.#lastStrokeKey = keyName;
    this.#lastStrokeMs = nowMs;
    this.#strokeLeft += direction * STROKE_REVOLUTIONS;
  }

  /** Let go: nothing is kept up and nothing waits. */
  release(): void {
    this.#waiting = 0;
    this.#cadenceRpm = 0;
    this.#strokeLeft = 0;
    this.#lastStrokeKey = "";
  }

  /** Advance to a time of the case, which runs with its speed; sends what is due. */
  advance(nowMs: number): void {
    const elapsedMs = Math.min(STALL_MS_MAX, nowMs - (this.#lastAdvanceMs ?? nowMs));
    this.#lastAdvanceMs = nowMs;
    this.#waiting += (this.#cadenceRpm * elapsedMs) / MS_PER_MIN;
    const share = Math.min(
      Math.abs(this.#strokeLeft),
      (STROKE_REVOLUTIONS * elapsedMs) / this.#strokeMs,
    );
    const stroked = Math.sign(this.#strokeLeft) * share;
    this.#strokeLeft -= stroked;
    this.#waiting += stroked;
    if (nowMs < this.#nextEntryMs || Math.abs(this.#waiting) < 0.002) return;
    this.#nextEntryMs = nowMs + ENTRY_PERIOD_MS;
    const sign = Math.sign(this.#waiting);
    const revolutions = Math.min(ENTRY_REVOLUTIONS_MAX, Math.abs(this.#waiting));
    const rest = Math.min(WAITING_REVOLUTIONS_MAX, Math.abs(this.#waiting) - revolutions);
    this.#waiting = sign * rest;
    this.#send({ revolutions, rotation: sign > 0 ? "counterClockwise" : "clockwise" });
  }
}
