/** What a browser records is kept at once, survives a reload, and gives the same hashes everywhere. */
import fs from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { importRecording, onbypass, playedRecording } from "./recordings.ts";
import { consoleStands, keptRun, recordingId, setSpeed, startCase } from "./theatre.ts";

interface ReplayResult {
  readonly endTick: number;
  readonly checkedCount: number;
  readonly finalHashHex: string;
}

/** Clamps and unclamps, says something, turns a knob: entries of several kinds. */
async function workALittle(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Clamp vent line" }).click();
  await page.getByRole("button", { name: "Unclamp vent line" }).click();
  const sweep = page.getByRole("slider", { name: "Sweep gas flow" });
  await sweep.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Look at the reservoir level" }).click();
}

test("a reload in mid-case is back at most a second earlier, with every entry", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { variant: "a", seed: 29 });
  await page.waitForTimeout(3300);
  await workALittle(page);
  await page.waitForTimeout(300);
  const id = recordingId(page);
  const before = await keptRun(page, id);
  expect(before.entries.length).toBeGreaterThanOrEqual(4);
  await page.reload();
  await consoleStands(page);
  const after = await keptRun(page, id);
  expect(after.entries.map((entry) => entry.sequence)).toEqual(
    Array.from({ length: after.entries.length }, (_, index) => index + 1),
  );
  expect(after.entries.length).toBeGreaterThanOrEqual(before.entries.length);
  const note = page.getByText(/into the case\./);
  await expect(note).toBeVisible();
  expect(after.tick).toBeGreaterThanOrEqual(before.tick);
  await page.getByRole("button", { name: "Go on", exact: true }).first().click();
  await expect(note).toHaveCount(0);
  await expect
    .poll(async () => (await keptRun(page, id)).tick, { timeout: 15_000 })
    .toBeGreaterThan(after.tick);
});

test("what a browser recorded replays hash for hash without one", async ({
  page,
  browserName,
}, testInfo) => {
  test.skip(browserName !== "chromium", "stock Firefox reports no download over this protocol");
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { variant: "a", seed: 29 });
  await setSpeed(page, "4×");
  await workALittle(page);
  await page.waitForTimeout(4000);
  await page.getByRole("button", { name: "Session menu" }).click();
  await page.getByRole("button", { name: "Leave…" }).click();
  await page.getByRole("link", { name: "Leave the case" }).click();
  const download = page.waitForEvent("download");
  await page
    .getByRole("button", { name: /^Export/ })
    .first()
    .click();
  const file = testInfo.outputPath("browser.onbypass.json");
  await (await download).saveAs(file);
  const recording = JSON.parse(fs.readFileSync(file, "utf8")) as {
    notice: string;
    entries: unknown[];
    checkpoints: unknown[];
  };
  expect(recording.notice).toBe("Training simulator. Not for clinical use.");
  expect(recording.entries.length).toBeGreaterThanOrEqual(4);
  const result = JSON.parse(await onbypass("replay", file, "--json")) as ReplayResult;
  expect(result.checkedCount).toBe(recording.checkpoints.length);
  expect(result.checkedCount).toBeGreaterThan(10);
});

test("what was recorded without a browser replays hash for hash in one", async ({ page }) => {
  const file = await playedRecording();
  const result = JSON.parse(await onbypass("replay", file, "--json")) as ReplayResult;
  await importRecording(page, file);
  const proof = page.getByText(/checkpoints equal/);
  await expect(proof).toBeVisible({ timeout: 60_000 });
  await expect(proof).toContainText(`${result.checkedCount} checkpoints equal`);
  await expect(proof).toContainText(result.finalHashHex);
  await expect(page.getByText("Result: not met")).toBeVisible();
});

test("a recording that was edited or cut is refused with what to do", async ({
  page,
}, testInfo) => {
  const text = fs.readFileSync(await playedRecording(), "utf8");
  const cut = testInfo.outputPath("cut.json");
  fs.writeFileSync(cut, text.slice(0, text.length / 2));
  await page.goto("/");
  const chooser = page.getByLabel(/Choose or drop a recording/);
  await chooser.setInputFiles(cut);
  await expect(page.getByText(/The recording is cut off/)).toBeVisible();
  await expect(page.getByText(/Export the recording again/)).toBeVisible();
  const edited = testInfo.outputPath("edited.json");
  fs.writeFileSync(edited, text.replace('"seed":29', '"seed":30'));
  await chooser.setInputFiles(edited);
  await expect(page.getByText("The seal does not fit", { exact: false })).toBeVisible();
});
