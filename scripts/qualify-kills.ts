/**
 * Kills the server with sessions running and reads what was kept: npm run qualify:kills --
 * [--kills 50] [--sessions 5] [--database sqlite|postgres] [--power]. With --power each kill is a cut of
 * the power of the disk that the data stand on: what had not reached it is lost, and PostgreSQL falls with
 * the server. Where strace is installed and may attach, the waits for the disk are counted too. PostgreSQL
 * runs with its fsync on.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createCutDisk, whyNoCutDisk } from "../tests/support/cutDisk.ts";
import { type KillReport, killAgainAndAgain } from "../tests/support/killBench.ts";
import { HAS_POSTGRES, startPostgres } from "../tests/support/postgres.ts";
import { bundleServer } from "../tests/support/serverControl.ts";

const COUNT_MS = 5_000;
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    sessions: { type: "string", default: "5" },
    database: { type: "string", default: "sqlite" },
    power: { type: "boolean", default: false },
  },
});
const killCount = Number(values.kills);
const sessionCount = Number(values.sessions);
const isPostgres = values.database === "postgres";
if (isPostgres && !HAS_POSTGRES) throw new Error("There is no PostgreSQL server on this machine.");

const reason = values.power ? whyNoCutDisk() : undefined;
if (reason !== undefined) throw new Error(reason);

/** Waits for the disk by a process, in a few seconds of load; undefined without strace. */
async function countSyncs(pid: number): Promise<number | undefined> {
  const args = ["-f", "-e", "trace=fsync,fdatasync", "-p", String(pid)];
  const tracer = spawn("strace", args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  tracer.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const hasFailed = await new Promise<boolean>((resolve) => {
    tracer.once("error", () => resolve(true));
    setTimeout(() => resolve(false), COUNT_MS);
  });
  if (hasFailed) return undefined;
  const gone = new Promise((resolve) => tracer.once("close", resolve));
  tracer.kill("SIGINT");
  await gone;
  return said.match(/f(?:data)?sync\(/g)?.length ?? 0;
}

const serverFile = await bundleServer();
const disk = values.power ? createCutDisk() : undefined;
const dataDir = fs.mkdtempSync(path.join(disk?.folder ?? os.tmpdir(), "onbypass-kills-"));
const postgres = isPostgres ? startPostgres(["fsync=on"], disk?.folder) : undefined;
const power = disk && {
  cut: () => disk.cutPower(),
  async restore() {
    await postgres?.crash();
    disk.restorePower();
    postgres?.start();
  },
};
const choice = { dataDir, url: await postgres?.createDatabase() };
/** One session, so that every acknowledgement has a wait of its own. */
async function countOne(): Promise<void> {
  const counting = { dataDir: path.join(dataDir, "count") };
  await killAgainAndAgain({
    choice: counting,
    killCount: 0,
    sessionCount: 1,
    serverFile,
    async onRunning(pid, acknowledged) {
      const before = acknowledged();
      const syncCount = await countSyncs(pid);
      const count = acknowledged() - before;
      process.stdout.write(
        syncCount === undefined
          ? "strace is not here: waits for the disk were not counted.\n"
          : `${count} entries acknowledged, ${syncCount} waits for the disk\n`,
      );
    },
  });
}
let report: KillReport;
try {
  if (!isPostgres) await countOne();
  report = await killAgainAndAgain({
    choice,
    killCount,
    sessionCount,
    serverFile,
    ...(power && { power }),
    onKill(kill, findingCount) {
      if (kill % 10 === 0) process.stdout.write(`${kill} kills, ${findingCount} findings\n`);
    },
  });
} finally {
  postgres?.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
  disk?.remove();
  fs.rmSync(path.dirname(serverFile), { recursive: true, force: true });
}
for (const finding of report.findings) process.stdout.write(`${finding}\n`);
process.stdout.write(
  `${values.database}: ${report.killCount} ${values.power ? "cuts of the power" : "kills"} in ${Math.round(performance.now() / 1000)} s under ${sessionCount} sessions, ` +
    `${report.acknowledgedCount} entries acknowledged, ${report.entryCount} kept, ` +
    `${report.findings.length} findings\n`,
);
process.exitCode = report.findings.length === 0 ? 0 : 1;
