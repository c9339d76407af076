/** The keys of the drawers at the right edge. The drawers themselves are the app's. */
import type { DrawerName, Kit } from "../kit.ts";
import { paintDrawerKey } from "../paint/railKeys.ts";
import type { GlyphName } from "../paint/shapes.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";
import { railKeys } from "../railKeys.ts";

const RAIL_DEPTH = 40;
/** Middle of the drawing, from the top of its key. */
const ICON_SHARE = 0.36;

const FACE: Readonly<Record<DrawerName, { readonly words: string; readonly icon: GlyphName }>> = {
  drugs: { words: "Drugs", icon: "drugs" },
  samples: { words: "Samples", icon: "samples" },
  team: { words: "Team talk", icon: "teamTalk" },
  checklist: { words: "Checklist", icon: "checklist" },
  record: { words: "Record", icon: "record" },
  store: { words: "Store room", icon: "store" },
  machine: { words: "Machine", icon: "machine" },
  help: { words: "Help", icon: "help" },
};

export interface Rail {
  /** Which drawer stands open; its key is framed. */
  show(name: DrawerName | undefined): void;
  /** Asks the app to close the drawer that stands open. */
  close(): void;
}

export function addRail(kit: Kit, onDrawer: (name: DrawerName) => void): Rail {
  const { columns } = kit.layout.rail;
  const keys = railKeys(kit.layout.rail);
  const group = kit.overlay.group("Drawer keys");
  let open: DrawerName | undefined;
  const twins = keys.map(({ name, region }) => {
    const iconY = region.h * (columns === 1 ? ICON_SHARE : 0.5);
    const nameY = region.h - (region.h > 50 ? 10 : 5);
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
          { name: columns === 1 ? words : "", icon, iconY, nameY },
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
        twin.element.setAttribute("aria-expanded", String(keys[index]?.name === name)),
      );
    },
  };
}
