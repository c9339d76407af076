/** A person with a mouse plays the expert response to A2, variant a: a reservoir that ran dry. */
import { expect, type Page, test } from "@playwright/test";
import {
  chooseInMenu,
  clamp,
  closeDrawer,
  EXPERT_SPEED,
  isThere,
  job,
  readings,
  say,
  unclamp,
} from "../e2e/atConsole.ts";
import { type Hands, pointerHands } from "../e2e/hands.ts";
import { endsMet, reading, setSpeed, startCase, tellsWhatWasDone } from "../e2e/theatre.ts";

// Played against a running clock: a stall of a shared machine is no fault of the product.
test.describe.configure({ retries: 1 });

/** A roller console, an onset after half a minute, one telephone call. */
const SEED = 29;
const FIRST_FLOW_LPM = 2.4;
const FULL_FLOW_LPM = 4.6;
const SOON = { timeout: 60_000, intervals: [50] };

/** What stands between reservoir and patient; what vent and suckers hold goes to the reservoir. */
const AIR_ON_THE_WAY = /Air seen in:[^:]*(reservoir outlet|pump outlet|oxygenator|filter|arterial)/;

/** Nothing pumps towards the patient any more, and the table knows why. */
async function stopEverything(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  await press("Arterial head STOP");
  await clamp(page, hands, "arterial line");
  await clamp(page, hands, "venous line");
  await say(page, hands, "Surgeon", "Air to the patient. Pump stopped, lines clamped.");
  await say(page, hands, "Anaesthetist", "Head down, please.");
  await say(page, hands, "Surgeon", "Please vent the aorta and aspirate.");
  await closeDrawer(page, hands);
  for (const head of ["Vent", "Suction 1", "Suction 2"]) await press(`${head} head STOP`);
  await say(page, hands, "Anaesthetist", "Please ventilate with 100 % oxygen.");
  await closeDrawer(page, hands);
}

/** The kink is out, there is blood to work with, the water runs cold, and help comes. */
async function endTheSource(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  await job(page, () => chooseInMenu(page, hands, "Venous line", "Straighten the line"));
  await press("Drugs");
  await press("Add 500 mL");
  await press("Close");
  await press(/^Water set point .*type a value$/);
  await hands.type("Water set point, °C", "24");
  await say(page, hands, "Helper", "I need a second perfusionist now.");
  await closeDrawer(page, hands);
}

/** Round the table over the bridge until no bubble is seen. */
async function washRound(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  await clamp(page, hands, "arterial line at the table");
  await clamp(page, hands, "venous line at the table");
  await unclamp(page, hands, "bridge");
  await unclamp(page, hands, "venous line");
  await unclamp(page, hands, "arterial line");
  await hands.turnTo("Arterial head flow", 4.5);
  await press("Arterial head START");
  await setSpeed(page, "2×"); // nothing to do but watch
  await expect(async () => {
    const isTurning = await isThere(page, "Arterial head STOP");
    if (!isTurning) await press("Arterial head START");
    await expect(readings(page)).not.toContainText(AIR_ON_THE_WAY, { timeout: 2000 });
  }).toPass({ timeout: 150_000 });
  await setSpeed(page, EXPERT_SPEED);
  await press("Arterial head STOP");
  await clamp(page, hands, "bridge");
  await clamp(page, hands, "arterial line");
  await unclamp(page, hands, "arterial line at the table");
}

async function goBackOn(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  await say(
    page,
    hands,
    "Surgeon",
    "Is the aorta free of air?",
    "Please call the pressure chamber.",
  );
  await closeDrawer(page, hands);
  await hands.turnTo("Arterial head flow", FIRST_FLOW_LPM);
  await unclamp(page, hands, "arterial line");
  await press("Arterial head START");
  await unclamp(page, hands, "venous line");
  await unclamp(page, hands, "venous line at the table");
  await hands.turnTo("Arterial head flow", FULL_FLOW_LPM);
  await expect.poll(() => reading(page, "Flow probe"), SOON).toBeGreaterThan(4.2);
  for (const head of ["Vent", "Suction 1"]) await press(`${head} head START`);
  await say(
    page,
    hands,
    "Surgeon",
    "We are on full bypass again.",
    "Keep this machine aside. I will report it.",
  );
  await say(page, hands, "Anaesthetist", "I am cooling, and I want a high pressure.");
  await closeDrawer(page, hands);
  await chooseInMenu(page, hands, "Arterial line", "Look at the arterial line");
  await press("Record");
  await hands.type("Note", "Air: reservoir dry, kinked venous line; washed round, back on.");
  await press("Close");
}

test.afterEach(tellsWhatWasDone);

test("gas in the circuit, by pointer, ends met", async ({ page }) => {
  test.setTimeout(600_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { scenario: "a2-gas-in-the-circuit", variant: "a", seed: SEED });
  const hands = pointerHands(page);
  await setSpeed(page, "2×");
  await expect.poll(() => reading(page, "Reservoir"), SOON).toBeLessThan(500);
  await setSpeed(page, EXPERT_SPEED);
  await expect(readings(page)).toContainText("Air seen in: reservoir outlet", { timeout: 90_000 });
  await stopEverything(page, hands);
  await endTheSource(page, hands);
  await washRound(page, hands);
  await goBackOn(page, hands);
  await setSpeed(page, "4×");
  await endsMet(page);
});
