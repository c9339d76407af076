/** Four plots over the time from the fault, with pins, stretches without flow and targets. */
import { useEffect, useRef } from "preact/hooks";
import { meanAround } from "../../charts/meanAround.ts";
import { mountTrendPlots, type TrendPlot, type TrendPlots } from "../../charts/trendPlots.ts";
import { decimals } from "../../description/numbers.ts";
import { sToTicks } from "../../kernel/tick.ts";
import type { Review, Trends } from "../../session/contract/protocol.ts";
import { COLOURS } from "../../tokens/colours.ts";
import type { Patient } from "../../world/contract/setup.ts";
import { clockText } from "../clockText.ts";
import { type DebriefTimes, type Row, trendColumn, valueAt } from "./debriefData.ts";

interface WhatHappenedProps {
  readonly review: Review;
  readonly times: DebriefTimes;
  readonly rows: readonly Row[];
  readonly atS: number;
  readonly onPick: (atS: number) => void;
  /** The expert's run, when it was asked for. */
  readonly expert?: Trends | undefined;
  /** What this patient asks for, where the case says it. */
  readonly targets: Patient["targets"];
}

interface Labelled extends TrendPlot {
  readonly title: string;
  readonly unit: string;
  readonly digits: 0 | 1;
}

const PLOT_HEIGHT_PX = 118;
const PIN_ROWS = 3;
const PIN_ROW_PX = 21;
/** Pins closer than this share of the width go on different rows. */
const PIN_NEAR_FRACTION = 0.03;
const MAP_BAND = { min: 50, max: 80 }; // clinical.md 0.3, of a patient whose file has no targets
const NIRS_DROP = 0.8; // 20 % below baseline, clinical.md 0.4
const LEVEL_ML_MIN = 300; // low-level sensor, clinical.md 0.3

/** In this time the strokes of a roller even out, s. */
const STROKES_S = 2;
const strokesCount = ({ everyTicks }: Trends): number =>
  Math.ceil(sToTicks(STROKES_S) / everyTicks);

function plotsOf(trends: Trends, targets: Patient["targets"]): readonly Labelled[] {
  const percent = (column: Float64Array) => column.map((value) => value * 100);
  const nirs = percent(trendColumn(trends, "patient.nirsLeftFraction"));
  const baseline = trendColumn(trends, "patient.nirsBaselineFraction")[0] * 100;
  return [
    {
      title: "Flow",
      unit: "L/min",
      digits: 1,
      values: meanAround(trendColumn(trends, "circuit.arterialFlowTrueLpm"), strokesCount(trends)),
      colour: COLOURS.t1,
      always: { min: 0, max: 5 },
    },
    {
      title: "MAP",
      unit: "mmHg",
      digits: 0,
      values: trendColumn(trends, "patient.arterialPressureMeanMmHg"),
      colour: COLOURS.abp,
      always: { min: 0, max: Math.max(90, pressureBand(targets).max) },
      band: pressureBand(targets),
    },
    {
      title: "NIRS L",
      unit: "%",
      digits: 0,
      values: nirs,
      colour: COLOURS.nirs,
      always: { min: 30, max: 80 },
      band: { min: baseline * NIRS_DROP, max: baseline },
    },
    {
      title: "Reservoir",
      unit: "mL",
      digits: 0,
      values: trendColumn(trends, "circuit.reservoirVolumeMl"),
      colour: COLOURS.tmp,
      always: { min: 0, max: 1500 },
      band: { min: LEVEL_ML_MIN, max: 1500 },
    },
  ];
}

const pressureBand = (targets: Patient["targets"]) =>
  targets === undefined
    ? MAP_BAND
    : { min: targets.meanArterialPressureMmHgMin, max: targets.meanArterialPressureMmHgMax };

/** Places pins on as few rows as keep them apart. */
function pinRows(sharesOfWidth: readonly number[]): readonly number[] {
  const lastOnRow = Array.from({ length: PIN_ROWS }, () => Number.NEGATIVE_INFINITY);
  return sharesOfWidth.map((share) => {
    const free = lastOnRow.findIndex((last) => share - last > PIN_NEAR_FRACTION);
    const row = free < 0 ? PIN_ROWS - 1 : free;
    lastOnRow[row] = share;
    return row;
  });
}

export function WhatHappened(props: WhatHappenedProps) {
  const { review, times, rows, atS, onPick, expert, targets } = props;
  const host = useRef<HTMLDivElement>(null);
  const plots = useRef<TrendPlots>(undefined);
  const others = expert === undefined ? [] : plotsOf(expert, targets);
  const shown = plotsOf(review.trends, targets).map((plot, index) => ({
    ...plot,
    beside: others[index]?.values,
  }));
  const pins = rows.filter((row) => row.pin !== undefined);
  const { range, noFlow, failuresS } = times;
  const shareOf = (seconds: number) => (seconds - range.fromS) / (range.toS - range.fromS);
  useEffect(() => {
    if (host.current === null) return;
    plots.current = mountTrendPlots({
      host: host.current,
      timesS: times.timesS,
      range,
      plots: shown,
      shaded: noFlow,
      pinsS: pins.map((row) => row.atS ?? 0),
      failuresS,
      plotHeightPx: PLOT_HEIGHT_PX,
      onPick,
    });
    return () => plots.current?.destroy();
  }, [review, expert]);
  useEffect(() => plots.current?.setCursor(atS), [atS, review, expert]);

  const lanes = pinRows(pins.map((row) => shareOf(row.atS ?? 0)));
  return (
    <section class="panel happened" aria-labelledby="happened-title">
      <header>
        <h2 id="happened-title">What happened</h2>
        <p class="quiet small">
          line: you{expert && " · dashed: expert"} · flow: mean of {STROKES_S} s · green band:
          target · light band: no flow
        </p>
      </header>
      <div class="plots">
        <div class="plot-labels" style={{ paddingTop: `${PIN_ROWS * PIN_ROW_PX + 18}px` }}>
          {shown.map((plot) => (
            <div key={plot.title} class="plot-label" style={{ height: `${PLOT_HEIGHT_PX}px` }}>
              <span style={{ color: plot.colour }}>{plot.title}</span>
              <span class="plot-value">
                {decimals(valueAt(times, plot.values, atS), plot.digits)}{" "}
                <span class="quiet">{plot.unit}</span>
              </span>
            </div>
          ))}
        </div>
        <div class="plot-area">
          <div class="span-labels" aria-hidden="true">
            {failuresS.map((failureS) => (
              <span
                key={failureS}
                class="failure"
                style={{ right: `${(1 - shareOf(failureS)) * 100}%` }}
              >
                failure
              </span>
            ))}
            {noFlow.map((span) => (
              <span key={span.fromS} style={{ left: `${shareOf(span.fromS) * 100}%` }}>
                no flow {Math.round(span.toS - span.fromS)} s
              </span>
            ))}
          </div>
          <div class="pins" style={{ height: `${PIN_ROWS * PIN_ROW_PX}px` }}>
            {pins.map(({ pin, mark, atS: pinAtS = 0 }, index) => (
              <button
                key={mark.id}
                type="button"
                class="pin"
                style={{
                  left: `${shareOf(pinAtS) * 100}%`,
                  top: `${lanes[index] * PIN_ROW_PX}px`,
                }}
                aria-label={`${pin}: ${mark.title}, at ${clockText(pinAtS)}`}
                onClick={() => onPick(pinAtS)}
              >
                {pin}
              </button>
            ))}
          </div>
          <div ref={host} class="plot-host" aria-hidden="true" />
        </div>
      </div>
    </section>
  );
}
