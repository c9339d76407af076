/** Reads comma-separated text with quoted fields (RFC 4180). Knows no columns; see rows.ts. */

export interface CsvRecord {
  /** Line the record begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** A quote that never closes, or text after one that did. */
export class CsvMistake extends Error {
  readonly line: number;

  constructor(line: number, sentence: string) {
    super(sentence);
    this.line = line;
  }
}

/** One field from `start`: its text, and where the comma, line end or end of text after it stands. */
function readField(text: string, start: number, line: number): { field: string; end: number } {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") {
      end += 1;
    }
    return { field: text.slice(start, end), end };
  }
  let field = "";
  let place = start + 1;
  for (;;) {
    const quote = text.indexOf('"', place);
    if (quote < 0) throw new CsvMistake(line, "A quoted field never ends.");
    field += text.slice(place, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      if (end < text.length && !",\r\n".includes(text.charAt(end))) {
        throw new CsvMistake(line, "There is text after the closing quote of a field.");
      }
      return { field, end };
    }
    field += '"';
    place = quote + 2;
  }
}

/** Records of a text; blank lines are left out. A leading byte-order mark is passed over. */
export function parseCsv(given: string): readonly CsvRecord[] {
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given;
  const records: CsvRecord[] = [];
  let place = 0;
  let line = 1;
  while (place < text.length) {
    const startLine = line;
    const fields: string[] = [];
    for (;;) {
      const { field, end } = readField(text, place, line);
      fields.push(field);
      line += text.slice(place, end).split("\n").length - 1;
      place = end;
      if (text[place] !== ",") break;
      place += 1;
    }
    if (text[place] === "\r") place += 1;
    if (text[place] === "\n") place += 1;
    line += 1;
    if (fields.length > 1 || fields[0].trim() !== "") records.push({ line: startLine, fields });
  }
  return records;
}

/** A field as it must stand in a comma-separated line. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
