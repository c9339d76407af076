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

/** What a sensor reports of a true value; `isLow` says that its danger lies below the limit. */
export function sensorShows(sensor: Float64Array, trueValue: number, isLow: boolean): number {
  const limit = sensor[S.limit] as number;
  const far = Math.abs(limit) + 1;
  switch (sensor[S.failure]) {
    case SENSOR_FAILURE_CODES.dead:
      return isLow ? limit + far : limit - far;
    case SENSOR_FAILURE_CODES.stuck:
      return sensor[S.heldValue] as number;
    case SENSOR_FAILURE_CODES.falseAlarm:
      return isLow ? limit - far : limit + far;
    default:
      return trueValue + sensor[S.offset];
  }
}

/** Count how long a sensor has been beyond its limit, and let its override run out. */
export function ageSensor(sensor: Float64Array, isBeyond: boolean): void {
  sensor[S.beyondS] = isBeyond ? sensor[S.beyondS] + S_PER_TICK : 0;
  sensor[S.overrideS] = Math.max(0, sensor[S.overrideS] - S_PER_TICK);
}
