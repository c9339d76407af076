/** Benchmarks in a real browser, one at a time: `npm run bench:start`. Chromium alone, because it is timed in one browser. */
import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

export default defineConfig({
  ...base,
  testDir: "tests/bench",
  workers: 1,
  use: { ...base.use, screenshot: "off" },
  projects: (base.projects ?? []).filter(({ name }) => name === "chromium"),
});
