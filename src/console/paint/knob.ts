/** A knob: eleven ticks over 270 degrees, a cap and a pointer. */
import { COLOURS } from "../../tokens/colours.ts";
import { arc, BLACK, disc, type Pen, stroke, WHITE } from "./pen.ts";

const SWEEP_DEGREES = 270;
const TICKS = 11;

/** Angle of a share of the range, in radians clockwise from 12 o'clock. */
const knobAngleRad = (fraction: number): number =>
  ((fraction * SWEEP_DEGREES - SWEEP_DEGREES / 2) * Math.PI) / 180;

export function paintKnob(
  pen: Pen,
  x: number,
  y: number,
  r: number,
  fraction: number,
  hover: boolean,
): void {
  for (let tick = 0; tick < TICKS; tick += 1) {
    const angle = knobAngleRad(tick / (TICKS - 1));
    const main = tick % 5 === 0;
    const [sin, cos] = [Math.sin(angle), -Math.cos(angle)];
    const outer = r + (main ? 8 : 6);
    stroke(
      pen,
      `M${x + sin * (r + 3)} ${y + cos * (r + 3)}L${x + sin * outer} ${y + cos * outer}`,
      main ? COLOURS.t3 : COLOURS.dim,
      1.5,
      { cap: "butt" },
    );
  }
  disc(pen, x, y + 2, r, { fill: BLACK, alpha: 0.45 });
  disc(pen, x, y, r, { fill: hover ? "#45413e" : COLOURS.key, edge: BLACK });
  arc(pen, x, y, r - 1.5, 200, 340, WHITE, 1, { alpha: 0.2 });
  disc(pen, x, y, r * 0.72, { fill: "#312e2c", edge: BLACK, edgeWidth: 0.8 });
  arc(pen, x, y, r * 0.68, 20, 160, WHITE, 1, { alpha: 0.1 });
  const angle = knobAngleRad(Math.min(1, Math.max(0, fraction)));
  const [sin, cos] = [Math.sin(angle), -Math.cos(angle)];
  stroke(
    pen,
    `M${x + sin * r * 0.42} ${y + cos * r * 0.42}L${x + sin * r * 0.88} ${y + cos * r * 0.88}`,
    COLOURS.t1,
    3,
  );
}
