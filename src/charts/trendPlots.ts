/**
 * The debrief's plots: one above the other over the same time, with target bands, stretches without
 * flow, pins and one cursor through all of them. Words and keys around them are the page's.
 */
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { COLOURS } from "../tokens/colours.ts";
import { FACES } from "../tokens/type.ts";
import { type Limits, limitsOf } from "./plotScale.ts";
import type { Span } from "./spans.ts";

export interface TrendPlot {
  readonly values: Float64Array;
  readonly colour: string;
  /** The vertical range that is shown whatever the values do. */
  readonly always: Limits;
  readonly band?: Limits | undefined;
  /** Another run over the same times, drawn dashed; it may be shorter or longer. */
  readonly beside?: Float64Array | undefined;
}

export interface TrendPlotsOptions {
  readonly host: HTMLElement;
  readonly timesS: Float64Array;
  /** What is shown of the time. */
  readonly range: Span;
  readonly plots: readonly TrendPlot[];
  readonly shaded: readonly Span[];
  readonly pinsS: readonly number[];
  /** When something broke: a stronger line than a pin's. */
  readonly failuresS: readonly number[];
  readonly plotHeightPx: number;
  readonly onPick: (atS: number) => void;
}

export interface TrendPlots {
  setCursor(atS: number): void;
  destroy(): void;
}

const AXIS_PX = 28;
const BAND = "rgb(157 189 159 / 9%)"; // accent
const SHADE = "rgb(255 255 255 / 7%)";
const PIN = "rgb(255 255 255 / 28%)";
const FAILURE = "rgb(255 255 255 / 62%)";

/** "1:20"; times before the fault have a minus. */
function axisText(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 ? "−" : "";
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Half of a label, px: one that stands nearer to an edge would be cut. */
const HALF_LABEL_PX = 16;

function isWholeAt(chart: uPlot, seconds: number): boolean {
  const at = chart.valToPos(seconds, "x");
  return at >= HALF_LABEL_PX && at <= chart.width - HALF_LABEL_PX;
}

const TIME_STEPS_S = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600];

function backdrop(plot: TrendPlot, { shaded, pinsS, failuresS }: TrendPlotsOptions) {
  return (chart: uPlot): void => {
    const { ctx } = chart;
    // Shade, band and pins run through the gaps between plots, so the four read as one.
    const bbox = {
      left: chart.bbox.left,
      width: chart.bbox.width,
      top: 0,
      height: chart.bbox.top * 2 + chart.bbox.height,
    };
    const x = (seconds: number) => chart.valToPos(seconds, "x", true);
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.fillStyle = SHADE;
    for (const { fromS, toS } of shaded) {
      ctx.fillRect(x(fromS), bbox.top, x(toS) - x(fromS), bbox.height);
    }
    if (plot.band !== undefined) {
      const top = chart.valToPos(plot.band.max, "y", true);
      const bottom = chart.valToPos(plot.band.min, "y", true);
      ctx.fillStyle = BAND;
      ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
    }
    ctx.fillStyle = PIN;
    for (const pinS of pinsS) ctx.fillRect(Math.round(x(pinS)), bbox.top, 1, bbox.height);
    ctx.fillStyle = FAILURE;
    for (const failureS of failuresS)
      ctx.fillRect(Math.round(x(failureS)), bbox.top, 2, bbox.height);
    ctx.restore();
  };
}

function plotOptions(plot: TrendPlot, isLast: boolean, options: TrendPlotsOptions): uPlot.Options {
  const { host, range, plotHeightPx } = options;
  const limits = limitsOf(plot.values, plot.always);
  const grid = { stroke: COLOURS.edge, width: 1 };
  return {
    width: host.clientWidth,
    height: plotHeightPx + (isLast ? AXIS_PX : 0),
    padding: [4, 0, 4, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [range.fromS, range.toS] },
      y: { range: [limits.min, limits.max] },
    },
    axes: [
      {
        show: true,
        size: isLast ? AXIS_PX : 0,
        stroke: COLOURS.t2,
        font: `500 12px ${FACES.machine}`,
        grid,
        ticks: { show: false },
        incrs: TIME_STEPS_S,
        values: (chart, splits) =>
          splits.map((at) => (isLast && isWholeAt(chart, at) ? axisText(at) : "")),
      },
      { show: false },
    ],
    series: [
      {},
      { stroke: plot.colour, width: 2, points: { show: false } },
      { stroke: plot.colour, width: 1.5, dash: [5, 5], points: { show: false } },
    ],
    hooks: { drawClear: [backdrop(plot, options)] },
  };
}

/** Draws into the host and follows its width. */
export function mountTrendPlots(options: TrendPlotsOptions): TrendPlots {
  const { host, timesS, range, plots, plotHeightPx, onPick } = options;
  const line = document.createElement("div");
  line.className = "trend-cursor";
  const charts = plots.map((plot, index) => {
    const beside = Array.from(timesS, (_, at) => plot.beside?.[at] ?? null);
    const data = [timesS, plot.values, beside] as unknown as uPlot.AlignedData;
    return new uPlot(plotOptions(plot, index === plots.length - 1, options), data, host);
  });
  host.append(line);

  let cursorS = range.fromS;
  const placeCursor = () => {
    const share = (cursorS - range.fromS) / (range.toS - range.fromS);
    line.style.left = `${Math.min(1, Math.max(0, share)) * host.clientWidth}px`;
  };
  const pick = (event: PointerEvent) => {
    const box = host.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    onPick(range.fromS + share * (range.toS - range.fromS));
  };
  const drag = (event: PointerEvent) => {
    if (event.buttons === 1) pick(event);
  };
  host.addEventListener("pointerdown", pick);
  host.addEventListener("pointermove", drag);
  const watch = new ResizeObserver(() => {
    charts.forEach((chart, index) => {
      const height = plotHeightPx + (index === charts.length - 1 ? AXIS_PX : 0);
      chart.setSize({ width: host.clientWidth, height });
    });
    placeCursor();
  });
  watch.observe(host);
  placeCursor();

  return {
    setCursor(atS) {
      cursorS = atS;
      placeCursor();
    },
    destroy() {
      watch.disconnect();
      host.removeEventListener("pointerdown", pick);
      host.removeEventListener("pointermove", drag);
      for (const chart of charts) chart.destroy();
      line.remove();
    },
  };
}
