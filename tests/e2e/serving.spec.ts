/** The built product, as a browser receives it. */
import { expect, test } from "@playwright/test";

test("the landing page opens without a complaint and says what it is not for", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));

  const reply = await page.goto("/");
  expect(reply?.status()).toBe(200);
  expect(reply?.headers()["content-security-policy"]).toContain("script-src 'self'");
  await expect(page).toHaveTitle(/OnBypass/);
  await expect(page.getByText(/not for clinical use/i).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the page may not evaluate text", async ({ page }) => {
  await page.goto("/");
  // A script element with text is refused by the policy, so the mark is never set.
  const isMarked = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.marked = 'yes'";
    document.head.append(script);
    return document.documentElement.dataset["marked"] === "yes";
  });
  expect(isMarked).toBe(false);
});

test("the current engine is served by its hash, as a module", async ({ request }) => {
  const current = await (await request.get("/engines/current.json")).json();
  expect(current.file).toBe(`engine-${current.hash}.mjs`);
  const engine = await request.get(`/engines/${current.file}`);
  expect(engine.status()).toBe(200);
  expect(engine.headers()["content-type"]).toContain("javascript");
});
