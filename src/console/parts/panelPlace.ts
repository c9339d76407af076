/**
 * A panel of the right column where its layout puts it: always standing in the wide one, opened by a
 * key in the compact one, where it lies over the field and keeps what is under it from being pressed.
 */
import type { Region } from "../../tokens/regions.ts";
import type { Kit } from "../kit.ts";
import type { LivePanel } from "../layout/consoleLayout.ts";
import { drawIn, type Point, pointIn, regionIn } from "../layout/placement.ts";
import type { Pen } from "../paint/pen.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";

const PANEL_DEPTH = 56;

export interface PanelPlace {
  readonly group: HTMLElement;
  readonly shown: () => boolean;
  /** From the mock-up's coordinates to the layout's. */
  at(point: Point): Point;
  region(region: Region): Region;
  draw(thing: string, shows: () => string, paint: (pen: Pen) => void): void;
}

/** @param area the panel in the mock-up's coordinates */
export function placePanel(kit: Kit, panel: LivePanel, name: string, area: Region): PanelPlace {
  const { overlay, stage, panels, layout } = kit;
  const placement = layout.panels[panel];
  const group = overlay.group(name);
  const shown = () => panels.stands(panel);
  const region = regionIn(placement, area);
  if (layout.panelKeys) {
    group.dataset["panel"] = panel;
    const shield = document.createElement("div");
    shield.className = "panel-shield";
    overlay.place(shield, region);
    group.append(shield);
    group.hidden = true;
    panels.onChange(() => {
      group.hidden = !shown();
      stage.touch();
      overlay.sync();
      if (shown())
        group.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
    });
    group.addEventListener("keydown", (event) => {
      if (event.key === "Escape") panels.close();
    });
  }
  return {
    group,
    shown,
    at: (point) => pointIn(placement, point),
    region: (each) => regionIn(placement, each),
    draw: (thing, shows, paint) => {
      stage.plate({
        ...region,
        depth: PANEL_DEPTH,
        everyMs: CONTROL_PERIOD_MS,
        thing,
        shows: () => (shown() ? shows() : ""),
        paint: (pen) => {
          if (shown()) drawIn(pen, placement, paint);
        },
      });
    },
  };
}
