/** A patient of a theatre list is chosen on the first page, and the case tells who it is and what is asked for. */
import { expect, test } from "@playwright/test";
import { consoleStands, openLanding } from "./theatre.ts";

test("a theatre list offers its patients, in an exam too, and the case bears the patient's name", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLanding(page);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption({ label: "Theatre list" });
  await page.getByRole("radio", { name: /Exam/ }).check();
  const patient = "Man with a narrow left carotid artery";
  await page.getByRole("combobox", { name: "Patient" }).selectOption({ label: patient });
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await consoleStands(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Theatre list: ${patient}`);
});
