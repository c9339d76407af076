/** What lies in the data folder, and whether a server works with it. */
import fs from "node:fs";
import path from "node:path";
import Database from "libsql";
import { SQLITE_FILE } from "../database/openDatabase.ts";

export const databaseFile = (dataDir: string): string => path.join(dataDir, SQLITE_FILE);
export const enginesIn = (dataDir: string): string => path.join(dataDir, "engines");
export const keysIn = (dataDir: string): string => path.join(dataDir, "keys");

/** Whether a server, or anybody else, has the database open: then nobody can have it alone. */
export function isDatabaseInUse(dataDir: string): boolean {
  const file = databaseFile(dataDir);
  if (!fs.existsSync(file)) return false;
  const probe = new Database(file);
  try {
    probe.exec("pragma busy_timeout = 0; pragma locking_mode = exclusive");
    probe.exec("begin exclusive; commit");
    return false;
  } catch {
    return true;
  } finally {
    probe.close();
  }
}
