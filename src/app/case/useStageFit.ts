/**
 * How large the stage is on this window, and which of its two layouts: as large as fits, letterboxed.
 */
import { useEffect, useState } from "preact/hooks";
import { type LayoutName, layoutNameFor, STAGE_REGIONS } from "../../tokens/regions.ts";

/** Below this scale notes on the canvas would be smaller than a person can read at arm's length. */
const SCALE_MIN: Readonly<Record<LayoutName, number>> = { wide: 0.6, compact: 0.7 };

export interface StageFit {
  readonly layout: LayoutName;
  readonly scale: number;
  /** The window is too small, or stands on end, for the console to be worked. */
  readonly isTooSmall: boolean;
}

export function fitStage(widthPx: number, heightPx: number): StageFit {
  const layout = layoutNameFor(widthPx);
  const { stage } = STAGE_REGIONS[layout];
  const scale = Math.min(widthPx / stage.w, heightPx / stage.h);
  return { layout, scale, isTooSmall: scale < SCALE_MIN[layout] || heightPx > widthPx };
}

/**
 * @param footPx height of the window that is not the stage's, in px
 * @param sidePx width of it that is not, in px
 */
export function useStageFit(footPx: number, sidePx = 0): StageFit {
  const [fit, setFit] = useState(() => fitStage(innerWidth - sidePx, innerHeight - footPx));
  useEffect(() => {
    const refit = () => setFit(fitStage(innerWidth - sidePx, innerHeight - footPx));
    addEventListener("resize", refit);
    return () => removeEventListener("resize", refit);
  }, [footPx, sidePx]);
  return fit;
}
