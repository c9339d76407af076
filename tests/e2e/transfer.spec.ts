/** How much the whole product transfers; measured, printed, and held to its budget. */
import { expect, type Page, test } from "@playwright/test";
import { startCase } from "./theatre.ts";

const TRANSFER_KB_MAX = 650;

/** Bytes on the wire by address, headers included; what came out of the cache counts once. */
function countTransfer(page: Page): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  page.context().on("requestfinished", (request) => {
    void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      const name = request.url().split(/[?#]/)[0] ?? "";
      const count = responseBodySize + responseHeadersSize;
      bytes.set(name, Math.max(bytes.get(name) ?? 0, count));
    });
  });
  return bytes;
}

test("the whole product transfers within its budget", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "the browser's own count of bytes is Chromium's");
  test.setTimeout(120_000);
  const bytes = countTransfer(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { seed: 29 });
  await page.waitForTimeout(3000);
  await page.goto("/#/debrief/0000000000000000");
  await page.waitForTimeout(1000);
  const rows = [...bytes].sort((one, other) => other[1] - one[1]);
  const kilobytes = rows.reduce((sum, [, count]) => sum + count, 0) / 1000;
  for (const [name, count] of rows) {
    console.log(
      `${(count / 1000).toFixed(1).padStart(8)} kB  ${name.replace(/^https?:\/\/[^/]*/, "")}`,
    );
  }
  console.log(`total transfer: ${kilobytes.toFixed(0)} kB compressed, of ${TRANSFER_KB_MAX}`);
  for (const part of ["/engines/engine-", "/assets/worker", "/assets/mountConsole"]) {
    expect(rows.some(([name]) => name.includes(part))).toBe(true); // it saw what it must count
  }
  expect(kilobytes).toBeLessThanOrEqual(TRANSFER_KB_MAX);
});
