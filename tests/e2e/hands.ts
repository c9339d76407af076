/** How a person works the console in a test; here by pointer on the stage, in keyboardHands.ts by keys. */
import { expect, type Locator, type Page } from "@playwright/test";

export interface Hands {
  /** Presses the control with this name. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Turns the knob with this name to a value. */
  readonly turnTo: (name: string, value: number) => Promise<void>;
  /** Writes into the field with this name and sends it. */
  readonly type: (name: string, text: string) => Promise<void>;
  /** Turns the fitted crank forward for so many turns at about 80 rpm. */
  readonly crank: (turns: number) => Promise<void>;
}

/** 3.6 L/min with a 45 mL/rev boot. */
export const CRANK_RPM = 80;

function control(page: Page, name: string | RegExp): Locator {
  const exact = typeof name === "string";
  return page.getByRole("button", { name, exact }).or(page.getByRole("link", { name, exact }));
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error("This control is not on the stage.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A control may go away between the look and the touch, when a job of the hands ends: then look again. */
const AT_HAND = { timeout: 2000 }; // ms of host time

type Place = { readonly x: number; readonly y: number };

/** Where on a control nothing else lies on top, its middle first; otherwise what covers its middle. */
function openPlaceOn(target: Locator): Promise<Place | string> {
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const places = [0.5, 0.85, 0.15].flatMap((down) =>
      [0.5, 0.15, 0.85].map((along) => ({ x: left + along * width, y: top + down * height })),
    );
    // The ring a crank turns in hands a tap on to what lies under it.
    const over = ({ x, y }: { x: number; y: number }) =>
      document.elementFromPoint(x, y)?.closest("button, input, a, dialog, [role=dialog]") ??
      element;
    const open = places.find((place) => element.contains(over(place)));
    return open ?? over(places[0] as { x: number; y: number }).outerHTML.slice(0, 200);
  });
}

/** What a person does when something lies over the control: closes it, once, and looks again. */
async function reach(page: Page, target: Locator): Promise<Place> {
  await target.scrollIntoViewIfNeeded(AT_HAND);
  const first = await openPlaceOn(target);
  if (typeof first !== "string") return first;
  await page.keyboard.press("Escape");
  const second = await openPlaceOn(target);
  if (typeof second !== "string") return second;
  throw new Error(`A pointer cannot reach this control: over it lies ${second}`);
}

/** How near a hand brings a knob, and from how far off it turns slowly, in what the knob sets. */
const DIAL_TOLERANCE = 0.1;
const COARSE_GAP = 0.6;

/** A knob shows what the machine has taken, a little after the hand: a person looks until it rests. */
async function settledValue(page: Page, knob: Locator): Promise<number> {
  let before = Number.NaN;
  let now = Number(await knob.inputValue());
  while (now !== before) {
    before = now;
    await page.waitForTimeout(60);
    now = Number(await knob.inputValue());
  }
  return now;
}

/** A mouse that only knows where things are on the screen. */
export function pointerHands(page: Page): Hands {
  return {
    async press(name) {
      const target = control(page, name).first();
      await expect(target).toBeVisible();
      const { x, y } = await reach(page, target);
      await page.mouse.click(x, y);
    },
    async turnTo(name, value) {
      const knob = page.getByRole("slider", { name, exact: true });
      const { x, y } = await middleOf(knob);
      await page.mouse.move(x, y);
      await page.mouse.down();
      let at = y;
      await expect(async () => {
        const gap = value - (await settledValue(page, knob));
        if (Math.abs(gap) > DIAL_TOLERANCE) {
          at -= Math.sign(gap) * (Math.abs(gap) > COARSE_GAP ? 8 : 2);
          await page.mouse.move(x, at);
        }
        expect(Math.abs(gap)).toBeLessThanOrEqual(DIAL_TOLERANCE);
      }).toPass({ timeout: 30_000, intervals: [0] });
      await page.mouse.up();
    },
    async type(name, text) {
      const field = page
        .getByRole("textbox", { name, exact: true })
        .or(page.getByRole("spinbutton", { name, exact: true }));
      const { x, y } = await middleOf(field);
      await page.mouse.click(x, y, { clickCount: 3 });
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    async crank(turns) {
      const hub = await middleOf(page.getByRole("button", { name: "Turn crank" }));
      const radiusPx = 56;
      const stepsPerTurn = 12;
      const at = (step: number) => {
        // Forward on the arterial head is counter-clockwise: angles fall on a screen.
        const angle = (-2 * Math.PI * step) / stepsPerTurn;
        return { x: hub.x + radiusPx * Math.cos(angle), y: hub.y + radiusPx * Math.sin(angle) };
      };
      const start = Date.now();
      await page.mouse.move(at(0).x, at(0).y);
      await page.mouse.down();
      for (let step = 1; step <= turns * stepsPerTurn; step++) {
        const dueMs = start + (step / stepsPerTurn) * (60_000 / CRANK_RPM);
        await page.waitForTimeout(Math.max(0, dueMs - Date.now()));
        await page.mouse.move(at(step).x, at(step).y);
      }
      await page.mouse.up();
    },
  };
}
