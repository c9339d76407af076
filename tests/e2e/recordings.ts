/** Recordings for browser tests, made by the command line with the engine that the server has. */
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { openLanding } from "./theatre.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

/** Runs `onbypass` and gives what it wrote. */
export async function onbypass(...args: string[]): Promise<string> {
  const main = path.join(ROOT, "src/cli/main.ts");
  const { stdout } = await run(process.execPath, ["--import", "tsx", main, ...args], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** A file with a whole case, played without a screen; nobody does anything unless acts are given. */
export async function playedRecording(
  variant = "a",
  acts: readonly object[] = [],
): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-e2e-"));
  const file = path.join(folder, `idle-${variant}.onbypass.json`);
  const actsFile = path.join(folder, "acts.json");
  fs.writeFileSync(actsFile, JSON.stringify(acts));
  const given = acts.length === 0 ? [] : ["--actions", actsFile];
  const which = ["--variant", variant, "--seed", "29", "--every", "60"];
  await onbypass("run", ...which, ...given, "--record", file);
  return file;
}

/** Takes a file in on the first page; it opens as a debrief. */
export async function importRecording(page: Page, file: string): Promise<void> {
  await openLanding(page);
  await page.getByLabel(/Choose or drop a recording/).setInputFiles(file);
  await expect(page).toHaveURL(/#\/debrief\//);
}
