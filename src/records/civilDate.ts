/**
 * Dates without clocks: a day is one whole number, so that adding, comparing and counting days is
 * arithmetic. The host turns an instant into a day once, in the department's time zone; from then on
 * nothing here knows hours or zones (ADR 0019). The calendar is the Gregorian one.
 */
import { failure, type Result, success } from "../kernel/result.ts";

/** Days since 1 January 1970; that day is 0. */
export type Day = number;

/** Year, month from 1, day of the month from 1. */
export type YearMonthDay = readonly [year: number, month: number, dayOfMonth: number];

const DAYS_PER_400_YEARS = 146_097;
const DAYS_TO_1970 = 719_468; // from 1 March of year 0, where the count below begins
const YEAR_MIN = 1900; // outside these two a date is a slip of the finger
const YEAR_MAX = 9999;

/** The last day there is: stands for "without end". */
export const FOREVER: Day = 2_932_896; // 9999-12-31

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month counted from 1, 28 to 31. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a date of the calendar, as a count since 1970. */
export function dayOf([year, month, dayOfMonth]: YearMonthDay): Day {
  // Years that begin in March put the leap day last, where it shifts nothing.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_PER_400_YEARS + yearOfEra * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

/** The date of the calendar that a day is. */
export function dateOf(day: Day): YearMonthDay {
  const shifted = day + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth];
}

/**
 * The same day of the month so many months later (or earlier), or the last day of that month where it
 * has no such day: 31 August and six months are 28 February, or 29 in a leap year.
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = dateOf(day);
  const monthIndex = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthIndex / 12);
  const newMonth = monthIndex - newYear * 12 + 1;
  return dayOf([newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth))]);
}

const padded = (value: number, digits: number): string => String(value).padStart(digits, "0");

/** The day as 2026-03-14. */
export function isoOf(day: Day): string {
  const [year, month, dayOfMonth] = dateOf(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** The day that a text such as 2026-03-14 names, or what is wrong with the text. */
export function parseIso(text: string, place = "date"): Result<Day> {
  const refused = (sentence: string): Result<Day> =>
    failure({ code: "date.wrong", place, sentence, remedy: "Write it as 2026-03-14." });
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return refused(`"${text}" is not a date.`);
  const [year, month, dayOfMonth] = match.slice(1).map(Number);
  if (year < YEAR_MIN || year > YEAR_MAX) return refused(`The year ${year} cannot be meant.`);
  if (month < 1 || month > 12) return refused(`There is no month ${month}.`);
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) {
    return refused(`There is no day ${dayOfMonth} in month ${month} of ${year}.`);
  }
  return success(dayOf([year, month, dayOfMonth]));
}

/** The day that a text names which was checked before; throws where it was not. */
export function dayFromIso(text: string): Day {
  const parsed = parseIso(text);
  if (!parsed.ok) throw new Error(parsed.problems[0].sentence);
  return parsed.value;
}
