/** onbypass validate: published figures against what the model gives. */
import fs from "node:fs";
import path from "node:path";
import { closest } from "../../kernel/suggest.ts";
import { type Command, refuse } from "../command.ts";
import { EXIT } from "../exitCodes.ts";
import { choiceOption, textOption } from "../optionValues.ts";
import { readText } from "../readText.ts";
import { AREA_NAMES } from "../validation/areas.ts";
import { type Judgement, judge } from "../validation/judge.ts";
import { pageFiles } from "../validation/page.ts";
import { csvText, summaryText, tableText } from "../validation/report.ts";
import { COLUMNS, readRows } from "../validation/rows.ts";
import { missedAims } from "../validation/summary.ts";

const ROWS_FILE = path.resolve(import.meta.dirname, "../../../tests/validation/rows.csv");
const FORMATS = ["table", "csv"] as const;

function checkArea(area: string | undefined): void {
  if (area === undefined || AREA_NAMES.includes(area)) return;
  const guess = closest(area, AREA_NAMES);
  refuse({
    code: "validate.area",
    place: "--area",
    sentence: `There is no area "${area}".`,
    remedy: guess ? `Did you mean "${guess}"?` : `There are ${AREA_NAMES.join(", ")}.`,
  });
}

async function writePage(folder: string, judgements: readonly Judgement[]): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of await pageFiles(judgements))
    fs.writeFileSync(path.join(folder, name), text);
}

export const validateCommand: Command = {
  name: "validate",
  summary: "published figures against the model",
  help: `onbypass validate [--rows <file>] [--area <area>] [--format table|csv] [--write <folder>]

Sets up the experiment each row states, works out its quantity and says pass, fail or unsupported, and
why. Then counts, mean signed and median absolute error by area and over all. Values that were looked
up count as rows and not towards errors. With --format csv the summary goes to the error stream.

  --rows <file>     rows to judge; - is standard input (the rows of this project)
  --area <area>     only one of ${AREA_NAMES.join(", ")}
  --format <form>   table, or csv (table)
  --write <folder>  also write a page of all rows there, with a picture of each area

A row file is comma-separated with the columns ${COLUMNS.join(", ")};
inputs is a JSON object, whose _kind is point, range, threshold, spec or trend.

It exits with 0 only when every aim is met by the rows shown: of published and derived points and
ranges, 95 % pass in the areas of blood, devices and dilution and 85 % in those of the body (unsupported
rows do not pass), and oxygen content, CO2 transfer and heat exchanger stay within the errors of 1990.`,
  options: {
    rows: { type: "string" },
    area: { type: "string" },
    format: { type: "string" },
    write: { type: "string" },
  },
  async run(given, output) {
    const format = choiceOption(given, "format", FORMATS, "table");
    const area = textOption(given, "area");
    checkArea(area);
    const file = textOption(given, "rows") ?? ROWS_FILE;
    const shownFile = file === "-" ? file : path.relative(process.cwd(), file) || file;
    const rows = readRows(readText(file), shownFile).filter(
      (row) => area === undefined || row.area === area,
    );
    if (rows.length === 0) {
      refuse({
        code: "validate.rows",
        place: shownFile,
        sentence: area === undefined ? "There are no rows." : `No row is of the area ${area}.`,
        remedy: "Give a file with rows below its line of column names.",
      });
    }
    const judgements = rows.map(judge);
    const summary = summaryText(judgements);
    if (format === "csv") {
      output.out(csvText(judgements));
      output.say(summary);
    } else output.out(`${tableText(judgements)}\n${summary}`);
    const folder = textOption(given, "write");
    if (folder !== undefined) await writePage(folder, judgements);
    const missed = missedAims(judgements);
    for (const sentence of missed) output.say(`${sentence}\n`);
    return missed.length === 0 ? EXIT.ok : EXIT.differs;
  },
};
