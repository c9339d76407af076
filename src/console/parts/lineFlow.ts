/**
 * What moves in the lines: chevrons at the speed of blood, hidden where another line crosses above,
 * and gas as gaps to scale that travel with the flow.
 */
import { colourNumber } from "../../tokens/colours.ts";
import { bloodSpeedPxPerS } from "../bloodSpeed.ts";
import type { CircuitLine } from "../circuitLines.ts";
import type { Kit } from "../kit.ts";
import { type Pen, stroke, WHITE } from "../paint/pen.ts";
import { Polyline } from "../polyline.ts";
import type { Sprite } from "../sprite.ts";

const CHEVRON_DEPTH = 12;
const GAS_DEPTH = 13;
const GAS_SPACING_PX = 36;
/** Distance a gas gap is walked in. */
const GAS_STEP_PX = 4;
const GAS_SEEN_FRACTION = 0.002;

/** Less gas than this is drawn as bubbles, more as gaps across the whole lumen. */
const SLUG_FROM_FRACTION = 0.15;

/** Radius of one bubble per spacing that fills this share of the lumen. */
const bubbleRadius = (fraction: number, width: number): number =>
  Math.max(0.8, Math.sqrt((fraction * GAS_SPACING_PX * width) / Math.PI));

interface Flowing {
  readonly line: CircuitLine;
  readonly path: Polyline;
  /** Stretches where a line painted later crosses. */
  readonly covered: readonly (readonly [number, number])[];
  readonly chevrons: readonly Sprite[];
  travelled: number;
}

/** Stretches of a line that lines above it cover. */
function coveredStretches(
  path: Polyline,
  width: number,
  above: readonly { readonly path: Polyline; readonly width: number }[],
): readonly (readonly [number, number])[] {
  const covered: [number, number][] = [];
  for (const other of above) {
    const reach = other.width / 2 + 7;
    let from: number | undefined;
    for (let distance = 0; distance <= path.length; distance += 3) {
      const step = path.at(distance);
      const near = other.path.distanceTo(step.x, step.y) < reach;
      if (near && from === undefined) from = distance;
      if (!near && from !== undefined) {
        covered.push([from, distance]);
        from = undefined;
      }
    }
    if (from !== undefined) covered.push([from, path.length]);
  }
  return covered.filter(([from, to]) => to - from < 60 + width);
}

function paintChevron(width: number): (pen: Pen) => void {
  const half = Math.max(1.6, width * 0.3);
  const length = half * 1.6;
  return (pen) =>
    stroke(pen, `M${-length / 2} ${-half}L${length / 2} 0L${-length / 2} ${half}`, WHITE, 1.4, {
      alpha: 0.62,
    });
}

export function addLineFlow(
  kit: Kit,
  lines: () => readonly CircuitLine[],
  layout: () => string,
): void {
  const { stage, readings } = kit;
  const gas = stage.graphics(GAS_DEPTH);
  const spares = new Map<number, Sprite[]>();
  let flowing: Flowing[] = [];
  let laidOut: string | undefined;

  const chevronOf = (width: number): Sprite => {
    const spare = spares.get(width)?.pop();
    if (spare) return spare;
    const picture = `chevron${width}`;
    return stage.sprite({ picture, reach: 8, depth: CHEVRON_DEPTH, paint: paintChevron(width) });
  };
  const layOut = () => {
    for (const { line, chevrons } of flowing) {
      for (const chevron of chevrons) chevron.show(false);
      spares.set(line.width, [...(spares.get(line.width) ?? []), ...chevrons]);
    }
    const paths = lines().map((line) => ({
      line,
      path: new Polyline(line.route),
      width: line.width,
    }));
    flowing = paths.map(({ line, path, width }, index) => ({
      line,
      path,
      covered: coveredStretches(path, width, paths.slice(index + 1)),
      chevrons: Array.from({ length: Math.floor(path.length / line.spacing) + 1 }, () =>
        chevronOf(width),
      ),
      travelled: line.spacing / 2,
    }));
  };

  stage.onFrame((_nowMs, elapsedMs) => {
    const now = layout();
    if (now !== laidOut) {
      laidOut = now;
      layOut();
    }
    gas.clear();
    for (const each of flowing) {
      const flow = readings.number(`line.${each.line.line}.flowLpm`);
      const speed = bloodSpeedPxPerS(flow, each.line.boreMm);
      each.travelled += (speed * Math.min(100, elapsedMs)) / 1000;
      placeChevrons(each, speed);
      drawGas(each, readings.number(`line.${each.line.line}.gasFraction`));
    }
  });

  function placeChevrons(
    { line, path, covered, chevrons, travelled }: Flowing,
    speed: number,
  ): void {
    chevrons.forEach((chevron, index) => {
      const lap = line.spacing * chevrons.length;
      const distance = (((travelled + index * line.spacing) % lap) + lap) % lap;
      const hidden =
        speed === 0 ||
        distance < 4 ||
        distance > path.length - 4 ||
        covered.some(([from, to]) => distance > from && distance < to);
      chevron.show(!hidden);
      if (hidden) return;
      const step = path.at(distance);
      chevron.place(step.x, step.y, speed < 0 ? step.headingRad + Math.PI : step.headingRad);
    });
  }

  function drawGas({ line, path, travelled }: Flowing, fraction: number): void {
    if (!(fraction > GAS_SEEN_FRACTION)) return;
    const r = stage.resolution;
    const start = ((travelled % GAS_SPACING_PX) + GAS_SPACING_PX) % GAS_SPACING_PX;
    if (fraction < SLUG_FROM_FRACTION) {
      const radius = bubbleRadius(fraction, line.width);
      for (let at = start; at < path.length; at += GAS_SPACING_PX) {
        const step = path.at(at);
        gas.fillStyle(colourNumber("t1"), 1).fillCircle(step.x * r, step.y * r, (radius + 0.7) * r);
        gas.fillStyle(colourNumber("glass"), 1).fillCircle(step.x * r, step.y * r, radius * r);
      }
      return;
    }
    const length = Math.min(1, fraction) * GAS_SPACING_PX;
    for (const [width, colour] of [
      [line.width + 0.5, colourNumber("t1")],
      [line.width - 2, colourNumber("glass")],
    ] as const) {
      const inset = width < line.width ? 1.2 : 0;
      gas.lineStyle(width * r, colour, 1);
      for (let at = start - GAS_SPACING_PX; at < path.length; at += GAS_SPACING_PX) {
        const from = Math.max(0, at + inset);
        const to = Math.min(path.length, at + length - inset);
        if (to - from < 0.8) continue;
        gas.beginPath();
        const first = path.at(from);
        gas.moveTo(first.x * r, first.y * r);
        for (let distance = from + GAS_STEP_PX; distance < to; distance += GAS_STEP_PX) {
          const step = path.at(distance);
          gas.lineTo(step.x * r, step.y * r);
        }
        const last = path.at(to);
        gas.lineTo(last.x * r, last.y * r);
        gas.strokePath();
      }
    }
  }
}
