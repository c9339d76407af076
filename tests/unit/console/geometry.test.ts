/** Where things stand on both layouts: inside the stage, clear of the monitor, large enough for a finger. */

import { describe, expect, test } from "vitest";
import { fixedLines, lineMenus, pumpLines } from "../../../src/console/circuitLines.ts";
import { forcepsRegion } from "../../../src/console/clampReach.ts";
import { clampPlaces } from "../../../src/console/clampSites.ts";
import { consolePoints } from "../../../src/console/geometry.ts";
import { hitAround } from "../../../src/console/hit.ts";
import { CONSOLE_LAYOUTS } from "../../../src/console/layout/layouts.ts";
import { Polyline } from "../../../src/console/polyline.ts";
import { railKeys } from "../../../src/console/railKeys.ts";
import { layoutNameFor, type Region } from "../../../src/tokens/regions.ts";
import { CLAMP_SITES, HEADS } from "../../../src/world/contract/ids.ts";

/** Pixels between two boxes; negative when they overlap. */
const between = (a: Region, b: Region): number =>
  Math.max(a.x - b.x - b.w, b.x - a.x - a.w, a.y - b.y - b.h, b.y - a.y - a.h);

describe.each(Object.values(CONSOLE_LAYOUTS))("console geometry, $name", (layout) => {
  const { stage, monitor } = layout.regions;
  test("every named point lies on the stage and off the monitor's strip", () => {
    const points = Object.entries(consolePoints(layout));
    expect(points.length).toBeGreaterThan(80);
    for (const [name, { x, y }] of points) {
      expect(x, name).toBeGreaterThan(monitor.x + monitor.w);
      expect(x, name).toBeLessThan(stage.w);
      expect(y, name).toBeGreaterThan(0);
      expect(y, name).toBeLessThan(stage.h);
    }
  });
  test("every head and every clamp site of the contract has its place", () => {
    expect(layout.bays.map((bay) => bay.head)).toEqual([...HEADS]);
    const sites = clampPlaces(layout).map((place) => place.site);
    expect(sites.sort()).toEqual([...CLAMP_SITES].sort());
    const menus = lineMenus(layout);
    expect(menus.every((menu) => menu.at !== undefined)).toBe(true);
    expect(menus.flatMap((menu) => menu.sites).sort()).toEqual([...CLAMP_SITES].sort());
  });
  test("clamps stand on their lines", () => {
    const lines = [...fixedLines(layout), ...pumpLines(layout, "arterial", false)];
    for (const place of clampPlaces(layout)) {
      const off = Math.min(
        ...lines.map((line) => new Polyline(line.route).distanceTo(place.at.x, place.at.y)),
      );
      expect(off, place.site).toBeLessThan(1.5);
    }
  });
  test("hits are at least 44 by 44", () => {
    const hits = [
      ...clampPlaces(layout).map((place) => hitAround(forcepsRegion(place))),
      ...layout.bays.flatMap((bay) => [
        bay.powerHit,
        bay.latchHit,
        bay.menuHit,
        bay.knobHit,
        bay.display,
        bay.crankPanel.rateHit,
        bay.crankPanel.faster,
        bay.crankPanel.slower,
        bay.crankPanel.handOver,
      ]),
      ...Object.values(layout.panelKeys ?? {}),
      layout.alarmBar.pause,
      layout.alarmBar.list,
      ...railKeys(layout.rail).map(({ region }) => region),
      ...Object.values(layout.clipHits),
    ];
    for (const hit of hits) expect(Math.min(hit.w, hit.h)).toBeGreaterThanOrEqual(44);
  });
  test("nothing else can be hit within 4 px of STOP", () => {
    for (const { key } of layout.bays) {
      const stop = { x: key.x - 2, y: key.y - 2, w: key.w + 4, h: key.h + 4 };
      for (const bay of layout.bays) {
        const display = { ...bay.display, w: bay.display.w - 4 };
        for (const other of [bay.knobHit, display, bay.powerHit, bay.crankPanel.handOver])
          expect(between(stop, other)).toBeGreaterThanOrEqual(4);
      }
    }
  });
  test("wherever the arterial boot lies, its lines reach that bay and the oxygenator", () => {
    const { bootRadius } = layout.head;
    const home = pumpLines(layout, "arterial", false)[1];
    const oxygenator = new Polyline(home?.route ?? "").at(1e6);
    for (const head of HEADS) {
      const [inlet, outlet] = pumpLines(layout, head, false).map(
        (line) => new Polyline(line.route),
      );
      const hub = layout.bays[HEADS.indexOf(head)]?.hub ?? { x: 0, y: 0 };
      expect(inlet?.at(1e6)).toMatchObject({ x: hub.x - bootRadius, y: hub.y });
      expect(outlet?.at(0)).toMatchObject({ x: hub.x + bootRadius, y: hub.y });
      expect(outlet?.at(1e6)).toMatchObject({ x: oxygenator.x, y: oxygenator.y });
    }
  });
});

describe("choice of layout", () => {
  test("windows under 1200 px get the compact one", () => {
    expect(layoutNameFor(1024)).toBe("compact");
    expect(layoutNameFor(1199)).toBe("compact");
    expect(layoutNameFor(1200)).toBe("wide");
  });
});
