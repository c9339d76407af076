/** The engine artefact, bundled from the sources as they are: what is played and what is shipped. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleEngine } from "../../scripts/lib/engine.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Engine = typeof import("../../src/case/engine.ts");

/** The hash by which recordings would name the sources as they are. */
export async function sourcesEngineHash(): Promise<string> {
  const { hash } = await bundleEngine(ROOT, path.join(ROOT, "src/case/engine.ts"));
  return hash;
}

/** Bundles and loads the engine; it runs twice as fast as the sources through a test runner. */
export async function loadBuiltEngine(): Promise<Engine> {
  const { code, file } = await bundleEngine(ROOT, path.join(ROOT, "src/case/engine.ts"));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-built-"));
  try {
    fs.writeFileSync(path.join(folder, file), code);
    return await import(/* @vite-ignore */ pathToFileURL(path.join(folder, file)).href);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
