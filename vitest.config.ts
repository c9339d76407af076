/** Every test that needs no browser. Browser tests: playwright.config.ts. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/{unit,property,golden,replay,validation,contract,architecture}/**/*.test.ts"],
    pool: "threads",
    maxWorkers: 2,
    isolate: false,
    testTimeout: 90_000, // ms; property tests run whole simulated minutes, and machines are shared
    hookTimeout: 120_000, // ms; some hooks build an engine
  },
});
