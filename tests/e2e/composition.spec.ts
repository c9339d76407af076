/** A normal case that something may interrupt is started from the first page, and its name tells nothing. */
import { expect, test } from "@playwright/test";
import { consoleStands, openLanding } from "./theatre.ts";

test("a composition starts under its own name, whichever emergency was chosen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLanding(page);
  const title = "On bypass, and something may come";
  await page.getByRole("combobox", { name: "Scenario" }).selectOption({ label: title });
  await page
    .getByRole("combobox", { name: "What fails" })
    .selectOption({ label: "The oxygen fails" });
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await consoleStands(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});
