/**
 * Regions of the console's two design grids, in design pixels: 1440 × 900, and 1024 × 768 for windows
 * under 1200 px. Views share them so that what one leaves empty is exactly what another fills.
 */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type LayoutName = "wide" | "compact";

export interface StageRegions {
  readonly stage: Region;
  readonly topBand: Region;
  readonly alarmBar: Region;
  readonly timers: Region;
  /** The patient monitor's strip; the console leaves it empty. */
  readonly monitor: Region;
  readonly field: Region;
  /** Panels of gas, water, safety and power; in the compact grid they open here over the field. */
  readonly panels: Region;
  readonly rail: Region;
  /** Where the app opens a drawer. */
  readonly drawer: Region;
  readonly deck: Region;
}

export const STAGE_REGIONS: Readonly<Record<LayoutName, StageRegions>> = {
  wide: {
    stage: { x: 0, y: 0, w: 1440, h: 900 },
    topBand: { x: 0, y: 0, w: 1440, h: 56 },
    alarmBar: { x: 308, y: 5, w: 812, h: 46 },
    timers: { x: 1128, y: 0, w: 312, h: 56 },
    monitor: { x: 4, y: 60, w: 298, h: 836 },
    field: { x: 308, y: 60, w: 812, h: 580 },
    panels: { x: 1128, y: 64, w: 244, h: 492 },
    rail: { x: 1377, y: 64, w: 60, h: 489 },
    drawer: { x: 1004, y: 60, w: 368, h: 496 },
    deck: { x: 308, y: 640, w: 1132, h: 256 },
  },
  compact: {
    stage: { x: 0, y: 0, w: 1024, h: 768 },
    topBand: { x: 0, y: 0, w: 1024, h: 52 },
    alarmBar: { x: 208, y: 4, w: 612, h: 44 },
    timers: { x: 824, y: 0, w: 200, h: 52 },
    monitor: { x: 4, y: 56, w: 200, h: 680 },
    field: { x: 208, y: 56, w: 744, h: 440 },
    panels: { x: 702, y: 60, w: 244, h: 432 },
    rail: { x: 954, y: 56, w: 68, h: 440 },
    drawer: { x: 580, y: 56, w: 368, h: 440 },
    deck: { x: 208, y: 500, w: 816, h: 236 },
  },
};

/** Windows narrower than this, in CSS pixels, get the compact grid. */
const WIDE_FROM_PX = 1200;

export function layoutNameFor(windowWidthPx: number): LayoutName {
  return windowWidthPx < WIDE_FROM_PX ? "compact" : "wide";
}
