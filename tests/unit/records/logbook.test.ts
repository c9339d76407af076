/** The logbook as a file: an exact round trip, and files that are broken in twenty ways. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromIso, isoOf } from "../../../src/records/civilDate.ts";
import {
  type LogbookEntry,
  logbookEntrySchema,
} from "../../../src/records/logbook/entry.schema.ts";
import { scanForIdentifiers } from "../../../src/records/logbook/identifierScan.ts";
import { readLogbookCsv, writeLogbookCsv } from "../../../src/records/logbook/logbookCsv.ts";
import { CASE_ROLES } from "../../../src/records/person.ts";

fc.configureGlobal({ seed: 20_260_314 }); // the same cases in every run

const TODAY = dayFromIso("2026-03-14");

const words = (max: number, min = 0): fc.Arbitrary<string> =>
  fc
    .string({ unit: "grapheme", minLength: min, maxLength: max })
    .map((text) => text.trim())
    .filter((text) => text.length >= min && logbookEntrySchema.shape.note.safeParse(text).success);

const anyEntry: fc.Arbitrary<LogbookEntry> = fc.record({
  date: fc.integer({ min: dayFromIso("1960-01-01"), max: TODAY }).map(isoOf),
  role: fc.constantFrom(...CASE_ROLES),
  procedure: words(60, 1),
  closelySupervised: fc.boolean(),
  supervisor: fc.oneof(words(60), fc.constantFrom("=1+1", "'=x", "-", "@home", "O'Brien, Łukasz")),
  events: fc.array(
    words(30, 1).filter((text) => !text.includes(";")),
    { maxLength: 5 },
  ),
  note: fc.oneof(words(200), fc.constantFrom('say "a, b"', "'", "''+", "+61")),
  confirmation: words(60),
});

describe("a logbook as CSV", () => {
  test("reads back exactly, whatever is in it", () =>
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 8 }), (entries) => {
        const read = readLogbookCsv(writeLogbookCsv(entries), TODAY);
        expect(read.ok ? read.value.map(({ entry }) => entry) : read).toEqual(entries);
      }),
      { numRuns: 300 },
    ));
  test("holds nothing a spreadsheet would take for a formula", () => {
    const entry = { ...ENTRY, note: "=HYPERLINK(1)", supervisor: "@x" };
    expect(writeLogbookCsv([entry])).toContain(",'@x,,'=HYPERLINK(1),");
  });
  test("may part its fields by semicolons, as some spreadsheets do", () => {
    const text = "date;role;procedure;closely supervised\n2026-03-01;primary;AVR, redo;yes\n";
    expect(readLogbookCsv(text, TODAY)).toMatchObject({
      ok: true,
      value: [{ lineIndex: 2, entry: { procedure: "AVR, redo" } }],
    });
  });
});

const ENTRY: LogbookEntry = {
  date: "2026-03-01",
  role: "primary",
  procedure: "AVR",
  closelySupervised: true,
  supervisor: "",
  events: [],
  note: "",
  confirmation: "",
};
const HEAD = "date,role,procedure,closely supervised,supervisor,events,note,confirmation";
const GOOD = "2026-03-01,primary,AVR,yes,,,,";
const file = (...lines: readonly string[]): string => [HEAD, GOOD, ...lines, GOOD].join("\n");

/** Name, text, and the places that have to be named. */
const BROKEN: readonly (readonly [string, string, readonly string[]])[] = [
  ["an empty file", "", ["line 1"]],
  ["a head and no case", `${HEAD}\n`, ["line 1"]],
  ["no head", `${GOOD}\n${GOOD}`, ["line 1, column 1", "line 1, date"]],
  [
    "a misspelt column",
    file().replace("procedure", "procedrue"),
    ["line 1, column 3", "line 1, procedure"],
  ],
  [
    "a missing column",
    file().replace(",closely supervised", "").replaceAll(",yes", ""),
    ["line 1, closely supervised"],
  ],
  ["a column twice", file().replace("note", "events"), ["line 1, events"]],
  ["a date that is none", file("2026-02-30,primary,AVR,yes,,,,"), ["line 3, date"]],
  ["a date in another order", file("01/03/2026,primary,AVR,yes,,,,"), ["line 3, date"]],
  ["a date to come", file("2026-03-15,primary,AVR,yes,,,,"), ["line 3, date"]],
  ["a date before bypass", file("1926-03-15,primary,AVR,yes,,,,"), ["line 3, date"]],
  ["no date", file(",primary,AVR,yes,,,,"), ["line 3, date"]],
  ["a role that is none", file("2026-03-01,primry,AVR,yes,,,,"), ["line 3, role"]],
  ["no procedure", file("2026-03-01,primary,,yes,,,,"), ["line 3, procedure"]],
  ["neither yes nor no", file("2026-03-01,primary,AVR,maybe,,,,"), ["line 3, closely supervised"]],
  [
    "a field too many",
    file("2026-03-01,primary,AVR, redo,yes,,,,"),
    ["line 3", "line 3, closely supervised"],
  ],
  ["a field too few", file("2026-03-01,primary,AVR,yes"), ["line 3"]],
  ["a quotation mark left open", file('2026-03-01,primary,"AVR,yes,,,,'), ["line 3"]],
  ["text behind a quotation mark", file('2026-03-01,primary,"AVR"x,yes,,,,'), ["line 3"]],
  ["letters in another encoding", file("2026-03-01,primary,AVR,yes,M\ufffdller,,,"), ["line 3"]],
  ["a spreadsheet", "PK\u0003\u0004\u0000\u0000", ["line 1"]],
  [
    "a note without end",
    file(`2026-03-01,primary,AVR,yes,,,${"x".repeat(1001)},`),
    ["line 3, note"],
  ],
  ["a tab in a name", file("2026-03-01,primary,AVR,yes,A\tB,,,"), ["line 3, supervisor"]],
  [
    "several wrong lines",
    file("2026-03-01,primry,,yes,,,,", "x,primary,AVR,no,,,,"),
    ["line 3, role", "line 3, procedure", "line 4, date"],
  ],
  ["too many lines", `${HEAD}\n${`${GOOD}\n`.repeat(20_001)}`, ["line 20000"]],
];

describe("a broken file", () => {
  test("there are at least twenty of them", () => expect(BROKEN.length).toBeGreaterThanOrEqual(20));
  test.each(BROKEN)("with %s gives no case and names the place", (_name, text, places) => {
    const read = readLogbookCsv(text, TODAY);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect("value" in read).toBe(false);
    expect(read.problems.map(({ place }) => place)).toEqual(expect.arrayContaining([...places]));
    for (const { sentence } of read.problems) expect(sentence).toMatch(/^[A-Z"].*\.$/);
  });
});

describe("free text", () => {
  test.each([
    ["MRN 12345", "number"],
    ["UR: AB12345", "number"],
    ["4857773456 converted", "number"],
    ["Mr Smith, redo", "name"],
    ["Mrs. O'Brien", "name"],
    ["patient Jane Doe", "name"],
    ["pt: J.D.", "initials"],
    ["DOB 3/4/1956", "birthDate"],
    ["on 12 March 1956", "birthDate"],
    ["64 year old man", "age"],
    ["64yo M", "age"],
    ["call jane@example.org", "contact"],
  ])("%s is warned about as %s", (text, kind) =>
    expect(scanForIdentifiers(text).map((one) => one.kind)).toContain(kind),
  );
  test.each([
    "",
    "Air-lock at 40 min, level down to 200 mL, flow back at 4.6 L/min",
    "CABG x3 + AVR, 32 °C, ACT 480",
    "Ms. and Mr. unknown",
    "Supervisor asked about lactate 2.4 and Hct 24",
    "patient cold, pt stable",
  ])("%s is not", (text) => expect(scanForIdentifiers(text)).toEqual([]));
});
