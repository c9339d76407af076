/** The keys of the drawers at the right edge. The drawers themselves are the app's. */
import { DRAWERS, type DrawerName, type Kit } from "../kit.ts";
import { paintDrawerKey } from "../paint/railKeys.ts";
import type { GlyphName } from "../paint/shapes.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";

const RAIL_DEPTH = 40;

const FACE: Readonly<Record<DrawerName, { readonly words: string; readonly icon: GlyphName }>> = {
  team: { words: "Team talk", icon: "teamTalk" },
  checklist: { words: "Checklist", icon: "checklist" },
  record: { words: "Record", icon: "record" },
  volume: { words: "Volume", icon: "volume" },
  store: { words: "Store room", icon: "store" },
  help: { words: "Help", icon: "help" },
};

export interface Rail {
  /** Which drawer stands open; its key is framed. */
  show(name: DrawerName | undefined): void;
  /** Asks the app to close the drawer that stands open. */
  close(): void;
}

export function addRail(kit: Kit, onDrawer: (name: DrawerName) => void): Rail {
  const { x, w, firstY, pitch, keyH, iconY, nameY } = kit.layout.rail;
  const group = kit.overlay.group("Drawers");
  let open: DrawerName | undefined;
  const twins = DRAWERS.map((name, index) => {
    const region = { x, y: firstY + index * pitch, w, h: keyH };
    const { words, icon } = FACE[name];
    const twin = kit.overlay.button({
      region,
      group,
      name: () => words,
      press: () => {
        kit.panels.close(false);
        onDrawer(name);
      },
    });
    kit.stage.plate({
      ...region,
      depth: RAIL_DEPTH,
      everyMs: CONTROL_PERIOD_MS,
      shows: () => `${open === name}${twin.state()}`,
      paint: (pen) =>
        paintDrawerKey(
          pen,
          region,
          { name: words, icon, iconY, nameY },
          { open: open === name, hover: twin.state() !== "" },
        ),
    });
    return twin;
  });
  return {
    close: () => {
      if (open) onDrawer(open);
    },
    show: (name) => {
      open = name;
      kit.stage.touch();
      twins.forEach((twin, index) =>
        twin.element.setAttribute("aria-expanded", String(DRAWERS[index] === name)),
      );
    },
  };
}
