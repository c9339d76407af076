/** Every page: no violation found by axe, no complaint by the browser, usable at other sizes. */
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "./accessibility.ts";
import { importRecording, playedRecording } from "./recordings.ts";
import { consoleStands, openLanding, startCase, watchComplaints } from "./theatre.ts";

test("the first page", async ({ page }) => {
  const complaints = watchComplaints(page);
  await openLanding(page);
  await expect(page.getByText("Training simulator. Not for clinical use.")).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("textbox", { name: "Seed" }).fill("minus one");
  await expect(page.getByText("A seed is a whole number")).toBeVisible();
  await expectNoViolation(page);
  expect(complaints).toEqual([]);
});

/** Words on the rail, and the title of the drawer where it is another. */
const KEYS: readonly (readonly [word: string, title?: string])[] = [
  ["Drugs", "Drugs and fluids"],
  ["Samples"],
  ["Team talk"],
  ["Checklist"],
  ["Record"],
  ["Help"],
];

test("the console with each of its drawers", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await startCase(page, { seed: 29, variant: "a" });
  await expect(page.getByText("Training simulator. Not for clinical use.")).toBeVisible();
  await expectNoViolation(page);
  for (const [word, name = word] of KEYS) {
    const key = page.getByRole("button", { name: word, exact: true });
    await key.click();
    await expect(page.getByRole("dialog", { name, exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Close", exact: true })).toBeFocused();
    await expectNoViolation(page, "dialog[open]"); // what lies around it was looked at above
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name, exact: true })).toHaveCount(0);
    await expect(key).toBeFocused();
  }
  await page.getByRole("button", { name: "Session menu" }).click();
  await expectNoViolation(page); // once more as a whole, with something open on it
  expect(complaints).toEqual([]);
});

test("debrief and replay", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await importRecording(page, await playedRecording());
  await expect(page.getByText("Result: not met")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Critical fails").first()).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("slider", { name: "Moment of the case" }).focus();
  await page.keyboard.press("End");
  await page.getByRole("link", { name: /^Replay from/ }).click();
  await consoleStands(page);
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  expect(complaints).toEqual([]);
});

test("an address that asks for a module, or for a scenario nobody knows, says so", async ({
  page,
}) => {
  await openLanding(page, { scenario: "m1-managing-bypass" });
  await expect(page.getByText("“Managing a patient on bypass” is a guided module.")).toBeVisible();
  await openLanding(page, { scenario: "b99-nothing" });
  await expect(
    page.getByText("This server offers no scenario called “b99-nothing”."),
  ).toBeVisible();
});

test("a page that is not there, and a run that is not here", async ({ page }) => {
  await page.goto("/#/nowhere");
  await expect(page.getByText("There is no page at /nowhere.")).toBeVisible();
  await expectNoViolation(page);
  await page.goto("/#/debrief/0000000000000000");
  await expect(page.getByText("This run is not kept on this device.")).toBeVisible();
  await expectNoViolation(page);
});

test("a small screen is asked to be turned or larger", async ({ page }) => {
  await startCase(page, { seed: 29 });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText("Turn the device, or use a larger screen.")).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect(page.getByRole("group", { name: "Heart-lung machine" })).toBeVisible();
});
