/** A person with a mouse plays the expert response to A3, variant a: fibres that no longer transfer gas. */
import { expect, type Page, test } from "@playwright/test";
import {
  chooseInMenu,
  clamp,
  closeDrawer,
  EXPERT_SPEED,
  job,
  readings,
  say,
  unclamp,
} from "../e2e/atConsole.ts";
import { type Hands, pointerHands } from "../e2e/hands.ts";
import { endsMet, reading, setSpeed, startCase, tellsWhatWasDone } from "../e2e/theatre.ts";

// Played against a running clock: a stall of a shared machine is no fault of the product.
test.describe.configure({ retries: 1 });

/** A roller console, an onset after half a minute, and small talk. */
const SEED = 33;
const LOW_PO2_MMHG = 100;
const WASH_FLOW_LPM = 2;
const HALF_FLOW_LPM = 2.4;
const FULL_FLOW_LPM = 4.6;
const LATER = { timeout: 150_000 };
const AIR_ON_THE_WAY = /Air seen in:[^:]*(pump outlet|oxygenator|filter)/;

/** Oxygen first, then eyes and fingers, and those who have to know. */
async function findOut(page: Page, hands: Hands): Promise<void> {
  await say(page, hands, "Surgeon", "Trouble at the oxygenator. I am looking for the cause.");
  await say(page, hands, "Helper", "I need a second perfusionist now.");
  await closeDrawer(page, hands);
  await hands.turnTo("FiO2", 100);
  await chooseInMenu(page, hands, "Oxygenator", "Feel the gas line");
  await chooseInMenu(page, hands, "Oxygenator", "Compare the colour of the blood");
  await chooseInMenu(page, hands, "Oxygenator", "Look at the oxygenator");
}

/** Everything that can be done while blood still flows. */
async function prepare(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  await press("Store room");
  await press("Send the runner for the spare oxygenator");
  await press("Close");
  await press(/^Water set point .*type a value$/);
  await hands.type("Water set point, °C", "28");
  await say(
    page,
    hands,
    "Anaesthetist",
    "Please deepen the anaesthetic.",
    "Please ventilate with 100 % oxygen.",
  );
  await say(
    page,
    hands,
    "Surgeon and anaesthetist",
    "I want to change the oxygenator: four minutes off. Do you agree?",
  );
  await closeDrawer(page, hands);
  await press("Drugs");
  await press("Add 250 mL");
  await press("Close");
  await press("Store room");
  await setSpeed(page, "4×"); // both are on their way
  const send = "Send the helper for the clamps, scissors and connectors";
  await expect(page.getByRole("button", { name: send })).toBeVisible(LATER);
  await press(send);
  const here = (item: string) =>
    expect(page.getByRole("region", { name: item })).toContainText(/at the machine/i, LATER);
  await here("Spare oxygenator");
  await job(page, () => press("Fill the spare"));
  await job(page, () => press("Tap the bubbles out of the spare"));
  await here("Changeout set: clamps, scissors, ties");
  await press("Close");
  await setSpeed(page, EXPERT_SPEED);
}

async function comeOff(page: Page, hands: Hands): Promise<void> {
  await say(page, hands, "Surgeon", "Coming off in ten seconds.");
  await closeDrawer(page, hands);
  await hands.press("Arterial head STOP");
  await clamp(page, hands, "arterial line");
  await clamp(page, hands, "venous line");
  await hands.turnTo("Sweep gas flow", 0);
  await say(page, hands, "Surgeon", "Off bypass. Both lines are clamped.");
  await closeDrawer(page, hands);
}

/** Between clamps: off, out, in, round until no bubble is seen. */
async function change(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  await clamp(page, hands, "oxygenator inlet");
  await clamp(page, hands, "oxygenator outlet");
  await press("Store room");
  await setSpeed(page, "1×");
  await job(page, () => press("Take the gas line off"));
  await job(page, () => press("Take the water lines off"));
  await job(page, () => press("Cut the oxygenator out"));
  await job(page, () => press("Connect the spare, arrow towards the filter"));
  await press("Close");
  for (const line of ["recirculation line", "oxygenator outlet", "oxygenator inlet"])
    await unclamp(page, hands, line);
  await hands.turnTo("Arterial head flow", WASH_FLOW_LPM);
  await press("Arterial head START");
  await press("Store room");
  await job(page, () => press("Put the gas line on its port"));
  await job(page, () => press("Connect the water lines"));
  await press("Close");
  await hands.turnTo("Sweep gas flow", 3);
  await expect(readings(page)).not.toContainText(AIR_ON_THE_WAY, LATER);
  await setSpeed(page, EXPERT_SPEED);
}

async function goBackOn(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  await chooseInMenu(page, hands, "Oxygenator", "Look at the oxygenator");
  await press("Arterial head STOP");
  await clamp(page, hands, "recirculation line");
  await say(page, hands, "Surgeon", "New oxygenator in and free of air. Going back on.");
  await closeDrawer(page, hands);
  await hands.turnTo("Arterial head flow", HALF_FLOW_LPM);
  await unclamp(page, hands, "arterial line");
  await press("Arterial head START");
  await unclamp(page, hands, "venous line");
  await hands.turnTo("Arterial head flow", FULL_FLOW_LPM);
  await expect.poll(() => reading(page, "Flow probe"), LATER).toBeGreaterThan(4.2);
  await chooseInMenu(page, hands, "Oxygenator", "Compare the colour of the blood");
  await say(
    page,
    hands,
    "Surgeon and anaesthetist",
    "We are on full bypass again.",
    "Keep this machine aside. I will report it.",
  );
  await closeDrawer(page, hands);
  await press("Record");
  await hands.type("Note", "Oxygenator failed: changed, minutes off, back on.");
  await press("Close");
}

test.afterEach(tellsWhatWasDone);

test("an oxygenator changed, by pointer, ends met", async ({ page }) => {
  test.setTimeout(900_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { scenario: "a3-oxygenator-failure", variant: "a", seed: SEED });
  const hands = pointerHands(page);
  await setSpeed(page, "4×");
  await expect.poll(() => reading(page, "Arterial PO2"), LATER).toBeLessThan(LOW_PO2_MMHG);
  await setSpeed(page, EXPERT_SPEED);
  await findOut(page, hands);
  await prepare(page, hands);
  await comeOff(page, hands);
  await change(page, hands);
  await goBackOn(page, hands);
  await setSpeed(page, "4×");
  await endsMet(page);
});
