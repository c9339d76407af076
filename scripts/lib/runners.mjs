/** The runners that npm test adds up. Each one gives counts; the numbers come from machine-readable reports. */
import fs from "node:fs";
import path from "node:path";
import { ensureApp, ensureEngine } from "./build.mjs";
import { playwrightCounts, settle, verdict, vitestCounts } from "./counts.mjs";
import { ROOT } from "./paths.mjs";
import { plainLog, runNode, say } from "./run.mjs";

/** @typedef {import("./counts.mjs").Counts} Counts */

const REPORTS = path.join(ROOT, "test-results");

/** @type {readonly { name: string, pkg: string, bin: string, args: string[] }[]} */
const STATIC_CHECKS = [
  { name: "format", pkg: "@biomejs/biome", bin: "biome", args: ["check", "."] },
  {
    name: "lint",
    pkg: "oxlint",
    bin: "oxlint",
    args: ["--type-aware", "--quiet", "src", "tests", "scripts"],
  },
  { name: "types, pure rooms", pkg: "typescript", bin: "tsc", args: ["-p", "tsconfig.pure.json"] },
  { name: "types", pkg: "typescript", bin: "tsc", args: ["-p", "tsconfig.json"] },
  { name: "dead code", pkg: "knip", bin: "knip", args: ["--no-progress"] },
];

/** The JavaScript file behind a package's command. */
function commandFile(/** @type {string} */ pkg, /** @type {string} */ bin) {
  const dir = path.join(ROOT, "node_modules", pkg);
  const { bin: bins } = JSON.parse(fs.readFileSync(path.join(dir, "package.json"), "utf8"));
  return path.join(dir, typeof bins === "string" ? bins : bins[bin]);
}

/** Says how a check went, with its output when it failed. */
function report(
  /** @type {string} */ name,
  /** @type {boolean} */ ok,
  /** @type {string} */ output,
) {
  if (!ok && output.trim() !== "") say(`\n${output.trim()}\n`);
  say(`${ok ? "ok    " : "FAILED"} ${name}`);
}

/** Format, lint, types twice and dead code, side by side: each is one check. */
export async function runStaticChecks() {
  const results = await Promise.all(
    STATIC_CHECKS.map(async ({ name, pkg, bin, args }) => ({
      name,
      ...(await runNode([commandFile(pkg, bin), ...args], { capture: true, env: plainLog() })),
    })),
  );
  return results.map(({ name, code, output }) => {
    report(name, code === 0, output);
    return verdict(code === 0);
  });
}

/** @returns {any} the parsed report, or undefined when the runner never wrote one */
function readReport(/** @type {string} */ file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined;
}

/**
 * @param {string} name
 * @param {number} code
 * @param {Counts | undefined} counts
 */
function conclude(name, code, counts) {
  const settled = settle(code, counts);
  if (settled.complaint !== "") say(`FAILED ${name}: it ${settled.complaint}.`);
  return settled.counts;
}

/** Every test that needs no browser. */
export async function runUnit(/** @type {readonly string[]} */ filters) {
  const file = path.join(REPORTS, "vitest.json");
  fs.rmSync(file, { force: true });
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runNode([commandFile("vitest", "vitest"), ...args, ...filters], {
    env: plainLog(),
  });
  const result = readReport(file);
  return conclude("vitest", code, result && vitestCounts(result));
}

/** Engine and app, as npm start would build them. */
export async function runBuild() {
  try {
    await ensureEngine();
    await ensureApp();
    report("build", true, "");
    return verdict(true);
  } catch (error) {
    report("build", false, error instanceof Error ? error.message : String(error));
    return verdict(false);
  }
}

/**
 * The tests in real browsers, against the built server on a free port.
 * @param {readonly string[]} filters
 * @param {number} port
 */
export async function runBrowserTests(filters, port) {
  const file = path.join(REPORTS, "playwright.json");
  fs.rmSync(file, { force: true });
  const { code } = await runNode(
    [commandFile("@playwright/test", "playwright"), "test", ...filters],
    {
      env: { ONBYPASS_E2E_PORT: String(port), ONBYPASS_E2E_REPORT: file },
    },
  );
  const result = readReport(file);
  return conclude("Playwright", code, result && playwrightCounts(result));
}
