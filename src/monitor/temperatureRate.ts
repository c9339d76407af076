/** Change of a temperature per minute over the last minute: what shows that rewarming runs too fast. */
const WINDOW_S = 60;
const SHORTEST_S = 20; // with less history a rate would be noise

export class TemperatureRate {
  private readonly samples = new Float64Array(WINDOW_S + 1).fill(Number.NaN);
  private firstS = Number.NaN;
  private lastS = Number.NaN;

  /** Keeps one value a second; a step back in time starts the history again. */
  record(simS: number, temperatureC: number): void {
    const second = Math.floor(simS);
    if (!(second >= this.lastS) || second - this.lastS > WINDOW_S) this.firstS = second;
    else for (let gap = this.lastS + 1; gap < second; gap++) this.write(gap, temperatureC);
    this.write(second, temperatureC);
    this.lastS = second;
  }

  /** In °C per minute, or null while there is too little to say. */
  perMinute(): number | null {
    const spanS = Math.min(WINDOW_S, this.lastS - this.firstS);
    if (!(spanS >= SHORTEST_S)) return null;
    return ((this.read(this.lastS) - this.read(this.lastS - spanS)) / spanS) * 60;
  }

  private write(second: number, value: number): void {
    this.samples[second % (WINDOW_S + 1)] = value;
  }

  private read(second: number): number {
    return this.samples[second % (WINDOW_S + 1)] as number;
  }
}
