/** A person with a trackpad plays the expert response to variant a and ends "met". */
import { expect, test } from "@playwright/test";
import { EXPERT_SPEED, failureComes } from "./atConsole.ts";
import { playExpert } from "./expert.ts";
import { pointerHands } from "./hands.ts";
import { endsMet, setSpeed, startCase, tellsWhatWasDone } from "./theatre.ts";

// Played against a running clock: a stall of a shared machine is no fault of the product.
test.describe.configure({ retries: 1 });

/** A roller console, an early onset, and a crank in its clip. */
const SEED = 29;

test.afterEach(tellsWhatWasDone);

test("the expert response by pointer ends met", async ({ page }) => {
  test.setTimeout(420_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await startCase(page, { variant: "a", seed: SEED });
  await setSpeed(page, "4×");
  await failureComes(page);
  await setSpeed(page, EXPERT_SPEED);
  await playExpert(page, pointerHands(page));
  await setSpeed(page, "4×");
  await endsMet(page);
  await page.getByRole("link", { name: "Open the debrief" }).click();
  await expect(page.getByText("Result: met", { exact: false })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/checkpoints equal/)).toBeVisible();
});
