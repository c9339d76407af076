/** All rows as a page for docs/validation, with a picture of each area beside it. */
import { areaPlotSvg, drawable } from "./areaPlot.ts";
import type { Judgement } from "./judge.ts";
import { digits } from "./report.ts";
import {
  type AreaSummary,
  byAim,
  byArea,
  MEASURE_LIMITS,
  MEDIAN_PERCENT_MAX,
  measures,
  overall,
} from "./summary.ts";

const PAGE_NAME = "rows.md";

const INTRODUCTION = `# The model against published figures

Written by \`npm run -s onbypass -- validate --write docs/validation\`. Each row of \`tests/validation/rows.csv\` states an experiment; the
command sets it up, on the functions or on the whole world, and judges what comes out. The aim counts published and derived rows that are
a point or a range. In the pictures the dashed line is where model and publication are equal, a bar is the row's tolerance, and a square
with a name did not pass. Values that are looked up, and directions without a figure, are not drawn. What the rows that fail would take
stands in [docs/model.md](../model.md).
`;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");

const percent = (value: number): string => value.toFixed(2);

function summaryRow({ name, counts, aimRows, aimPassed, aimFraction, errors }: AreaSummary) {
  const aim = aimFraction === null ? "" : `${100 * aimFraction} %`;
  const hasErrors = errors.count > 0;
  return [
    name,
    `${counts.pass}`,
    `${counts.fail}`,
    `${counts.unsupported}`,
    aimRows === 0 ? "" : `${aimPassed} of ${aimRows}`,
    aim,
    hasErrors ? percent(errors.meanSignedPercent) : "",
    hasErrors ? percent(errors.medianAbsolutePercent) : "",
  ];
}

function summaryTable(judgements: readonly Judgement[]): string {
  const all = [...byArea(judgements), ...byAim(judgements), overall(judgements)];
  return table(
    [
      "area",
      "pass",
      "fail",
      "unsupported",
      "towards the aim",
      "aim",
      "mean signed error, %",
      "median absolute error, %",
    ],
    all.map(summaryRow),
  );
}

function measureTable(judgements: readonly Judgement[]): string {
  return table(
    [
      "measure",
      "mean signed error",
      "at most (Davis 1990)",
      "median absolute error, %",
      "at most, %",
      "rows",
      "",
    ],
    measures(judgements).map(({ name, meanSigned, medianAbsolutePercent, count, isMet }) => [
      name,
      `${digits(meanSigned)} ${MEASURE_LIMITS[name].unit}`,
      `${MEASURE_LIMITS[name].limit}`,
      percent(medianAbsolutePercent),
      `${MEDIAN_PERCENT_MAX}`,
      `${count}`,
      isMet ? "met" : "**not met**",
    ]),
  );
}

function rowTable(judgements: readonly Judgement[]): string {
  return table(
    ["id", "quantity", "published", "tolerance", "model", "unit", "verdict", "how"],
    judgements.map(({ row, computed, verdict, reason }) => [
      row.id,
      row.quantity,
      digits(row.expected),
      digits(row.tolerance),
      digits(computed) || "-",
      row.unit,
      verdict === "pass" ? verdict : `**${verdict}**`,
      reason,
    ]),
  );
}

/** Every file of the page by its name. */
export async function pageFiles(
  judgements: readonly Judgement[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const parts = [INTRODUCTION, summaryTable(judgements), measureTable(judgements)];
  for (const { name } of byArea(judgements)) {
    const own = judgements.filter(({ row }) => row.area === name);
    const svg = await areaPlotSvg(own);
    parts.push(`## ${name}\n`);
    if (svg !== undefined) {
      files.set(`${name}.svg`, svg);
      const drawn = own.filter(drawable).length;
      parts.push(`![${drawn} of ${own.length} rows: model over published figure](${name}.svg)\n`);
    }
    parts.push(rowTable(own));
  }
  files.set(PAGE_NAME, parts.join("\n"));
  return files;
}
