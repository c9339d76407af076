/** How large anything a finger should hit has to be. */
import type { Region } from "../tokens/regions.ts";

/** Smallest side, design pixels. */
const HIT_PX = 44;

/** A region at least as large as a finger, around a region. */
export function hitAround({ x, y, w, h }: Region): Region {
  const width = Math.max(HIT_PX, w);
  const height = Math.max(HIT_PX, h);
  return { x: x + w / 2 - width / 2, y: y + h / 2 - height / 2, w: width, h: height };
}

export function hitAt(point: { readonly x: number; readonly y: number }, size = HIT_PX): Region {
  return { x: point.x - size / 2, y: point.y - size / 2, w: size, h: size };
}
