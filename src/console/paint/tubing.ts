/**
 * Tubing as the mock-ups have it, bottom up: halo in deck colour (what makes over and under at a
 * crossing), wall, lumen coloured by the blood in it, and a matte light along the upper left.
 */
import { COLOURS } from "../../tokens/colours.ts";
import { BLACK, box, type Pen, pathOf, stroke, WHITE } from "./pen.ts";

export interface TubeLook {
  readonly route: string;
  readonly width: number;
  readonly colour: string;
}

const LUMEN = "#191716";
const HALO_PX = 8;
const WALL_PX = 2.4;

export function paintTube(pen: Pen, { route, width, colour }: TubeLook): void {
  const path = pathOf(route);
  const flat = { cap: "butt" } as const;
  stroke(pen, path, COLOURS.deck, width + HALO_PX, flat);
  stroke(pen, path, COLOURS.wall, width + WALL_PX, flat);
  stroke(pen, path, LUMEN, width, flat);
  stroke(pen, path, colour, width, flat);
  pen.save();
  pen.translate(-width * 0.26, -width * 0.26);
  stroke(pen, path, WHITE, Math.max(1, width * 0.14), { ...flat, alpha: 0.2 });
  pen.restore();
}

/** A boot in its raceway, without halo: it lies on the head, not on the deck. */
export function paintBoot(pen: Pen, { route, width, colour }: TubeLook): void {
  stroke(pen, route, COLOURS.wall, width + WALL_PX, { cap: "butt" });
  stroke(pen, route, LUMEN, width, { cap: "butt" });
  stroke(pen, route, colour, width, { cap: "butt" });
  stroke(pen, route, WHITE, 1.2, { cap: "butt", alpha: 0.16 });
}

/** Where a line meets the deck. */
export function paintConnector(pen: Pen, x: number, deckY: number): void {
  box(pen, x - 8, deckY - 5, 16, 7, { radius: 2, fill: COLOURS.edge2, edge: BLACK });
}

/** The capped end of a line whose boot was taken out. */
export function paintCap(pen: Pen, x: number, y: number): void {
  box(pen, x - 6, y - 4, 12, 9, { radius: 2, fill: COLOURS.hardkey, edge: BLACK });
}

/** The metal tip of a sucker, pointing left. */
export function paintSuckerTip(pen: Pen, x: number, y: number): void {
  stroke(pen, `M${x} ${y}H${x - 12}`, COLOURS.steel, 4);
  stroke(pen, `M${x - 8} ${y}H${x - 13}`, "#1a1817", 1.5);
}

/** A tee: the clear connector where two lines join. */
export function paintTee(pen: Pen, x: number, y: number, size: number): void {
  box(pen, x - size / 2, y - size / 2, size, size, {
    edge: COLOURS.hardkey,
    edgeWidth: 1.2,
    alpha: 0.55,
  });
}
