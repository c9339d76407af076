/** The logbook in the database: entries as the person wrote them, and who confirmed them here. */
import { type Day, dayFromIso, isoOf } from "../../records/civilDate.ts";
import type { LogbookEntry } from "../../records/logbook/entry.schema.ts";
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import { touchStaff } from "./staff.ts";

const ROWS_PER_INSERT = 500;

export interface KeptCase extends LogbookEntry {
  readonly id: string;
  readonly confirmedBy: string | null;
  readonly confirmerName: string | null;
  readonly confirmedMs: number | null;
}

/** A person's cases, newest first, within a span of days. */
export async function readCases(
  database: Database,
  staffId: string,
  span: { readonly from: Day; readonly to: Day },
): Promise<readonly KeptCase[]> {
  const rows = await database
    .selectFrom("logged_case")
    .leftJoin("account", "account.id", "logged_case.confirmed_by")
    .selectAll("logged_case")
    .select("account.name as confirmer_name")
    .where("staff_id", "=", staffId)
    .where("day", ">=", span.from)
    .where("day", "<=", span.to)
    .orderBy("day", "desc")
    .orderBy("logged_case.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    date: isoOf(row.day),
    role: row.role,
    procedure: row.procedure_name,
    closelySupervised: row.closely_supervised === 1,
    supervisor: row.supervisor,
    events: JSON.parse(row.events_json) as string[],
    note: row.note,
    confirmation: row.confirmation,
    confirmedBy: row.confirmed_by,
    confirmerName: row.confirmer_name,
    confirmedMs: row.confirmed_ms,
  }));
}

/** Adds entries, all of them or none. */
export async function addCases(
  database: Database,
  staffId: string,
  entries: readonly LogbookEntry[],
  nowMs: number,
): Promise<void> {
  const rows = entries.map((entry) => ({
    id: newId(),
    staff_id: staffId,
    day: dayFromIso(entry.date),
    role: entry.role,
    procedure_name: entry.procedure,
    closely_supervised: entry.closelySupervised ? 1 : 0,
    supervisor: entry.supervisor,
    events_json: JSON.stringify(entry.events),
    note: entry.note,
    confirmation: entry.confirmation,
    confirmed_by: null,
    confirmed_ms: null,
    created_ms: nowMs,
  }));
  await database.transaction().execute(async (transaction) => {
    for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
      const some = rows.slice(start, start + ROWS_PER_INSERT);
      await transaction.insertInto("logged_case").values(some).execute();
    }
    await touchStaff(transaction, staffId);
  });
}

export interface CaseOwner {
  readonly staffId: string;
  readonly departmentId: string;
  readonly accountId: string | null;
  readonly confirmedBy: string | null;
}

/** Whose a case is. */
export async function findCaseOwner(
  database: Database,
  caseId: string,
): Promise<CaseOwner | undefined> {
  const row = await database
    .selectFrom("logged_case")
    .innerJoin("staff", "staff.id", "logged_case.staff_id")
    .select(["logged_case.staff_id", "logged_case.confirmed_by"])
    .select(["staff.department_id", "staff.account_id"])
    .where("logged_case.id", "=", caseId)
    .executeTakeFirst();
  return (
    row && {
      staffId: row.staff_id,
      departmentId: row.department_id,
      accountId: row.account_id,
      confirmedBy: row.confirmed_by,
    }
  );
}

export async function confirmCase(
  database: Database,
  caseId: string,
  confirmedBy: string,
  nowMs: number,
): Promise<void> {
  const owner = await findCaseOwner(database, caseId);
  if (owner === undefined) return;
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("logged_case")
      .set({ confirmed_by: confirmedBy, confirmed_ms: nowMs })
      .where("id", "=", caseId)
      .execute();
    await touchStaff(transaction, owner.staffId);
  });
}

export async function removeCase(database: Database, caseId: string): Promise<void> {
  const owner = await findCaseOwner(database, caseId);
  if (owner === undefined) return;
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("logged_case").where("id", "=", caseId).execute();
    await touchStaff(transaction, owner.staffId);
  });
}
