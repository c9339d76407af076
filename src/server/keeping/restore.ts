/** Puts a copy back into a data folder that no server works with; what was there is put aside, not lost. */
import fs from "node:fs";
import path from "node:path";
import type { Result } from "../../kernel/result.ts";
import type { KeptCheck } from "./checkKept.ts";
import { databaseFile, enginesIn, keysIn } from "./dataFolder.ts";
import { withStaged } from "./staged.ts";

/** Of a database in a write-ahead log, beside the file itself. */
const COMPANIONS = ["", "-wal", "-shm"] as const;

const isSame = (one: string, other: string): boolean =>
  fs.readFileSync(one).equals(fs.readFileSync(other));

/** Another key than the copy's is put aside: the copy's own signed what is in it. */
function restoreKeys(from: string, to: string, mark: string): void {
  if (!fs.existsSync(from)) return;
  fs.mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of fs.readdirSync(from)) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (fs.existsSync(target) && !isSame(source, target))
      fs.renameSync(target, `${target}.${mark}`);
    fs.copyFileSync(source, target);
    fs.chmodSync(target, 0o600);
  }
}

/** Each file of a database from one folder to another. */
function moveDatabase(from: string, to: string): void {
  for (const companion of COMPANIONS) {
    if (fs.existsSync(`${from}${companion}`))
      fs.renameSync(`${from}${companion}`, `${to}${companion}`);
  }
}

/** @param mark tells what was put aside from what is put there, for example a moment */
export async function restore(
  folder: string,
  dataDir: string,
  mark: string,
): Promise<Result<KeptCheck>> {
  fs.mkdirSync(dataDir, { recursive: true });
  return withStaged(folder, dataDir, async ({ dataDir: staged, kept }) => {
    const file = databaseFile(dataDir);
    moveDatabase(file, `${file}.${mark}`);
    moveDatabase(databaseFile(staged), file);
    if (fs.existsSync(enginesIn(folder))) {
      fs.cpSync(enginesIn(folder), enginesIn(dataDir), { recursive: true });
    }
    restoreKeys(keysIn(folder), keysIn(dataDir), mark);
    return kept;
  });
}
