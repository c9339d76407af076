/**
 * One safety sensor of the console (docs/model.md M-40): a reading with an offset, a failure and a
 * limit, and what its device makes of it. What it measures is the world's business.
 */
import { defineLayout } from "../kernel/layout.ts";
import { S_PER_TICK } from "../kernel/tick.ts";

export const SENSOR = defineLayout([
  "mode",
  "tripped",
  "overrideS",
  "beyondS",
  "limit",
  "offset",
  "failure",
  "heldValue",
  /** Of a bubble detector: where it is clipped on. */
  "place",
]);
const S = SENSOR.index;

const SENSOR_FAILURE_CODES = { none: 0, dead: 1, stuck: 2, falseAlarm: 3 } as const;

/** Puts what a sensor reports where the true value stood; `isLow` says that its danger lies below the limit. */
export function showInPlace(
  sensor: Float64Array,
  cells: Float64Array,
  at: number,
  isLow: boolean,
): void {
  const limit = sensor[S.limit] as number;
  const far = Math.abs(limit) + 1;
  const failure = sensor[S.failure];
  if (failure === SENSOR_FAILURE_CODES.none) cells[at] += sensor[S.offset];
  else if (failure === SENSOR_FAILURE_CODES.stuck) cells[at] = sensor[S.heldValue] as number;
  else if ((failure === SENSOR_FAILURE_CODES.dead) === isLow) cells[at] = limit + far;
  else cells[at] = limit - far;
}

/** Count how long a sensor has been beyond its limit, and let its override run out. */
export function ageSensor(sensor: Float64Array, isBeyond: boolean): void {
  if (isBeyond) sensor[S.beyondS] += S_PER_TICK;
  else sensor[S.beyondS] = 0;
  sensor[S.overrideS] = Math.max(0, sensor[S.overrideS] - S_PER_TICK);
}
