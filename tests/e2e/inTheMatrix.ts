/** The department's half of an assessed session: who is on the staff before it, what the head finds after it. */
import fs from "node:fs";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { verifyArchive } from "../../src/server/evidence/archive.ts";

interface Department {
  readonly origin: string;
  readonly id: string;
  /** The head's browser, signed in. */
  readonly head: BrowserContext;
}

async function send(
  { origin, head }: Department,
  method: "POST" | "PATCH",
  url: string,
  data: object,
) {
  const reply = await head.request.fetch(`${origin}${url}`, { method, data, headers: { origin } });
  expect(reply.ok(), await reply.text()).toBe(true);
}

/** One rule, and the trainee in the staff register; nothing is typed after the session. */
export async function registerTrainee(department: Department, name: string): Promise<void> {
  const { origin, id, head } = department;
  const url = `/api/departments/${id}`;
  const settings = { timeZone: "Australia/Perth", headName: "Dr Hana Head", hasDigest: false };
  await send(department, "PATCH", `${url}/settings`, settings);
  const rule = {
    kind: "scenario",
    id: "pump-failure",
    title: "Pump failure",
    critical: true,
    appliesTo: ["trainee"],
    scenarios: ["a1-pump-failure"],
    everyMonths: 6,
    source: "a test",
  };
  const [from, announcedOn] = ["2026-01-01", "2026-01-01"];
  const policy = { from, announcedOn, transitionDays: 0, note: "", basedOn: [], rules: [rule] };
  await send(department, "POST", `${url}/policy`, policy);
  const { people } = await (await head.request.get(`${origin}${url}/people`)).json();
  const account = people.find((one: { name: string }) => one.name === name);
  await send(department, "POST", `${url}/staff`, {
    name,
    credentials: "",
    accountId: account.id,
    employments: [{ from: "2026-01-01", to: null, role: "trainee", workFraction: 1 }],
    leaves: [],
  });
}

async function archiveOf(page: Page): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Archive" }).click();
  return fs.readFileSync(await (await download).path());
}

/** The head opens the cell, checks the signature, takes the pack and replays the run. */
export async function expectEvidence(department: Department, name: string): Promise<void> {
  const { origin, id, head } = department;
  const page = await head.newPage();
  await page.goto(`${origin}/#/department`);
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await row.getByRole("link", { name: /^Current/ }).click();
  const card = page.getByRole("region", { name: "Pump failure" });
  await expect(card.getByText("signed by Sue")).toBeVisible();
  await card.getByRole("button", { name: /^Check the signature/ }).click();
  await expect(card.getByText("The signature holds")).toBeVisible();

  const archive = await archiveOf(page);
  const settings = await head.request.get(`${origin}/api/departments/${id}/settings`);
  const verified = verifyArchive(archive, (await settings.json()).evidenceKeyId);
  expect(verified.ok ? Object.keys(verified.value.files) : verified.problems).toContainEqual(
    expect.stringMatching(/^records\/.*\.json$/),
  );

  await card.getByRole("button", { name: /^Replay/ }).click();
  await expect(page.getByText("What happened")).toBeVisible({ timeout: 60_000 });
}
