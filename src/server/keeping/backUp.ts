/**
 * Copies a data folder while its server goes on: the database as one moment of it (SQLite's own VACUUM
 * INTO), then the engines, which are never taken away, and the key. The copy is opened and read before
 * anybody relies on it.
 */
import fs from "node:fs";
import Database from "libsql";
import { failure, type Problem, type Result } from "../../kernel/result.ts";
import type { KeptCheck } from "./checkKept.ts";
import { databaseFile, enginesIn, keysIn } from "./dataFolder.ts";
import { withStaged } from "./staged.ts";

const BUSY_MS = 10_000;

const backUpProblems = {
  nothing: (dataDir: string): Problem => ({
    code: "backUp.nothing",
    place: dataDir,
    sentence: "There is no SQLite database in this folder.",
    remedy: "Name the data folder in ONBYPASS_DATA. PostgreSQL is copied with pg_dump.",
  }),
  taken: (folder: string): Problem => ({
    code: "backUp.taken",
    place: folder,
    sentence: "There is something in this folder already.",
    remedy: "Name a new folder, so that no earlier copy is lost.",
  }),
} as const;

/** A folder to copy into; one that holds something may hold an earlier copy. */
const isEmpty = (folder: string): boolean =>
  !fs.existsSync(folder) || fs.readdirSync(folder).length === 0;

function copyDatabase(from: string, to: string): void {
  const source = new Database(from);
  source.pragma(`busy_timeout = ${BUSY_MS}`);
  source.prepare("vacuum into ?").run(`${to}.part`);
  source.close();
  const copy = fs.openSync(`${to}.part`, "r+");
  fs.fsyncSync(copy);
  fs.closeSync(copy);
  fs.renameSync(`${to}.part`, to);
}

/** @param withKey whoever has the key can sign; a copy that goes elsewhere may do without it */
export async function backUp(
  dataDir: string,
  folder: string,
  withKey: boolean,
): Promise<Result<KeptCheck>> {
  if (!fs.existsSync(databaseFile(dataDir))) return failure(backUpProblems.nothing(dataDir));
  if (!isEmpty(folder)) return failure(backUpProblems.taken(folder));
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  copyDatabase(databaseFile(dataDir), databaseFile(folder));
  for (const part of [enginesIn, ...(withKey ? [keysIn] : [])]) {
    if (fs.existsSync(part(dataDir))) fs.cpSync(part(dataDir), part(folder), { recursive: true });
  }
  return withStaged(folder, folder, async ({ kept }) => kept);
}
