/** Builds the engine artefact: dist/engines/engine-<hash>.mjs and current.json, kept in the data folder too. */
import "./lib/requireNode.mjs";
import fs from "node:fs";
import path from "node:path";
import { compressFolder } from "./lib/compress.mjs";
import { bundleEngine, storeEngine } from "./lib/engine.mjs";
import { BUILT_ENGINES_DIR, KEPT_ENGINES_DIR, ROOT } from "./lib/paths.mjs";
import { fail, say } from "./lib/run.mjs";

const ENTRY = path.join(ROOT, "src/case/engine.ts");

async function main() {
  if (!fs.existsSync(ENTRY)) {
    say("There is no src/case/engine.ts yet, so no engine was built.");
    return;
  }
  const engine = await bundleEngine(ROOT, ENTRY);
  storeEngine(engine, { builtDir: BUILT_ENGINES_DIR, keptDir: KEPT_ENGINES_DIR });
  await compressFolder(BUILT_ENGINES_DIR, BUILT_ENGINES_DIR);
  say(`Engine ${engine.hash}, ${Math.round(engine.code.length / 1024)} KiB.`);
}

main().catch(fail);
