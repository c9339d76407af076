/**
 * The strip of 200 × 680: two traces, the heart rate as a cell, BIS and bladder sharing one, and flow
 * index and oxygen delivery, which the compact field has no room for. The trend is in the record.
 */
import type { CellShape, StripLayout } from "./stripLayout.ts";

const TALL: CellShape = {
  labelLeftPx: 10,
  nameBaselinePx: 22,
  valueRightPx: 92,
  valueBaselinePx: 61,
  valueSizePx: 38,
  footBaselinePx: 82,
  footRightPx: 92,
  footRightBaselinePx: 82,
  frame: { leftPx: 3, topPx: 4, widthPx: 94, heightPx: 84 },
};

const SHORT: CellShape = {
  ...TALL,
  nameBaselinePx: 18,
  valueBaselinePx: 52,
  valueSizePx: 33,
  footBaselinePx: 69,
  footRightBaselinePx: 69,
  frame: { leftPx: 3, topPx: 3, widthPx: 94, heightPx: 70 },
};

const HALF: CellShape = {
  ...TALL,
  nameBaselinePx: 18,
  valueBaselinePx: 38,
  valueSizePx: 24,
  footBaselinePx: 38,
  footRightBaselinePx: 18,
  frame: { leftPx: 3, topPx: 2, widthPx: 94, heightPx: 42 },
};

const RIGHT = 100;

export const COMPACT_STRIP: StripLayout = {
  strip: { widthPx: 200, heightPx: 680, radiusPx: 8 },
  edge: { left: 10, labelLeft: 8, right: 192 },
  header: { baselinePx: 20, rulePx: 30, summaryWidthPx: 182, hasTitle: false },
  trace: { leftPx: 30, widthPx: 82, strokePx: 1.6, eraseBarPx: 10 },
  ecg: undefined,
  abp: {
    rulePx: 148,
    nameBaselinePx: 48,
    lane: { topPx: 62, bottomPx: 140 },
    frame: { leftPx: 118, topPx: 34, widthPx: 79, heightPx: 110 },
    titleBaselinePx: 50,
    valueBaselinePx: 88,
    valueSizePx: 38,
    footBaselinePx: 112,
    limitsLeftPx: 124,
    limitsBaselinePx: 135,
  },
  cvp: {
    rulePx: 250,
    nameBaselinePx: 165,
    lane: { topPx: 180, bottomPx: 240 },
    frame: { leftPx: 118, topPx: 152, widthPx: 79, heightPx: 94 },
    titleBaselinePx: 168,
    valueBaselinePx: 208,
    valueSizePx: 38,
    footBaselinePx: 212,
    limitsLeftPx: 124,
    limitsBaselinePx: 234,
  },
  cells: {
    heart: { leftPx: 0, topPx: 250, shape: TALL },
    spo2: { leftPx: RIGHT, topPx: 250, shape: TALL },
    nirsLeft: { leftPx: 0, topPx: 342, shape: TALL },
    nirsRight: { leftPx: RIGHT, topPx: 342, shape: TALL },
    naso: { leftPx: 0, topPx: 434, shape: TALL },
    bis: { leftPx: RIGHT, topPx: 434, shape: HALF },
    bladder: { leftPx: RIGHT, topPx: 480, shape: HALF },
    svo2: { leftPx: 0, topPx: 526, shape: SHORT },
    sao2: { leftPx: RIGHT, topPx: 526, shape: SHORT },
    index: { leftPx: 0, topPx: 603, shape: SHORT },
    do2i: { leftPx: RIGHT, topPx: 603, shape: SHORT },
  },
  cellsAreNarrow: true,
  cellRulesPx: [342, 434, 526, 603],
  columnRule: { leftPx: 100, topPx: 250, bottomPx: 679 },
  trend: undefined,
};
