/**
 * The one place where a moment becomes a day: the date on the wall of the department at that moment.
 * Everything behind it counts in days (ADR 0019).
 */
import { type Day, dayFromIso } from "../../records/civilDate.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the time zone is one that this server knows, such as Australia/Perth. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The day in the time zone at a moment in ms since 1970. */
export function dayIn(zone: string, atMs: number): Day {
  let format = formats.get(zone);
  if (format === undefined) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...parts });
    formats.set(zone, format);
  }
  return dayFromIso(format.format(atMs));
}
