/**
 * Every control of the machine, worked once through its DOM twin: what it does is read back from what
 * the page says and from the log of the run, and a list is printed. A control without effect fails.
 */
import { expect, type Page, test } from "@playwright/test";
import { keptRun, recordingId, startCase, watchComplaints } from "./theatre.ts";

// Played in real time: a stall of a shared machine is no fault of the product.
test.describe.configure({ retries: 2 });

interface Worked {
  readonly name: string;
  readonly effect: string;
}

/**
 * Works all controls that match a selector, inside the page, one after another: a press by pointer
 * events and click, a step of a slider by key. Says for each what changed.
 */
function workAll(page: Page, selector: string, skip: string): Promise<readonly Worked[]> {
  return page.evaluate(
    async ({ all, leaveOut }) => {
      const text = (of: string): string =>
        [...document.querySelectorAll(of)].map((one) => one.textContent).join("|");
      const nameOf = (one: Element): string => {
        const group = one.closest(".machine-page [role=toolbar]")?.getAttribute("aria-label") ?? "";
        const own = one.getAttribute("aria-label") ?? one.textContent ?? "";
        return group === "" ? own : `${group}: ${own}`;
      };
      const look = (): Record<string, string> => ({
        answer: text(".console-twins [role=status], .console-notice"),
        names: [...document.querySelectorAll("button, input[type=range]")]
          .map((one) => [
            one.getAttribute("aria-label"),
            one.getAttribute("aria-pressed"),
            one.getAttribute("aria-expanded"),
            one.getAttribute("aria-valuetext"),
          ])
          .join("|"),
        fields: [...document.querySelectorAll<HTMLInputElement>("input")]
          .map((one) => one.value)
          .join("|"),
        windows: text(".console-popover, dialog[open]"),
        page: text(".machine-page"),
      });
      const press = (one: HTMLElement): void => {
        if (one instanceof HTMLInputElement) {
          const isLow = Number(one.value) < (Number(one.min) + Number(one.max)) / 2;
          const key = isLow ? "PageUp" : "PageDown";
          one.focus();
          one.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          return;
        }
        const at = { bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, button: 0 };
        one.dispatchEvent(new PointerEvent("pointerdown", at));
        one.dispatchEvent(new PointerEvent("pointerup", at));
        one.click();
      };
      const list: { name: string; effect: string }[] = [];
      const seen = new Set<string>();
      for (const one of document.querySelectorAll<HTMLElement>(all)) {
        const name = nameOf(one);
        const isChosen = one.getAttribute("aria-pressed") === "true";
        if (seen.has(name) || isChosen || !one.checkVisibility() || one.matches(":disabled"))
          continue;
        if (leaveOut !== "" && new RegExp(leaveOut).test(name)) continue;
        seen.add(name);
        // An answer equal to the one before it has to be seen as well.
        for (const answer of document.querySelectorAll(".console-twins [role=status]"))
          answer.textContent = "";
        const before = look();
        press(one);
        let effect = ""; // what hands do to hoses and sensors takes them seconds
        for (let wait = 0; wait < 400 && effect === ""; wait += 1) {
          await new Promise((resolve) => setTimeout(resolve, 25));
          const after = look();
          effect = Object.keys(after).find((key) => after[key] !== before[key]) ?? "";
        }
        list.push({ name, effect });
        document
          .querySelector(".console-popover")
          ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      }
      return list;
    },
    { all: selector, leaveOut: skip },
  );
}

/** Prints the list; a control that changed nothing to be seen must at least stand in the log. */
async function tell(page: Page, list: readonly Worked[], inLog: number): Promise<void> {
  await page.waitForTimeout(1500);
  const { entries } = await keptRun(page, recordingId(page));
  const lines = list.map(({ name, effect }) => `${name.padEnd(66)} ${effect || "nothing seen"}`);
  console.log(
    `${lines.join("\n")}\n${list.length} controls worked, ${entries.length} acts in the log`,
  );
  const unseen = list.filter(({ effect }) => effect === "");
  // Two equal refusals in a row look the same; each is an act in the log.
  expect(entries.length).toBeGreaterThanOrEqual(inLog);
  expect(unseen.map(({ name }) => name)).toEqual([]);
}

const TABS = ["Gas", "Water", "Heads", "Monitors", "Check"];

test("every control of the machine's pages has an effect", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints = watchComplaints(page);
  await startCase(page, { seed: 29, variant: "a" });
  await page.getByRole("button", { name: "Machine", exact: true }).click();
  const tabs = page.getByRole("toolbar", { name: "Pages of the machine" });
  const list: Worked[] = [];
  for (const tab of TABS) {
    await tabs.getByRole("button", { name: tab, exact: true }).click();
    await expect(page.locator(".machine-page").getByRole("button").first()).toBeVisible();
    list.push(...(await workAll(page, ".machine-page button", "")));
  }
  await tabs.getByRole("button", { name: "Safety", exact: true }).click();
  await expect(page.getByRole("grid", { name: "Safety matrix" })).toBeVisible();
  list.push(...(await workAll(page, ".matrix button", "")));
  list.push(...(await workAll(page, ".machine-page .unit button", "")));
  await tell(page, list, 60);
  expect(list.length).toBeGreaterThan(150);
  expect(complaints).toEqual([]);
});

test("every control on the stage has an effect through its twin", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { seed: 29, variant: "a" });
  const list = await workAll(page, ".console-twins button, .console-twins input[type=range]", "");
  await tell(page, list, 30);
  expect(list.length).toBeGreaterThan(80);
});
