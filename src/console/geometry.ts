/**
 * Middle points, in design pixels, of everything a hand can operate on a layout. Tests click these;
 * the drawing and the twins take their places from the same data.
 */

import type { Region } from "../tokens/regions.ts";
import { clipAt, linePressureAt, powerAt, reservoirAt } from "./anchors.ts";
import { lineMenus } from "./circuitLines.ts";
import { forcepsRegion } from "./clampReach.ts";
import { clampPlaces } from "./clampSites.ts";
import type { ConsoleLayout } from "./layout/consoleLayout.ts";
import { type Point, pointIn } from "./layout/placement.ts";
import { CRANK_RADIUS } from "./paint/crank.ts";
import { SAFETY_TILES } from "./paint/panels.ts";
import { railKeys } from "./railKeys.ts";

const middle = ({ x, y, w, h }: Region): Point => ({ x: x + w / 2, y: y + h / 2 });

export function consolePoints(layout: ConsoleLayout): Readonly<Record<string, Point>> {
  const { panels, timers, rail } = layout;
  const points: Record<string, Point> = {
    "alarm.pauseAudio": middle(layout.alarmBar.pause),
    "alarm.list": middle(layout.alarmBar.list),
    "crank.clip": clipAt(layout),
    "reservoir.level": reservoirAt(layout),
    "reservoir.connector": layout.connectorAt,
    "sensor.flowProbe": layout.flowProbeAt,
    "sensor.bubbleDetector": layout.bubbleAt,
    "sensor.linePressure": linePressureAt(layout),
    electronicClamp: layout.electronicClampAt,
    power: powerAt(layout),
    "gas.fio2": pointIn(panels.gas, { x: 1190, y: 152 }),
    "gas.sweep": pointIn(panels.gas, { x: 1277, y: 166 }),
    "gas.analyser": pointIn(panels.gas, { x: 1250, y: 272 }),
    "water.minus": pointIn(panels.water, { x: 1158, y: 367 }),
    "water.set": pointIn(panels.water, { x: 1210, y: 367 }),
    "water.plus": pointIn(panels.water, { x: 1262, y: 367 }),
    "water.running": pointIn(panels.water, { x: 1328, y: 335 }),
    "safety.links": pointIn(panels.safety, { x: 1305, y: 416 }),
    "safety.level": pointIn(panels.safety, { x: SAFETY_TILES[0] + 37, y: 480 }),
    "safety.bubble": pointIn(panels.safety, { x: SAFETY_TILES[1] + 37, y: 480 }),
    "safety.pressure": pointIn(panels.safety, { x: SAFETY_TILES[2] + 37, y: 480 }),
  };
  ["bypass", "crossClamp", "third"].forEach((name, index) => {
    const x = timers.xs[index];
    if (x !== undefined) points[`timer.${name}`] = { x: x + 45, y: 4 + timers.h / 2 };
  });
  for (const bay of layout.bays) {
    const { head, hub, crankPanel } = bay;
    points[`${head}.display`] = middle(bay.display);
    points[`${head}.knob`] = bay.knob;
    points[`${head}.key`] = middle(bay.key);
    points[`${head}.power`] = middle(bay.powerHit);
    points[`${head}.cover`] = middle(bay.latchHit);
    points[`${head}.hub`] = hub;
    points[`${head}.menu`] = { x: bay.menuHit.x + 20, y: bay.menuHit.y + 14 };
    points[`${head}.crank.ring`] = { x: hub.x, y: hub.y + CRANK_RADIUS * layout.head.scale };
    points[`${head}.crank.rate`] = middle(crankPanel.rateHit);
    points[`${head}.crank.faster`] = middle(crankPanel.faster);
    points[`${head}.crank.slower`] = middle(crankPanel.slower);
    points[`${head}.crank.handOver`] = middle(crankPanel.handOver);
  }
  for (const place of clampPlaces(layout)) {
    points[`clamp.${place.site}`] = middle(forcepsRegion(place));
  }
  for (const menu of lineMenus(layout)) points[`line.${menu.line}`] = menu.at;
  for (const [name, key] of Object.entries(layout.panelKeys ?? {})) {
    points[`panel.${name}`] = middle(key);
  }
  for (const { name, region } of railKeys(rail)) points[`drawer.${name}`] = middle(region);
  return points;
}
