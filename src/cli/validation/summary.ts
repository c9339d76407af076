/** Counts and errors per area and over all, and whether the aims of issue 3 are met. */
import { AREAS } from "./areas.ts";
import { MEASURES, type Measure } from "./experiment.ts";
import { type Judgement, VERDICTS, type Verdict } from "./judge.ts";

export interface ErrorFigures {
  readonly count: number;
  /** Of worked-out values, in percent of the expected. */
  readonly meanSignedPercent: number;
  readonly medianAbsolutePercent: number;
}

export interface AreaSummary {
  readonly name: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Rows that count towards the aim: published or derived, point or range. */
  readonly aimRows: number;
  readonly aimPassed: number;
  readonly aimFraction: number | null;
  readonly errors: ErrorFigures;
}

export interface MeasureSummary {
  readonly name: Measure;
  readonly meanSigned: number;
  readonly medianAbsolutePercent: number;
  readonly count: number;
  readonly isMet: boolean;
}

/** The best published simulator's mean errors (Davis 1990), and this project's limit on the median. */
export const MEASURE_LIMITS: Readonly<Record<Measure, { limit: number; unit: string }>> = {
  o2Content: { limit: 0.67, unit: "%" },
  co2Transfer: { limit: 0.014, unit: "mL/L/min" },
  heatExchanger: { limit: 0.018, unit: "C" },
};
export const MEDIAN_PERCENT_MAX = 5;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;

/** Middle value; of an even count, the mean of the two. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

const percentOf = ({ row, computed }: Judgement): number | null =>
  computed === null || row.expected === 0
    ? null
    : (100 * (computed - row.expected)) / Math.abs(row.expected);

const numbersIn = (values: readonly (number | null)[]): readonly number[] =>
  values.filter((value) => value !== null);

/** Errors of values that were worked out; looked-up ones would only flatter. */
export function errorsOf(judgements: readonly Judgement[]): ErrorFigures {
  const workedOut = judgements.filter(
    ({ isWorkedOut, row }) => isWorkedOut && row.kind !== "trend",
  );
  const percents = numbersIn(workedOut.map(percentOf));
  return {
    count: percents.length,
    meanSignedPercent: mean(percents),
    medianAbsolutePercent: median(percents.map(Math.abs)),
  };
}

const countsToAim = ({ row }: Judgement): boolean =>
  ["published", "derived"].includes(row.confidence) && ["point", "range"].includes(row.kind);

function summaryOf(
  name: string,
  judgements: readonly Judgement[],
  aimFraction: number | null,
): AreaSummary {
  const aimed = judgements.filter(countsToAim);
  const countOf = (verdict: Verdict): number =>
    judgements.filter((one) => one.verdict === verdict).length;
  return {
    name,
    counts: Object.fromEntries(VERDICTS.map((one) => [one, countOf(one)])) as Record<
      Verdict,
      number
    >,
    aimRows: aimed.length,
    aimPassed: aimed.filter(({ verdict }) => verdict === "pass").length,
    aimFraction,
    errors: errorsOf(judgements),
  };
}

/** One line per area, in the order of the areas, then any unknown ones. */
export function byArea(judgements: readonly Judgement[]): readonly AreaSummary[] {
  const names = [...new Set([...Object.keys(AREAS), ...judgements.map(({ row }) => row.area)])];
  return names.flatMap((name) => {
    const rows = judgements.filter(({ row }) => row.area === name);
    return rows.length === 0 ? [] : [summaryOf(name, rows, AREAS[name]?.aimFraction ?? null)];
  });
}

/** Areas with one aim taken together, as the aim is stated; then everything. */
export function byAim(judgements: readonly Judgement[]): readonly AreaSummary[] {
  const aims = [...new Set(Object.values(AREAS).map(({ aimFraction }) => aimFraction))];
  return aims.flatMap((aim) => {
    const rows = judgements.filter(({ row }) => AREAS[row.area]?.aimFraction === aim);
    if (aim === null || rows.length === 0) return [];
    return [summaryOf(`areas with aim ${100 * aim} %`, rows, aim)];
  });
}

export const overall = (judgements: readonly Judgement[]): AreaSummary =>
  summaryOf("overall", judgements, null);

/** The three measures, each with its mean signed error in its own unit. */
export function measures(judgements: readonly Judgement[]): readonly MeasureSummary[] {
  return MEASURES.flatMap((name) => {
    const found = judgements.filter(({ measure }) => measure?.name === name);
    if (found.length === 0) return [];
    const percents = numbersIn(found.map(percentOf));
    const own = numbersIn(found.map(({ measure }) => measure?.error ?? null));
    const meanSigned = name === "o2Content" ? mean(percents) : mean(own);
    const medianAbsolutePercent = median(percents.map(Math.abs));
    const isMet =
      Math.abs(meanSigned) <= MEASURE_LIMITS[name].limit &&
      medianAbsolutePercent <= MEDIAN_PERCENT_MAX;
    return [{ name, meanSigned, medianAbsolutePercent, count: found.length, isMet }];
  });
}

/** Aims not met, as sentences. */
export function missedAims(judgements: readonly Judgement[]): readonly string[] {
  const areas = byAim(judgements)
    .filter(({ aimRows, aimPassed, aimFraction }) => aimPassed < (aimFraction ?? 0) * aimRows)
    .map(({ name, aimRows, aimPassed }) => `Of the ${name}, ${aimPassed} of ${aimRows} rows pass.`);
  const figures = measures(judgements)
    .filter(({ isMet }) => !isMet)
    .map(({ name }) => `The error of ${name} is greater than it may be.`);
  return [...areas, ...figures];
}
