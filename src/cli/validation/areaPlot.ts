/**
 * The model against the data of one area, as a picture: what was worked out over what was published, one field
 * a unit, with the line on which both are equal and how far a row may lie from it.
 */
import type { TopLevelSpec } from "vega-lite";
import type { Judgement } from "./judge.ts";

const PLOT_PX = 190;
const COLUMNS_MAX = 3;
const INK = "#33302c";
const PASS_COLOUR = "#2f6f4f";
const FAIL_COLOUR = "#b3261e";

interface Point {
  readonly unit: string;
  readonly published: number;
  readonly low: number;
  readonly high: number;
  readonly model: number;
  readonly verdict: string;
  /** Who did not pass is called by name. */
  readonly name: string;
}

/** Rows that can be drawn: worked out, not looked up, and a number, not a direction. */
export const drawable = ({ row, computed, isWorkedOut }: Judgement): boolean =>
  isWorkedOut && computed !== null && row.kind !== "trend";

function pointOf({ row, computed, verdict }: Judgement): Point {
  const { expected, tolerance, unit } = row;
  return {
    unit: unit === "-" ? "no unit" : unit,
    published: expected,
    low: expected - tolerance,
    high: expected + tolerance,
    model: computed as number,
    verdict,
    name: verdict === "pass" ? "" : row.id,
  };
}

const quantity = (field: keyof Point, title: string) =>
  ({ field, type: "quantitative", scale: { zero: false, nice: true }, title }) as const;

function specOf(points: readonly Point[]): TopLevelSpec {
  const x = quantity("published", "published");
  const unitCount = new Set(points.map(({ unit }) => unit)).size;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    background: "white",
    padding: 8,
    data: { values: [...points] },
    facet: { field: "unit", type: "nominal", title: null },
    columns: Math.min(COLUMNS_MAX, unitCount),
    spec: {
      width: PLOT_PX,
      height: PLOT_PX,
      layer: [
        {
          mark: { type: "line", color: INK, strokeDash: [4, 4], opacity: 0.5 },
          encoding: { x, y: quantity("published", "model") },
        },
        {
          mark: { type: "rule", color: INK, opacity: 0.5 },
          encoding: { x, y: quantity("low", "model"), y2: { field: "high" } },
        },
        {
          mark: { type: "point", filled: true, size: 46, opacity: 0.85 },
          encoding: {
            x,
            y: quantity("model", "model"),
            color: {
              field: "verdict",
              type: "nominal",
              scale: { domain: ["pass", "fail"], range: [PASS_COLOUR, FAIL_COLOUR] },
              legend: null,
            },
            shape: {
              field: "verdict",
              type: "nominal",
              scale: { domain: ["pass", "fail"], range: ["circle", "square"] },
              legend: null,
            },
          },
        },
        {
          mark: { type: "text", dx: 7, align: "left", color: FAIL_COLOUR, fontSize: 11 },
          encoding: { x, y: quantity("model", "model"), text: { field: "name", type: "nominal" } },
        },
      ],
    },
    resolve: { scale: { x: "independent", y: "independent" } },
    config: { axis: { labelColor: INK, titleColor: INK, gridOpacity: 0.4 } },
  };
}

/** The picture as SVG; undefined when no row of the area can be drawn. */
export async function areaPlotSvg(judgements: readonly Judgement[]): Promise<string | undefined> {
  const points = judgements.filter(drawable).map(pointOf);
  if (points.length === 0) return undefined;
  // Drawn seldom and large: no other command waits for it.
  const [{ parse, View }, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const view = new View(parse(compile(specOf(points)).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
}
