/** npm run -s onbypass -- …: the command line. Prints nothing of its own on stdout. */
import "./lib/requireNode.mjs";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ensureEngine } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { ROOT } from "./lib/paths.mjs";
import { fail, PlainError } from "./lib/run.mjs";

const MAIN = path.join(ROOT, "src/cli/main.ts");

async function main() {
  await ensureInstalled();
  await ensureEngine();
  if (!fs.existsSync(MAIN)) throw new PlainError("There is no src/cli/main.ts yet to run.");
  const loader = import.meta.resolve("tsx");
  const child = spawn(process.execPath, ["--import", loader, MAIN, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  // The terminal sends Ctrl+C to both; a signal sent to us alone is handed on.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", fail);
  child.on("close", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}

main().catch(fail);
