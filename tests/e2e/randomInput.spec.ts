/**
 * Random hands on the console: no complaint from the browser, whatever is pressed. Half a minute by
 * default; RANDOM_INPUT_S=600 for the ten minutes of a release.
 */
import { expect, test } from "@playwright/test";
import { startCase, watchComplaints } from "./theatre.ts";

const DURATION_S = Number(process.env["RANDOM_INPUT_S"] ?? 30);
const SEED = Number(process.env["RANDOM_INPUT_SEED"] ?? 48151623);

/** A small generator of its own, so that a run can be repeated by its seed. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const KEYS = [
  "Tab",
  "Tab",
  "Shift+Tab",
  "Enter",
  "Space",
  "ArrowUp",
  "ArrowDown",
  "PageUp",
  "Home",
];
const MORE_KEYS = ["End", "Escape", "c", "k", "j", "l", "F1", "F4", "5", "Shift+J"];

test("random input draws no complaint", async ({ page }) => {
  test.setTimeout((DURATION_S + 60) * 1000);
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  const next = chances(SEED);
  const keys = [...KEYS, ...MORE_KEYS];
  const endMs = Date.now() + DURATION_S * 1000;
  let address = "";
  let cases = 0;
  while (Date.now() < endMs) {
    if (page.url() !== address) {
      // The patient did not live through these hands: take over the next one.
      await startCase(page, { seed: (SEED + cases) % 1000, mode: "exam" });
      address = page.url();
      cases++;
    }
    if (next() < 0.5) {
      // The band of the session menu is left out: leaving the case is no finding.
      const x = 310 + next() * 1120;
      const y = 4 + next() * 890;
      await page.mouse.move(x, y);
      await page.mouse.down();
      if (next() < 0.4) await page.mouse.move(x + (next() - 0.5) * 200, y + (next() - 0.5) * 200);
      await page.mouse.up();
    } else {
      await page.keyboard.press(keys[Math.floor(next() * keys.length)] ?? "Tab");
    }
  }
  console.log(`random input for ${DURATION_S} s in ${cases} case(s), seed ${SEED}`);
  expect(complaints).toEqual([]);
});
