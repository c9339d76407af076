/** From the link in the terminal to a department whose trainee signs in, as people do it. */
import { expect, type Page, test } from "@playwright/test";
import { expectNoViolation } from "./accessibility.ts";
import { type OwnServer, startOwnServer } from "./ownServer.ts";
import { watchComplaints } from "./theatre.ts";

let server: OwnServer;

test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.stop());

async function fillWelcome(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("Password").fill("four quiet words here");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

test("the first link makes the administrator, who makes a department and invites its people", async ({
  page,
  browser,
}) => {
  const complaints = watchComplaints(page);
  await page.goto(server.firstLink);
  await expect(page.getByText("invited as administrator")).toBeVisible();
  await expectNoViolation(page);
  await fillWelcome(page, "Ann");
  await expectNoViolation(page);

  await page.getByRole("link", { name: "People" }).click();
  await page.getByLabel("Name of a new department").fill("Heart unit");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("combobox", { name: "As" }).selectOption("trainee");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("The link").inputValue();
  await expectNoViolation(page);

  const other = await browser.newContext();
  const trainee = await other.newPage();
  await trainee.goto(link);
  await expect(trainee.getByText("invited as trainee in Heart unit")).toBeVisible();
  await fillWelcome(trainee, "Tia");
  await trainee.getByRole("button", { name: "Sign out" }).click();

  await trainee.getByLabel("E-mail address").fill("tia@example.org");
  await trainee.getByLabel("Password").fill("not this one");
  await trainee.getByRole("button", { name: "Sign in" }).click();
  await expect(trainee.getByRole("alert")).toContainText("do not belong together");
  await expectNoViolation(trainee);
  await trainee.getByLabel("Password").fill("four quiet words here");
  await trainee.getByRole("button", { name: "Sign in" }).click();
  await expect(
    trainee.getByText("Trainee, Heart unit. Signed in as tia@example.org."),
  ).toBeVisible();
  await trainee.goto(link);
  await expect(trainee.getByRole("alert")).toContainText("This link is not valid");
  await other.close();

  await page.reload();
  await page.getByRole("button", { name: "Heart unit" }).click();
  await expect(page.getByText("tia@example.org")).toBeVisible();
  expect(complaints).toEqual([]);
});
