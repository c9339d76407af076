/** An account as the rest of the server and the pages see it. */
import type { Role } from "../database/accountTables.ts";
import type { Database } from "../database/openDatabase.ts";

export interface Account {
  readonly id: string;
  readonly departmentId: string | null;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly isOpen: boolean;
}

interface AccountRow {
  readonly id: string;
  readonly department_id: string | null;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly closed_ms: number | null;
}

export const ACCOUNT_COLUMNS = [
  "account.id",
  "account.department_id",
  "account.role",
  "account.name",
  "account.email",
  "account.closed_ms",
] as const;

export function accountOf(row: AccountRow): Account {
  const { id, department_id, role, name, email, closed_ms } = row;
  return { id, departmentId: department_id, role, name, email, isOpen: closed_ms === null };
}

export async function findAccount(database: Database, id: string): Promise<Account | undefined> {
  const row = await database
    .selectFrom("account")
    .select(ACCOUNT_COLUMNS)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && accountOf(row);
}

/** Everybody of a department, by name. */
export async function listAccounts(
  database: Database,
  departmentId: string,
): Promise<readonly Account[]> {
  const rows = await database
    .selectFrom("account")
    .select(ACCOUNT_COLUMNS)
    .where("department_id", "=", departmentId)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(accountOf);
}
