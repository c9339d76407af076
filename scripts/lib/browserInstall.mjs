/**
 * Sees to it that there is a browser to test in. Browsers that are there are used; on a person's
 * machine Playwright's own installer may add one; system packages are touched only where CI is set.
 */
import fs from "node:fs";
import path from "node:path";
import { findBrowsers } from "../../tests/support/browsers.ts";
import { ROOT } from "./paths.mjs";
import { run, runNode, say } from "./run.mjs";

/** @typedef {import("../../tests/support/browsers.ts").BrowserName} BrowserName */

/** Debian's packages. @type {Record<BrowserName, string>} */
const PACKAGES = { chromium: "chromium", firefox: "firefox-esr" };

const canUseApt = () =>
  process.platform === "linux" && process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get");

/** Installs what is missing of both browsers, quietly; a failure shows when we look again. */
async function installWithApt(/** @type {readonly BrowserName[]} */ missing) {
  const packages = missing.map((name) => PACKAGES[name]);
  say(`Installing ${packages.join(" and ")} with apt-get.`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const update = await run("apt-get", ["update", "-q"], { capture: true, env });
  const args = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  const install = await run("apt-get", args, { capture: true, env });
  if (install.code !== 0) say(`${update.output}${install.output}`.trim());
}

/** @returns {Promise<string | undefined>} what is wrong, in one sentence */
export async function ensureBrowsers() {
  try {
    return await findOrInstall();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function findOrInstall() {
  /** @type {readonly BrowserName[]} */
  const all = ["chromium", "firefox"];
  const missing = () => {
    const found = findBrowsers().map(({ name }) => name);
    return all.filter((name) => !found.includes(name));
  };
  if (missing().length === 0) return undefined;
  const isCi = (process.env.CI ?? "") !== "" && process.env.CI !== "false";
  if (isCi && canUseApt()) {
    await installWithApt(missing());
  } else if (missing().length === all.length && !isCi) {
    say("No browser was found; asking Playwright to install Chromium.");
    const cli = path.join(ROOT, "node_modules/@playwright/test/cli.js");
    await runNode([cli, "install", "chromium"]);
  }
  const absent = missing();
  if (absent.length < all.length) {
    for (const name of absent) say(`No ${name} was found: its tests are left out.`);
    return undefined;
  }
  return "no browser was found and none could be installed; install Chromium or Firefox, or set CHROMIUM_PATH, or run with E2E=off.";
}
