/** Days, months and leap days, against JavaScript's own calendar and against what people expect. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  dateOf,
  dayFromIso,
  dayOf,
  FOREVER,
  isoOf,
  parseIso,
} from "../../../src/records/civilDate.ts";

fc.configureGlobal({ seed: 20_260_314 }); // the same cases in every run

const MS_PER_DAY = 86_400_000;
const iso = (text: string, months: number): string => isoOf(addMonths(dayFromIso(text), months));

describe("a day", () => {
  test("is the same as JavaScript's, for every day from 1900 to 2200", () => {
    const first = Date.UTC(1900, 0, 1) / MS_PER_DAY;
    const last = Date.UTC(2200, 11, 31) / MS_PER_DAY;
    for (let day = first; day <= last; day++) {
      const date = new Date(day * MS_PER_DAY);
      const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
      const [year, month, dayOfMonth] = dateOf(day);
      if (year !== parts[0] || month !== parts[1] || dayOfMonth !== parts[2]) {
        throw new Error(`day ${day} is ${dateOf(day).join("-")}, not ${parts.join("-")}`);
      }
      if (dayOf(parts) !== day)
        throw new Error(`${parts.join("-")} is ${dayOf(parts)}, not ${day}`);
    }
    expect(dateOf(0)).toEqual([1970, 1, 1]);
  });
  test("reads back from its text, whatever day it is", () =>
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: FOREVER }), (day) => {
        expect(parseIso(isoOf(day))).toEqual({ ok: true, value: day });
      }),
    ));
  test("that stands for no end is the last of the year 9999", () =>
    expect(isoOf(FOREVER)).toBe("9999-12-31"));
});

describe("months later", () => {
  test.each([
    ["2026-02-15", 6, "2026-08-15"],
    ["2025-08-31", 6, "2026-02-28"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2023-12-31", 2, "2024-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-01", -12, "2025-01-01"],
  ])("%s and %i months are %s", (from, months, to) => expect(iso(from, months)).toBe(to));

  test("never go back when the day goes forward", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 0, max: 60 }),
        (day, months) => {
          const step = addMonths(day + 1, months) - addMonths(day, months);
          expect(step).toBeGreaterThanOrEqual(0);
          expect(step).toBeLessThanOrEqual(4); // over the end of a February
        },
      ),
    ));
});

describe("a text that is no date", () => {
  test.each([
    ["2026-02-29", "There is no day 29 in month 2 of 2026."],
    ["2026-13-01", "There is no month 13."],
    ["2026-1-1", '"2026-1-1" is not a date.'],
    ["14/03/2026", '"14/03/2026" is not a date.'],
    ["0026-03-14", "The year 26 cannot be meant."],
  ])("%s is refused with a sentence", (text, sentence) =>
    expect(parseIso(text)).toMatchObject({ ok: false, problems: [{ sentence }] }),
  );
});
