/**
 * The one way a host begins a case: the setup is put in canonical order first, so that the order of
 * keys in a file, a store or a message can never change what happens.
 */
import { canonicalJson } from "../kernel/canonicalJson.ts";
import type { Result } from "../kernel/result.ts";
import type { Engine, EngineCase } from "./engine.ts";

export function openCase(engine: Engine, caseSetup: unknown): Result<EngineCase> {
  return engine.createCase(JSON.parse(canonicalJson(caseSetup)));
}
