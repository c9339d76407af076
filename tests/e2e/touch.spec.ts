/** The machine on a tablet of 1024 by 768, worked by fingers alone: nothing too small to be hit, nothing that needs a mouse. */
import { expect, type Page, test } from "@playwright/test";
import { reading, startCase, watchComplaints } from "./theatre.ts";

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

/** WCAG 2.2, 2.5.8: what is pressed is at least 24 by 24 CSS pixels. */
const TARGET_PX_MIN = 24;

/** Controls to be seen now that are smaller than a finger may ask for. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const controls = document.querySelectorAll<HTMLElement>("button, a.key, select, input");
    return [...controls]
      .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden"))
      .map((one) => ({ one, box: (one.closest("label") ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
      .map(({ one, box }) => {
        const name = one.getAttribute("aria-label") ?? one.textContent;
        return `${name}: ${box.width.toFixed(0)} x ${box.height.toFixed(0)}`;
      });
  }, TARGET_PX_MIN);

test("a finger stops, starts, clamps, opens panels and drawers, and finds every target", async ({
  page,
}) => {
  const complaints = watchComplaints(page);
  await startCase(page, { seed: 29, variant: "a" });
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  expect(await tooSmall(page)).toEqual([]);

  await button("Clamp venous line").tap();
  await button("Unclamp venous line").tap();
  await expect(button("Clamp venous line")).toBeAttached();

  await button("Arterial head STOP").tap();
  await expect.poll(() => reading(page, "Flow probe"), { timeout: 20_000 }).toBeLessThan(0.5);
  await button("Arterial head START").tap();
  await expect.poll(() => reading(page, "Flow probe"), { timeout: 30_000 }).toBeGreaterThan(3);

  await button("Drugs").tap();
  const drugs = page.getByRole("dialog", { name: "Drugs and fluids" });
  await expect(drugs).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
  await drugs.getByRole("button", { name: "Close" }).tap();
  await button("Machine").tap();
  await page.getByRole("button", { name: "Safety", exact: true }).tap();
  await expect(page.getByRole("grid", { name: "Safety matrix" })).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
