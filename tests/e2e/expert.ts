/**
 * The expert response to a dead arterial motor (variant a), as a person at the console gives it. The
 * hands decide how each control is worked; eyes read what a screen reader reads.
 */
import { expect, type Page } from "@playwright/test";
import { CRANK_RPM, type Hands } from "./hands.ts";
import { reading } from "./theatre.ts";

/**
 * The case runs at half speed while the hands work: here a browser, its drawing and the hands share two
 * cores, and the marks are for what is done in the patient's seconds, not for how fast this machine draws.
 */
export const EXPERT_SPEED = "0.5×";
const PATIENCE = { timeout: 90_000 }; // ms of host time; onset and jobs of the hands take a while
const FULL_FLOW_LPM = 4.6;

const isThere = (page: Page, name: string): Promise<boolean> =>
  page.getByRole("button", { name, exact: true }).isVisible();

/**
 * Does something until it shows: while the hands are busy the console refuses, and a person tries
 * again when they are free.
 */
async function until(shows: () => Promise<boolean>, doIt: () => Promise<void>): Promise<void> {
  await expect(async () => {
    if (await shows()) return;
    await doIt();
    await expect.poll(shows, { timeout: 1500 }).toBe(true);
  }).toPass(PATIENCE);
}

export async function failureComes(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Top alarm: (?!Safety)/ })).toBeVisible(PATIENCE);
}

async function say(
  page: Page,
  { press }: Hands,
  to: string,
  ...sentences: string[]
): Promise<void> {
  const drawer = page.getByRole("dialog", { name: "Team talk" });
  if (!(await drawer.isVisible())) await press("Team talk");
  await press(to);
  for (const sentence of sentences) await press(sentence);
}

async function closeDrawer(page: Page, { press }: Hands): Promise<void> {
  if (await page.getByRole("dialog", { name: "Team talk" }).isVisible()) await press("Close");
}

const clamp = (page: Page, { press }: Hands, line: string) =>
  until(
    () => isThere(page, `Unclamp ${line}`),
    () => press(`Clamp ${line}`),
  );
const unclamp = (page: Page, { press }: Hands, line: string) =>
  until(
    () => isThere(page, `Clamp ${line}`),
    () => press(`Unclamp ${line}`),
  );

async function chooseInMenu(
  page: Page,
  { press }: Hands,
  menu: string,
  item: string,
): Promise<void> {
  await press(`${menu} menu`);
  await expect(page.getByRole("dialog", { name: menu })).toBeVisible();
  await press(item);
}

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
