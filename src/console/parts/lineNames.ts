/** Small names beside the lines that have no clamp label of their own. */
import { COLOURS } from "../../tokens/colours.ts";
import type { Kit } from "../kit.ts";
import { text } from "../paint/pen.ts";

const NAMES: readonly (readonly [string, number, number])[] = [
  ["Vent", 686, 297],
  ["Suck 1", 898, 273],
  ["Suck 2", 1000, 278],
  ["CPG", 990, 188],
  ["Filter", 794, 446],
];

export function addLineNames({ stage, readings }: Kit): void {
  const purge = () => (readings.flag("clamp.purge.closed") ? "purge closed" : "purge open");
  stage.plate({
    x: 680,
    y: 178,
    w: 370,
    h: 290,
    depth: 21,
    shows: purge,
    paint: (pen) => {
      for (const [words, x, y] of NAMES) text(pen, words, x, y, { size: 12, colour: COLOURS.t3 });
      text(pen, purge(), 794, 461, { size: 12, colour: COLOURS.t3 });
    },
  });
}
