/**
 * Moves everything from SQLite into an empty PostgreSQL database: in one transaction, every table
 * compared row for row before it counts. The SQLite file stays as it was.
 */
import { sql } from "kysely";
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { type Database, openDatabase } from "../database/openDatabase.ts";
import { checkKept, type KeptCheck } from "./checkKept.ts";
import { digestOf, pageOf, ROWS_AT_ONCE, type Table, tablesOf } from "./tables.ts";

const moveProblems = {
  taken: (table: string): Problem => ({
    code: "move.taken",
    place: table,
    sentence: "The PostgreSQL database is not empty.",
    remedy: "Make a new one with createdb and name that.",
  }),
  differs: (table: string): Problem => ({
    code: "move.differs",
    place: table,
    sentence: "This table came out different on the other side, so nothing was moved.",
    remedy: "Report this, with the versions of both databases. The SQLite file is as it was.",
  }),
} as const;

/** Undoes the transaction. */
class Differs extends Error {
  readonly table: string;

  constructor(table: string) {
    super(table);
    this.table = table;
  }
}

async function copyTable(from: Database, to: Database, table: Table): Promise<void> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const rows = await pageOf(from, table, offset);
    if (rows.length > 0) await insertRows(to, table, rows);
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** One statement holds 65535 values at most in PostgreSQL's protocol; a page of ours has fewer. */
async function insertRows(
  to: Database,
  { name, columns }: Table,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(to);
}

async function firstTaken(to: Database, tables: readonly Table[]): Promise<string | undefined> {
  for (const table of tables) {
    if ((await pageOf(to, table, 0)).length > 0) return table.name;
  }
  return undefined;
}

async function copyAll(from: Database, to: Database, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    await copyTable(from, to, table);
    if ((await digestOf(from, table)) !== (await digestOf(to, table)))
      throw new Differs(table.name);
  }
}

async function move(from: Database, to: Database): Promise<Result<KeptCheck>> {
  const tables = await tablesOf(from);
  const taken = await firstTaken(to, tables);
  if (taken !== undefined) return failure(moveProblems.taken(taken));
  try {
    await to.transaction().execute((work) => copyAll(from, work, tables));
  } catch (error) {
    if (error instanceof Differs) return failure(moveProblems.differs(error.table));
    throw error;
  }
  return success(await checkKept(to));
}

export async function moveToPostgres(dataDir: string, url: string): Promise<Result<KeptCheck>> {
  const from = await openDatabase({ dataDir });
  try {
    const to = await openDatabase({ dataDir, url });
    try {
      return await move(from.database, to.database);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
