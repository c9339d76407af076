/** Reads what the currency engine needs of many people at once. */
import { FOREVER } from "../../records/civilDate.ts";
import {
  type Employment,
  inOrder,
  type LoggedCase,
  type PersonRecords,
  type SignedResult,
} from "../../records/person.ts";
import type { Span } from "../../records/spans.ts";
import type { Database } from "../database/openDatabase.ts";

const IDS_PER_QUERY = 500; // SQLite takes 32,766 parameters, and a plan stays small

interface OfStaff {
  readonly staff_id: string;
}

const readEmployments = (database: Database, ids: readonly string[]) =>
  database
    .selectFrom("employment")
    .select(["staff_id", "from_day", "to_day", "role", "work_hundredths"])
    .where("staff_id", "in", ids)
    .execute();

const readLeaves = (database: Database, ids: readonly string[]) =>
  database
    .selectFrom("staff_leave")
    .select(["staff_id", "from_day", "to_day"])
    .where("staff_id", "in", ids)
    .execute();

const readResults = (database: Database, ids: readonly string[]) =>
  database
    .selectFrom("signed_result")
    .select(["id", "staff_id", "day", "scenario_id", "variant", "mode", "verdict", "signed_by"])
    .select("is_verified")
    .where("staff_id", "in", ids)
    .execute();

const readCases = (database: Database, ids: readonly string[]) =>
  database
    .selectFrom("logged_case")
    .select(["id", "staff_id", "day", "role", "closely_supervised", "confirmed_by"])
    .where("staff_id", "in", ids)
    .execute();

function byStaff<Row extends OfStaff, T>(
  rows: readonly Row[],
  read: (row: Row) => T,
): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const list = map.get(row.staff_id);
    if (list === undefined) map.set(row.staff_id, [read(row)]);
    else list.push(read(row));
  }
  return map;
}

/**
 * The records of each person. Who signed and who confirmed are account ids; the person's own account
 * is translated to the person's id, so that the engine sees what somebody confirmed for themself.
 */
async function readSome(
  database: Database,
  people: readonly StaffKey[],
): Promise<readonly PersonRecords[]> {
  const ids = people.map(({ id }) => id);
  const [employments, leaves, results, cases] = await Promise.all([
    readEmployments(database, ids),
    readLeaves(database, ids),
    readResults(database, ids),
    readCases(database, ids),
  ]);
  const self = new Map(people.map(({ id, accountId }) => [id, accountId]));
  const asPerson = (staffId: string, accountId: string | null): string | null =>
    accountId !== null && accountId === self.get(staffId) ? staffId : accountId;
  const employmentsOf = byStaff(
    employments,
    (row): Employment => ({
      from: row.from_day,
      to: row.to_day ?? FOREVER,
      role: row.role,
      workFraction: row.work_hundredths / 100,
    }),
  );
  const leavesOf = byStaff(leaves, (row): Span => ({ from: row.from_day, to: row.to_day }));
  const resultsOf = byStaff(
    results,
    (row): SignedResult => ({
      id: row.id,
      day: row.day,
      scenarioId: row.scenario_id,
      variant: row.variant,
      mode: row.mode,
      verdict: row.verdict,
      signedBy: asPerson(row.staff_id, row.signed_by),
      isVerified: row.is_verified === 1,
    }),
  );
  const casesOf = byStaff(
    cases,
    (row): LoggedCase => ({
      id: row.id,
      day: row.day,
      role: row.role,
      closelySupervised: row.closely_supervised === 1,
      confirmedBy: asPerson(row.staff_id, row.confirmed_by),
    }),
  );
  return ids.map((id) =>
    inOrder({
      id,
      employments: employmentsOf.get(id) ?? [],
      leaves: leavesOf.get(id) ?? [],
      results: resultsOf.get(id) ?? [],
      cases: casesOf.get(id) ?? [],
    }),
  );
}

export interface StaffKey {
  readonly id: string;
  readonly accountId: string | null;
}

/** The records of the people given, in their order. */
export async function readPersonRecords(
  database: Database,
  people: readonly StaffKey[],
): Promise<readonly PersonRecords[]> {
  const read: PersonRecords[] = [];
  for (let start = 0; start < people.length; start += IDS_PER_QUERY) {
    read.push(...(await readSome(database, people.slice(start, start + IDS_PER_QUERY))));
  }
  return read;
}
