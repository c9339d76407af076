/** Recent samples of one signal against simulated time, so that a sweep can ask for any moment between frames. */
const CAPACITY = 256; // about 5 s at 50 frames a second

export class SampleQueue {
  private readonly timesS = new Float64Array(CAPACITY);
  private readonly values = new Float64Array(CAPACITY);
  private count = 0;

  clear(): void {
    this.count = 0;
  }

  push(simS: number, value: number): void {
    if (this.count > 0 && simS <= this.timeAt(this.count - 1)) return;
    const at = this.count % CAPACITY;
    this.timesS[at] = simS;
    this.values[at] = value;
    this.count += 1;
  }

  /** Linear between samples, held beyond the ends; 0 when there is none. */
  at(simS: number): number {
    if (this.count === 0) return 0;
    const oldest = Math.max(0, this.count - CAPACITY);
    let later = this.count - 1;
    if (simS >= this.timeAt(later)) return this.valueAt(later);
    while (later > oldest && this.timeAt(later - 1) > simS) later -= 1;
    if (later === oldest) return this.valueAt(oldest);
    const fromS = this.timeAt(later - 1);
    const share = (simS - fromS) / (this.timeAt(later) - fromS);
    return this.valueAt(later - 1) + (this.valueAt(later) - this.valueAt(later - 1)) * share;
  }

  private timeAt(index: number): number {
    return this.timesS[index % CAPACITY] as number;
  }

  private valueAt(index: number): number {
    return this.values[index % CAPACITY] as number;
  }
}
