/**
 * The last 20 minutes of a few values, one point per pixel of the trend. Time is simulated time, so a
 * rewound case forgets what has not happened, and a seek leaves a gap instead of a line.
 */
export const TREND_MINUTES = 20;

export class TrendHistory {
  readonly pointS: number;
  private readonly values: Float32Array;
  private lastPoint = Number.NaN;
  private readonly points: number;
  private readonly seriesCount: number;

  constructor(points: number, seriesCount: number) {
    this.points = points;
    this.seriesCount = seriesCount;
    this.pointS = (TREND_MINUTES * 60) / points;
    this.values = new Float32Array(points * seriesCount).fill(Number.NaN);
  }

  /** Writes the values of a moment; the newest in a point wins. Returns true on a new point. */
  record(simS: number, values: readonly number[]): boolean {
    const point = Math.floor(simS / this.pointS);
    if (point < this.lastPoint) this.forget(point + 1, this.lastPoint);
    if (point > this.lastPoint + 1) this.forget(this.lastPoint + 1, point);
    for (let series = 0; series < this.seriesCount; series++) {
      this.values[this.slot(series, point)] = values[series] ?? Number.NaN;
    }
    const isNew = point !== this.lastPoint;
    this.lastPoint = point;
    return isNew;
  }

  /** Value `back` points before the newest; NaN where there is none. */
  at(series: number, back: number): number {
    const point = this.lastPoint - back;
    if (!(point >= 0) || back >= this.points) return Number.NaN;
    return this.values[this.slot(series, point)] as number;
  }

  private forget(from: number, to: number): void {
    const first = Math.max(from, to - this.points + 1);
    for (let point = first; point <= to; point++) {
      for (let series = 0; series < this.seriesCount; series++) {
        this.values[this.slot(series, point)] = Number.NaN;
      }
    }
  }

  private slot(series: number, point: number): number {
    return series * this.points + (point % this.points);
  }
}
