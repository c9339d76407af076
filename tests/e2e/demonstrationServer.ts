/** The demonstration server of a test's own, in a data folder that is thrown away. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const START_MS_MAX = 170_000;

export interface Demonstration {
  /** For example http://127.0.0.1:41234 */
  readonly origin: string;
  stop(): Promise<void>;
}

export async function startDemonstration(): Promise<Demonstration> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-e2e-demo-"));
  const { npm_lifecycle_event: _, ...env } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs", "--demo", "--port", "0"], {
    cwd: ROOT,
    env: { ...env, ONBYPASS_DATA: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const origin = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The demonstration did not start:\n${printed}`)),
      START_MS_MAX,
    );
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", () => reject(new Error(`The demonstration stopped:\n${printed}`)));
  });
  return {
    origin,
    async stop() {
      const gone = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await gone;
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
