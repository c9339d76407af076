/** Builds what is stale, and only that. */
import fs from "node:fs";
import path from "node:path";
import { APP_DIR, BUILT_ENGINES_DIR, DIST, KEPT_ENGINES_DIR, ROOT } from "./paths.mjs";
import { PlainError, plainLog, runNode, say } from "./run.mjs";
import { hashSources, readStamp, writeWhole } from "./stamp.mjs";

const PURE_ROOMS =
  "kernel physiology machine world scenario scoring case session records description tokens";

const ENGINE_SOURCES = [
  ...PURE_ROOMS.split(" ").map((room) => `src/${room}`),
  "package-lock.json",
  "tsconfig.json",
  "scripts/build-engine.mjs",
  "scripts/lib/engine.mjs",
];
const APP_SOURCES = [
  "index.html",
  "src",
  "public",
  "assets",
  "scenarios",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "scripts/build-app.mjs",
  "scripts/lib/compress.mjs",
  "scripts/lib/serviceWorker.mjs",
  // The service worker keeps the engine, so it is made anew with it.
  "scripts/build-engine.mjs",
  "scripts/lib/engine.mjs",
];

/** True when the engine that current.json names is in the build folder and in the data folder. */
function currentEngineIsThere() {
  const current = path.join(BUILT_ENGINES_DIR, "current.json");
  if (!fs.existsSync(current)) return !fs.existsSync(path.join(ROOT, "src/case/engine.ts"));
  const { file } = JSON.parse(fs.readFileSync(current, "utf8"));
  return [BUILT_ENGINES_DIR, KEPT_ENGINES_DIR].every((dir) => fs.existsSync(path.join(dir, file)));
}

/**
 * @param {{ what: string, script: string, sources: string[], isThere: () => boolean }} part
 */
async function ensureBuilt({ what, script, sources, isThere }) {
  const stamp = path.join(DIST, `${what}.stamp`);
  const wanted = hashSources(sources);
  if (readStamp(stamp) === wanted && isThere()) return;
  say(`Building the ${what}.`);
  const { code } = await runNode([path.join(ROOT, "scripts", script)], { env: plainLog() });
  if (code !== 0) throw new PlainError(`The ${what} could not be built; the reason is above.`);
  writeWhole(stamp, wanted);
}

export function ensureEngine() {
  return ensureBuilt({
    what: "engine",
    script: "build-engine.mjs",
    sources: ENGINE_SOURCES,
    isThere: currentEngineIsThere,
  });
}

const CATALOGUE = path.join(ROOT, "public/scenarios/catalogue.json");
const SCENARIO_SOURCES = [
  "scenarios",
  "src/cli",
  "scripts/build-scenarios.mjs",
  ...ENGINE_SOURCES.filter((source) => source.startsWith("src/")),
];

/** Everything that what is served is made from. */
export const SOURCES = [...new Set([...ENGINE_SOURCES, ...APP_SOURCES, ...SCENARIO_SOURCES])];

function ensureScenarios() {
  return ensureBuilt({
    what: "scenario catalogue",
    script: "build-scenarios.mjs",
    sources: SCENARIO_SOURCES,
    isThere: () => fs.existsSync(CATALOGUE),
  });
}

export async function ensureApp() {
  await ensureScenarios();
  await ensureBuilt({
    what: "app",
    script: "build-app.mjs",
    sources: APP_SOURCES,
    isThere: () => fs.existsSync(path.join(APP_DIR, "index.html")),
  });
}
