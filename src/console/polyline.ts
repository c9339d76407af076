/**
 * Paths of the circuit as walkable polylines: from SVG path data (M, L, H, V, Q) to points with the
 * distance along the line, so that chevrons and gas can travel on what the pen draws.
 */
export interface Step {
  readonly x: number;
  readonly y: number;
  /** Direction of travel in radians, clockwise from 3 o'clock. */
  readonly headingRad: number;
}

const CURVE_PIECES = 6;

function numbersIn(text: string): number[] {
  return (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
}

function flatten(data: string): number[] {
  const points: number[] = [];
  let x = 0;
  let y = 0;
  const to = (nextX: number, nextY: number) => {
    x = nextX;
    y = nextY;
    points.push(x, y);
  };
  for (const [, command = "", rest = ""] of data.matchAll(/([MLHVQ])([^MLHVQ]*)/g)) {
    const n = numbersIn(rest) as [number, number, number, number];
    if (command === "M" || command === "L") to(n[0], n[1]);
    else if (command === "H") to(n[0], y);
    else if (command === "V") to(x, n[0]);
    else {
      const [fromX, fromY] = [x, y];
      for (let piece = 1; piece <= CURVE_PIECES; piece += 1) {
        const t = piece / CURVE_PIECES;
        const a = (1 - t) * (1 - t);
        const b = 2 * t * (1 - t);
        to(a * fromX + b * n[0] + t * t * n[2], a * fromY + b * n[1] + t * t * n[3]);
      }
    }
  }
  return points;
}

export class Polyline {
  readonly #points: readonly number[];
  readonly #distances: number[] = [0];
  readonly length: number;

  constructor(data: string) {
    const points = flatten(data);
    this.#points = points;
    for (let at = 2; at < points.length; at += 2) {
      const dx = (points[at] as number) - (points[at - 2] as number);
      const dy = (points[at + 1] as number) - (points[at - 1] as number);
      this.#distances.push((this.#distances[at / 2 - 1] as number) + Math.hypot(dx, dy));
    }
    this.length = this.#distances[this.#distances.length - 1] as number;
  }

  /** The point at a distance from the start, held to the ends. */
  at(distance: number): Step {
    const wanted = Math.min(this.length, Math.max(0, distance));
    let piece = 1;
    while (piece < this.#distances.length - 1 && (this.#distances[piece] as number) < wanted)
      piece += 1;
    const from = this.#distances[piece - 1] as number;
    const span = (this.#distances[piece] as number) - from || 1;
    const share = (wanted - from) / span;
    const x0 = this.#points[piece * 2 - 2] as number;
    const y0 = this.#points[piece * 2 - 1] as number;
    const x1 = this.#points[piece * 2] as number;
    const y1 = this.#points[piece * 2 + 1] as number;
    return {
      x: x0 + (x1 - x0) * share,
      y: y0 + (y1 - y0) * share,
      headingRad: Math.atan2(y1 - y0, x1 - x0),
    };
  }

  /** How far a point is off the line. */
  distanceTo(x: number, y: number): number {
    let best = Number.POSITIVE_INFINITY;
    for (let at = 2; at < this.#points.length; at += 2) {
      const x0 = this.#points[at - 2] as number;
      const y0 = this.#points[at - 1] as number;
      const dx = (this.#points[at] as number) - x0;
      const dy = (this.#points[at + 1] as number) - y0;
      const span = dx * dx + dy * dy || 1;
      const share = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / span));
      best = Math.min(best, Math.hypot(x0 + dx * share - x, y0 + dy * share - y));
    }
    return best;
  }
}
