/**
 * Where the simulated heart stands in its beat at any recent moment. Readings give a fraction that falls
 * back to 0 with every beat; counted on, beats can be read between frames like any other sample.
 */
import { SampleQueue } from "./sampleQueue.ts";

export interface BeatMoment {
  /** Since the beat began, s. */
  readonly inBeatS: number;
  readonly beatS: number;
}

export class BeatClock {
  private readonly beats = new SampleQueue();
  private count = 0;
  private fraction = 0;
  private simS = Number.NaN;
  private beatS = 0;

  clear(): void {
    this.beats.clear();
    this.simS = Number.NaN;
  }

  /**
   * @param fraction of the beat that has passed
   * @param ratePerMin 0 when the heart does not beat
   */
  push(simS: number, fraction: number, ratePerMin: number): void {
    if (!(ratePerMin > 0)) {
      this.clear();
      return;
    }
    this.beatS = 60 / ratePerMin;
    if (!Number.isNaN(this.simS)) {
      const passed = fraction - this.fraction;
      // At four times the speed a whole beat may lie between two frames.
      const whole = Math.round((simS - this.simS) / this.beatS - passed);
      this.count += Math.max(passed < 0 ? 1 : 0, whole);
    }
    this.fraction = fraction;
    this.simS = simS;
    this.beats.push(simS, this.count + fraction);
  }

  at(simS: number): BeatMoment {
    const beats = this.beats.at(simS);
    return { inBeatS: (beats - Math.floor(beats)) * this.beatS, beatS: this.beatS };
  }
}
