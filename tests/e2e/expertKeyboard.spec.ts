/** A person with a keyboard alone plays the expert response to variant a and ends "met". */
import { expect, test } from "@playwright/test";
import { EXPERT_SPEED, failureComes } from "./atConsole.ts";
import { playExpert } from "./expert.ts";
import { keyboardHands } from "./keyboardHands.ts";
import { consoleStands, endsMet, openLanding, tellsWhatWasDone } from "./theatre.ts";

// Played against a running clock: a stall of a shared machine is no fault of the product.
test.describe.configure({ retries: 1 });

/** The same case as the pointer's, so that the two ways can be compared. */
const SEED = 29;

test.afterEach(tellsWhatWasDone);

test("the expert response by keyboard alone ends met", async ({ page }) => {
  test.setTimeout(420_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  const hands = keyboardHands(page);
  const startedMs = Date.now();
  await openLanding(page, { variant: "a", seed: SEED });
  const setSpeed = async (speed: "4×" | typeof EXPERT_SPEED) => {
    await hands.press("Session menu");
    await hands.press(speed);
    await page.keyboard.press("Escape");
  };
  await hands.press("Start");
  await consoleStands(page);
  await setSpeed("4×");
  await failureComes(page);
  await setSpeed(EXPERT_SPEED);
  await playExpert(page, hands);
  const result = page.getByRole("heading", { name: /^Result: / });
  // The case watches for a while whether the patient keeps well; on a slow machine it has done so by now.
  if (!(await result.isVisible())) await setSpeed("4×");
  await endsMet(page);
  console.log(`${hands.keysPressed()} keys, ${Math.round((Date.now() - startedMs) / 1000)} s`);
  await hands.press("Open the debrief");
  await expect(page.getByText(/checkpoints equal/)).toBeVisible({ timeout: 30_000 });
});
