/** Whoever goes off to the store room is told so where the drawer they went by does not cover it. */
import { expect, test } from "@playwright/test";
import { expectNoViolation } from "./accessibility.ts";
import { pointerHands } from "./hands.ts";
import { startCase } from "./theatre.ts";

test("who has left the console reads how long for, and that nobody is at the pump", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await startCase(page, { scenario: "m1-managing-bypass", variant: "b", seed: 3 });
  const { press } = pointerHands(page);
  await press("Store room");
  const drawer = page.getByRole("dialog", { name: "Store room and oxygenator" });
  await drawer.getByRole("button", { name: "Go yourself" }).first().click();
  const where = page.getByRole("status", { name: "Where you are" });
  await expect(where).toHaveText("You are away from the console. Nobody is at the pump.");
  const note = await where.locator("..").boundingBox();
  const covering = await drawer.boundingBox();
  expect((note?.x ?? 0) + (note?.width ?? 0)).toBeLessThanOrEqual(covering?.x ?? 0);
  await expect(page.getByRole("list", { name: "All readings" })).toContainText(
    "away from the console, back in",
  );
  await expectNoViolation(page, ".console-away");
});
