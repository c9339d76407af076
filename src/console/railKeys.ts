/** Where each key of the drawer rail stands: all that a layout has room for share its height. */
import type { Region } from "../tokens/regions.ts";
import { DRAWERS, type DrawerName } from "./kit.ts";
import type { RailPlace } from "./layout/consoleLayout.ts";

export interface RailKey {
  readonly name: DrawerName;
  readonly region: Region;
}

export function railKeys({ x, w, firstY, bottomY, gap, ...rail }: RailPlace): readonly RailKey[] {
  const names = DRAWERS.filter((name) => rail.hasMachineKey || name !== "machine");
  const h = Math.min(rail.keyHMax, (bottomY - firstY + gap) / names.length - gap);
  return names.map((name, at) => ({ name, region: { x, y: firstY + at * (h + gap), w, h } }));
}
