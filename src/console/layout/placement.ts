/**
 * Where a drawing stands on a layout: things are drawn once, in the coordinates of the 1440 × 900
 * mock-up, and shrunk or moved to their place. Words keep their size, so none falls below 12 px.
 */
import type { Region } from "../../tokens/regions.ts";
import { type Pen, setWordScale } from "../paint/pen.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point of the mock-up times `scale`, plus `dx` and `dy`. */
export interface Placement {
  readonly dx: number;
  readonly dy: number;
  readonly scale: number;
}

export const AS_DRAWN: Placement = { dx: 0, dy: 0, scale: 1 };

/** The placement that brings one point of the mock-up to one of the layout. */
export function placed(from: Point, to: Point, scale = 1): Placement {
  return { dx: to.x - from.x * scale, dy: to.y - from.y * scale, scale };
}

export function pointIn({ dx, dy, scale }: Placement, { x, y }: Point): Point {
  return { x: x * scale + dx, y: y * scale + dy };
}

export function regionIn(placement: Placement, { x, y, w, h }: Region): Region {
  const { scale } = placement;
  return { ...pointIn(placement, { x, y }), w: w * scale, h: h * scale };
}

export function drawIn(pen: Pen, { dx, dy, scale }: Placement, draw: (pen: Pen) => void): void {
  pen.save();
  pen.translate(dx, dy);
  pen.scale(scale, scale);
  setWordScale(pen, scale);
  draw(pen);
  setWordScale(pen, 1);
  pen.restore();
}
