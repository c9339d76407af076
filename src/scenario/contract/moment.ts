/** The moment at which conditions are evaluated: readings, and the ticks that clocks start from. */
export interface Moment {
  readonly tick: number;
  readonly readings: Float64Array;
  /** Tick of the fault; −1 before it. */
  readonly faultTick: number;
  /** Tick of the sign that starts the marks' clock; −1 before it. */
  readonly clockTick: number;
  /** Tick at which the present stage was entered. */
  readonly stageTick: number;
  readonly stage: string;
}

/** One that its owner fills anew each time; nobody keeps it beyond a call. */
export type FilledMoment = { -readonly [Term in keyof Moment]: Moment[Term] };
export const createMoment = (readings: Float64Array): FilledMoment => ({
  tick: 0,
  readings,
  faultTick: -1,
  clockTick: -1,
  stageTick: 0,
  stage: "",
});
