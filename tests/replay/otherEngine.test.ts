/**
 * A recording belongs to the engine that made it. When another build is installed, the old one is
 * still found by its hash and gives the same hashes; the new one, given the same log, does not.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bundleEngine, storeEngine } from "../../scripts/lib/engine.mjs";
import type { Recording } from "../../src/session/contract/recording.ts";
import type { Engine } from "../../src/session/engine.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PLAYED_TICKS = 60 * 50;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-replay-"));
/** In the project, so that the copied sources find the same libraries. */
const otherSources = fs.mkdtempSync(path.join(ROOT, "node_modules/.onbypass-other-"));

interface Installed {
  readonly hash: string;
  readonly engine: Engine;
}

/** Builds an engine from sources and installs it as the current one. */
async function install(root: string): Promise<string> {
  const built = await bundleEngine(root, path.join(root, "src/case/engine.ts"));
  storeEngine(built, {
    builtDir: path.join(folder, "built"),
    keptDir: path.join(folder, "data/engines"),
  });
  return built.hash;
}

/** The sources with one number of the model changed: a patient who loses heat a little faster. */
function changedSources(): string {
  fs.cpSync(path.join(ROOT, "src"), path.join(otherSources, "src"), { recursive: true });
  fs.copyFileSync(path.join(ROOT, "tsconfig.json"), path.join(otherSources, "tsconfig.json"));
  const file = path.join(otherSources, "src/physiology/patient/organs.ts");
  const text = fs.readFileSync(file, "utf8");
  const changed = text.replace("SKIN_LOSS_KJ_PER_S_C = 0.01;", "SKIN_LOSS_KJ_PER_S_C = 0.011;");
  if (changed === text) throw new Error("The number this test changes is no longer there.");
  fs.writeFileSync(file, changed);
  return otherSources;
}

let first: Installed;
let second: Installed;
let recording: Recording;

beforeAll(async () => {
  process.env["ONBYPASS_DATA"] = path.join(folder, "data");
  // Other tests may have loaded the command line already, with its own data folder.
  vi.resetModules();
  const { loadEngineByHash } = await import("../../src/cli/engineFiles.ts");
  const { loadContent } = await import("../../src/cli/scenarioContent.ts");
  const { runCase } = await import("../../src/cli/caseRunner.ts");
  const load = async (hash: string): Promise<Installed> => {
    const loaded = await loadEngineByHash(hash);
    if (!loaded.ok) throw new Error(loaded.problems[0]?.sentence);
    return { hash, engine: loaded.value };
  };
  first = await load(await install(ROOT));
  ({ recording } = runCase({
    loaded: first,
    content: loadContent("a1-pump-failure"),
    wishes: { variant: "a", seed: 7, mode: "practice" },
    acts: [{ tick: 100, actor: "trainee", action: { type: "gas.setSweep", sweepLpm: 3 } }],
    tickMax: PLAYED_TICKS,
  }));
  second = await load(await install(changedSources()));
}, 60_000);

afterAll(() => {
  for (const one of [folder, otherSources]) fs.rmSync(one, { recursive: true });
});

test("another build is another engine, and the first one is still found by its hash", async () => {
  expect(second.hash).not.toBe(first.hash);
  const current = JSON.parse(fs.readFileSync(path.join(folder, "built/current.json"), "utf8"));
  expect(current.hash).toBe(second.hash);
  expect(recording.engineHash).toBe(first.hash);
});

test("the engine that the recording names gives every hash again", async () => {
  const { createReplay } = await import("../../src/session/replay.ts");
  const { loadEngineByHash } = await import("../../src/cli/engineFiles.ts");
  const engine = await loadEngineByHash(recording.engineHash);
  if (!engine.ok) throw new Error(engine.problems[0]?.sentence);
  const replay = createReplay(engine.value, recording);
  if (!replay.ok) throw new Error(replay.problems[0]?.sentence);
  expect(replay.value.replayTo(recording.endTick)).toBeUndefined();
  expect(replay.value.checkedCount()).toBe(recording.checkpoints.length);
  expect(recording.checkpoints.length).toBe(PLAYED_TICKS / 50);
});

test("the other engine differs at the first checkpoint, and says at which tick", async () => {
  const { createReplay } = await import("../../src/session/replay.ts");
  const replay = createReplay(second.engine, recording);
  if (!replay.ok) throw new Error(replay.problems[0]?.sentence);
  const problem = replay.value.replayTo(recording.endTick);
  expect(problem?.place).toMatch(/tick 50\b/);
});

test("an engine that is nowhere is refused, saying where to get it", async () => {
  const { loadEngineByHash } = await import("../../src/cli/engineFiles.ts");
  const missing = await loadEngineByHash("0123456789abcdef");
  expect(missing.ok).toBe(false);
  if (!missing.ok) expect(missing.problems[0]?.remedy).toMatch(/engine/i);
});
