/** Judgements and summaries as a table for a terminal or as comma-separated lines. */
import { csvField } from "../../kernel/csv.ts";
import type { Judgement } from "./judge.ts";
import {
  type AreaSummary,
  byAim,
  byArea,
  MEASURE_LIMITS,
  MEDIAN_PERCENT_MAX,
  measures,
  overall,
} from "./summary.ts";

/** Six digits that matter, without a tail of noughts. */
export const digits = (value: number | null): string =>
  value === null ? "" : String(Number(value.toPrecision(6)));

const CSV_COLUMNS = "id,area,computed,expected,tolerance,unit,verdict,reason";

export function csvText(judgements: readonly Judgement[]): string {
  const lines = judgements.map(({ row, computed, verdict, reason }) =>
    [
      row.id,
      row.area,
      digits(computed),
      String(row.expected),
      String(row.tolerance),
      row.unit,
      verdict,
      reason,
    ]
      .map(csvField)
      .join(","),
  );
  return [CSV_COLUMNS, ...lines, ""].join("\n");
}

export function tableText(judgements: readonly Judgement[]): string {
  const cells = judgements.map(({ row, computed, verdict, reason }) => [
    row.id,
    verdict,
    digits(computed) || "-",
    String(row.expected),
    `±${row.tolerance}`,
    row.unit,
    reason,
  ]);
  const rows = [["id", "verdict", "computed", "expected", "tolerance", "unit", "reason"], ...cells];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => (column < 6 ? row[column].length : 0))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
    .concat("\n");
}

const signed = (value: number): string =>
  value === 0 ? "0" : `${value < 0 ? "−" : "+"}${digits(Math.abs(value))}`;
const percent = (value: number): string => `${value.toFixed(2)} %`;

function summaryLine({
  name,
  counts,
  aimRows,
  aimPassed,
  aimFraction,
  errors,
}: AreaSummary): string {
  const { pass, fail, unsupported } = counts;
  const share = aimRows === 0 ? "-" : `${aimPassed}/${aimRows}`;
  const aim = aimFraction === null ? "" : ` (aim ${100 * aimFraction} %)`;
  const figures =
    errors.count === 0
      ? "nothing worked out"
      : `mean signed ${percent(errors.meanSignedPercent)}, median absolute ${percent(errors.medianAbsolutePercent)}`;
  return `${name.padEnd(22)} pass ${pass}, fail ${fail}, unsupported ${unsupported}; points ${share}${aim}; ${figures}`;
}

/** Counts and errors; the three measures beside the figures of 1990. */
export function summaryText(judgements: readonly Judgement[]): string {
  const lines = [...byArea(judgements), ...byAim(judgements), overall(judgements)].map(summaryLine);
  const measured = measures(judgements).map(
    ({ name, meanSigned, medianAbsolutePercent, count, isMet }) => {
      const { limit, unit } = MEASURE_LIMITS[name];
      const median = `median absolute ${percent(medianAbsolutePercent)} of at most ${MEDIAN_PERCENT_MAX} %`;
      return `${name.padEnd(22)} mean signed ${signed(meanSigned)} ${unit} of at most ${limit}; ${median}; ${count} rows: ${isMet ? "met" : "not met"}`;
    },
  );
  return `${[...lines, ...measured].join("\n")}\n`;
}
