/**
 * Reads comma-separated text with quoted fields (RFC 4180), or text separated by another character.
 * Knows no columns.
 */

export interface CsvRecord {
  /** Line the record begins on, from 1. */
  readonly lineIndex: number;
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

interface Place {
  readonly offset: number;
  readonly lineIndex: number;
}

/** One field from a place: its text, and where the separator, line end or end of text after it is. */
function readField(
  text: string,
  { offset: start, lineIndex: line }: Place,
  separator: string,
): { field: string; endOffset: number } {
  if (text[start] !== '"') {
    let end = start;
    while (
      end < text.length &&
      text[end] !== separator &&
      text[end] !== "\n" &&
      text[end] !== "\r"
    ) {
      end += 1;
    }
    return { field: text.slice(start, end), endOffset: end };
  }
  let field = "";
  let place = start + 1;
  for (;;) {
    const quote = text.indexOf('"', place);
    if (quote < 0) throw new CsvMistake(line, "A quoted field never ends.");
    field += text.slice(place, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      if (end < text.length && !`${separator}\r\n`.includes(text.charAt(end))) {
        throw new CsvMistake(line, "There is text after the closing quote of a field.");
      }
      return { field, endOffset: end };
    }
    field += '"';
    place = quote + 2;
  }
}

/** Records of a text; blank lines are left out. A leading byte-order mark is passed over. */
export function parseCsv(given: string, separator = ","): readonly CsvRecord[] {
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given;
  const records: CsvRecord[] = [];
  let place = 0;
  let line = 1;
  while (place < text.length) {
    const startLine = line;
    const fields: string[] = [];
    for (;;) {
      const { field, endOffset: end } = readField(
        text,
        { offset: place, lineIndex: line },
        separator,
      );
      fields.push(field);
      line += text.slice(place, end).split("\n").length - 1;
      place = end;
      if (text[place] !== separator) break;
      place += 1;
    }
    if (text[place] === "\r") place += 1;
    if (text[place] === "\n") place += 1;
    line += 1;
    if (fields.length > 1 || fields[0].trim() !== "")
      records.push({ lineIndex: startLine, fields });
  }
  return records;
}

/** A field as it must stand in a comma-separated line. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
