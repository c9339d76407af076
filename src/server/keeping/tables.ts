/**
 * Every table of the server by what the database itself says of it, so that a table that is added
 * later is copied and compared without being named anywhere.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { canonicalJson } from "../../kernel/canonicalJson.ts";
import type { Database } from "../database/openDatabase.ts";

/** Of Kysely itself: each database has its own. */
const BOOKKEEPING = /^kysely_/;
export const ROWS_AT_ONCE = 500;

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that tell rows apart; what pages are cut by. */
  readonly key: readonly string[];
}

export type Row = Readonly<Record<string, unknown>>;

interface Described extends Table {
  readonly refersTo: readonly string[];
}

async function describe(sqlite: Database, name: string): Promise<Described> {
  const info = await sql<{ readonly name: string; readonly pk: number }>`
    select name, pk from pragma_table_info(${name}) order by cid`.execute(sqlite);
  const links = await sql<{ readonly table: string }>`
    select "table" from pragma_foreign_key_list(${name})`.execute(sqlite);
  const columns = info.rows.map((column) => column.name);
  const key = info.rows.filter(({ pk }) => pk > 0).map((column) => column.name);
  const refersTo = links.rows.map((link) => link.table);
  return { name, columns, key: key.length > 0 ? key : columns, refersTo };
}

/** All tables of a SQLite database, each after those that its rows refer to. */
export async function tablesOf(sqlite: Database): Promise<readonly Table[]> {
  const found = await sqlite.introspection.getTables();
  const names = found.map(({ name }) => name).filter((name) => !BOOKKEEPING.test(name));
  let waiting = await Promise.all(names.sort().map((name) => describe(sqlite, name)));
  const ordered: Table[] = [];
  while (waiting.length > 0) {
    const isWaiting = (name: string, self: string) =>
      name !== self && waiting.some((one) => one.name === name);
    const ready = waiting.filter(
      ({ name, refersTo }) => !refersTo.some((to) => isWaiting(to, name)),
    );
    if (ready.length === 0) throw new Error("Tables refer to one another in a ring.");
    ordered.push(...ready);
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  return ordered;
}

/** A page of a table's rows in the order of its key. */
export async function pageOf(database: Database, table: Table, offset: number): Promise<Row[]> {
  const order = sql.join(table.key.map((column) => sql.ref(column)));
  const page = await sql<Row>`
    select * from ${sql.table(table.name)} order by ${order}
    limit ${ROWS_AT_ONCE} offset ${offset}`.execute(database);
  return page.rows;
}

const DIGEST_BYTES = 32;

/**
 * The rows of a table as one number of rows and one digest, whatever order a database gives them in:
 * the SHA-256 of each row, joined by exclusive or. Rows differ, for each has its key.
 */
export async function digestOf(database: Database, table: Table): Promise<string> {
  const digest = Buffer.alloc(DIGEST_BYTES);
  let count = 0;
  for (;;) {
    const rows = await pageOf(database, table, count);
    for (const row of rows) {
      const one = createHash("sha256")
        .update(canonicalJson({ ...row }))
        .digest();
      for (let at = 0; at < DIGEST_BYTES; at++) digest[at] ^= one[at];
    }
    count += rows.length;
    if (rows.length < ROWS_AT_ONCE) return `${count} rows, ${digest.toString("hex")}`;
  }
}
