/**
 * A PostgreSQL server of the tests' own, with the binaries found on this machine, in a folder that is
 * thrown away. Tests ask for it and are skipped, loudly, where there is none.
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const CRASH_WAIT_MS = 50;

/** Where packages put the server's programs when they are not on the PATH. */
const FOLDERS = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

function programFolders(): string[] {
  const onPath = (process.env["PATH"] ?? "").split(path.delimiter);
  const packaged = FOLDERS.flatMap((folder) =>
    fs.existsSync(folder)
      ? fs.readdirSync(folder).map((version) => path.join(folder, version, "bin"))
      : [],
  );
  return [...onPath, ...packaged];
}

const BIN = programFolders().find((folder) =>
  ["initdb", "pg_ctl", "postgres"].every((name) => fs.existsSync(path.join(folder, name))),
);

export const HAS_POSTGRES = BIN !== undefined;
if (!HAS_POSTGRES) {
  console.warn("No PostgreSQL server was found on this machine: tests of it are skipped.");
}

/** PostgreSQL refuses to run as root; its package makes a user for it. */
function runAs(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(spawnSync("id", [flag, "postgres"]).stdout.toString());
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Runs a program of PostgreSQL that talks to a server and need not be its user. */
export function runPostgresTool(name: "pg_dump" | "pg_restore", args: readonly string[]): void {
  const folder = programFolders().find((one) => fs.existsSync(path.join(one, name)));
  if (folder === undefined) throw new Error(`${name} is not on this machine.`);
  const found = spawnSync(path.join(folder, name), args, { stdio: ["ignore", "ignore", "pipe"] });
  if (found.status !== 0) throw new Error(`${name} failed: ${found.stderr.toString()}`);
}

function runProgram(name: string, args: readonly string[], cwd: string): void {
  const found = spawnSync(path.join(BIN as string, name), args, {
    ...runAs(),
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (found.status !== 0) throw new Error(`${name} failed: ${found.stderr.toString()}`);
}

export interface Postgres {
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Ends at once and whole, as when a machine loses its power; start reads its files again. Linux only. */
  crash(): Promise<void>;
  start(): void;
  /** Ends for good, and leaves nothing behind. */
  stop(): void;
}

/**
 * @param settings lines for the server's configuration; by default it does not wait for the disk
 * @param disk where its data stand; by default where temporary files do
 */
export function startPostgres(
  settings: readonly string[] = ["fsync=off"],
  disk?: string,
): Postgres {
  const ownFolder = (parent: string): string => {
    const made = fs.mkdtempSync(path.join(parent, "onbypass-pg-"));
    const { uid, gid } = runAs();
    if (uid !== undefined && gid !== undefined) fs.chownSync(made, uid, gid);
    return made;
  };
  const folder = ownFolder(os.tmpdir());
  const data = path.join(ownFolder(disk ?? os.tmpdir()), "data");
  const quickly = disk === undefined ? ["--no-sync"] : [];
  runProgram("initdb", ["-D", data, "-U", "onbypass", "-A", "trust", ...quickly], folder);
  const options = ["listen_addresses=''", `unix_socket_directories='${folder}'`, ...settings];
  const words = options.map((one) => `-c ${one}`).join(" ");
  const log = path.join(folder, "log");
  let pid = 0;
  const start = (): void => {
    runProgram("pg_ctl", ["-D", data, "-w", "-l", log, "-o", words, "start"], folder);
    pid = Number(fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  };
  start();
  const address = (name: string) =>
    `postgres://onbypass@localhost/${name}?host=${encodeURIComponent(folder)}`;
  return {
    async createDatabase() {
      const client = new pg.Client({ connectionString: address("postgres") });
      await client.connect();
      const name = `test_${randomBytes(6).toString("hex")}`;
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    async crash() {
      const helpers = String(spawnSync("pgrep", ["-P", String(pid)]).stdout).split("\n");
      spawnSync("kill", ["-KILL", String(pid), ...helpers.filter(Boolean)]); // some have ended already
      // Its lock files name a process: another may not start while that one is there.
      while (spawnSync("kill", ["-0", String(pid)]).status === 0) await pause(CRASH_WAIT_MS);
    },
    start,
    stop() {
      runProgram("pg_ctl", ["-D", data, "-m", "immediate", "stop"], folder);
      for (const one of [folder, path.dirname(data)]) {
        fs.rmSync(one, { recursive: true, force: true });
      }
    },
  };
}
