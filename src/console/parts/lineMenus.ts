/** A tap anywhere on a line opens its menu: clamps on it, a look, and what a hand can put right there. */
import type { Line } from "../../world/contract/ids.ts";
import { fixedLines, type LineMenu, lineMenus } from "../circuitLines.ts";
import { clampPlaces } from "../clampSites.ts";
import { hitAt } from "../hit.ts";
import type { Kit } from "../kit.ts";
import { bayFor } from "../layout/layouts.ts";
import type { Point } from "../layout/placement.ts";
import { row } from "../menuItems.ts";
import { drawnCircuit } from "./circuit.ts";
import { clampWords, toggleClamp } from "./clamps.ts";
import { lookName } from "./vessels.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Lines that share a menu with another reading of the same tube. */
const menuOf = (menus: readonly LineMenu[], line: Line): LineMenu | undefined =>
  menus.find(
    (menu) => menu.line === (line === "arterialTable" || line === "filter" ? "arterial" : line),
  );

export function addLineCorridors(kit: Kit): void {
  const { stage, deck } = kit.layout.regions;
  const menus = lineMenus(kit.layout);
  const hubY = bayFor(kit.layout, "arterial").hub.y;
  const corridors = document.createElementNS(SVG, "svg");
  corridors.setAttribute("class", "corridors");
  corridors.setAttribute("width", String(stage.w));
  corridors.setAttribute("height", String(stage.h));
  corridors.setAttribute("aria-hidden", "true");
  kit.overlay.element.append(corridors);
  const paths = new Map<string, SVGPathElement>();
  for (const { id, line } of [...fixedLines(kit.layout), ...drawnCircuit(kit).lines]) {
    const menu = menuOf(menus, line);
    if (!menu || paths.has(id)) continue;
    const path = document.createElementNS(SVG, "path");
    path.addEventListener("click", (event) =>
      openLineMenu(kit, menu, kit.overlay.designPoint(event), null),
    );
    paths.set(id, path);
    corridors.append(path);
  }
  kit.overlay.onSync(() => {
    for (const { id, route } of drawnCircuit(kit).lines) {
      // Below the deck's edge the boot belongs to its head.
      const data = route.replaceAll(` ${hubY}`, ` ${deck.y - 6}`);
      const path = paths.get(id);
      if (path && path.getAttribute("d") !== data) path.setAttribute("d", data);
    }
  });
}

export function addLineMenus(kit: Kit, group: HTMLElement): void {
  for (const menu of lineMenus(kit.layout)) {
    kit.overlay.button({
      region: hitAt(menu.at),
      group,
      name: () => `${menu.name} menu`,
      opensMenu: true,
      press: (opener) => openLineMenu(kit, menu, menu.at, opener),
    });
  }
}

/** Positions of the occluder on the venous line. */
const OCCLUDER = [
  ["Occluder open", 1],
  ["Occluder two thirds open", 0.65],
  ["Occluder half open", 0.5],
  ["Occluder a third open", 0.35],
] as const;

function openLineMenu(kit: Kit, menu: LineMenu, at: Point, opener: HTMLElement | null): void {
  kit.popover.open({
    name: menu.name,
    at,
    opener,
    build: (body, close) => {
      const item = (label: string, act: () => void, note?: string) =>
        row(body, { label, ...(note ? { note } : {}), act: () => (act(), close()) });
      for (const site of menu.sites) {
        const place = clampPlaces(kit.layout).find((each) => each.site === site);
        if (place) item(clampWords(kit, place), () => toggleClamp(kit, place));
      }
      const { inspect, kink } = menu;
      if (inspect) item(lookName(inspect), () => kit.act({ type: "inspect", what: inspect }));
      if (kink) item("Straighten the line", () => kit.act({ type: "line.straighten", site: kink }));
      if (menu.line === "venous") {
        item("Walk the line", () => kit.act({ type: "line.walkVenous" }));
        const set = kit.readings.number("line.venous.occluderOpenFraction");
        for (const [label, openFraction] of OCCLUDER) {
          const note = Math.abs(set - openFraction) < 0.01 ? "now" : undefined;
          item(label, () => kit.act({ type: "line.restrict", site: "venous", openFraction }), note);
        }
      }
      if (menu.connector)
        item("Tighten the connector", () => kit.act({ type: "line.tightenConnector" }));
      if (menu.electronicClamp && kit.readings.flag("electronicClamp.lineInside")) {
        item("Take the line out of the electronic clamp", () =>
          kit.act({ type: "electronicClamp.releaseByHand" }),
        );
      }
    },
  });
}
