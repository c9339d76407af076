/**
 * A tubing clamp: a pair of forceps that is open or shut. Shut, the serrated jaws lie across the
 * line, the handles meet on the ratchet and the tube is necked.
 */
import { COLOURS } from "../../tokens/colours.ts";
import { BLACK, box, disc, fill, type Pen, stroke } from "./pen.ts";

export interface Forceps {
  readonly x: number;
  readonly y: number;
  /** Where the handles point, degrees clockwise from 3 o'clock. */
  readonly turnDegrees: number;
  readonly scale: number;
  readonly closed: boolean;
  /** On the way between open (0) and shut (1). */
  readonly share?: number;
  /** Width of the tube between the jaws. */
  readonly tube: number;
}

const INK = "#1a1918";

export function paintForceps(pen: Pen, look: Forceps): void {
  pen.save();
  pen.translate(look.x, look.y);
  pen.rotate((look.turnDegrees * Math.PI) / 180);
  if (look.closed) neck(pen, look.tube);
  pen.scale(look.scale, look.scale);
  if (look.closed) shut(pen);
  else open(pen, 1 - Math.min(0.7, look.share ?? 0));
  pen.restore();
}

/** The squeezed tube: deck colour eats into both sides of it, its wall follows. */
function neck(pen: Pen, tube: number): void {
  const half = tube / 2 + 2.2;
  for (const side of [-1, 1]) {
    const outer = side * half;
    const wall = side * (half - 1.2);
    fill(
      pen,
      `M${outer} -13Q${side * 1.6} -4 ${side * 1.6} 0Q${side * 1.6} 4 ${outer} 13Z`,
      COLOURS.deck,
    );
    stroke(
      pen,
      `M${wall} -13Q${side * 1.9} -4 ${side * 1.9} 0Q${side * 1.9} 4 ${wall} 13`,
      COLOURS.wall,
      1.4,
    );
  }
}

function shut(pen: Pen): void {
  const jaws = "M-15 -4.4H15L20 -1.6V1.6L15 4.4H-15Z";
  fill(pen, jaws, COLOURS.hardkey);
  stroke(pen, jaws, BLACK, 1);
  stroke(pen, "M-15 0L16 0", INK, 1.2, { cap: "butt" });
  for (let x = -12; x <= 8; x += 4)
    stroke(pen, `M${x} -3V3`, INK, 0.7, { alpha: 0.5, cap: "butt" });
  for (const side of [-1, 1]) {
    const handle = `M20 ${side * 1.8}L44 ${side * 4.6}`;
    stroke(pen, handle, BLACK, 5.6);
    stroke(pen, handle, COLOURS.hardkey, 3.6);
    disc(pen, 51, side * 7.2, 6.4, { edge: BLACK, edgeWidth: 5.4 });
    disc(pen, 51, side * 7.2, 6.4, { edge: COLOURS.hardkey, edgeWidth: 3.4 });
  }
  box(pen, 36, -3.2, 5, 6.4, { radius: 1, fill: INK });
  disc(pen, 20, 0, 4, { fill: COLOURS.hardkey, edge: BLACK });
  disc(pen, 20, 0, 1.3, { fill: INK });
}

function open(pen: Pen, spread: number): void {
  for (const side of [-1, 1]) {
    const out = side * spread;
    const jaw = `M20 0Q8 ${out * 13} -15 ${out * 15}`;
    const handle = `M20 0L42 ${out * 11}`;
    for (const part of [jaw, handle]) {
      stroke(pen, part, BLACK, 5.4);
      stroke(pen, part, COLOURS.steel2, 3.4);
    }
    disc(pen, 48, out * 15, 6.4, { edge: BLACK, edgeWidth: 5 });
    disc(pen, 48, out * 15, 6.4, { edge: COLOURS.steel2, edgeWidth: 3 });
  }
  disc(pen, 20, 0, 4, { fill: COLOURS.deck, edge: COLOURS.steel2, edgeWidth: 2 });
}

/** A place where a clamp can be put: two short bars across the line and a pair of rings. */
export function paintClampMark(pen: Pen, look: Omit<Forceps, "closed">): void {
  pen.save();
  pen.translate(look.x, look.y);
  pen.rotate((look.turnDegrees * Math.PI) / 180);
  const reach = look.tube / 2 + 4;
  for (const y of [-3, 3]) stroke(pen, `M${-reach} ${y}H${reach}`, COLOURS.steel2, 1.5);
  stroke(pen, `M${reach} 0H${reach + 5}`, COLOURS.steel2, 1.5);
  disc(pen, reach + 8, 0, 3, { edge: COLOURS.steel2, edgeWidth: 1.5 });
  pen.restore();
}
