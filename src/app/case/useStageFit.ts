/** How large the 1440 × 900 stage is on this window: as large as fits, letterboxed. */
import { useEffect, useState } from "preact/hooks";
import { STAGE_REGION } from "../../tokens/regions.ts";

/** Below this scale notes on the canvas would be smaller than a person can read at arm's length. */
const SCALE_MIN = 0.6;

export interface StageFit {
  readonly scale: number;
  /** The window is too small, or stands on end, for the console to be worked. */
  readonly isTooSmall: boolean;
}

export function fitStage(widthPx: number, heightPx: number): StageFit {
  const scale = Math.min(widthPx / STAGE_REGION.w, heightPx / STAGE_REGION.h);
  return { scale, isTooSmall: scale < SCALE_MIN || heightPx > widthPx };
}

/** @param footPx height of the window that is not the stage's, in px */
export function useStageFit(footPx: number): StageFit {
  const [fit, setFit] = useState(() => fitStage(innerWidth, innerHeight - footPx));
  useEffect(() => {
    const refit = () => setFit(fitStage(innerWidth, innerHeight - footPx));
    addEventListener("resize", refit);
    return () => removeEventListener("resize", refit);
  }, [footPx]);
  return fit;
}
