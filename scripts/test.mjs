/**
 * npm test: the only command after a clone. Installs what is missing, runs every check there is, and
 * ends with one line that adds them all up.
 */
import "./lib/requireNode.mjs";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { sumUp, verdict } from "./lib/counts.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { fail, PlainError, say } from "./lib/run.mjs";
import { runBrowserTests, runBuild, runStaticChecks, runUnit } from "./lib/runners.mjs";

/** @typedef {import("./lib/counts.mjs").Counts} Counts */

const HELP = `Runs every check: format, lint, types, dead code, tests, build, tests in browsers.

  npm test [-- options] [filters]

  --only static|unit|e2e   one part: the static checks, the tests without a browser, or those with one
  filters                  file name parts or runner options after --only unit or --only e2e,
                           for example: npm test -- --only unit kernel

  E2E=off                  leaves the browser tests out, and counts them as skipped
  CHROMIUM_PATH, FIREFOX_PATH   browsers to use instead of those found
  CI=true                  may install browsers with apt-get (on Debian, as root)

The last line reads "N passed, N failed", with ", N skipped" when something was.`;

const PARTS = ["static", "unit", "e2e"];

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { only: { type: "string" }, help: { type: "boolean", default: false } },
    });
    if (values.only !== undefined && !PARTS.includes(values.only)) {
      throw new PlainError(`--only takes ${PARTS.join(", ")}; "${values.only}" is none of them.`);
    }
    if (positionals.length > 0 && values.only !== "unit" && values.only !== "e2e") {
      throw new PlainError("A filter needs --only unit or --only e2e before it.");
    }
    return { only: values.only, filters: positionals, help: values.help };
  } catch (error) {
    if (error instanceof PlainError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new PlainError(`${message}\nSee: npm test -- --help`);
  }
}

/** @returns {Promise<number>} a port that was free a moment ago */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Build and browser tests; without a browser it is one failure with one sentence.
 * @param {readonly string[]} filters
 */
async function runInBrowsers(filters) {
  if (process.env.E2E === "off") {
    say("skipped browser tests (E2E=off)");
    return [await runBuild(), { passed: 0, failed: 0, skipped: 1 }];
  }
  const { register } = await import("tsx/esm/api");
  register();
  const { ensureBrowsers } = await import("./lib/browserInstall.mjs");
  const problem = await ensureBrowsers();
  const built = await runBuild();
  if (problem !== undefined) {
    say(`FAILED browser tests: ${problem}`);
    return [built, verdict(false)];
  }
  if (built.failed > 0) {
    say("FAILED browser tests: there is no build to test.");
    return [built, verdict(false)];
  }
  return [built, await runBrowserTests(filters, await freePort())];
}

/** The closing line and the exit code. */
function conclude(/** @type {readonly Counts[]} */ counts) {
  const { line, isGood } = sumUp(counts);
  console.log(line);
  process.exitCode = isGood ? 0 : 1;
}

async function main() {
  const { only, filters, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  try {
    await ensureInstalled();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    say(error.message);
    conclude([verdict(false)]);
    return;
  }
  const runs = (/** @type {string} */ part) => only === undefined || only === part;

  /** @type {Counts[]} */
  const counts = [];
  if (runs("static")) counts.push(...(await runStaticChecks()));
  if (runs("unit")) counts.push(await runUnit(filters));
  if (runs("e2e")) counts.push(...(await runInBrowsers(filters)));
  conclude(counts);
}

main().catch(fail);
