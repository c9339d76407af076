/**
 * What half an hour at the machine leaves in the page's memory: `npm run bench:heap`, 31 minutes. Two whole
 * cases of a guided module, one after the other in the same page, with everything moving.
 */
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { consoleStands } from "../e2e/theatre.ts";

const WATCHED_MINUTES = 30;
const GROWTH_MB_MAX = 5;
const MINUTE_MS = 60_000;
const START = "With the guide: Managing a patient on bypass";

async function heapMb(client: CDPSession): Promise<number> {
  await client.send("HeapProfiler.collectGarbage");
  return (await client.send("Runtime.getHeapUsage")).usedSize / 1e6;
}

async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: START }).click();
  await consoleStands(page);
}

/** The module's quarter of an hour is up: on to the next one, as one who practises goes on. */
async function beginAgainWhenOver(page: Page): Promise<boolean> {
  const end = page.getByRole("dialog").filter({ hasText: "The case is over." });
  if (!(await end.isVisible())) return false;
  await end.getByRole("link", { name: "Go on to the assessed run" }).click();
  await begin(page);
  return true;
}

test("heap", async ({ page }) => {
  test.setTimeout((WATCHED_MINUTES + 10) * MINUTE_MS);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/?renderer=canvas#/modules");
  await begin(page);
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.enable");
  await page.waitForTimeout(MINUTE_MS);
  const first = await heapMb(client);
  let [last, most, caseCount] = [first, first, 1];
  console.log(`heap after a minute: ${first.toFixed(1)} MB`);
  for (let minute = 1; minute <= WATCHED_MINUTES; minute += 1) {
    await page.waitForTimeout(MINUTE_MS);
    if (await beginAgainWhenOver(page)) caseCount += 1;
    last = await heapMb(client);
    most = Math.max(most, last);
    if (minute % 5 === 0) console.log(`${minute} min later: ${last.toFixed(1)} MB`);
  }
  const grew = last - first;
  console.log(
    `heap grew ${grew.toFixed(1)} MB in ${WATCHED_MINUTES} min and ${caseCount} cases; at most ${(most - first).toFixed(1)} MB above the first`,
  );
  expect(caseCount).toBeGreaterThan(1);
  expect(grew).toBeLessThan(GROWTH_MB_MAX);
});
