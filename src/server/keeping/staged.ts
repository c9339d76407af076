/**
 * A copy of a copy, to open and to read: opening brings the tables up to date, and the copy itself has to
 * stay as it was made.
 */
import fs from "node:fs";
import path from "node:path";
import Database from "libsql";
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { openDatabase } from "../database/openDatabase.ts";
import { checkKept, type KeptCheck } from "./checkKept.ts";
import { databaseFile } from "./dataFolder.ts";

const stagedProblems = {
  none: (folder: string): Problem => ({
    code: "copy.none",
    place: folder,
    sentence: "There is no copy of a database in this folder.",
    remedy: "Name a folder that back-up made.",
  }),
  damaged: (folder: string, reason: string): Problem => ({
    code: "copy.damaged",
    place: folder,
    sentence: `The database in this folder is damaged (${reason}).`,
    remedy: "Take an earlier copy.",
  }),
} as const;

const REASON_LENGTH = 200;

/** Undefined when every page of the file is as it should be. */
function damageIn(file: string): string | undefined {
  const raw = new Database(file);
  try {
    const [{ integrity_check: found }] = raw.pragma("integrity_check") as [
      { readonly integrity_check: string },
    ];
    return found === "ok" ? undefined : found;
  } finally {
    raw.close();
  }
}

async function check(dataDir: string): Promise<KeptCheck> {
  const damage = damageIn(databaseFile(dataDir));
  if (damage !== undefined) throw new Error(damage);
  const { database, close } = await openDatabase({ dataDir });
  try {
    return await checkKept(database);
  } finally {
    await close();
  }
}

export interface Staged {
  /** The database of the copy, in a folder that goes away. */
  readonly dataDir: string;
  readonly kept: KeptCheck;
}

/**
 * Copies the database of a folder to a folder of its own inside `parent`, reads all of it there, and lets
 * it be used.
 */
export async function withStaged<T>(
  folder: string,
  parent: string,
  use: (staged: Staged) => Promise<T>,
): Promise<Result<T>> {
  if (!fs.existsSync(databaseFile(folder))) return failure(stagedProblems.none(folder));
  const dataDir = fs.mkdtempSync(path.join(parent, "reading-"));
  try {
    fs.copyFileSync(databaseFile(folder), databaseFile(dataDir));
    let kept: KeptCheck;
    try {
      kept = await check(dataDir);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return failure(stagedProblems.damaged(folder, reason.slice(0, REASON_LENGTH)));
    }
    return success(await use({ dataDir, kept }));
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}
