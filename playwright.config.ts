/**
 * Tests in real browsers, against the built server. One project for each browser found on this
 * machine (tests/support/browsers.ts).
 */
import { defineConfig, type Project } from "@playwright/test";
import { type FoundBrowser, findBrowsers } from "./tests/support/browsers.ts";

const port = Number(process.env["ONBYPASS_E2E_PORT"] ?? 4466);
const reportFile = process.env["ONBYPASS_E2E_REPORT"];
const baseURL = `http://127.0.0.1:${port}`;

/** Keeps Chromium from calling home, and lets sound start without a hand on the mouse. */
const CHROMIUM_ARGS = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--mute-audio",
  "--autoplay-policy=no-user-gesture-required",
];

/** What may differ between engines: pages and their accessibility, storage, and the world's arithmetic. */
const SECOND_BROWSER = /(offline|pages|recording|serving)\.spec\.ts$/;

function projectFor({ name, path, isManaged }: FoundBrowser): Project {
  if (name === "chromium") {
    const launchOptions = { args: CHROMIUM_ARGS, ...(isManaged ? {} : { executablePath: path }) };
    return { name, use: { browserName: name, launchOptions } };
  }
  // A stock Firefox is driven over WebDriver BiDi through this channel; Playwright's own is not.
  const stock = { channel: "moz-firefox", launchOptions: { executablePath: path } };
  return {
    name,
    use: { browserName: name, ...(isManaged ? {} : stock) },
    testMatch: SECOND_BROWSER,
  };
}

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  projects: findBrowsers().map(projectFor),
  workers: process.env["ONBYPASS_E2E_WORKERS"] ? Number(process.env["ONBYPASS_E2E_WORKERS"]) : 2,
  // Both are for a page that hangs, on a machine that others share. How soon things happen is for the benchmarks.
  timeout: 240_000, // ms
  expect: { timeout: 15_000 }, // ms
  forbidOnly: process.env["CI"] !== undefined,
  // Cases are played in real time; a stall of a shared machine is told as "flaky" and is no failure.
  retries: process.env["CI"] === undefined ? 0 : 1,
  reporter: reportFile ? [["list"], ["json", { outputFile: reportFile }]] : [["list"]],
  use: {
    baseURL,
    viewport: { width: 1280, height: 720 },
    // Each test is a first visit, and would keep the whole app for a later one that never comes. Those about it allow it.
    serviceWorkers: "block",
    // A trace photographs the page at every step, which costs a third of the time: ask with --trace on.
    trace: "off",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    url: baseURL,
    timeout: 120_000, // ms; building what is stale included
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
