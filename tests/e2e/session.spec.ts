/** Trainee, supervisor and observer in three browsers: from the join code to the head's evidence. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { signatureFits } from "../../src/server/signing/ed25519.ts";
import { parseSignedRecord } from "../../src/session/signedRecord.ts";
import { type Department, machineStands, makeDepartment } from "./department.ts";
import { expectEvidence, registerTrainee } from "./inTheMatrix.ts";
import { type OwnServer, startOwnServer } from "./ownServer.ts";
import { DRAWN_QUERY, watchComplaints } from "./theatre.ts";

// Played in real time: a stall of a shared machine is no fault of the product.
test.describe.configure({ retries: 2 });

/** How long a command may take with three consoles on one machine; its latency is measured elsewhere. */
const TAKEN = { timeout: 20_000 };

let server: OwnServer;

test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server?.stop());

let department: Department;
const open = (context: BrowserContext, hash: string): Promise<Page> =>
  department.open(context, hash);

/** The last line of the log that says the device took a command of this type. */
const taken = (page: Page, type: string) =>
  page
    .getByRole("list", { name: "Log of the session" })
    .getByRole("listitem")
    .filter({ hasText: /taken/ })
    .filter({ hasText: type })
    .last();

/** The head judges from the replay, sees nothing of the first rating before, and both afterwards. */
async function rateSecond(head: BrowserContext, sessionId: string): Promise<void> {
  const page = await open(head, `/rate/${sessionId}`);
  await page.getByRole("button", { name: "Look at the replay" }).click();
  await expect(page).toHaveURL(/#\/debrief\//, { timeout: 60_000 });
  await expect(page.getByText(/checkpoints equal/)).toBeVisible({ timeout: 60_000 });
  await page.goto(`${server.origin}/${DRAWN_QUERY}#/rate/${sessionId}`);
  await page.getByRole("combobox", { name: /^Outcome/ }).selectOption("borderline");
  await expect(page.getByRole("table")).toHaveCount(0);
  await page.getByRole("button", { name: "Give the second rating" }).click();
  await expect(page.getByText("The same answer to 0 of 1 items that both rated")).toBeVisible();
  const outcome = page.getByRole("row", { name: /^Outcome/ });
  await expect(outcome.getByRole("cell")).toHaveText(["Met", "Borderline"]);
  await page.close();
}

/** The trainee contests the result; the head, who did not sign, answers; the trainee reads it. */
async function contest(trainee: BrowserContext, head: BrowserContext): Promise<void> {
  const own = await open(trainee, "/department/mine");
  const panel = own.getByRole("region", { name: "My signed sessions" });
  await panel.getByRole("button", { name: "Appeals" }).click();
  await panel.getByLabel(/^Why you contest/).fill("The alarm was late.");
  await panel.getByRole("button", { name: "Contest the result" }).click();
  await expect(panel.getByText("Waits for an answer.")).toBeVisible();
  const other = await open(head, "/assess");
  await other.getByRole("link", { name: "an appeal waits" }).click();
  await other.getByLabel("Your answer").fill("It was not.");
  await other.getByRole("button", { name: "Answer", exact: true }).click();
  const answer = "It was not. The case was run again: same state, same score.";
  await expect(other.getByText(answer)).toBeVisible({ timeout: 60_000 });
  await own.reload();
  await panel.getByRole("button", { name: "Appeals" }).click();
  await expect(panel.getByText(answer)).toBeVisible();
  await own.close();
  await other.close();
}

test("an assessed session from the join code to the signed record and the matrix", async ({
  browser,
}) => {
  const contexts = await Promise.all([1, 2, 3, 4, 5].map(() => browser.newContext()));
  const [admin, forSupervisor, forTrainee, forObserver, head] = contexts as [
    BrowserContext,
    BrowserContext,
    BrowserContext,
    BrowserContext,
    BrowserContext,
  ];
  department = await makeDepartment(server, admin);
  await department.join(forSupervisor, "supervisor", "Sue");
  await department.join(forTrainee, "trainee", "Tia");
  await department.join(head, "head", "Hana");
  const records = { origin: server.origin, id: department.id, head };
  await registerTrainee(records, "Tia");

  const supervisor = await open(forSupervisor, "/assess");
  const complaints = watchComplaints(supervisor);
  await supervisor.getByRole("button", { name: "Open the session" }).click();
  const code = (await supervisor.locator(".code").textContent()) as string;
  expect(code).toMatch(/^[A-Z]{6}$/);
  await expect(supervisor.getByRole("img", { name: /QR code/ })).toBeVisible();

  const trainee = await open(forTrainee, `/join/${code}`);
  await expect(trainee.getByText("You join as Tia.")).toBeVisible();
  await trainee.getByRole("button", { name: "Join", exact: true }).click();
  await trainee.getByLabel("I heard the tone").check();
  await trainee.getByLabel("I can use mouse").check();
  await trainee.getByRole("button", { name: "I am ready" }).click();
  const observer = await open(forObserver, `/join/${code}`);
  await observer.getByLabel("Your name").fill("Olga");
  await observer.getByLabel("Observer").check();
  await observer.getByRole("button", { name: "Join", exact: true }).click();

  await expect(supervisor.getByText("Trainee, ready")).toBeVisible();
  await expect(supervisor.getByText("Olga")).toBeVisible();
  await supervisor.getByRole("button", { name: "Start the case" }).click();
  // Three consoles are drawn at once on one machine.
  for (const page of [trainee, supervisor, observer]) await machineStands(page);

  await supervisor.getByRole("button", { name: "Send: Arterial pump, power module" }).click();
  const alarm = trainee.getByRole("alert").filter({ hasText: "Arterial pump stopped" });
  await expect(alarm).toBeAttached({ timeout: 20_000 });
  await expect(taken(supervisor, "fault.inject")).toBeVisible(TAKEN);
  await supervisor.getByRole("tab", { name: "Patient" }).click();
  await supervisor.getByRole("button", { name: "Send: Anaesthetist gives phenylephrine" }).click();
  await expect(taken(supervisor, "anaesthetist.give")).toBeVisible(TAKEN);
  await supervisor.getByRole("tab", { name: "Voices" }).click();
  await supervisor.getByRole("textbox", { name: "Say" }).fill("What is going on there?");
  await supervisor.getByRole("button", { name: "Speak as surgeon" }).click();
  await expect(taken(observer, "scenario.speak")).toBeVisible(TAKEN);
  await expect(observer.getByRole("tab")).toHaveCount(0);
  await supervisor.getByRole("button", { name: "Freeze" }).click();
  await expect(trainee.getByText("The supervisor has frozen the case.")).toBeVisible(TAKEN);
  await expect(trainee.getByRole("button", { name: "Go on" })).toHaveCount(0);
  await supervisor.getByRole("button", { name: "Go on", exact: true }).click();
  await expect(trainee.getByText("The supervisor has frozen the case.")).toHaveCount(0, TAKEN);
  await supervisor.getByRole("tab", { name: "Judge" }).click();
  await supervisor.getByRole("combobox", { name: "Stays calm" }).selectOption("3");

  await supervisor.getByRole("button", { name: "End the session" }).click();
  await supervisor.getByRole("button", { name: "End it for good?" }).click();
  await supervisor.getByRole("button", { name: "Debrief together" }).click();
  const moment = supervisor.getByRole("slider", { name: "Moment for everybody" });
  await expect(moment).toBeVisible({ timeout: 60_000 });
  await moment.fill("100");
  const follows = trainee.getByRole("progressbar", { name: "Moment of the case" });
  await expect(follows).toHaveAttribute("value", "100", { timeout: 60_000 });
  await expect(trainee.getByRole("slider", { name: "Moment for everybody" })).toHaveCount(0);
  await supervisor.getByRole("link", { name: "Judge and sign" }).click();
  await expect(supervisor.getByText("checkpoints agree")).toBeVisible({ timeout: 60_000 });
  await expect(supervisor.getByRole("combobox", { name: "Stays calm" })).toHaveValue("3");
  await supervisor.getByRole("combobox", { name: /^Outcome/ }).selectOption("met");
  for (const box of await supervisor.getByRole("checkbox").all()) await box.check();
  await supervisor.getByRole("button", { name: "Sign the result" }).click();
  const download = supervisor.waitForEvent("download");
  await supervisor.getByRole("link", { name: "Take the record" }).click();
  const text = fs.readFileSync(await (await download).path(), "utf8");

  const sha256Hex = (words: string) => createHash("sha256").update(words).digest("hex");
  const { publicKeyHex } = await (
    await admin.request.get(`${server.origin}/api/signing-key`)
  ).json();
  const verified = parseSignedRecord(text, {
    sha256Hex,
    signatureFits,
    trustedKeyHex: publicKeyHex,
  });
  expect(verified.ok ? verified.value.parts.people.trainee.name : verified.problems).toBe("Tia");
  expect(complaints).toEqual([]);
  await rateSecond(head, verified.ok ? verified.value.recordId : "");
  await contest(forTrainee, head);
  await expectEvidence(records, "Tia");
  await Promise.all(contexts.map((context) => context.close()));
});
