/** How much room a pair of forceps takes on the drawing: from its jaws to its rings. */
import type { Region } from "../tokens/regions.ts";
import type { ClampPlace } from "./clampSites.ts";

/** Handles reach this far from the line at full scale. */
const HANDLE_PX = 58;
/** A place without a clamp is a small mark. */
const MARK_PX = 22;

/** Where the forceps lie: from the jaws to the rings, turned with the handles. */
export function forcepsRegion({ at, turnDegrees, scale, always }: ClampPlace): Region {
  const reach = always ? HANDLE_PX * scale : MARK_PX;
  const back = 16 * scale;
  const half = 24;
  if (turnDegrees === 0) return { x: at.x - back, y: at.y - half, w: reach + back, h: half * 2 };
  if (turnDegrees === 180) return { x: at.x - reach, y: at.y - half, w: reach + back, h: half * 2 };
  if (turnDegrees === 90) return { x: at.x - half, y: at.y - back, w: half * 2, h: reach + back };
  return { x: at.x - half, y: at.y - reach, w: half * 2, h: reach + back };
}
