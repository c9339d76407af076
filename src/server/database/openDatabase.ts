/**
 * Opens the database and brings its tables up to date. SQLite in the data folder, or PostgreSQL when
 * there is a URL; the same queries run on both.
 */
import fs from "node:fs";
import path from "node:path";
import { type Dialect, Kysely, Migrator } from "kysely";
import { libsqlDialect } from "./libsqlDialect.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { postgresDialect } from "./postgresDialect.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

export interface DatabaseChoice {
  /** Folder of the SQLite file; made when it is missing. */
  readonly dataDir: string;
  /** A PostgreSQL address; undefined for SQLite. */
  readonly url?: string | undefined;
  /** Called when an idle connection to PostgreSQL breaks; the next query opens a new one. */
  readonly onLeft?: ((error: Error) => void) | undefined;
}

export interface OpenedDatabase {
  readonly database: Database;
  readonly engine: "sqlite" | "postgres";
  readonly close: () => Promise<void>;
}

export const SQLITE_FILE = "onbypass.sqlite";

function dialectFor({ dataDir, url, onLeft = () => undefined }: DatabaseChoice): Dialect {
  if (url !== undefined) return postgresDialect(url, onLeft);
  fs.mkdirSync(dataDir, { recursive: true });
  return libsqlDialect(path.join(dataDir, SQLITE_FILE));
}

/** Runs the migrations that this database has not seen. Throws naming the one that failed. */
async function migrateToLatest(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database,
    // Branches of work number their steps apart; each step stands on the first one alone.
    allowUnorderedMigrations: true,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === "Error")?.migrationName;
  const reason = error instanceof Error ? error.message : "no reason was given";
  throw new Error(
    failed === undefined
      ? `The database could not be brought up to date: ${reason}`
      : `The database could not take the change ${failed}: ${reason}`,
  );
}

export async function openDatabase(choice: DatabaseChoice): Promise<OpenedDatabase> {
  const database: Database = new Kysely<Tables>({ dialect: dialectFor(choice) });
  try {
    await migrateToLatest(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return {
    database,
    engine: choice.url === undefined ? "sqlite" : "postgres",
    close: () => database.destroy(),
  };
}
