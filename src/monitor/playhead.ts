/**
 * The moment the sweeps have reached, in simulated seconds. Frames arrive in lumps; the playhead runs
 * smoothly a little behind the newest one, at whatever speed the case runs, and stops when it stops.
 */
const DELAY_S = 0.08; // page seconds behind the newest frame
const CATCH_UP_PER_S = 3; // how fast a lag is worked off
const LAG_MAX_S = 1; // a longer lag (a page that slept) is skipped, not run through
const JUMP_S = 2; // simulated seconds beyond which a seek is assumed
const SPEED_SMOOTHING = 0.15;

export class Playhead {
  simS = 0;
  private newestSimS = Number.NaN;
  private newestPageS = 0;
  private speed = 1;

  /** A frame has come. Returns true when time jumped (rewind, seek, first frame). */
  frame(simS: number, pageS: number): boolean {
    const jumped = !(simS >= this.newestSimS && simS - this.newestSimS < JUMP_S * (1 + this.speed));
    const pagePassedS = pageS - this.newestPageS;
    if (jumped) {
      this.simS = simS;
      this.speed = 1;
    } else if (simS === this.newestSimS) {
      return false;
    } else if (pagePassedS > 0 && pagePassedS < 0.5) {
      const measured = (simS - this.newestSimS) / pagePassedS;
      this.speed += (Math.min(measured, 16) - this.speed) * SPEED_SMOOTHING;
    }
    this.newestSimS = simS;
    this.newestPageS = pageS;
    return jumped;
  }

  /** Moves on by a page interval; never past the newest frame, never backward. */
  advance(intervalS: number): number {
    if (Number.isNaN(this.newestSimS)) return this.simS;
    const lagS = this.newestSimS - DELAY_S * this.speed - this.simS;
    if (lagS > LAG_MAX_S * Math.max(1, this.speed)) this.simS += lagS;
    const rate = Math.max(0, this.speed + Math.min(lagS, LAG_MAX_S) * CATCH_UP_PER_S);
    this.simS = Math.min(this.newestSimS, this.simS + rate * Math.min(intervalS, 0.25));
    return this.simS;
  }
}
