/**
 * What the currency engine knows of one person: when they worked here and as what, when they were
 * away, which results somebody signed, and which cases stand in the logbook.
 */
import type { Day } from "./civilDate.ts";
import type { Span } from "./spans.ts";

/** What somebody works as. A person may change it: each stretch of work has one. */
export const STAFF_ROLES = [
  "clinicalPerfusionist",
  "medicalPerfusionist",
  "trainee",
  "supervisor",
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Primary: responsible for the case. Standby: at hand, and not called. */
export const CASE_ROLES = ["primary", "secondary", "standby"] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** A stretch of work in one role; an open end is FOREVER. */
export interface Employment extends Span {
  readonly role: StaffRole;
  /** Share of full time, 0.01 to 1; used in hundredths. */
  readonly workFraction: number;
}

/** A result of a session that ended, as it was signed. */
export interface SignedResult {
  readonly id: string;
  readonly day: Day;
  readonly scenarioId: string;
  readonly variant: string;
  readonly mode: "practice" | "exam";
  readonly verdict: "met" | "notMet";
  /** Who signed; null as long as nobody has. */
  readonly signedBy: string | null;
  /** Whether the frozen record and its signature are kept and were verified. */
  readonly isVerified: boolean;
}

export interface LoggedCase {
  readonly id: string;
  readonly day: Day;
  readonly role: CaseRole;
  readonly closelySupervised: boolean;
  /** Who confirmed it; null as long as nobody has. */
  readonly confirmedBy: string | null;
}

/** Records of one person, oldest first (inOrder); no two employments share a day. */
export interface PersonRecords {
  readonly id: string;
  readonly employments: readonly Employment[];
  readonly leaves: readonly Span[];
  readonly results: readonly SignedResult[];
  readonly cases: readonly LoggedCase[];
}

/** How many of the dated records, oldest first, lie before the day. */
export function countBefore(records: readonly { readonly day: Day }[], day: Day): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (records[middle].day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const oldestFirst = (
  a: { readonly day: Day; readonly id: string },
  b: { readonly day: Day; readonly id: string },
): number => a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The same records in the order the engine counts on: oldest first, by id within a day. */
export function inOrder(person: PersonRecords): PersonRecords {
  return {
    ...person,
    employments: person.employments.toSorted((a, b) => a.from - b.from),
    results: person.results.toSorted(oldestFirst),
    cases: person.cases.toSorted(oldestFirst),
  };
}
