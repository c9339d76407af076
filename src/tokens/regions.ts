/**
 * Regions of the console's 1440 × 900 design grid, in design pixels. Views share them so that what
 * one view leaves empty is exactly what another fills; nobody spells a coordinate twice.
 */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const STAGE_REGION: Region = { x: 0, y: 0, w: 1440, h: 900 };
export const TOP_BAND_REGION: Region = { x: 0, y: 0, w: 1440, h: 56 };
export const ALARM_BAR_REGION: Region = { x: 308, y: 5, w: 812, h: 46 };
export const TIMERS_REGION: Region = { x: 1128, y: 0, w: 312, h: 56 };
/** The patient monitor's strip; the console leaves it empty. */
export const MONITOR_REGION: Region = { x: 4, y: 60, w: 298, h: 836 };
export const FIELD_REGION: Region = { x: 308, y: 60, w: 812, h: 580 };
export const RIGHT_COLUMN_REGION: Region = { x: 1128, y: 64, w: 244, h: 492 };
export const RAIL_REGION: Region = { x: 1377, y: 64, w: 60, h: 489 };
/** Where the app opens a drawer. */
export const DRAWER_REGION: Region = { x: 1004, y: 60, w: 368, h: 496 };
export const DECK_REGION: Region = { x: 308, y: 640, w: 1132, h: 256 };
