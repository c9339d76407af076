/**
 * A PostgreSQL server of the tests' own, with the binaries found on this machine, in a folder that is
 * thrown away. Tests ask for it and are skipped, loudly, where there is none.
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";

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
  stop(): void;
}

/** @param settings lines for the server's configuration; by default it does not wait for the disk */
export function startPostgres(settings: readonly string[] = ["fsync=off"]): Postgres {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-pg-"));
  const { uid, gid } = runAs();
  if (uid !== undefined && gid !== undefined) fs.chownSync(folder, uid, gid);
  const data = path.join(folder, "data");
  runProgram("initdb", ["-D", data, "-U", "onbypass", "-A", "trust", "--no-sync"], folder);
  const options = ["listen_addresses=''", `unix_socket_directories='${folder}'`, ...settings];
  const words = options.map((one) => `-c ${one}`).join(" ");
  const log = path.join(folder, "log");
  runProgram("pg_ctl", ["-D", data, "-w", "-l", log, "-o", words, "start"], folder);
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
    stop() {
      runProgram("pg_ctl", ["-D", data, "-m", "immediate", "stop"], folder);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
