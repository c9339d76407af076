/** Engines on disk: the one that was built last, and every one that was kept, by the hash of its bytes. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { failure, type Result, success } from "../kernel/result.ts";
import type { Engine } from "../session/engine.ts";
import { recordingProblems } from "../session/recordingProblems.ts";
import { refuse } from "./command.ts";
import { DATA_DIR, ROOT } from "./dataFolder.ts";
import { EXIT } from "./exitCodes.ts";

const BUILT = path.join(ROOT, "dist/engines");
const KEPT = path.join(DATA_DIR, "engines");
const HASH_DIGITS = 16;

export interface LoadedEngine {
  readonly engine: Engine;
  readonly hash: string;
}

/** Where the engine with this hash is kept, or undefined. */
export function engineFile(hash: string): string | undefined {
  return [BUILT, KEPT]
    .map((dir) => path.join(dir, `engine-${hash}.mjs`))
    .find((one) => fs.existsSync(one));
}

/** The engine with this hash; a file that is not what its name says is refused. */
export async function loadEngineByHash(hash: string): Promise<Result<Engine>> {
  const file = engineFile(hash);
  if (file === undefined) return failure(recordingProblems.missingEngine(hash));
  const found = createHash("sha256").update(fs.readFileSync(file)).digest("hex");
  if (found.slice(0, HASH_DIGITS) !== hash) {
    return failure({
      code: "engine.changed",
      place: file,
      sentence: "This engine is not what its name says: its bytes were changed.",
      remedy: "Delete it and build again, or copy it again from where it was kept.",
    });
  }
  return success((await import(pathToFileURL(file).href)) as Engine);
}

/** The engine built last. */
export async function loadCurrentEngine(): Promise<LoadedEngine> {
  const current = path.join(BUILT, "current.json");
  if (!fs.existsSync(current)) {
    return refuse(
      {
        code: "engine.notBuilt",
        place: "dist/engines",
        sentence: "No engine has been built.",
        remedy: "Run: npm run build:engine",
      },
      EXIT.noEngine,
    );
  }
  const { hash } = JSON.parse(fs.readFileSync(current, "utf8")) as { readonly hash: string };
  const loaded = await loadEngineByHash(hash);
  if (!loaded.ok) return refuse(loaded.problems[0]!, EXIT.noEngine);
  return { engine: loaded.value, hash };
}
