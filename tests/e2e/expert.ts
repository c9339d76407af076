/**
 * The expert response to a dead arterial motor (variant a), as a person at the console gives it. The
 * hands decide how each control is worked; eyes read what a screen reader reads.
 */
import { expect, type Page } from "@playwright/test";
import {
  chooseInMenu,
  clamp,
  closeDrawer,
  isThere,
  PATIENCE,
  say,
  unclamp,
  until,
} from "./atConsole.ts";
import { CRANK_RPM, type Hands } from "./hands.ts";
import { reading } from "./theatre.ts";

const FULL_FLOW_LPM = 4.6;

/** Safe patient, known cause, help on its way. */
export async function firstMinute(page: Page, hands: Hands): Promise<void> {
  await hands.press("Clamp arterial line");
  await hands.press("Clamp venous line");
  await say(page, hands, "Surgeon and anaesthetist", "Arterial pump stopped. We have no flow.");
  await say(page, hands, "Helper", "I need a second perfusionist now.");
  await closeDrawer(page, hands);
  await chooseInMenu(page, hands, "Arterial head", "At the head's message");
  await hands.press("Look at the reservoir level");
  await hands.press("Look at the bubble detector");
}

/** Crank in, arterial clamp off with the first forward turn, then the venous line. */
export async function flowByHand(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  await until(
    () => isThere(page, "Arterial head power: switch on"),
    () => press("Arterial head power: switch off"),
  );
  await until(
    () => isThere(page, "Close cover of arterial head"),
    () => press("Open cover of arterial head"),
  );
  const inHand = () => isThere(page, "Fit crank to arterial head");
  await until(inHand, () => press("Fetch crank"));
  await until(
    () => isThere(page, "Turn crank"),
    () => press("Fit crank to arterial head"),
  );
  await unclamp(page, hands, "arterial line");
  await hands.crank(3);
  await press("Crank faster"); // from here on the console keeps the rate up
  await expect(async () => {
    if ((await reading(page, "Crank rate")) < CRANK_RPM - 8) await press("Crank faster");
    expect(await reading(page, "Crank rate")).toBeGreaterThan(CRANK_RPM - 10);
  }).toPass({ timeout: 30_000, intervals: [100] });
  await unclamp(page, hands, "venous line");
  await say(page, hands, "Surgeon", "Cranking by hand now.", "Moving the boot to a spare head.");
}

async function handOver(page: Page, hands: Hands): Promise<void> {
  await say(page, hands, "Helper", "Take the crank, please.");
  await closeDrawer(page, hands);
  await until(
    () => isThere(page, "Take the crank back"),
    () => hands.press("Hand over crank"),
  );
}

/** The boot goes to the spare head, with its checks, and the safety devices with it. */
async function bootToSpare(page: Page, hands: Hands): Promise<void> {
  const { press } = hands;
  const spare = "Suction 2 head";
  await press(`${spare} STOP`);
  await until(
    () => isThere(page, "Close cover of suction 2 head"),
    () => press("Open cover of suction 2 head"),
  );
  await clamp(page, hands, "venous line");
  await press("Take the crank back");
  await expect.poll(() => reading(page, "Crank rate"), PATIENCE).toBeLessThan(2);
  await clamp(page, hands, "arterial line");
  await until(
    async () => !(await isThere(page, "Turn crank")),
    () => chooseInMenu(page, hands, "Arterial head", "Take the crank off"),
  );
  await chooseInMenu(page, hands, spare, "Move arterial boot here");
  await expect(page.getByText("Arterial boot seated in its new head.").first()).toBeAttached(
    PATIENCE,
  );
  await chooseInMenu(page, hands, spare, "At direction and tube size");
  await chooseInMenu(page, hands, spare, "Counter-cl.");
  await chooseInMenu(page, hands, spare, "1/2″ · 45");
  await press(`${spare} menu`);
  await hands.type("Occlusion, %", "100");
  await page.keyboard.press("Escape");
  await chooseInMenu(page, hands, spare, "Link safety here");
  await until(
    () => isThere(page, "Open cover of suction 2 head"),
    () => press("Close cover of suction 2 head"),
  );
}

async function restart(page: Page, hands: Hands): Promise<void> {
  await hands.turnTo("Suction 2 head flow", 2.4);
  await unclamp(page, hands, "arterial line");
  await hands.press("Suction 2 head START");
  await unclamp(page, hands, "venous line");
  await hands.turnTo("Suction 2 head flow", FULL_FLOW_LPM);
  await expect.poll(() => reading(page, "Flow probe"), { timeout: 20_000 }).toBeGreaterThan(4.2);
}

async function lookItOver(page: Page, hands: Hands): Promise<void> {
  await say(
    page,
    hands,
    "Surgeon and anaesthetist",
    "Full flow is back.",
    "Keep this machine aside. I will report it.",
  );
  await closeDrawer(page, hands);
  await hands.press("Look at the safety links");
  await chooseInMenu(page, hands, "Arterial line", "Look at the arterial line");
  await hands.press("Record");
  await hands.type("Note", "No flow, cranked, boot on suction 2, flow back.");
  await hands.press("Close");
}

/** The whole response on a roller console. */
export async function playExpert(page: Page, hands: Hands): Promise<void> {
  await firstMinute(page, hands);
  await flowByHand(page, hands);
  await handOver(page, hands);
  await bootToSpare(page, hands);
  await restart(page, hands);
  await lookItOver(page, hands);
}
