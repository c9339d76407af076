/** Where the keys of the drawer rail stand: top to bottom, in one column or two. */
import type { Region } from "../../tokens/regions.ts";
import type { RailPlace } from "./consoleLayout.ts";

/** The place of a key, by its number from 0. */
export function railKeyRegion(
  { x, w, firstY, pitch, keyH, columns }: RailPlace,
  index: number,
): Region {
  const row = Math.floor(index / columns);
  return {
    x: x + (index % columns) * (w + pitch - keyH),
    y: firstY + row * pitch,
    w,
    h: keyH,
  };
}
