/** A review turned into what the debrief shows: times from the fault, plots, pins, rows. Pure. */

import { type Span, spansBelow } from "../../charts/spans.ts";
import { ticksToS } from "../../kernel/tick.ts";
import type { MarkResult, Report } from "../../scoring/report.ts";
import type { Review, Trends } from "../../session/contract/protocol.ts";

/** Forward flow below this counts as none; clinical.md A1.N3. */
const NO_FLOW_LPM = 1;
const NO_FLOW_S_MIN = 2;
const LEAD_IN_S = 10;

export interface Row {
  /** The pin's number on the plots; undefined for what was not done. */
  readonly pin: number | undefined;
  /** Seconds from the fault; undefined like the pin. */
  readonly atS: number | undefined;
  readonly mark: MarkResult;
}

export interface DebriefTimes {
  readonly onsetTick: number;
  /** Seconds from the fault, one for each sample. */
  readonly timesS: Float64Array;
  readonly range: Span;
  readonly noFlow: readonly Span[];
  /** Seconds from the fault to what broke after it, a moment once: a second failure, or what broke into a normal case. */
  readonly failuresS: readonly number[];
}

export function trendColumn({ signals, columns }: Trends, signal: string): Float64Array {
  const column = columns[signals.indexOf(signal)];
  if (column === undefined) throw new Error(`The review has no trend of ${signal}.`);
  return column;
}

/** When the fault came, or the start of the case when there was none yet. */
function onsetTickOf({ report, facts }: Review): number {
  if (report !== null) return report.onsetTick;
  return facts.find((fact) => fact.type === "onset")?.tick ?? 0;
}

export function debriefTimes(review: Review): DebriefTimes {
  const onsetTick = onsetTickOf(review);
  const { everyTicks } = review.trends;
  const flow = trendColumn(review.trends, "circuit.arterialFlowTrueLpm");
  const timesS = Float64Array.from(flow, (_, index) => ticksToS(index * everyTicks - onsetTick));
  const endS = ticksToS(review.endTick - onsetTick);
  const range = { fromS: Math.max(ticksToS(-onsetTick), -LEAD_IN_S), toS: Math.max(endS, 1) };
  const noFlow = spansBelow(timesS, flow, { below: NO_FLOW_LPM, durationSMin: NO_FLOW_S_MIN });
  return { onsetTick, timesS, range, noFlow, failuresS: failuresAfter(review, onsetTick) };
}

function failuresAfter({ facts }: Review, onsetTick: number): readonly number[] {
  const ticks = facts
    .filter(({ type, tick }) => type === "faultInjected" && tick > onsetTick)
    .map(({ tick }) => tick);
  return [...new Set(ticks)].map((tick) => ticksToS(tick - onsetTick));
}

/**
 * When a mark was done, in seconds from the fault: by the entry that completed it, since some marks
 * count their own seconds from a later moment. Undefined for what was not done.
 */
export function pinS(mark: MarkResult, { onsetTick }: Report): number | undefined {
  if (mark.doneAtS === null) return undefined;
  const lastTick = mark.evidence.at(-1)?.tick;
  return lastTick === undefined ? mark.doneAtS : ticksToS(lastTick - onsetTick);
}

/** What was to be done, by the moment it was done; what was kept up, or not done, comes last. */
export function rowsOf(report: Report): readonly Row[] {
  const wanted = report.marks
    .filter((mark) => mark.class !== "mustNot")
    .map((mark) => ({ mark, atS: pinS(mark, report) }));
  const done = wanted
    .filter((row): row is { mark: MarkResult; atS: number } => row.atS !== undefined)
    .sort((one, other) => one.atS - other.atS);
  const rest = wanted.filter((row) => row.atS === undefined);
  return [
    ...done.map((row, index) => ({ ...row, pin: index + 1 })),
    ...rest.map(({ mark }) => ({ mark, atS: undefined, pin: undefined })),
  ];
}

/** Harmful acts that were scored, violated ones first. */
export function harmsOf({ marks }: Report): readonly MarkResult[] {
  const harms = marks.filter((mark) => mark.class === "mustNot");
  const rank = (mark: MarkResult) => (mark.state === "violated" ? 0 : 1);
  return [...harms].sort((one, other) => rank(one) - rank(other));
}

/** The value shown at a moment, in the plot's own unit. */
export function valueAt(times: DebriefTimes, column: Float64Array, atS: number): number {
  const firstS = times.timesS[0] ?? 0;
  const stepS = (times.timesS[1] ?? firstS + 1) - firstS;
  const index = Math.round((atS - firstS) / stepS);
  return column[Math.min(column.length - 1, Math.max(0, index))];
}
