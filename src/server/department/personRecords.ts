/**
 * Reads what the currency engine needs of many people at once. Results and cases come as one line of
 * text a person: the databases join hundreds of short rows several times faster than they hand them
 * over one by one.
 */
import { type RawBuilder, sql } from "kysely";
import { FOREVER } from "../../records/civilDate.ts";
import {
  type CaseRole,
  type Employment,
  inOrder,
  type LoggedCase,
  type PersonRecords,
  type SignedResult,
} from "../../records/person.ts";
import type { Span } from "../../records/spans.ts";
import type { Database } from "../database/openDatabase.ts";

const IDS_PER_QUERY = 500; // SQLite takes 32,766 parameters, and a plan stays small

/** Part fields and rows; no id, name of a scenario or role holds such a character. */
const FIELD_END = "\u001f";
const ROW_END = "\u001e";

interface OfStaff {
  readonly staff_id: string;
}

/**
 * The columns of all rows of a group as one text; what is null is empty. Not with concat_ws: the one of
 * SQLite 3.45 leaves out an empty text with its separator, and every later field would be read as another.
 */
function joinedRows(columns: readonly string[]): RawBuilder<string> {
  const fields = columns.map((column) =>
    OPTIONAL.has(column) ? sql`coalesce(${sql.ref(column)}, '')` : sql.ref(column),
  );
  const row = sql.join(fields, sql` || cast(${FIELD_END} as text) || `);
  return sql<string>`string_agg(${row}, cast(${ROW_END} as text))`;
}

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text.split(ROW_END).map((row) => row.split(FIELD_END));

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

const RESULT_COLUMNS = "id day scenario_id variant mode verdict signed_by is_verified".split(" ");
const OPTIONAL = new Set(["signed_by", "confirmed_by"]);
const CASE_COLUMNS = "id day role closely_supervised confirmed_by".split(" ");

const readJoined = (
  database: Database,
  table: "signed_result" | "logged_case",
  columns: readonly string[],
  ids: readonly string[],
) =>
  database
    .selectFrom(table)
    .select("staff_id")
    .select(joinedRows(columns).as("rows_text"))
    .where("staff_id", "in", ids)
    .groupBy("staff_id")
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

interface JoinedRows extends OfStaff {
  readonly rows_text: string;
}

const recordsByStaff = <T>(
  joined: readonly JoinedRows[],
  read: (staffId: string, fields: readonly string[]) => T,
): ReadonlyMap<string, readonly T[]> =>
  new Map(
    joined.map(({ staff_id, rows_text }) => [
      staff_id,
      rowsOf(rows_text).map((fields) => read(staff_id, fields)),
    ]),
  );

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
    readJoined(database, "signed_result", RESULT_COLUMNS, ids),
    readJoined(database, "logged_case", CASE_COLUMNS, ids),
  ]);
  const self = new Map(people.map(({ id, accountId }) => [id, accountId]));
  const asPerson = (staffId: string, accountId: string): string | null => {
    if (accountId === "") return null;
    return accountId === self.get(staffId) ? staffId : accountId;
  };
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
  const resultsOf = recordsByStaff(results, (staffId, fields): SignedResult => {
    const [id, day, scenarioId, variant, mode, verdict, signedBy, isVerified] = fields;
    return {
      id,
      day: Number(day),
      scenarioId,
      variant,
      mode: mode as SignedResult["mode"],
      verdict: verdict as SignedResult["verdict"],
      signedBy: asPerson(staffId, signedBy),
      isVerified: isVerified === "1",
    };
  });
  const casesOf = recordsByStaff(cases, (staffId, fields): LoggedCase => {
    const [id, day, role, closelySupervised, confirmedBy] = fields;
    return {
      id,
      day: Number(day),
      role: role as CaseRole,
      closelySupervised: closelySupervised === "1",
      confirmedBy: asPerson(staffId, confirmedBy),
    };
  });
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
