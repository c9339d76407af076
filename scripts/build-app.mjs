/** Builds the browser app into dist/app, compressed files included. The old build stays until the new one is whole. */
import "./lib/requireNode.mjs";
import fs from "node:fs";
import path from "node:path";
import { build } from "vite";
import { compressFolder } from "./lib/compress.mjs";
import { APP_DIR, BUILT_ENGINES_DIR, DIST, ROOT } from "./lib/paths.mjs";
import { fail, PlainError } from "./lib/run.mjs";
import { buildServiceWorker } from "./lib/serviceWorker.mjs";

async function main() {
  if (!fs.existsSync(path.join(ROOT, "index.html"))) {
    throw new PlainError("There is no index.html, so there is no app to build.");
  }
  const fresh = path.join(DIST, `app-${process.pid}`);
  const aside = path.join(DIST, `app-${process.pid}-old`);
  try {
    await build({ root: ROOT, logLevel: "warn", build: { outDir: fresh, emptyOutDir: true } });
    await compressFolder(fresh, APP_DIR);
    await buildServiceWorker(fresh, BUILT_ENGINES_DIR);
    if (fs.existsSync(APP_DIR)) fs.renameSync(APP_DIR, aside);
    fs.renameSync(fresh, APP_DIR);
  } catch (error) {
    // The bundler's message names file and line; its own stack adds nothing.
    throw new PlainError(error instanceof Error ? error.message : String(error));
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

main().catch(fail);
