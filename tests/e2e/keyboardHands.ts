/**
 * A keyboard alone, as somebody uses it who has read the help sheet: letters for what an emergency asks,
 * digits for a head, F6 to a region, Tab to a group, arrows within it, Enter.
 */
import { expect, type Page } from "@playwright/test";
import { CRANK_RPM, type Hands } from "./hands.ts";

/** What the help sheet gives a key of its own; a head's is pressed with the focus on that head. */
const SHORTCUTS: readonly (readonly [RegExp, ...string[]])[] = [
  [/^(Unc|C)lamp arterial line$/, "a"],
  [/^(Unc|C)lamp venous line$/, "v"],
  [/^Team talk$/, "t"],
  [/^Fetch crank$/, "k"],
  [/^Fit crank to arterial head$/, "1", "k"],
  [/^Arterial head power: /, "1", "o"],
  [/^(Open|Close) cover of arterial head$/, "1", "c"],
  [/^(Open|Close) cover of suction 2 head$/, "4", "c"],
  [/^Arterial head STOP$/, "F1"],
  [/^Suction 2 head STOP$/, "F4"],
];

interface Way {
  readonly key: string;
  readonly times: number;
}

/** The next stretch of the way to a control: which key, and how often. None when the focus is there. */
function nextStretch(page: Page, name: string | RegExp): Promise<Way | "there" | "nowhere"> {
  const wanted =
    typeof name === "string" ? { text: name, source: "" } : { text: "", source: name.source };
  return page.evaluate(({ text, source }) => {
    const shown = (one: HTMLElement) =>
      one.checkVisibility({ visibilityProperty: true }) && !one.matches(":disabled");
    const STOPS = "a[href], button, input, select, summary, [tabindex]";
    const controls = (root: ParentNode) =>
      [...root.querySelectorAll<HTMLElement>(STOPS)].filter(shown);
    const nameOf = (one: HTMLElement) => {
      const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : null;
      return one.getAttribute("aria-label") ?? (label || one.innerText).trim();
    };
    const isIt = (one: HTMLElement) =>
      source === "" ? nameOf(one) === text : new RegExp(source).test(nameOf(one));
    const round = (from: number, to: number, count: number, on: string, back: string) => {
      const steps = (to - from + count) % count;
      return steps <= count / 2 ? { key: on, times: steps } : { key: back, times: count - steps };
    };
    const root = document.querySelector("dialog:modal") ?? document;
    const here = document.activeElement as HTMLElement;
    const target = isIt(here) ? here : controls(root).find(isIt);
    if (!target) return "nowhere";
    if (target === here) return "there";
    const bar = target.closest("[role=toolbar], .console-popover");
    if (bar?.contains(here)) {
      const items = controls(bar);
      const [next, last] = bar.matches(".console-popover")
        ? (["Tab", "Shift+Tab"] as const)
        : (["ArrowRight", "ArrowLeft"] as const);
      return round(items.indexOf(here), items.indexOf(target), items.length, next, last);
    }
    const head = ["Arterial", "Vent", "Suction 1", "Suction 2", "Cardioplegia"].findIndex(
      (one) => bar?.getAttribute("aria-label") === `${one} head`,
    );
    const isTyping = here.matches("input:not([type=range], [type=checkbox]), textarea, select");
    if (head >= 0 && !isTyping) return { key: String(head + 1), times: 1 };
    const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((one) =>
      controls(one).some((stop) => stop.tabIndex >= 0),
    );
    const region = regions.find((one) => one.contains(target));
    if (region && root === document && !region.contains(here)) {
      const from = regions.findIndex((one) => one.contains(here));
      return round(from, regions.indexOf(region), regions.length, "F6", "Shift+F6");
    }
    const stops = controls(region ?? root).filter((one) => one.tabIndex >= 0 || one === here);
    const stop = bar ? stops.findIndex((one) => bar.contains(one)) : stops.indexOf(target);
    const on = stop - stops.indexOf(here);
    return { key: on > 0 ? "Tab" : "Shift+Tab", times: Math.abs(on) };
  }, wanted);
}

const KEYS_MAX = 60; // to any control, with room
const PATIENCE_MS = 3000;

export function keyboardHands(page: Page): Hands & { readonly keysPressed: () => number } {
  let keys = 0;
  const key = async (name: string) => {
    keys += 1;
    await page.keyboard.press(name);
  };
  const goTo = async (name: string | RegExp) => {
    const untilMs = Date.now() + PATIENCE_MS;
    for (let pressed = 0; pressed < KEYS_MAX; ) {
      const way = await nextStretch(page, name);
      if (way === "there") return;
      if (way === "nowhere") {
        if (Date.now() > untilMs) throw new Error(`There is no control ${name}.`);
        await page.waitForTimeout(50); // a window or drawer is about to open
        continue;
      }
      for (let time = 0; time < Math.max(1, way.times); time++) await key(way.key);
      pressed += Math.max(1, way.times);
    }
    throw new Error(`${KEYS_MAX} keys did not lead to ${name}.`);
  };
  const isTyping = () =>
    page.evaluate(
      () => document.activeElement?.matches("input:not([type=range]), textarea") ?? false,
    );
  return {
    keysPressed: () => keys,
    async press(name) {
      const shortcut = SHORTCUTS.find(
        ([pattern]) => typeof name === "string" && pattern.test(name),
      );
      if (shortcut && !(await isTyping())) {
        for (const one of shortcut.slice(1) as string[]) await key(one);
        return;
      }
      await goTo(name);
      await key("Enter");
    },
    // Somebody who knows the value types it; PageUp and the arrows are for feeling one's way.
    async turnTo(name, value) {
      await goTo(name);
      await key("Enter");
      await expect(page.getByRole("dialog", { name, exact: true })).toBeVisible();
      await page.keyboard.type(String(value));
      await key("Enter");
      await key("Escape");
    },
    async type(name, text) {
      await goTo(name);
      await key("ControlOrMeta+a");
      await page.keyboard.type(text);
      await key("Enter");
    },
    async crank(turns) {
      const strokeMs = 60_000 / CRANK_RPM / 2;
      const start = Date.now();
      for (let stroke = 0; stroke < turns * 2; stroke++) {
        await key(stroke % 2 === 0 ? "j" : "l");
        await page.waitForTimeout(Math.max(0, start + (stroke + 1) * strokeMs - Date.now()));
      }
    },
  };
}
