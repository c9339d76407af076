/** Where things stand: inside the stage, clear of the monitor, large enough for a finger, one per place. */
import { describe, expect, test } from "vitest";
import { BAYS } from "../../../src/console/bays.ts";
import { FIXED_LINES, LINE_MENUS, pumpLines } from "../../../src/console/circuitLines.ts";
import { forcepsRegion } from "../../../src/console/clampReach.ts";
import { CLAMP_PLACES } from "../../../src/console/clampSites.ts";
import { CONSOLE_POINTS } from "../../../src/console/geometry.ts";
import { hitAround } from "../../../src/console/overlay.ts";
import { Polyline } from "../../../src/console/polyline.ts";
import { MONITOR_REGION, STAGE_REGION } from "../../../src/tokens/regions.ts";
import { CLAMP_SITES, HEADS } from "../../../src/world/contract/ids.ts";

describe("console geometry", () => {
  test("every named point lies on the stage and off the monitor's strip", () => {
    const points = Object.entries(CONSOLE_POINTS);
    expect(points.length).toBeGreaterThan(80);
    for (const [name, { x, y }] of points) {
      expect(x, name).toBeGreaterThan(MONITOR_REGION.x + MONITOR_REGION.w);
      expect(x, name).toBeLessThan(STAGE_REGION.w);
      expect(y, name).toBeGreaterThan(0);
      expect(y, name).toBeLessThan(STAGE_REGION.h);
    }
  });
  test("every head and every clamp site of the contract has its place", () => {
    expect(BAYS.map((bay) => bay.head)).toEqual([...HEADS]);
    expect(CLAMP_PLACES.map((place) => place.site).sort()).toEqual([...CLAMP_SITES].sort());
    const offered = LINE_MENUS.flatMap((menu) => menu.sites).sort();
    expect(offered).toEqual([...CLAMP_SITES].sort());
  });
  test("clamps stand on their lines", () => {
    const lines = [...FIXED_LINES, ...pumpLines("arterial", false)];
    for (const place of CLAMP_PLACES) {
      const off = Math.min(
        ...lines.map((line) => new Polyline(line.route).distanceTo(place.at.x, place.at.y)),
      );
      expect(off, place.site).toBeLessThan(1.5);
    }
  });
  test("hits are at least 44 by 44", () => {
    for (const place of CLAMP_PLACES) {
      const hit = hitAround(forcepsRegion(place));
      expect(Math.min(hit.w, hit.h), place.site).toBeGreaterThanOrEqual(44);
    }
    for (const bay of BAYS) {
      const hit = hitAround(bay.power);
      expect(Math.min(hit.w, hit.h)).toBeGreaterThanOrEqual(44);
    }
  });
  test("wherever the arterial boot lies, its lines reach that bay and the oxygenator", () => {
    for (const head of HEADS) {
      const [inlet, outlet] = pumpLines(head, false).map((line) => new Polyline(line.route));
      const bay = BAYS[HEADS.indexOf(head)];
      expect(inlet?.at(1e6)).toMatchObject({ x: (bay?.hub.x ?? 0) - 36, y: 706 });
      expect(outlet?.at(0)).toMatchObject({ x: (bay?.hub.x ?? 0) + 36, y: 706 });
      expect(outlet?.at(1e6)).toMatchObject({ x: 598, y: 552 });
    }
  });
});
