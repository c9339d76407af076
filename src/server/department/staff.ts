/** The staff register: who works in a department, since when, as what, and when they are away. */

import { FOREVER } from "../../records/civilDate.ts";
import type { Employment } from "../../records/person.ts";
import type { Span } from "../../records/spans.ts";
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";

export interface StaffMember {
  readonly id: string;
  readonly departmentId: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly credentials: string;
  readonly isErased: boolean;
  readonly revision: number;
}

export interface StaffDetails {
  readonly name: string;
  readonly credentials: string;
  readonly accountId: string | null;
  readonly employments: readonly Employment[];
  readonly leaves: readonly Span[];
}

const COLUMNS = [
  "id",
  "department_id",
  "account_id",
  "name",
  "credentials",
  "revision",
  "erased_ms",
] as const;

interface StaffRow {
  readonly id: string;
  readonly department_id: string;
  readonly account_id: string | null;
  readonly name: string;
  readonly credentials: string;
  readonly revision: number;
  readonly erased_ms: number | null;
}

const memberOf = (row: StaffRow): StaffMember => ({
  id: row.id,
  departmentId: row.department_id,
  accountId: row.account_id,
  name: row.name,
  credentials: row.credentials,
  isErased: row.erased_ms !== null,
  revision: row.revision,
});

/** Everybody of a department by name, those who left included. */
export async function listStaff(
  database: Database,
  departmentId: string,
): Promise<readonly StaffMember[]> {
  const rows = await database
    .selectFrom("staff")
    .select(COLUMNS)
    .where("department_id", "=", departmentId)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(memberOf);
}

export async function findStaff(database: Database, id: string): Promise<StaffMember | undefined> {
  const row = await database
    .selectFrom("staff")
    .select(COLUMNS)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && memberOf(row);
}

export async function findStaffOfAccount(
  database: Database,
  accountId: string,
): Promise<StaffMember | undefined> {
  const row = await database
    .selectFrom("staff")
    .select(COLUMNS)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row && memberOf(row);
}

async function writeSpans(
  database: Database,
  staffId: string,
  { employments, leaves }: Pick<StaffDetails, "employments" | "leaves">,
): Promise<void> {
  await database.deleteFrom("employment").where("staff_id", "=", staffId).execute();
  await database.deleteFrom("staff_leave").where("staff_id", "=", staffId).execute();
  if (employments.length > 0) {
    const rows = employments.map(({ from, to, role, workFraction }) => ({
      id: newId(),
      staff_id: staffId,
      from_day: from,
      to_day: to === FOREVER ? null : to,
      role,
      work_hundredths: Math.round(workFraction * 100),
    }));
    await database.insertInto("employment").values(rows).execute();
  }
  if (leaves.length > 0) {
    const rows = leaves.map(({ from, to }) => ({
      id: newId(),
      staff_id: staffId,
      from_day: from,
      to_day: to,
    }));
    await database.insertInto("staff_leave").values(rows).execute();
  }
}

/** Says that something the currency engine reads of this person has changed. */
export async function touchStaff(database: Database, staffId: string): Promise<void> {
  await database
    .updateTable("staff")
    .set((column) => ({ revision: column("revision", "+", 1) }))
    .where("id", "=", staffId)
    .execute();
}

export async function createStaff(
  database: Database,
  departmentId: string,
  details: StaffDetails,
  nowMs: number,
): Promise<string> {
  const id = newId();
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("staff")
      .values({
        id,
        department_id: departmentId,
        account_id: details.accountId,
        name: details.name,
        credentials: details.credentials,
        revision: 1,
        erased_ms: null,
        created_ms: nowMs,
      })
      .execute();
    await writeSpans(transaction, id, details);
  });
  return id;
}

export async function changeStaff(
  database: Database,
  id: string,
  details: StaffDetails,
): Promise<void> {
  const { name, credentials, accountId } = details;
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("staff")
      .set({ name, credentials, account_id: accountId })
      .where("id", "=", id)
      .execute();
    await writeSpans(transaction, id, details);
    await touchStaff(transaction, id);
  });
}

/**
 * Takes a person out: name, account and credentials go, and the free text of the logbook with them.
 * Days, results and the audit log stay under the id, for what others have signed has to add up.
 */
export async function eraseStaff(database: Database, id: string, nowMs: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("staff")
      .set({ name: "Erased", credentials: "", account_id: null, erased_ms: nowMs })
      .where("id", "=", id)
      .execute();
    await transaction
      .updateTable("logged_case")
      .set({
        note: "",
        supervisor: "",
        confirmation: "",
        procedure_name: "erased",
        events_json: "[]",
      })
      .where("staff_id", "=", id)
      .execute();
    await touchStaff(transaction, id);
  });
}
