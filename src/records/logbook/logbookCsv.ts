/**
 * A logbook as a comma-separated file and back, exactly. Reading takes all or nothing: every line that
 * is wrong is named, and then there are no entries.
 */
import { CsvMistake, type CsvRecord, csvField, parseCsv } from "../../kernel/csv.ts";
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { closest } from "../../kernel/suggest.ts";
import { type Day, parseIso } from "../civilDate.ts";
import { CASE_ROLES } from "../person.ts";
import { type LogbookEntry, logbookEntrySchema } from "./entry.schema.ts";

const COLUMNS = [
  "date",
  "role",
  "procedure",
  "closely supervised",
  "supervisor",
  "events",
  "note",
  "confirmation",
] as const;
type Column = (typeof COLUMNS)[number];

const REQUIRED: readonly Column[] = ["date", "role", "procedure", "closely supervised"];
const LINES_MAX = 20_000; // a long working life is a third of it
const EARLIEST_DATE = "1953-05-06"; // the first operation with a heart-lung machine

/** A spreadsheet takes such a text for a formula; an apostrophe in front keeps it a text. */
const FORMULA = /^'*[=+\-@]/;
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;

function fieldsOf(entry: LogbookEntry): readonly string[] {
  const { date, role, procedure, closelySupervised, supervisor, events, note, confirmation } =
    entry;
  return [
    date,
    role,
    guarded(procedure),
    closelySupervised ? "yes" : "no",
    guarded(supervisor),
    guarded(events.join("; ")),
    guarded(note),
    guarded(confirmation),
  ];
}

/** The entries as text, a line each, under a line that names the columns. */
export function writeLogbookCsv(entries: readonly LogbookEntry[]): string {
  const lines = [COLUMNS, ...entries.map(fieldsOf)];
  return lines.map((fields) => `${fields.map(csvField).join(",")}\r\n`).join("");
}

export interface LogbookLine {
  /** Line of the file, from 1. */
  readonly lineIndex: number;
  readonly entry: LogbookEntry;
}

const problemAt = (lineIndex: number, column: string, sentence: string, remedy?: string) => ({
  code: "logbook.line",
  place: column === "" ? `line ${lineIndex}` : `line ${lineIndex}, ${column}`,
  sentence,
  ...(remedy !== undefined && { remedy }),
});

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, no: false };

interface Reader {
  readonly lineIndex: number;
  readonly today: Day;
  text(column: Column): string;
  say(column: Column, sentence: string, remedy?: string): void;
}

function readDate({ today, text, say }: Reader): string {
  const date = text("date");
  const parsed = parseIso(date);
  if (!parsed.ok) say("date", parsed.problems[0].sentence, parsed.problems[0].remedy);
  else if (parsed.value > today) say("date", `The date ${date} has not come yet.`);
  else if (date < EARLIEST_DATE) say("date", `The date ${date} is before there was any bypass.`);
  return date;
}

function readRole({ text, say }: Reader): LogbookEntry["role"] {
  const given = text("role").toLowerCase();
  const role = CASE_ROLES.find((one) => one === given);
  if (role !== undefined) return role;
  const guess = closest(given, CASE_ROLES);
  const remedy =
    guess === undefined ? `Write ${CASE_ROLES.join(", ")}.` : `Did you mean "${guess}"?`;
  say("role", `"${text("role")}" is no role.`, remedy);
  return "primary";
}

function readClosely({ text, say }: Reader): boolean {
  const closely = YES_NO[text("closely supervised").toLowerCase()];
  if (closely === undefined) {
    say("closely supervised", `"${text("closely supervised")}" is neither yes nor no.`);
  }
  return closely ?? false;
}

/** What the shape of an entry refuses, in words for somebody who reads a spreadsheet. */
function shapeProblems(entry: LogbookEntry, reader: Reader): void {
  const parsed = logbookEntrySchema.safeParse(entry);
  if (parsed.success) return;
  for (const issue of parsed.error.issues) {
    const key = String(issue.path[0]);
    const column = COLUMNS.find((one) => one === key);
    if (column === undefined || column === "date" || column === "role") continue;
    const isEmpty = issue.code === "too_small";
    const isLong = issue.code === "too_big";
    reader.say(
      column,
      isEmpty
        ? "This is empty."
        : isLong
          ? "This is too long."
          : `This cannot stay: ${issue.message}.`,
    );
  }
}

function readLine(reader: Reader): LogbookEntry {
  const events = reader
    .text("events")
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const entry: LogbookEntry = {
    date: readDate(reader),
    role: readRole(reader),
    procedure: reader.text("procedure"),
    closelySupervised: readClosely(reader),
    supervisor: reader.text("supervisor"),
    events,
    note: reader.text("note"),
    confirmation: reader.text("confirmation"),
  };
  shapeProblems(entry, reader);
  return entry;
}

type Columns = ReadonlyMap<Column, number>;

/** Where each column stands, or what is wrong with the first line. */
function columnsOf({ fields, lineIndex: line }: CsvRecord): Result<Columns> {
  const problems: Problem[] = [];
  const columns = new Map<Column, number>();
  fields.forEach((field, index) => {
    const name = field.trim().toLowerCase();
    const column = COLUMNS.find((one) => one === name);
    if (column === undefined) {
      const guess = closest(name, COLUMNS);
      const remedy =
        guess === undefined ? `Known: ${COLUMNS.join(", ")}.` : `Did you mean "${guess}"?`;
      problems.push(
        problemAt(line, `column ${index + 1}`, `There is no column "${field}".`, remedy),
      );
    } else if (columns.has(column)) {
      problems.push(problemAt(line, column, `There are two columns "${column}".`));
    } else columns.set(column, index);
  });
  for (const column of REQUIRED.filter((one) => !columns.has(one))) {
    problems.push(problemAt(line, column, `The column "${column}" is missing.`));
  }
  return problems.length > 0 ? failure(...problems) : success(columns);
}

/** What is no text at all, before anything is read from it. */
function textProblem(text: string): Problem | undefined {
  if (text.includes("\u0000") || text.startsWith("PK\u0003\u0004")) {
    return problemAt(1, "", "This is not a text file.", "Save the sheet as CSV, in UTF-8.");
  }
  const lines = text.split("\n");
  const unreadable = lines.findIndex((one) => one.includes("\ufffd"));
  if (unreadable >= 0) {
    const sentence = "This line holds letters that are not in UTF-8.";
    return problemAt(unreadable + 1, "", sentence, "Save the sheet again as CSV UTF-8.");
  }
  if (lines.length > LINES_MAX) {
    return problemAt(LINES_MAX, "", `A file has ${LINES_MAX} lines at most.`, "Divide it.");
  }
  return undefined;
}

/** Commas, or the semicolons that spreadsheets write where the comma is a decimal point. */
function separatorOf(text: string): "," | ";" {
  const first = text.slice(0, text.indexOf("\n") + 1 || text.length);
  return !first.includes(",") && first.includes(";") ? ";" : ",";
}

function recordsOf(text: string): Result<readonly CsvRecord[]> {
  try {
    return success(parseCsv(text, separatorOf(text)));
  } catch (error) {
    if (!(error instanceof CsvMistake)) throw error;
    return failure(problemAt(error.line, "", error.message, "Look at the quotation marks."));
  }
}

/** Every entry of the file, or everything that is wrong with it; dates after today are wrong. */
export function readLogbookCsv(text: string, today: Day): Result<readonly LogbookLine[]> {
  const unreadable = textProblem(text);
  if (unreadable !== undefined) return failure(unreadable);
  const records = recordsOf(text);
  if (!records.ok) return records;
  const [head, ...body] = records.value;
  if (head === undefined) return failure(problemAt(1, "", "The file is empty."));
  const columns = columnsOf(head);
  if (!columns.ok) return columns;
  const problems: Problem[] = [];
  const lines = body.map(({ fields, lineIndex }): LogbookLine => {
    if (fields.length !== head.fields.length) {
      const sentence = `There are ${fields.length} fields, but ${head.fields.length} columns.`;
      problems.push(
        problemAt(lineIndex, "", sentence, "Is a text with a comma not in quotation marks?"),
      );
    }
    const reader: Reader = {
      lineIndex,
      today,
      text: (column) => unguarded((fields[columns.value.get(column) ?? -1] ?? "").trim()),
      say: (column, sentence, remedy) =>
        problems.push(problemAt(lineIndex, column, sentence, remedy)),
    };
    return { lineIndex, entry: readLine(reader) };
  });
  if (lines.length === 0) problems.push(problemAt(1, "", "There is no case under the first line."));
  return problems.length > 0 ? failure(...problems) : success(lines);
}
