/**
 * Where everything stands on the strip, in design pixels of its own area: 298 × 836 beside the wide
 * console, 200 × 680 beside the compact one. The drawing code holds no numbers of its own.
 */
import type { LayoutName } from "../tokens/regions.ts";
import { COMPACT_STRIP } from "./compactStrip.ts";
import { WIDE_STRIP } from "./wideStrip.ts";

export interface Lane {
  readonly topPx: number;
  readonly bottomPx: number;
}

export interface FrameArea {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface TracePlace {
  readonly leftPx: number;
  readonly widthPx: number;
  readonly strokePx: number;
  readonly eraseBarPx: number;
}

export interface PressurePlace {
  readonly rulePx: number;
  readonly nameBaselinePx: number;
  readonly lane: Lane;
  readonly frame: FrameArea;
  readonly titleBaselinePx: number;
  readonly valueBaselinePx: number;
  readonly valueSizePx: number;
  readonly footBaselinePx: number;
  readonly limitsLeftPx: number;
  /** A line of their own, or the foot's, which they leave when a long foot needs the room. */
  readonly limitsBaselinePx: number;
}

export type CellName =
  | "heart"
  | "spo2"
  | "bis"
  | "nirsLeft"
  | "nirsRight"
  | "naso"
  | "bladder"
  | "svo2"
  | "sao2"
  | "index"
  | "do2i";

/** Lines of a cell, measured from its top left corner. */
export interface CellShape {
  readonly labelLeftPx: number;
  readonly nameBaselinePx: number;
  readonly valueRightPx: number;
  readonly valueBaselinePx: number;
  readonly valueSizePx: number;
  readonly footBaselinePx: number;
  readonly footRightPx: number;
  readonly footRightBaselinePx: number;
  readonly frame: FrameArea;
}

export interface CellPlace {
  readonly leftPx: number;
  readonly topPx: number;
  readonly shape: CellShape;
}

export interface StripLayout {
  readonly strip: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly radiusPx: number;
  };
  readonly edge: { readonly left: number; readonly labelLeft: number; readonly right: number };
  readonly header: {
    readonly baselinePx: number;
    readonly rulePx: number;
    readonly summaryWidthPx: number;
    readonly hasTitle: boolean;
  };
  readonly trace: TracePlace;
  /** Without it the heart rate is a cell. */
  readonly ecg:
    | {
        readonly rulePx: number;
        readonly nameBaselinePx: number;
        readonly lane: Lane;
        readonly zeroPx: number;
        readonly pxPerMv: number;
        readonly valueBaselinePx: number;
        readonly valueSizePx: number;
        readonly wordLeftPx: number;
      }
    | undefined;
  readonly abp: PressurePlace;
  readonly cvp: PressurePlace;
  readonly cells: Readonly<Partial<Record<CellName, CellPlace>>>;
  /** Notes under the values are cut to their numbers. */
  readonly cellsAreNarrow: boolean;
  readonly cellRulesPx: readonly number[];
  readonly columnRule: {
    readonly leftPx: number;
    readonly topPx: number;
    readonly bottomPx: number;
  };
  readonly trend:
    | {
        readonly titleBaselinePx: number;
        readonly leftPx: number;
        readonly widthPx: number;
        readonly rowTopsPx: readonly number[];
        readonly rowHeightPx: number;
        readonly axisBaselinePx: number;
      }
    | undefined;
}

export const STRIP_LAYOUTS: Readonly<Record<LayoutName, StripLayout>> = {
  wide: WIDE_STRIP,
  compact: COMPACT_STRIP,
};
