/**
 * Middle points, in design pixels, of everything a hand can operate. Tests click these; the drawing
 * and the twins take their places from the same tables.
 */
import { BAYS } from "./bays.ts";
import { BUBBLE_AT, CONNECTOR_AT, ELECTRONIC_CLAMP_AT, FLOW_PROBE_AT } from "./anchors.ts";
import { CLAMP_PLACES } from "./clampSites.ts";
import { LINE_MENUS } from "./circuitLines.ts";
import { DRAWERS } from "./kit.ts";
import { forcepsRegion } from "./clampReach.ts";
import { CLIP, CRANK_RADIUS } from "./paint/crank.ts";
import { SAFETY_TILES } from "./paint/panels.ts";
import { TIMER_X } from "./paint/band.ts";
import { RAIL_REGION } from "../tokens/regions.ts";
import type { Point } from "./bays.ts";

const middle = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }): Point => ({
  x: x + w / 2,
  y: y + h / 2,
});

const points: Record<string, Point> = {
  "alarm.pauseAudio": { x: 976, y: 28 },
  "alarm.list": { x: 1071, y: 28 },
  "timer.bypass": { x: TIMER_X[0] + 45, y: 28 },
  "timer.crossClamp": { x: TIMER_X[1] + 45, y: 28 },
  "timer.third": { x: TIMER_X[2] + 45, y: 28 },
  "crank.clip": middle(CLIP),
  "reservoir.level": { x: 396, y: 300 },
  "reservoir.connector": CONNECTOR_AT,
  "sensor.flowProbe": FLOW_PROBE_AT,
  "sensor.bubbleDetector": BUBBLE_AT,
  "sensor.linePressure": { x: 703, y: 416 },
  electronicClamp: ELECTRONIC_CLAMP_AT,
  "gas.fio2": { x: 1190, y: 152 },
  "gas.sweep": { x: 1277, y: 166 },
  "gas.analyser": { x: 1250, y: 272 },
  "water.minus": { x: 1158, y: 367 },
  "water.set": { x: 1210, y: 367 },
  "water.plus": { x: 1262, y: 367 },
  "water.running": { x: 1328, y: 329 },
  "safety.links": { x: 1305, y: 418 },
  "safety.level": { x: SAFETY_TILES[0] + 37, y: 470 },
  "safety.bubble": { x: SAFETY_TILES[1] + 37, y: 470 },
  "safety.pressure": { x: SAFETY_TILES[2] + 37, y: 470 },
  power: { x: 1250, y: 539 },
};

for (const bay of BAYS) {
  const { head, hub } = bay;
  points[`${head}.display`] = middle(bay.display);
  points[`${head}.knob`] = bay.knob;
  points[`${head}.key`] = middle(bay.key);
  points[`${head}.power`] = middle(bay.power);
  points[`${head}.cover`] = bay.latch;
  points[`${head}.hub`] = hub;
  points[`${head}.menu`] = { x: hub.x, y: hub.y - 50 };
  points[`${head}.crank.ring`] = { x: hub.x, y: hub.y + CRANK_RADIUS };
  points[`${head}.crank.rate`] = { x: bay.plate.x + 38, y: 660 };
  points[`${head}.crank.faster`] = { x: bay.plate.x + 37, y: 704 };
  points[`${head}.crank.slower`] = { x: bay.plate.x + 37, y: 752 };
  points[`${head}.crank.handOver`] = { x: bay.key.x + bay.key.w / 2, y: 813 };
}
for (const place of CLAMP_PLACES) points[`clamp.${place.site}`] = middle(forcepsRegion(place));
for (const menu of LINE_MENUS) points[`line.${menu.line}`] = menu.at;
DRAWERS.forEach((name, index) => {
  points[`drawer.${name}`] = { x: RAIL_REGION.x + 30, y: RAIL_REGION.y + index * 70.5 + 33 };
});

export const CONSOLE_POINTS: Readonly<Record<string, Point>> = points;
