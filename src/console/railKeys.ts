/** Where each key of the drawer rail stands: in one column or two, sharing the height there is. */
import type { Region } from "../tokens/regions.ts";
import { DRAWERS, type DrawerName } from "./kit.ts";
import type { RailPlace } from "./layout/consoleLayout.ts";

export interface RailKey {
  readonly name: DrawerName;
  readonly region: Region;
}

export function railKeys({ x, w, firstY, bottomY, gap, ...rail }: RailPlace): readonly RailKey[] {
  const { columns, keyHMax } = rail;
  const rows = Math.ceil(DRAWERS.length / columns);
  const h = Math.min(keyHMax, (bottomY - firstY + gap) / rows - gap);
  return DRAWERS.map((name, at) => ({
    name,
    region: {
      x: x + (at % columns) * (w + gap),
      y: firstY + Math.floor(at / columns) * (h + gap),
      w,
      h,
    },
  }));
}
