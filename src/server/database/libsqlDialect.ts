/**
 * SQLite in a file of the data folder. Every commit is on the disk before it counts
 * (`synchronous=FULL`), and readers do not wait for the writer (write-ahead log).
 */
import type { Dialect } from "kysely";
import { SqliteDialect } from "kysely";
import Database from "libsql";

const BUSY_MS = 5_000; // a backup or a second tool may hold the file for a moment

export function libsqlDialect(file: string): Dialect {
  return new SqliteDialect({
    database: async () => {
      const database = new Database(file);
      database.pragma("journal_mode = WAL");
      database.pragma("synchronous = FULL");
      database.pragma("foreign_keys = ON");
      database.pragma(`busy_timeout = ${BUSY_MS}`);
      return database;
    },
  });
}
