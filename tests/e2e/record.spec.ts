/** The perfusion record as it is kept at the machine: typed, written down, and seen in the debrief. */
import { expect, test } from "@playwright/test";
import { recordingId, startCase, watchComplaints } from "./theatre.ts";

test("readings and events are written down while the case runs, and stand in the debrief", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await startCase(page, { scenario: "a1-pump-failure", variant: "a", seed: 7, mode: "practice" });
  await page.getByRole("button", { name: "Record", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Record" });
  const write = drawer.getByRole("button", { name: "Write down", exact: true });
  await expect(write).toBeDisabled();
  await drawer.getByLabel("MAP").fill("sixty");
  await expect(drawer.getByText("A reading is a number.")).toBeVisible();
  await drawer.getByLabel("MAP").fill("140");
  await drawer.getByLabel("FiO₂").fill("70");
  await write.click();
  await expect(drawer.getByText(/^Last row 0:\d\d/)).toBeVisible();
  await expect(drawer.getByLabel("MAP")).toHaveValue("");
  await drawer.getByRole("button", { name: "Events", exact: true }).click();
  await drawer.getByRole("button", { name: "Heparin", exact: true }).click();
  await drawer.getByRole("button", { name: "Written", exact: true }).click();
  const written = drawer.getByRole("list", { name: "Record" }).getByRole("listitem");
  await expect(written).toHaveText([/MAP 140 mmHg$/, /FiO₂ 70 %$/, /heparin$/]);

  await drawer.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Session menu" }).click();
  await page.getByRole("button", { name: "Leave…" }).click();
  const id = recordingId(page);
  await page.getByRole("link", { name: "Leave the case" }).click();
  await page.goto(`/#/debrief/${id}`);
  const debrief = page.getByRole("region", { name: "Perfusion record" });
  await expect(debrief).toContainText("2 readings written down, 1 wrong.", { timeout: 30_000 });
  await expect(debrief).toContainText(/Heparin was written at 0:\d\d; nothing like it happened\./);
  await debrief.getByText("What was written").click();
  await expect(debrief).toContainText(/MAP 140 mmHg\s*wrong: \d\d/);
  expect(complaints).toEqual([]);
});
