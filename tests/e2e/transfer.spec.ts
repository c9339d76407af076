/** How much travels until the console can be worked; measured, printed, and held to its budget. */
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

test("first page and console transfer within their budget", async ({ page }) => {
  const bytes = countTransfer(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { seed: 29 });
  await page.waitForTimeout(3000);
  const operable = new Map(bytes);
  await page.goto("/#/debrief/0000000000000000");
  await page.waitForTimeout(1000);
  const total = [...bytes.values()].reduce((sum, count) => sum + count, 0) / 1000;
  const rows = [...operable].sort((one, other) => other[1] - one[1]);
  const kilobytes = rows.reduce((sum, [, count]) => sum + count, 0) / 1000;
  for (const [name, count] of rows) {
    console.log(
      `${(count / 1000).toFixed(1).padStart(8)} kB  ${name.replace(/^https?:\/\/[^/]*/, "")}`,
    );
  }
  console.log(
    `transfer to an operable console: ${kilobytes.toFixed(0)} kB compressed, of ${TRANSFER_KB_MAX}; ` +
      `with the debrief ${total.toFixed(0)} kB`,
  );
  for (const part of ["/engines/engine-", "/assets/worker", "/assets/mountConsole"]) {
    expect(rows.some(([name]) => name.includes(part))).toBe(true); // it saw what it must count
  }
  expect(kilobytes).toBeLessThanOrEqual(TRANSFER_KB_MAX);
});
