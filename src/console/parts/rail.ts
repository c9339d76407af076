/** The rail of drawer keys at the right edge. The drawers themselves are the app's. */
import { RAIL_REGION } from "../../tokens/regions.ts";
import { DRAWERS, type DrawerName, type Kit } from "../kit.ts";
import { paintRailKey } from "../paint/panels.ts";
import type { GlyphName } from "../paint/shapes.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";

const KEY_H = 66;
const PITCH = 70.5;
const RAIL_DEPTH = 40;

const FACE: Readonly<Record<DrawerName, { readonly words: string; readonly icon: GlyphName }>> = {
  team: { words: "Team talk", icon: "teamTalk" },
  checklist: { words: "Checklist", icon: "checklist" },
  record: { words: "Record", icon: "record" },
  volume: { words: "Volume", icon: "volume" },
  help: { words: "Help", icon: "help" },
};

export interface Rail {
  /** Which drawer stands open; its key is framed. */
  show(name: DrawerName | undefined): void;
}

export function addRail(kit: Kit, onDrawer: (name: DrawerName) => void): Rail {
  const group = kit.overlay.group("Drawers");
  let open: DrawerName | undefined;
  const twins = DRAWERS.map((name, index) => {
    const y = RAIL_REGION.y + index * PITCH;
    const twin = kit.overlay.button({
      region: { x: RAIL_REGION.x, y, w: RAIL_REGION.w, h: KEY_H },
      group,
      name: () => FACE[name].words,
      press: () => onDrawer(name),
    });
    kit.stage.plate({
      x: RAIL_REGION.x,
      y,
      w: RAIL_REGION.w,
      h: KEY_H,
      depth: RAIL_DEPTH,
      everyMs: CONTROL_PERIOD_MS,
      shows: () => `${open === name}${twin.state()}`,
      paint: (pen) =>
        paintRailKey(pen, y, FACE[name].words, FACE[name].icon, {
          open: open === name,
          hover: twin.state() !== "",
        }),
    });
    return twin;
  });
  return {
    show: (name) => {
      open = name;
      twins.forEach((twin, index) =>
        twin.element.setAttribute("aria-expanded", String(DRAWERS[index] === name)),
      );
    },
  };
}
