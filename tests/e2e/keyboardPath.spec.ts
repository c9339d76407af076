/**
 * The keyboard path is complete: with Tab and arrow keys alone every control that stands on the page is
 * reached, in few stops; F6 goes round the regions; letters and digits do what the help sheet says.
 */
import { expect, type Page, test } from "@playwright/test";
import { startCase, watchComplaints } from "./theatre.ts";

/** Groups a person tabs through on the stage; more would be a way too long for an emergency. */
const STAGE_STOPS_MAX = 30;
const ARROWS_MAX = 80;

/** Names of what stands on the page and can be worked, in the order of the page. */
function controlsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main button, main input, main a[href]")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      // A stepper's keys are the arrow keys of its field.
      .filter((one) => !one.matches(":disabled, .unit-step button"))
      .map((one) => one.getAttribute("aria-label") ?? one.textContent?.trim() ?? one.id),
  );
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    return {
      name: one.getAttribute("aria-label") ?? one.textContent?.trim() ?? one.id,
      inBar: one.closest("[role=toolbar], [role=grid]") !== null,
      region: one.closest("[data-region]")?.getAttribute("data-region") ?? "",
      isPage: one === document.body,
    };
  });

/** Tabs once round the page, and by arrows once round each toolbar on the way. */
async function walk(page: Page): Promise<{ reached: ReadonlySet<string>; stops: number }> {
  const reached = new Set<string>();
  let stops = 0;
  let isRoundOnce = false;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (; stops < 200; stops++) {
    await page.keyboard.press("Tab");
    const first = await focused(page);
    // Tab goes on from what was clicked last: past the end of the page it begins at its top, once.
    if (first.isPage && !isRoundOnce) {
      isRoundOnce = true;
      continue;
    }
    if (first.isPage || (stops > 2 && reached.has(first.name) && !first.inBar)) break;
    const isSeen = reached.has(first.name);
    reached.add(first.name);
    if (!first.inBar) continue;
    if (isSeen) break;
    for (let arrow = 0; arrow < ARROWS_MAX; arrow++) {
      await page.keyboard.press("ArrowRight");
      const { name } = await focused(page);
      if (name === first.name) break;
      reached.add(name);
    }
  }
  return { reached, stops };
}

test("every control on the stage is reached by Tab and arrow keys", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await startCase(page, { seed: 29, variant: "a" });
  // Nothing is to change its name meanwhile.
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByRole("button", { name: "Go on", exact: true }).first()).toBeVisible();
  const wanted = await controlsOn(page);
  const { reached, stops } = await walk(page);
  console.log(`${wanted.length} controls, ${stops} Tab stops`);
  expect(wanted.length).toBeGreaterThan(80);
  // Names that change while the walk goes on (alarms, a running override) are met under another one.
  const missed = wanted.filter((name) => !reached.has(name) && !/alarm/i.test(name));
  expect(missed).toEqual([]);
  expect(stops).toBeLessThan(STAGE_STOPS_MAX);
  expect(complaints).toEqual([]);
});

test("F6 goes round the regions and comes back to where the focus was", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { seed: 29, variant: "a" });
  const seen: string[] = [];
  for (let press = 0; press < 8; press++) {
    await page.keyboard.press("F6");
    seen.push((await focused(page)).region);
  }
  expect(seen.slice(0, 6)).toEqual([
    "Alarms and timers",
    "Pump heads",
    "Circuit",
    "Panels",
    "Drawer keys",
    "session",
  ]);
  await page.keyboard.press("ArrowRight");
  const left = await focused(page);
  await page.keyboard.press("F6");
  await page.keyboard.press("Shift+F6");
  expect(await focused(page)).toEqual(left);
});

test("the help sheet's keys work, and letters can be switched off", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { seed: 29, variant: "a" });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.keyboard.press("a");
  await expect(button("Unclamp arterial line")).toBeAttached();
  await page.keyboard.press("a");
  await expect(button("Clamp arterial line")).toBeAttached();
  await page.keyboard.press("4");
  expect((await focused(page)).name).toMatch(/^Suction 2 head/);
  await page.keyboard.press("c");
  await expect(button("Close cover of suction 2 head")).toBeAttached();
  await page.keyboard.press("t");
  await expect(page.getByRole("dialog", { name: "Team talk" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await focused(page)).name).toMatch(/^Suction 2 head/);
  await page.keyboard.press("Shift+?");
  const help = page.getByRole("dialog", { name: "Help" });
  await expect(help.getByText("STOP, head by head from the left")).toBeVisible();
  await help
    .getByRole("checkbox", { name: "Single letters and digits are shortcuts" })
    .press("Space");
  await page.keyboard.press("v");
  await page.keyboard.press("F2");
  await expect(button("Vent head START")).toBeAttached(); // F keys are no letters
  await expect(button("Clamp venous line")).toBeAttached();
});
