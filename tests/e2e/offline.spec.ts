/** After one visit the app works without a network and without a server, and takes a newer version safely. */
import { expect, type Page, test } from "@playwright/test";
import { type Deployment, startDeployment } from "./deployment.ts";
import { consoleStands, DRAWN_QUERY, recordingId } from "./theatre.ts";

test.use({ serviceWorkers: "allow", viewport: { width: 1440, height: 900 } });

let deployment: Deployment;
test.beforeEach(async () => {
  deployment = await startDeployment();
});
test.afterEach(() => deployment.end());

/** The first visit, until the first page says that the device is ready. */
async function visitUntilReady(page: Page): Promise<void> {
  const openedMs = Date.now();
  await page.goto(`${deployment.origin}/${DRAWN_QUERY}`);
  await expect(page.getByText("Ready to be used offline.")).toBeVisible({ timeout: 60_000 });
  console.log(
    `ready for offline use ${((Date.now() - openedMs) / 1000).toFixed(1)} s after opening`,
  );
}

async function start(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await consoleStands(page);
}

async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Session menu" }).click();
  await page.getByRole("button", { name: "Leave…" }).click();
  await page.getByRole("link", { name: "Leave the case" }).click();
  await expect(page.getByRole("heading", { name: "Start a case" })).toBeVisible();
}

/** The address of the first script names the version that is shown. */
const mainScript = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>("script[src]")?.src ?? "");

test("after one visit, without network and server: a case, its debrief, and what needs the server says so", async ({
  page,
  context,
}) => {
  await visitUntilReady(page);
  await deployment.unplug();
  await page.reload();
  await expect(page.getByText(/^The server does not answer\. Everything/)).toBeVisible();
  await context.setOffline(true);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.reload();
  await expect(page.getByText(/^This device is offline\. Everything/)).toBeVisible();
  await start(page);
  await page.getByRole("button", { name: "Clamp vent line" }).click();
  await expect(page.getByRole("button", { name: "Unclamp vent line" })).toBeVisible();
  const id = recordingId(page);
  await leave(page);
  await expect(page.getByRole("link", { name: /^Go on: / })).toBeVisible();
  await page.goto(`${deployment.origin}/${DRAWN_QUERY}#/debrief/${id}`);
  await expect(page.getByText(/checkpoints equal/)).toBeVisible({ timeout: 60_000 });
  expect(errors).toEqual([]);
  for (const address of ["account", "department", "join", "sign-in"]) {
    await page.goto(`${deployment.origin}/#/${address}`);
    await expect(
      page.getByText("This needs the server, and this device is offline."),
    ).toBeVisible();
  }
});

test("a newer version waits for the case to end, and is taken whole at a word", async ({
  page,
}) => {
  await visitUntilReady(page);
  await start(page);
  const before = await mainScript(page);
  await deployment.deployNewer();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null))
    .toBe(true);
  // The server has none of the older version's files any more; the drawer is one that was not open yet.
  expect((await page.request.get(before)).status()).toBe(404);
  await page.getByRole("button", { name: "Drugs", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Drugs" })).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await mainScript(page)).toBe(before);
  await leave(page);
  await expect(page.getByText("A new version is ready.")).toBeVisible();
  await page.getByRole("button", { name: "Take it now" }).click();
  await expect.poll(() => mainScript(page).catch(() => before)).not.toBe(before);
  await expect(page.getByText("Ready to be used offline.")).toBeVisible();
  const isOlderKept = await page.evaluate(async (older) => {
    const kept = await caches.open("onbypass-shell");
    return (await kept.match(older)) !== undefined;
  }, before);
  expect(isOlderKept).toBe(false);
  // The run began with an engine that the server has no more, and that stays for as long as the run does.
  await page.getByRole("link", { name: /^Go on: / }).click();
  await consoleStands(page);
});
