/** The demonstration department as its head, a supervisor, a trainee on a phone and a stranger see it. */
import fs from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { verifyArchive } from "../../src/server/evidence/archive.ts";
import { expectNoViolation } from "./accessibility.ts";
import { type Demonstration, startDemonstration } from "./demonstrationServer.ts";
import { watchComplaints } from "./theatre.ts";

/** A4 across, 297 mm by 210 mm less 12 mm on every side, at 96 pixels an inch. */
const SHEET_WIDTH_PX = 1031;
const SHEET_HEIGHT_PX = 702;

let server: Demonstration;

test.describe.configure({ mode: "serial", timeout: 180_000 }); // ms; axe reads four hundred cells
test.beforeAll(async () => {
  server = await startDemonstration();
});
test.afterAll(() => server?.stop());

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${server.origin}/#/sign-in`);
  await page.getByLabel("E-mail address").fill(`${name}@example.org`);
  await page.getByLabel("Password").fill("four quiet words here");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(`Signed in as ${name}@example.org.`)).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  await expectNoViolation(page);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(tooWide, "the page scrolls sideways").toBe(false);
}

const openOn = async (browser: Browser, width: number, height: number): Promise<Page> =>
  (await browser.newContext({ viewport: { width, height } })).newPage();

test("the head reads the matrix by keyboard, and opens the evidence behind a cell", async ({
  page,
}) => {
  const complaints = watchComplaints(page);
  await signIn(page, "head");
  await page.getByRole("link", { name: "Department" }).click();
  await expect(page.getByText("All people shown are invented.")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(42); // forty people under two lines of heads
  await expectClean(page);

  const first = page.getByRole("rowheader").first().getByRole("link");
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const focused = page.locator(":focus");
  await expect(focused).toHaveAttribute("data-place", "1 1");
  await expect(focused).toHaveText(/Current|Due|Lapsed|Overdue|Away|Not yet/);

  await page.getByLabel("Show").selectOption("lapsed");
  const shown = await page.getByRole("row").count();
  expect(shown).toBeLessThan(42);
  await page.getByLabel("Show").selectOption("everything");

  await page.keyboard.press("Tab");
  await page.getByRole("rowheader").nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Pump failure, hand crank" })).toBeVisible();
  await expectClean(page);
  expect(complaints).toEqual([]);
});

test("the run behind a result replays, and the pack shows what it is", async ({ page }) => {
  await signIn(page, "head");
  await page.goto(`${server.origin}/#/department`);
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Evidence to take away" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Archive" }).click();
  const verified = verifyArchive(fs.readFileSync(await (await download).path()));
  expect(verified).toMatchObject({ ok: false, problems: [{ code: "pack.demonstration" }] });

  await page.getByRole("button", { name: "Issue certificate" }).click();
  await expect(page.getByText("signed by a demonstration key. No evidence.")).toBeVisible();
  await expect(page.getByRole("img", { name: /as a code/ })).toBeVisible();
  await expectClean(page);
  const address = page.url();
  await page.goto(`${server.origin}/#/account`);
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto(address);
  await expect(page.getByText("claims no credit with any board")).toBeVisible();

  await signIn(page, "head");
  await page.goto(`${server.origin}/#/department`);
  await page.getByRole("rowheader").first().getByRole("link").click();
  await page
    .getByRole("button", { name: /^Replay a1-pump-failure/ })
    .first()
    .click();
  await expect(page.getByText("What happened")).toBeVisible({ timeout: 60_000 });
});

test("a change of rules shows whom it concerns before it is announced", async ({ page }) => {
  await signIn(page, "head");
  await page.goto(`${server.origin}/#/department/rules`);
  await page.getByRole("button", { name: "Change the rules" }).click();
  await page.getByLabel("Every months: Pump failure, hand crank").fill("3");
  await expect(page.getByRole("button", { name: "Announce" })).toBeDisabled();
  await page.getByRole("button", { name: "Show whom it concerns" }).click();
  await expect(page.getByText("everyMonths 6 becomes 3")).toBeVisible();
  await expect(page.getByText(/When the transition is over: \d+ stand differently/)).toBeVisible();
  await expectClean(page);
  await page.getByRole("button", { name: "Announce" }).click();
  await expect(page.getByText("Every 3 months, signed.")).toBeVisible();
});

test("a trainee adds a case on a phone, a broken file changes nothing, a supervisor confirms", async ({
  browser,
}) => {
  const phone = await openOn(browser, 390, 844);
  await signIn(phone, "trainee");
  await phone.goto(`${server.origin}/#/department`);
  await expect(phone.getByRole("heading", { name: "Training" })).toBeVisible();
  await expectClean(phone);
  await phone.getByRole("link", { name: /^Logbook/ }).click();
  await phone.getByLabel("Procedure").fill("Aortic arch, e2e");
  await phone.getByRole("button", { name: "Add case" }).click();
  await expect(phone.getByText("Aortic arch, e2e was added.")).toBeVisible();
  await phone.getByText("Supervisor, events, note", { exact: true }).click();
  await phone.getByLabel("Note").fill("Mr Smith, MRN 123456");
  await expect(phone.getByText("This may name a patient")).toBeVisible();
  await expectClean(phone);
  await phone.getByLabel("Logbook file").setInputFiles({
    name: "broken.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("date,role,procedure,closely supervised\n2026-02-30,primry,AVR,yes\n"),
  });
  await expect(phone.getByText("line 2, date")).toBeVisible();
  await expect(phone.getByText('Did you mean "primary"?')).toBeVisible();
  const logbook = phone.url();

  const desk = await openOn(browser, 1024, 768);
  await signIn(desk, "supervisor");
  await desk.goto(logbook);
  await desk.getByRole("button", { name: /^Confirm Aortic arch, e2e/ }).click();
  await expect(desk.getByText("✓ Confirmed by Example supervisor").first()).toBeVisible();
  await expectClean(desk);
  await phone.context().close();
  await desk.context().close();
});

test("the matrix fits a phone, a tablet and a sheet of A4", async ({ browser }) => {
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
  ]) {
    const page = await openOn(browser, width, height);
    await signIn(page, "supervisor");
    const views = { "": "Currency", "/registers": "Equipment and store", "/rules": "Rules" };
    for (const [view, name] of Object.entries(views)) {
      await page.goto(`${server.origin}/#/department${view}`);
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      await expectClean(page);
    }
    await page.context().close();
  }
  const page = await openOn(browser, 1440, 900);
  await signIn(page, "head");
  await page.goto(`${server.origin}/#/department`);
  await expect(page.getByRole("row").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: SHEET_WIDTH_PX, height: SHEET_HEIGHT_PX });
  await expect(page.getByLabel("Show")).toBeHidden();
  const matrix = await page.getByRole("table").boundingBox();
  expect((matrix?.x ?? 0) + (matrix?.width ?? Number.NaN)).toBeLessThanOrEqual(SHEET_WIDTH_PX);
  await expect(page.getByText("Not for clinical use").first()).toBeVisible();
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe("rgb(255, 255, 255)");
  await page.context().close();
});
