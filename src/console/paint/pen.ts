/**
 * The few strokes everything on the console is drawn with, on a plain 2D context in design pixels.
 * Paths are written as SVG path data, the form the mock-ups are in, and parsed once.
 */
import { COLOURS } from "../../tokens/colours.ts";
import { FACES } from "../../tokens/type.ts";

export type Pen = CanvasRenderingContext2D;

export interface Stroke {
  readonly alpha?: number;
  readonly cap?: CanvasLineCap;
  readonly dash?: readonly number[];
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: 400 | 500 | 600 | 700 | 800;
  readonly colour?: string;
  readonly align?: CanvasTextAlign;
  readonly face?: string;
  readonly spacing?: number;
  /** A rim in this colour keeps words legible over lines. */
  readonly halo?: string;
}

export const BLACK = "#000000";
export const WHITE = "#ffffff";

/** Scale of the drawing under the pen; words are set against it, so that they keep their size. */
const wordScales = new WeakMap<Pen, number>();
export function setWordScale(pen: Pen, scale: number): void {
  wordScales.set(pen, scale);
}

/** How much the drawing under the pen is shrunk, for words that stand one below another. */
const wordScaleOf = (pen: Pen): number => wordScales.get(pen) ?? 1;

function setFont(pen: Pen, style: TextStyle): number {
  const scale = wordScaleOf(pen);
  pen.font = `${style.weight ?? 500} ${(style.size ?? 13) / scale}px ${style.face ?? FACES.machine}`;
  pen.letterSpacing = `${(style.spacing ?? 0) / scale}px`;
  return scale;
}

const parsed = new Map<string, Path2D>();

/** The path object of SVG path data, kept for the next time. */
export function pathOf(data: string): Path2D {
  let path = parsed.get(data);
  if (!path) {
    path = new Path2D(data);
    if (parsed.size < 600) parsed.set(data, path);
  }
  return path;
}

export function fill(pen: Pen, data: string | Path2D, colour: string, alpha = 1): void {
  pen.globalAlpha = alpha;
  pen.fillStyle = colour;
  pen.fill(typeof data === "string" ? pathOf(data) : data);
  pen.globalAlpha = 1;
}

export function stroke(
  pen: Pen,
  data: string | Path2D,
  colour: string,
  width: number,
  { alpha = 1, cap = "round", dash }: Stroke = {},
): void {
  pen.globalAlpha = alpha;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = cap;
  pen.lineJoin = "round";
  if (dash) pen.setLineDash([...dash]);
  pen.stroke(typeof data === "string" ? pathOf(data) : data);
  if (dash) pen.setLineDash([]);
  pen.globalAlpha = 1;
}

export interface BoxStyle {
  readonly radius?: number;
  readonly fill?: string;
  readonly edge?: string;
  readonly edgeWidth?: number;
  readonly alpha?: number;
}

export function box(pen: Pen, x: number, y: number, w: number, h: number, style: BoxStyle): void {
  const path = new Path2D();
  path.roundRect(x, y, w, h, style.radius ?? 0);
  if (style.fill) fill(pen, path, style.fill, style.alpha ?? 1);
  if (style.edge) {
    stroke(pen, path, style.edge, style.edgeWidth ?? 1, {
      alpha: style.fill ? 1 : (style.alpha ?? 1),
    });
  }
}

export function disc(
  pen: Pen,
  x: number,
  y: number,
  r: number,
  style: Omit<BoxStyle, "radius">,
): void {
  const path = new Path2D();
  path.arc(x, y, r, 0, Math.PI * 2);
  if (style.fill) fill(pen, path, style.fill, style.alpha ?? 1);
  if (style.edge) {
    stroke(pen, path, style.edge, style.edgeWidth ?? 1, {
      alpha: style.fill ? 1 : (style.alpha ?? 1),
    });
  }
}

/** An arc of a circle, angles in degrees clockwise from 3 o'clock. */
export function arc(
  pen: Pen,
  x: number,
  y: number,
  r: number,
  fromDegrees: number,
  toDegrees: number,
  colour: string,
  width: number,
  style: Stroke = {},
): void {
  const path = new Path2D();
  path.arc(x, y, r, (fromDegrees * Math.PI) / 180, (toDegrees * Math.PI) / 180);
  stroke(pen, path, colour, width, style);
}

export function text(pen: Pen, words: string, x: number, y: number, style: TextStyle = {}): void {
  const scale = setFont(pen, style);
  pen.textAlign = style.align ?? "left";
  pen.textBaseline = "alphabetic";
  pen.fillStyle = style.colour ?? COLOURS.t1;
  if (style.halo) {
    pen.strokeStyle = style.halo;
    pen.lineWidth = 5 / scale;
    pen.lineJoin = "round";
    pen.strokeText(words, x, y);
  }
  pen.fillText(words, x, y);
}

export function textWidth(pen: Pen, words: string, style: TextStyle = {}): number {
  setFont(pen, style);
  return pen.measureText(words).width;
}

/** The largest size from `size` down to 12 at which words fit a width. */
export function fittingSize(
  pen: Pen,
  words: string,
  width: number,
  style: TextStyle & { size: number },
): number {
  let size = style.size;
  while (size > 12 && textWidth(pen, words, { ...style, size }) > width) size -= 0.5;
  return size;
}

/** Matte furniture: a panel with a black edge and a hairline of light inside. */
export function panel(pen: Pen, x: number, y: number, w: number, h: number, radius = 6): void {
  box(pen, x + 0.5, y + 0.5, w - 1, h - 1, { radius, fill: COLOURS.panel, edge: BLACK });
  box(pen, x + 1.5, y + 1.5, w - 3, h - 3, { radius: radius - 1, edge: WHITE, alpha: 0.05 });
}

/** A glass display sunk into its surround. */
export function glass(pen: Pen, x: number, y: number, w: number, h: number, radius = 4): void {
  box(pen, x + 0.5, y + 0.5, w - 1, h - 1, { radius, fill: COLOURS.glass, edge: BLACK });
  stroke(pen, `M${x + 4} ${y + h - 0.5}H${x + w - 4}`, WHITE, 1, { alpha: 0.1 });
  stroke(pen, `M${x + 4} ${y + 1.5}H${x + w - 4}`, BLACK, 2, { alpha: 0.6 });
}

export interface KeyLook {
  /** Cream keys stop, commit or hand over; dark keys do everything else. */
  readonly hard?: boolean;
  readonly pressed?: boolean;
  readonly hover?: boolean;
  readonly fill?: string;
}

/** A key: raised by two pixels of shadow, one pixel down while pressed. Returns the vertical offset. */
export function key(
  pen: Pen,
  x: number,
  y: number,
  w: number,
  h: number,
  look: KeyLook = {},
): number {
  const down = look.pressed ? 1 : 0;
  box(pen, x, y + 2, w, h, { radius: 5, fill: BLACK, alpha: 0.5 });
  const face = look.fill ?? (look.hard ? COLOURS.hardkey : COLOURS.key);
  box(pen, x, y + down, w, h, { radius: 5, fill: face, edge: BLACK });
  if (look.hover) box(pen, x, y + down, w, h, { radius: 5, fill: WHITE, alpha: 0.06 });
  stroke(pen, `M${x + 5} ${y + down + 1.5}H${x + w - 5}`, WHITE, 1, {
    alpha: look.hard ? 0.5 : 0.16,
  });
  return down;
}
