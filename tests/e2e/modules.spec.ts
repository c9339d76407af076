/** The guided modules: a run with the guide beside the machine, and the assessed run without it. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { pointerHands } from "./hands.ts";
import { consoleStands, watchComplaints } from "./theatre.ts";

test("a module is learnt step by step, and assessed without its guide", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await page.goto("/?renderer=canvas#/modules");
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(3);
  await expect(page.getByText("Not taken yet")).toHaveCount(3);
  const { violations } = await new AxeBuilder({ page: page as never }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole("button", { name: "With the guide: Managing a patient on bypass" }).click();
  await consoleStands(page);
  const guide = page.getByRole("region", { name: "Guide" });
  await expect(guide).toContainText("1 of 7 Look before you touch");
  await guide.getByRole("button", { name: "Where, and why" }).click();
  await expect(guide).toContainText("What you take over is yours");
  const seen = await new AxeBuilder({ page: page as never }).include(".guide").analyze();
  expect(seen.violations.map(({ id }) => id)).toEqual([]);

  const { press } = pointerHands(page);
  await press("Look at the reservoir level");
  await press("Arterial line menu");
  await press("Look at the arterial line");
  await press("Look at the safety links");
  await expect(guide).toContainText("2 of 7 A sample", { timeout: 15_000 });
  await expect(guide).not.toContainText("What you take over is yours");

  await page.waitForTimeout(1500); // what is kept may be a second old
  await page.reload();
  await expect(guide).toContainText("2 of 7 A sample", { timeout: 30_000 });

  await page.goto("/?renderer=canvas#/modules");
  await page.getByRole("button", { name: "Assessed run: Managing a patient on bypass" }).click();
  await consoleStands(page);
  await expect(page.getByRole("list", { name: "All readings" })).toBeAttached();
  await expect(guide).toHaveCount(0);
  expect(complaints).toEqual([]);
});
