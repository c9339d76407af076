/** The memory of one mark and of one measure: numbers only, so that it hashes and copies at once. */
import { defineLayout } from "../kernel/layout.ts";

export const MARK_CELLS = defineLayout([
  "doneTick", // when it was done, or first violated
  "waivedTick", // when it stopped counting
  "lostTick", // when it was forfeited
  "clockTick", // start of its own clock
  "duringTicks", // share marks: how long it mattered
  "goodTicks", // share marks: how long it was good
  "timesCount", // harm marks: how often
  "lastTrueTick", // harm marks: when it was last so
]);

export const MEASURE_CELLS = defineLayout(["value", "isKnown", "startValue"]);

/** A cell that holds no tick yet. */
export const NOT_YET = -1;
