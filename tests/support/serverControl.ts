/** Starts the server as a process of its own on this machine, and reads what it costs. */
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { build } from "vite";
import type { DatabaseChoice } from "../../src/server/database/openDatabase.ts";

const START_MS_MAX = 60_000;
const CLOCK_TICKS_PER_S = 100; // of Linux, in /proc

/** CPU a process has taken, in s; 0 where /proc does not say. */
export function cpuSeconds(pid: number): number {
  if (!fs.existsSync(`/proc/${pid}/stat`)) return 0;
  const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_S;
}

/** How long a process's main thread was ready and had no core, in s: what others on the machine took. */
export function coreWaitSeconds(pid: number): number {
  const file = `/proc/${pid}/schedstat`;
  return fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8").split(" ")[1]) / 1e9 : 0;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const ROOT = path.resolve(import.meta.dirname, "../..");
const SOURCE = path.join(import.meta.dirname, "serverProcess.ts");

/** Compiles the server process once; it then starts in a third of the time. Gives the file's path. */
export async function bundleServer(): Promise<string> {
  // Inside node_modules, for packages stay outside the bundle and are found from there.
  const outDir = path.join(ROOT, "node_modules/.cache/onbypass", `server-${process.pid}`);
  const options = { ssr: SOURCE, outDir, target: "node20", minify: false };
  const quiet = { configFile: false, publicDir: false, logLevel: "error" } as const;
  await build({ ...quiet, root: ROOT, build: options });
  return path.join(outDir, "serverProcess.js");
}

/**
 * Resolves once the server listens.
 * @param file what bundleServer made; without it, the sources are compiled as they are read
 */
export async function startServer(
  { dataDir, url }: DatabaseChoice,
  port: number,
  file?: string,
): Promise<ChildProcess> {
  const program = file === undefined ? ["--import", "tsx", SOURCE] : [file];
  const args = [...program, dataDir, String(port), ...(url ? [url] : [])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`No server: ${said}`)), START_MS_MAX);
    child.once("exit", () => reject(new Error(`The server ended: ${said}`)));
    child.stdout?.once("data", () => {
      clearTimeout(late);
      resolve();
    });
  });
  return child;
}
