/** Engines by hash, as the server keeps them. An engine that made a recording is the only one that replays it. */
import { failure, type Result, success } from "../../kernel/result.ts";
import type { Engine } from "../../session/engine.ts";
import { recordingProblems } from "../../session/recordingProblems.ts";

const loaded = new Map<string, Engine>();

export async function loadEngine(engineHash: string): Promise<Result<Engine>> {
  const known = loaded.get(engineHash);
  if (known !== undefined) return success(known);
  try {
    const url = `/engines/engine-${engineHash}.mjs`;
    const engine = (await import(/* @vite-ignore */ url)) as Engine;
    loaded.set(engineHash, engine);
    return success(engine);
  } catch (error) {
    console.warn(`Engine ${engineHash} did not load.`, error);
    return failure(recordingProblems.missingEngine(engineHash));
  }
}
