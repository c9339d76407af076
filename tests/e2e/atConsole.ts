/** What every expert at the console does with its hands: tries until it shows, clamps, speaks, opens menus. */
import { expect, type Page } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** ms of host time; onset and jobs of the hands take a while. */
export const PATIENCE = { timeout: 90_000 };
/**
 * The case runs at half speed while the hands work: here a browser, its drawing and the hands share two
 * cores, and the marks are for what is done in the patient's seconds, not for how fast this machine draws.
 */
export const EXPERT_SPEED = "0.5×";

export const isThere = (page: Page, name: string): Promise<boolean> =>
  page.getByRole("button", { name, exact: true }).isVisible();

/**
 * Does something until it shows: while the hands are busy the console refuses, and a person tries
 * again when they are free.
 */
export async function until(
  shows: () => Promise<boolean>,
  doIt: () => Promise<void>,
): Promise<void> {
  await expect(async () => {
    if (await shows()) return;
    await doIt();
    await expect.poll(shows, { timeout: 1500 }).toBe(true);
  }).toPass(PATIENCE);
}

export async function failureComes(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Top alarm: (?!Safety)/ })).toBeVisible(PATIENCE);
}

export async function say(
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

export async function closeDrawer(page: Page, { press }: Hands): Promise<void> {
  if (await page.getByRole("dialog", { name: "Team talk" }).isVisible()) await press("Close");
}

export const clamp = (page: Page, { press }: Hands, line: string) =>
  until(
    () => isThere(page, `Unclamp ${line}`),
    () => press(`Clamp ${line}`),
  );
export const unclamp = (page: Page, { press }: Hands, line: string) =>
  until(
    () => isThere(page, `Clamp ${line}`),
    () => press(`Unclamp ${line}`),
  );

export async function chooseInMenu(
  page: Page,
  { press }: Hands,
  menu: string,
  item: string,
): Promise<void> {
  await press(`${menu} menu`);
  await expect(page.getByRole("dialog", { name: menu })).toBeVisible();
  await press(item);
}

export const readings = (page: Page) => page.getByRole("list", { name: "All readings" });

/** How often the list of readings is written anew, and a little more; ms of host time. */
const LISTED_MS = 2200;

/** A job of the hands, waited for until they are free again. */
export async function job(page: Page, start: () => Promise<void>): Promise<void> {
  await start();
  await page.waitForTimeout(LISTED_MS);
  await expect(readings(page)).toContainText("Hands: free", PATIENCE);
}
