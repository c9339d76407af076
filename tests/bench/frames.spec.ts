/**
 * Frame times and JavaScript per frame at 1440 x 900 with everything moving, in software rendering:
 * `npm run bench:frames`. What half an hour leaves in memory: heap.spec.ts.
 */
import { expect, test } from "@playwright/test";
import { startCase } from "../e2e/theatre.ts";

const WATCHED_S = 20;
const MEDIAN_MS_MAX = 33;
const SCRIPT_MS_MAX = 6;

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

test("frames", async ({ page }) => {
  test.setTimeout((WATCHED_S + 120) * 1000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { pictures: 0, seed: 29, variant: "a" });
  await page.waitForTimeout(4000);
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const metric = async (name: string): Promise<number> => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  };
  const scriptStartS = await metric("ScriptDuration");
  const gaps = await page.evaluate(
    (forMs) =>
      new Promise<number[]>((resolve) => {
        const found: number[] = [];
        const startMs = performance.now();
        let lastMs = startMs;
        const frame = (nowMs: number) => {
          found.push(nowMs - lastMs);
          lastMs = nowMs;
          if (nowMs - startMs < forMs) requestAnimationFrame(frame);
          else resolve(found.slice(2));
        };
        requestAnimationFrame(frame);
      }),
    WATCHED_S * 1000,
  );
  const scriptMs = ((await metric("ScriptDuration")) - scriptStartS) * 1000;
  const sorted = gaps.toSorted((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  const perFrame = scriptMs / gaps.length;
  console.log(
    `${gaps.length} frames in ${WATCHED_S} s: median ${median.toFixed(1)} ms, p95 ${quantile(sorted, 0.95).toFixed(1)} ms`,
  );
  console.log(`JavaScript per frame: ${perFrame.toFixed(2)} ms`);
  expect(median).toBeLessThanOrEqual(MEDIAN_MS_MAX);
  expect(perFrame).toBeLessThan(SCRIPT_MS_MAX);
});
