/**
 * The pressure difference across the membrane over the last twenty minutes, and for each litre of flow: the
 * first rises with the pump, the second only when the oxygenator clots. Kept by the view, drawn in its menu.
 */
import { S_PER_TICK } from "../../kernel/tick.ts";
import { COLOURS } from "../../tokens/colours.ts";
import { fixed, MISSING } from "../format.ts";
import type { Kit } from "../kit.ts";
import { heading } from "../menuItems.ts";

const SPAN_S = 1200;
const EVERY_S = 5;
const PICTURE = { w: 208, h: 64 } as const;
/** Below this a quotient means nothing. */
const FLOW_MIN_LPM = 0.5;
const SVG = "http://www.w3.org/2000/svg";

interface Moment {
  readonly simS: number;
  readonly gradientMmHg: number;
  /** Not a number while there is no flow. */
  readonly perLpmMmHg: number;
}
type Quantity = "gradientMmHg" | "perLpmMmHg";

export class GradientTrend {
  readonly #moments: Moment[] = [];

  get moments(): readonly Moment[] {
    return this.#moments;
  }

  /** Going back in time forgets what has not happened yet. */
  sample(simS: number, gradientMmHg: number, flowLpm: number): void {
    while (this.#moments.length > 0 && (this.#moments.at(-1) as Moment).simS > simS)
      this.#moments.pop();
    const last = this.#moments.at(-1)?.simS ?? Number.NEGATIVE_INFINITY;
    if (!Number.isFinite(gradientMmHg) || simS - last < EVERY_S) return;
    const perLpmMmHg = flowLpm >= FLOW_MIN_LPM ? gradientMmHg / flowLpm : Number.NaN;
    this.#moments.push({ simS, gradientMmHg, perLpmMmHg });
    while (simS - (this.#moments[0] as Moment).simS > SPAN_S) this.#moments.shift();
  }
}

export function keepGradientTrend({ readings, stage }: Kit): GradientTrend {
  const trend = new GradientTrend();
  stage.onFrame(() =>
    trend.sample(
      readings.tick * S_PER_TICK,
      readings.number("circuit.transmembraneGradientMmHg"),
      readings.number("circuit.arterialFlowDisplayedLpm"),
    ),
  );
  return trend;
}

/** Two curves with what they read now and read at the start of the span. */
export function drawGradientTrend(body: HTMLElement, { moments }: GradientTrend): void {
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) return;
  const minutes = Math.max(1, Math.round((last.simS - first.simS) / 60));
  heading(body, `Across the membrane, last ${minutes} min`);
  for (const [quantity, unit, colour] of [
    ["gradientMmHg", "mmHg", COLOURS.t1],
    ["perLpmMmHg", "mmHg per L/min", COLOURS.water],
  ] as const) {
    const known = moments.filter((moment) => Number.isFinite(moment[quantity]));
    const ends = [known[0], known.at(-1)].map((moment) =>
      moment ? fixed(moment[quantity], 0) : MISSING,
    );
    const words = `${ends[0]} then, ${ends[1]} now, ${unit}`;
    body.append(curve(moments, quantity, colour, words));
    const note = document.createElement("p");
    note.textContent = words;
    body.append(note);
  }
}

function curve(
  moments: readonly Moment[],
  quantity: Quantity,
  colour: string,
  words: string,
): SVGElement {
  const { w, h } = PICTURE;
  const most = Math.max(1, ...moments.map((one) => one[quantity] || 0)) * 1.15;
  const endS = moments.at(-1)?.simS ?? 0;
  const x = (simS: number) => w - ((endS - simS) / SPAN_S) * w;
  const y = (value: number) => h - (value / most) * h;
  const points = moments
    .filter((one) => Number.isFinite(one[quantity]))
    .map((one) => `${x(one.simS).toFixed(1)},${y(one[quantity]).toFixed(1)}`);
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${w} ${h}`);
  picture.setAttribute("class", "trend");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", words);
  const line = document.createElementNS(SVG, "polyline");
  line.setAttribute("points", points.join(" "));
  line.setAttribute("stroke", colour);
  picture.append(line);
  return picture;
}
