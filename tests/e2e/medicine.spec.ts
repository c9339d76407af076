/** Drugs and samples at the keyboard: a dose is given, an infusion runs and stops, a result comes back. */
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "./accessibility.ts";
import { setSpeed, startCase, watchComplaints } from "./theatre.ts";

test("a vasoconstrictor by the keyboard, and a blood gas", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await startCase(page, { seed: 29, variant: "a" });
  await setSpeed(page, "4×");
  await page.getByRole("button", { name: "Drugs", exact: true }).press("Enter");
  const drugs = page.getByRole("dialog", { name: "Drugs and fluids" });
  await drugs.getByRole("combobox", { name: "Drug" }).selectOption("Noradrenaline");
  await drugs.getByRole("textbox", { name: /^Dose/ }).fill("10");
  await drugs.getByRole("button", { name: "Give" }).press("Enter");
  await expect(drugs.getByRole("list", { name: "Given last" })).toContainText(
    "Noradrenaline 10 µg",
  );
  await drugs.getByRole("textbox", { name: /^Rate/ }).fill("0,05");
  await page.keyboard.press("Enter");
  await expect(drugs.getByRole("list", { name: "Running" })).toContainText("0.05 µg/kg/min");
  await expectNoViolation(page);
  await drugs.getByRole("button", { name: "Stop Noradrenaline" }).press("Enter");
  await expect(drugs.getByText("Nothing is running.")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Samples", exact: true }).press("Enter");
  const samples = page.getByRole("dialog", { name: "Samples" });
  await samples.getByRole("button", { name: "Arterial gas" }).press("Enter");
  await samples.getByText("More: site").press("Enter");
  await samples.getByRole("button", { name: "Hb", exact: true }).press("Enter");
  await samples.getByText("More: site").press("Enter");
  await expect(samples.getByRole("list", { name: "Running" })).toContainText("Blood gas");
  await expect(samples.getByRole("row", { name: /^Hb g/ })).toBeVisible({ timeout: 60_000 });
  await expect(samples.getByRole("row", { name: /^PO2 mm/ })).toBeVisible({ timeout: 60_000 });
  await expectNoViolation(page);
  expect(complaints).toEqual([]);
});
