/** Small names beside the lines that have no clamp label of their own. */
import { COLOURS } from "../../tokens/colours.ts";
import type { Kit } from "../kit.ts";
import { text } from "../paint/pen.ts";

export function addLineNames({ stage, readings, layout }: Kit): void {
  const { lineNames, purgeNameAt } = layout;
  if (lineNames.length === 0) return;
  const purge = () => (readings.flag("clamp.purge.closed") ? "purge closed" : "purge open");
  const style = { size: 12, colour: COLOURS.t3 } as const;
  stage.plate({
    ...layout.regions.field,
    depth: 21,
    shows: purge,
    paint: (pen) => {
      for (const [words, x, y] of lineNames) text(pen, words, x, y, style);
      if (purgeNameAt) text(pen, purge(), purgeNameAt.x, purgeNameAt.y, style);
    },
  });
}
