/** How much travels until the console can be worked; measured, printed, and held to its budget. */
import { expect, type Page, test } from "@playwright/test";
import { startCase } from "./theatre.ts";

test.use({ serviceWorkers: "allow" });

const TRANSFER_KB_MAX = 650;

interface Transfer {
  /** What the page asked for. */
  readonly page: Map<string, number>;
  /** What the service worker fetched for later. */
  readonly background: Map<string, number>;
  /** Bodies the browser gives no size for, by what the server said: the script of a worker. */
  readonly unreported: Map<string, number>;
}

/** Bytes on the wire by address, headers included; what came out of the cache counts once. */
function countTransfer(page: Page): Transfer {
  const bytes: Transfer = { page: new Map(), background: new Map(), unreported: new Map() };
  page.context().on("requestfinished", (request) => {
    const side = request.serviceWorker() === null ? bytes.page : bytes.background;
    const name = request.url().split(/[?#]/)[0] ?? "";
    const count = async (): Promise<void> => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      side.set(name, Math.max(side.get(name) ?? 0, responseBodySize + responseHeadersSize));
      if (responseBodySize > 0 || side === bytes.background) return;
      const length = Number((await request.response())?.headers()["content-length"] ?? 0);
      if (length > 0) bytes.unreported.set(name, length);
    };
    // What a worker asked for that has ended since, with the page that was left, has no size any more.
    void count().catch(() => bytes.unreported.set(name, bytes.unreported.get(name) ?? 0));
  });
  return bytes;
}

const pathOf = (name: string): string => new URL(name).pathname;
const sumKb = (bytes: ReadonlyMap<string, number>): number =>
  [...bytes.values()].reduce((sum, count) => sum + count, 0) / 1000;

test("first page and console transfer within their budget", async ({ page }) => {
  const bytes = countTransfer(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { seed: 29 });
  await page.waitForTimeout(3000);
  const operable = new Map(bytes.page);
  const unreported = new Map(bytes.unreported);
  // Nothing is fetched for later while somebody waits for a console.
  expect([...bytes.background.keys()]).toEqual([]);
  await page.goto("/#/debrief/0000000000000000");
  await page.waitForTimeout(1000);
  const total = sumKb(bytes.page);
  // What has no size of its own here counts as the server says: the worker's script first of all.
  for (const [name, size] of unreported)
    operable.set(name, Math.max(operable.get(name) ?? 0, size));
  const rows = [...operable].sort((one, other) => other[1] - one[1]);
  const kilobytes = sumKb(operable);
  for (const [name, count] of rows) {
    console.log(`${(count / 1000).toFixed(1).padStart(8)} kB  ${pathOf(name)}`);
  }
  console.log(
    `transfer to an operable console: ${kilobytes.toFixed(0)} kB compressed, of ${TRANSFER_KB_MAX}, ` +
      `${sumKb(unreported).toFixed(0)} kB of it by what the server says (${[...unreported.keys()].map(pathOf).join(", ")}); ` +
      `with the debrief ${total.toFixed(0)} kB and these`,
  );
  for (const part of ["/engines/engine-", "/assets/worker", "/assets/mountConsole"]) {
    expect(rows.some(([name]) => name.includes(part))).toBe(true); // it saw what it must count
  }
  expect(kilobytes).toBeLessThanOrEqual(TRANSFER_KB_MAX);
  await page.goto("/#/");
  await expect(page.getByText("Ready to be used offline.")).toBeVisible({ timeout: 60_000 });
  expect(bytes.background.size).toBeGreaterThan(100);
  console.log(
    `kept for offline use in the background, afterwards: ${sumKb(bytes.background).toFixed(0)} kB more ` +
      `in ${bytes.background.size} files`,
  );
});
