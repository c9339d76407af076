/** Whole emergencies by hand that take minutes each: `npm run e2e:long`, one at a time and in Chromium alone. */
import { defineConfig } from "@playwright/test";
import bench from "./playwright.bench.config.ts";

export default defineConfig({ ...bench, testDir: "tests/long" });
