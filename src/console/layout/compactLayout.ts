/**
 * The layout of 1024 × 768, for windows under 1200 px: a second layout and not a zoom, because the
 * first at that size would bring notes to 8.5 px (ui.md section 8).
 */
import { STAGE_REGIONS } from "../../tokens/regions.ts";
import { COMPACT_BAYS } from "./compactBays.ts";
import { COMPACT_CLAMPS, COMPACT_LINE_MENUS, COMPACT_ROUTES } from "./compactCircuit.ts";
import type { ConsoleLayout } from "./consoleLayout.ts";
import { placed } from "./placement.ts";

const HEAD_SCALE = 48 / 62;

export const COMPACT_LAYOUT: ConsoleLayout = {
  name: "compact",
  regions: STAGE_REGIONS.compact,
  fieldOutline: "M216 56H944Q952 56 952 64V510H208V64Q208 56 216 56Z",
  controlsY: 608,
  bays: COMPACT_BAYS,
  head: {
    scale: HEAD_SCALE,
    bootRadius: 28,
    knobRadius: 17,
    numeralPx: { arterial: 40, other: 30 },
    displayIsNarrow: true,
  },
  routes: COMPACT_ROUTES,
  lineScale: 0.85,
  cannula: "M520 166V201",
  pump: {
    outlet: { x: 256, y: 373 },
    outletRunY: 493,
    deliveryRunY: 460,
    deliveryX: 312,
    toOxygenator: "L312 444Q312 432 324 432L512 432Q522 432 522 422L522 408",
    coneInlet: "M256 500L256 542Q256 554 268 554L284 554",
  },
  suckerTips: [
    { x: 582, y: 194 },
    { x: 577, y: 217 },
  ],
  tees: [
    { x: 448, y: 156 },
    { x: 768, y: 270 },
  ],
  clamps: COMPACT_CLAMPS,
  lineMenus: COMPACT_LINE_MENUS,
  lineNames: [],
  purgeNameAt: undefined,
  tags: {
    svo2: { x: 316, y: 60, w: 50, h: 36 },
    hct: { x: 369, y: 60, w: 42, h: 36 },
    venousC: { x: 414, y: 60, w: 64, h: 36 },
    arterialC: { x: 628, y: 60, w: 66, h: 36 },
    sao2: { x: 697, y: 60, w: 52, h: 36 },
    pre: { x: 396, y: 400, w: 58, h: 24 },
    post: { x: 636, y: 281, w: 40, h: 36 },
    flow: { x: 635, y: 360, w: 70, h: 36 },
    bubbles: { x: 708, y: 360, w: 53, h: 36 },
  },
  tagsAreCompact: true,
  readout: {
    region: { x: 214, y: 60, w: 98, h: 84 },
    nameY: 15,
    volumeY: 38,
    ruleY: 44.5,
    emptiesY: 57,
    secondsY: 79,
  },
  venousSensor: { at: { x: 340, y: 156 }, stemY: 96 },
  arterialSensor: { at: { x: 722, y: 112 }, stemY: 96 },
  flowProbeAt: { x: 668, y: 408 },
  bubbleAt: { x: 734, y: 408 },
  movedDetectorAt: {
    reservoirOutlet: { x: 256, y: 500 },
    pumpOutlet: { x: 496, y: 432 },
    oxygenatorOutlet: { x: 569, y: 328 },
  },
  clipHits: {
    flowProbe: { x: 635, y: 360, w: 70, h: 62 },
    bubbleDetector: { x: 708, y: 360, w: 53, h: 62 },
  },
  electronicClampAt: { x: 768, y: 186 },
  connectorAt: { x: 258, y: 384 },
  taskRegion: { x: 772, y: 60, w: 174, h: 40 },
  drawings: {
    patient: placed({ x: 770, y: 66 }, { x: 540, y: 60 }, 0.72),
    reservoir: placed({ x: 330, y: 236 }, { x: 230, y: 178 }, 0.8),
    oxygenator: placed({ x: 548, y: 410 }, { x: 484, y: 300 }, 0.76),
    filter: placed({ x: 760, y: 446 }, { x: 597.5, y: 328 }, 0.75),
    exchanger: placed({ x: 1050, y: 432 }, { x: 866, y: 300 }, 0.8),
    crankClip: placed({ x: 478, y: 650 }, { x: 334, y: 505 }, 0.78),
  },
  timers: { xs: [832, 930], w: 90, h: 46, numeralPx: 23 },
  alarmBar: {
    badgeW: 88,
    pause: { x: 654, y: 4, w: 80, h: 44 },
    list: { x: 737, y: 4, w: 80, h: 44 },
    isStacked: true,
  },
  panels: {
    gas: placed({ x: 1128, y: 64 }, { x: 704, y: 60 }),
    water: placed({ x: 1128, y: 314 }, { x: 704, y: 108 }),
    safety: placed({ x: 1128, y: 404 }, { x: 704, y: 152 }),
    power: placed({ x: 1250, y: 538 }, { x: 954, y: 234 }),
  },
  panelKeys: {
    gas: { x: 954, y: 54, w: 68, h: 44 },
    water: { x: 954, y: 98, w: 68, h: 44 },
    safety: { x: 954, y: 142, w: 68, h: 44 },
    power: { x: 954, y: 186, w: 68, h: 44 },
  },
  rail: { x: 933, w: 44, firstY: 234, bottomY: 494, gap: 1, keyHMax: 44, columns: 2 },
  windowBottomY: 606,
  windowRightX: 700,
  doneAt: { x: 400, y: 110 },
};
