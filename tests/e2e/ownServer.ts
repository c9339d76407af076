/** A server of a test's own, with an empty data folder: what it prints at its first start is read. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const START_MS_MAX = 30_000;

export interface OwnServer {
  /** For example http://127.0.0.1:41234 */
  readonly origin: string;
  /** The link that makes the administrator. */
  readonly firstLink: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

export async function startOwnServer(): Promise<OwnServer> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-e2e-"));
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs", "--port", "0"], {
    cwd: ROOT,
    env: { ...env, ONBYPASS_DATA: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const firstLink = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The server did not start:\n${printed}`)),
      START_MS_MAX,
    );
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const [link] = /http:\S+#\/welcome\/[\w-]+(?=\s)/.exec(printed) ?? [];
      if (link === undefined) return;
      clearTimeout(late);
      resolve(link);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", () => reject(new Error(`The server stopped:\n${printed}`)));
  });
  return {
    origin: new URL(firstLink).origin,
    firstLink,
    dataDir,
    async stop() {
      const gone = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await gone;
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
