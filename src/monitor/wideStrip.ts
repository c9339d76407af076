/** The strip of 298 × 836: three traces, a grid of six, the circuit's saturations, 20 minutes of trend. */
import type { CellShape, StripLayout } from "./stripLayout.ts";

const FRAME = { leftPx: 4, topPx: 4, widthPx: 141, heightPx: 80 } as const;

const CELL: CellShape = {
  labelLeftPx: 12,
  nameBaselinePx: 22,
  valueRightPx: 138,
  valueBaselinePx: 61,
  valueSizePx: 44,
  footBaselinePx: 79,
  footRightPx: 138,
  footRightBaselinePx: 79,
  frame: FRAME,
};

const SATURATION: CellShape = {
  ...CELL,
  nameBaselinePx: 20,
  valueRightPx: 122,
  valueBaselinePx: 34,
  valueSizePx: 27,
  footBaselinePx: 38,
  footRightBaselinePx: 34,
  frame: { ...FRAME, heightPx: 40 },
};

export const WIDE_STRIP: StripLayout = {
  strip: { widthPx: 298, heightPx: 836, radiusPx: 8 },
  edge: { left: 12, labelLeft: 10, right: 286 },
  header: { baselinePx: 21, rulePx: 31, summaryWidthPx: 216, hasTitle: true },
  // Traces start right of the scale and end left of the numerals.
  trace: { leftPx: 34, widthPx: 154, strokePx: 1.6, eraseBarPx: 12 },
  ecg: {
    rulePx: 124,
    nameBaselinePx: 52,
    lane: { topPx: 62, bottomPx: 116 },
    zeroPx: 100,
    pxPerMv: 30,
    valueBaselinePx: 100,
    valueSizePx: 50,
    wordLeftPx: 198,
  },
  abp: {
    rulePx: 233,
    nameBaselinePx: 141,
    lane: { topPx: 154, bottomPx: 228 },
    frame: { leftPx: 192, topPx: 130, widthPx: 102, heightPx: 98 },
    titleBaselinePx: 148,
    valueBaselinePx: 196,
    valueSizePx: 54,
    footBaselinePx: 220,
    limitsLeftPx: 198,
    limitsBaselinePx: 220,
  },
  cvp: {
    rulePx: 320,
    nameBaselinePx: 250,
    lane: { topPx: 268, bottomPx: 308 },
    frame: { leftPx: 192, topPx: 239, widthPx: 102, heightPx: 75 },
    titleBaselinePx: 254,
    valueBaselinePx: 292,
    valueSizePx: 44,
    footBaselinePx: 308,
    limitsLeftPx: 198,
    limitsBaselinePx: 308,
  },
  cells: {
    spo2: { leftPx: 0, topPx: 320, shape: CELL },
    bis: { leftPx: 149, topPx: 320, shape: CELL },
    nirsLeft: { leftPx: 0, topPx: 410, shape: CELL },
    nirsRight: { leftPx: 149, topPx: 410, shape: CELL },
    naso: { leftPx: 0, topPx: 498, shape: CELL },
    bladder: { leftPx: 149, topPx: 498, shape: CELL },
    svo2: { leftPx: 0, topPx: 586, shape: SATURATION },
    sao2: { leftPx: 149, topPx: 586, shape: SATURATION },
  },
  cellsAreNarrow: false,
  cellRulesPx: [410, 498, 586, 634],
  columnRule: { leftPx: 149, topPx: 320, bottomPx: 634 },
  trend: {
    titleBaselinePx: 654,
    leftPx: 50,
    widthPx: 196,
    rowTopsPx: [662, 712, 762],
    rowHeightPx: 42,
    axisBaselinePx: 826,
  },
};
