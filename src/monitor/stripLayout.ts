/**
 * Where everything stands on the strip, in design pixels of its 298 × 836 area. One place, so that the
 * drawing code holds no numbers of its own and the mock-up can be compared line by line.
 */
export const STRIP = { widthPx: 298, heightPx: 836, radiusPx: 8 } as const;
export const EDGE_PX = { left: 12, labelLeft: 10, right: 286 } as const;

export const HEADER = { baselinePx: 21, rulePx: 31, summaryWidthPx: 216 } as const;

export interface Lane {
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Traces start right of the scale and end left of the numerals. */
export const TRACE = { leftPx: 34, widthPx: 154, strokePx: 1.6, eraseBarPx: 12 } as const;

export const ECG = {
  rulePx: 124,
  nameBaselinePx: 52,
  lane: { topPx: 62, bottomPx: 116 },
  zeroPx: 100,
  pxPerMv: 30,
  valueBaselinePx: 100,
  valueSizePx: 50,
  wordLeftPx: 198,
} as const;

export const ABP = {
  rulePx: 233,
  nameBaselinePx: 141,
  lane: { topPx: 154, bottomPx: 228 },
  frame: { leftPx: 192, topPx: 130, widthPx: 102, heightPx: 98 },
  titleBaselinePx: 148,
  valueBaselinePx: 196,
  footBaselinePx: 220,
  limitsLeftPx: 198,
} as const;

export const CVP = {
  rulePx: 320,
  nameBaselinePx: 250,
  lane: { topPx: 268, bottomPx: 308 },
  frame: { leftPx: 192, topPx: 239, widthPx: 102, heightPx: 75 },
  titleBaselinePx: 254,
  valueBaselinePx: 292,
  footBaselinePx: 308,
  limitsLeftPx: 198,
} as const;

/** Two columns of numeric cells; a cell's own lines are measured from its top left corner. */
export const CELL = {
  widthPx: 148.5,
  topsPx: [320, 410, 498],
  bottomsPx: [410, 498, 586],
  columnsPx: [0, 149],
  labelLeftPx: 12,
  labelBaselinePx: 22,
  valueRightPx: 138,
  valueBaselinePx: 61,
  footBaselinePx: 79,
  frameInset: { leftPx: 4, topPx: 4, widthPx: 141, heightPx: 80 },
} as const;

/** Venous and arterial saturation in the circuit, side by side under the grid. */
export const SATURATION = {
  topPx: 586,
  bottomPx: 634,
  nameBaselinePx: 20,
  footBaselinePx: 38,
  valueBaselinePx: 34,
  valueRightPx: 122,
  unitRightPx: 138,
  frameHeightPx: 40,
} as const;

export const TREND = {
  titleBaselinePx: 654,
  leftPx: 50,
  widthPx: 196,
  rowTopsPx: [662, 712, 762],
  rowHeightPx: 42,
  axisBaselinePx: 826,
} as const;
