/**
 * Pictures of the console for docs/screens: five states, each drawer, the machine's pages, a flood of alarms,
 * the crank, the small window, the debrief on screen and paper, a module with its guide, and the README's:
 * `npm run build:screens`. No test of the product; it only takes pictures.
 */
import fs from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { failureComes } from "../e2e/atConsole.ts";
import { firstMinute, flowByHand } from "../e2e/expert.ts";
import { pointerHands } from "../e2e/hands.ts";
import { importRecording, playedRecording } from "../e2e/recordings.ts";
import { consoleStands, setSpeed, startCase } from "../e2e/theatre.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../docs/screens");
const README_PICTURE = path.resolve(import.meta.dirname, "../../docs/images/console.png");
const WIDE = { width: 1440, height: 900 };
const SMALL = { width: 1024, height: 768 };
const DRAWERS = [
  "Drugs",
  "Samples",
  "Team talk",
  "Checklist",
  "Record",
  "Store room",
  "Machine",
  "Help",
];
const PAGES = ["Gas", "Water", "Safety", "Heads", "Monitors", "Check", "Alarms"];

test.describe.configure({ timeout: 420_000 }); // ms

async function picture(page: Page, name: string): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true });
  await page.waitForTimeout(600);
  await page.mouse.move(700, 20);
  await page.screenshot({
    path: path.join(FOLDER, `${name}.jpg`),
    type: "jpeg",
    quality: 74,
    animations: "disabled",
  });
}

const fileName = (words: string): string => words.toLowerCase().replaceAll(" ", "-");

async function drawers(page: Page, prefix: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const key = page.getByRole("button", { name, exact: true });
    await key.click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await picture(page, `${prefix}drawer-${fileName(name)}`);
    await page.keyboard.press("Escape");
  }
}

test("on bypass, each drawer and the machine's pages", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await startCase(page, { pictures: 0, seed: 29, variant: "a" });
  await page.waitForTimeout(6000); // a sweep of the monitor
  await picture(page, "state-1-on-bypass");
  await drawers(page, "", DRAWERS);
  await page.getByRole("button", { name: "Machine", exact: true }).click();
  for (const name of PAGES) {
    const tabs = page.getByRole("toolbar", { name: "Pages of the machine" });
    await tabs.getByRole("button", { name, exact: true }).click();
    await picture(page, `machine-${fileName(name)}`);
  }
});

test("the arterial head fails, and is turned by hand", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await startCase(page, { pictures: 0, seed: 29, variant: "a" });
  await setSpeed(page, "4×");
  await failureComes(page);
  await setSpeed(page, "1×");
  await picture(page, "state-2-pump-stopped");
  const hands = pointerHands(page);
  await firstMinute(page, hands);
  await flowByHand(page, hands);
  await hands.press("Close");
  await picture(page, "state-3-crank");
  await page.screenshot({ path: README_PICTURE, animations: "disabled" });
  const crank = { x: 300, y: 560, width: 420, height: 340 };
  await page.screenshot({
    path: path.join(FOLDER, "crank.jpg"),
    type: "jpeg",
    quality: 80,
    clip: crank,
  });
});

test("the other console, an oxygenator that fails, and a flood", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await startCase(page, { pictures: 0, scenario: "a3-oxygenator-failure", seed: 4 });
  await setSpeed(page, "4×");
  await page.waitForTimeout(25_000);
  await setSpeed(page, "1×");
  await picture(page, "state-4-oxygenator");
  await page.getByRole("button", { name: "Clamp venous line", exact: true }).click();
  await page.waitForTimeout(5000);
  await picture(page, "state-5-venous-line-clamped");
  for (const key of ["F1", "F2", "F3", "F4", "F5"]) await page.keyboard.press(key);
  for (const key of ["1", "c", "2", "c", "3", "c", "5", "o"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Machine", exact: true }).click();
  for (const hose of ["Oxygen hose", "Air hose"]) {
    const choice = page.getByRole("toolbar", { name: hose });
    await choice.getByRole("button").last().click();
    await page.waitForTimeout(4000);
  }
  await page.keyboard.press("Escape");
  await page.waitForTimeout(12_000);
  await page.getByRole("button", { name: /^Alarm list/ }).click();
  await picture(page, "alarm-flood");
});

test("the small window", async ({ page }) => {
  await page.setViewportSize(SMALL);
  await startCase(page, { pictures: 0, seed: 29, variant: "a" });
  await page.waitForTimeout(6000);
  await picture(page, "small-on-bypass");
  for (const panel of [/^Gas: /, /^Safety: /]) {
    await page.getByRole("button", { name: panel }).click();
    await picture(page, `small-panel-${panel.source.slice(1, -2).toLowerCase()}`);
    await page.keyboard.press("Escape");
  }
  await drawers(page, "small-", ["Machine", "Team talk"]);
  await page.keyboard.press("F1");
  await page.keyboard.press("a");
  await page.waitForTimeout(5000);
  await picture(page, "small-pump-stopped");
});

test("the debrief, on the screen and on paper", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await importRecording(page, await playedRecording());
  await expect(page.getByText("Result: not met")).toBeVisible({ timeout: 30_000 });
  await picture(page, "debrief");
  await page.setViewportSize({ width: 718, height: 1040 }); // A4 without its margins
  await page.emulateMedia({ media: "print" });
  await picture(page, "debrief-paper");
});

test("the guided modules, and one of them with its guide", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto("/?renderer=canvas#/modules");
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(5);
  await picture(page, "modules");
  await page.getByRole("button", { name: "With the guide: Your first bypass" }).click();
  await consoleStands(page);
  await page.getByRole("button", { name: "Where, and why" }).click();
  await picture(page, "module-guide");
});
