/** Both databases the server runs on, fresh and empty, for tests that every query has to pass. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe } from "vitest";
import {
  type DatabaseChoice,
  type OpenedDatabase,
  openDatabase,
} from "../../src/server/database/openDatabase.ts";
import { HAS_POSTGRES, type Postgres, startPostgres } from "./postgres.ts";

export interface TestDatabases {
  /** A choice that opens a new, empty database, and the same one when it is opened again. */
  choose(): Promise<DatabaseChoice>;
  /** A new, empty database with its tables; closed and removed when the tests are over. */
  open(): Promise<OpenedDatabase>;
}

function databases(engine: "sqlite" | "postgres"): TestDatabases {
  const folders: string[] = [];
  const opened: OpenedDatabase[] = [];
  let postgres: Postgres | undefined;
  afterAll(async () => {
    for (const one of opened) await one.close();
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
    postgres?.stop();
  });
  const choose = async (): Promise<DatabaseChoice> => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-data-"));
    folders.push(dataDir);
    if (engine === "sqlite") return { dataDir };
    postgres ??= startPostgres();
    return { dataDir, url: await postgres.createDatabase() };
  };
  return {
    choose,
    async open() {
      const one = await openDatabase(await choose());
      opened.push(one);
      return one;
    },
  };
}

/** Describes the same behaviour on SQLite and on PostgreSQL. */
export function describeOnBoth(name: string, tests: (databases: TestDatabases) => void): void {
  describe(`${name}, on SQLite`, () => tests(databases("sqlite")));
  describe.skipIf(!HAS_POSTGRES)(`${name}, on PostgreSQL`, () => tests(databases("postgres")));
}
