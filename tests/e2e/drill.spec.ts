/** A drill on one's own device: nothing tells what will come, nothing pauses it, and the debrief says what it was. */
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "./accessibility.ts";
import {
  consoleStands,
  DRAWN_QUERY,
  openLanding,
  recordingId,
  watchComplaints,
} from "./theatre.ts";

const TELLING = /vasoplegia|lungs|pump fail|gas supply|protamine|dissection/i;

test("a drill tells nothing before its debrief", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await openLanding(page);
  await page.getByRole("radio", { name: /^Drill/ }).check();
  const form = page.locator(".start-form");
  await expect(form.getByText("What fails", { exact: true })).toHaveCount(0);
  await expect(form.getByText("Seed", { exact: true })).toHaveCount(0);
  const set = form.getByText(/^Drawn from \d+ of \d+ scenarios$/);
  await set.click();
  const boxes = form.getByRole("checkbox");
  const count = await boxes.count();
  for (let at = 1; at < count; at += 1) await boxes.nth(at).uncheck();
  await expect(form.getByText(`Drawn from 1 of ${count} scenarios`)).toBeVisible();
  await boxes.nth(0).uncheck();
  await expect(form.getByText("Choose at least one scenario to draw from.")).toBeVisible();
  await boxes.nth(0).check();
  await expectNoViolation(page, ".start-form");

  await page.getByRole("button", { name: "Start", exact: true }).click();
  await consoleStands(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Drill");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Session menu" }).click();
  await expect(page.getByRole("button", { name: "4×", exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /hint/i })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Help", exact: true }).click();
  const help = page.getByRole("dialog", { name: "Help" });
  await expect(help).toContainText("Nothing is reported as wrong.");
  expect(await help.textContent()).not.toMatch(TELLING);
  const id = recordingId(page);
  await page.waitForTimeout(1500); // what is kept may be a second old

  await page.goto(`/${DRAWN_QUERY}#/`);
  const kept = page.getByRole("region", { name: "On this device" }).getByRole("listitem");
  await expect(kept).toHaveCount(1);
  await expect(kept).toContainText(/^Drill\s*Drill,/);
  await expect(page.getByRole("radio", { name: /^Practice/ })).toBeChecked();
  await page.getByRole("radio", { name: /^Drill/ }).check();
  await expect(form.getByText(`Drawn from 1 of ${count} scenarios`)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Go on: Drill/ })).toHaveAttribute(
    "href",
    `#/case/${id}`,
  );
  expect(complaints).toEqual([]);
});
