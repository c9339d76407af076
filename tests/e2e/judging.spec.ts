/** The checklist as a form: judged second without the findings, overruled by the signer, then compared. */
import { createHash } from "node:crypto";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { chainEntryHex, genesisHex } from "../../src/session/chain.ts";
import { overruledLines } from "../../src/session/judgedLines.ts";
import { countedLines } from "../../src/session/rubricLines.ts";
import { loadBuiltEngine, sourcesEngineHash } from "../support/builtEngine.ts";
import { readContent } from "../support/playCase.ts";
import { recordRun } from "../support/recordedRuns.ts";
import { expectNoViolation } from "./accessibility.ts";
import { type Department, makeDepartment } from "./department.ts";
import { type OwnServer, startOwnServer } from "./ownServer.ts";
import { watchComplaints } from "./theatre.ts";

const sha256Hex = (text: string) => createHash("sha256").update(text).digest("hex");
const SESSION_ID = "session-to-judge";
const LINE = "Bring forward flow back";
const REASON = "The helper had flow going before the end.";

let server: OwnServer;
let department: Department;

test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server?.stop());

/** A session that ended 25 s after the pump failed, with the acts of somebody slow, as the server keeps it. */
async function addEnded(): Promise<void> {
  const { recording } = recordRun(await loadBuiltEngine(), [readContent()], 1);
  const { caseSetup, entries, checkpoints } = recording;
  const engineHash = await sourcesEngineHash();
  const { database, close } = await openDatabase({ dataDir: server.dataDir });
  const { id } = await database
    .selectFrom("account")
    .select("id")
    .where("role", "=", "supervisor")
    .executeTakeFirstOrThrow();
  await database
    .insertInto("session")
    .values({
      id: SESSION_ID,
      department_id: department.id,
      created_by: id,
      join_code: null,
      title: "Arterial pump failure",
      scenario_id: "a1-pump-failure",
      mode: "practice",
      engine_hash: engineHash,
      case_setup_json: JSON.stringify(caseSetup),
      withheld_json: null,
      state: "ended",
      trainee_account_id: null,
      writer_device: null,
      created_ms: 1,
      started_ms: 2,
      ended_ms: 3,
    })
    .execute();
  const kept = { session_id: SESSION_ID, received_ms: 3 };
  let chain_hex = genesisHex(engineHash, caseSetup, sha256Hex);
  const rows = entries.map(({ tick, actor, action }, index) => {
    const entry = { sequence: index + 1, tick, actor, action };
    chain_hex = chainEntryHex(chain_hex, entry, sha256Hex);
    return { ...kept, sequence: index + 1, tick, entry_json: JSON.stringify(entry), chain_hex };
  });
  await database.insertInto("case_entry").values(rows).execute();
  const stops = checkpoints.map(({ tick, hashHex }) => ({
    ...kept,
    tick,
    hash_hex: hashHex,
    head_hex: chain_hex,
  }));
  await database.insertInto("case_checkpoint").values(stops).execute();
  await close();
}

const choiceOf = (page: Page, line: string) =>
  page.getByRole("combobox", { name: `You judge: ${line}` });

/** No outcome stands there until somebody has chosen it. */
async function decide(page: Page, word: string): Promise<void> {
  const outcome = page.getByRole("combobox", { name: /^Outcome/ });
  await expect(outcome).toHaveValue("");
  await outcome.selectOption(word);
}

/** From the replay without a result to the second rating, with the judgement begun before kept. */
async function judgeSecond(head: BrowserContext): Promise<Page> {
  const page = await department.open(head, `/rate/${SESSION_ID}`);
  await choiceOf(page, LINE).selectOption("late");
  await expect(page.getByText(/^1 of \d+ lines judged/)).toBeVisible();
  await expect(page.getByRole("columnheader")).toHaveText(["Line", "Target", "You judge"]);
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Look at the replay" }).click();
  await expect(page.getByText(/checkpoints equal/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("what the machine counted is kept back")).toBeVisible();
  await expect(page.getByText(/^Result:/)).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the second rating" }).click();
  await expect(choiceOf(page, LINE)).toHaveValue("late");
  await decide(page, "Borderline");
  await page.getByRole("button", { name: "Give the second rating" }).click();
  await expect(page.getByText("The second rating is in.")).toBeVisible();
  return page;
}

/** Overrules one line, is asked for the reason, comes back to it after a reload, and signs. */
async function overruleAndSign(supervisor: BrowserContext): Promise<Page> {
  const page = await department.open(supervisor, `/sign/${SESSION_ID}`);
  const complaints = watchComplaints(page);
  await choiceOf(page, LINE).selectOption("late");
  await page.getByRole("button", { name: "Sign the result" }).click();
  const reason = page.getByRole("textbox", { name: `Why (needed): ${LINE}` });
  await expect(reason).toBeFocused();
  await reason.fill(REASON);
  await page.getByRole("button", { name: "Sign the result" }).click();
  await expect(page.getByRole("combobox", { name: /^Outcome/ })).toBeFocused();
  await decide(page, "Borderline");
  await page.reload();
  await expect(reason).toHaveValue(REASON);
  await expect(page.getByText(/^1 of \d+ lines overruled/)).toBeVisible();
  await expect(page.getByText(/^You overruled 1 line, none critical; the machine's/)).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Sign the result" }).click();
  await page.getByRole("button", { name: "Overruled lines" }).click();
  await expect(page.getByText(`Reason: ${REASON}`)).toBeVisible();
  expect(complaints).toEqual([]);
  return page;
}

test("a line is judged apart, overruled with a reason, kept in the record and compared", async ({
  browser,
}) => {
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  const [admin, supervisor, head] = contexts as [BrowserContext, BrowserContext, BrowserContext];
  department = await makeDepartment(server, admin);
  await department.join(supervisor, "supervisor", "Sue");
  await department.join(head, "head", "Hana");
  await addEnded();
  const second = await judgeSecond(head);
  const first = await overruleAndSign(supervisor);
  const url = `${server.origin}/api/sessions/${SESSION_ID}/record`;
  const { parts } = await (await first.context().request.get(url)).json();
  expect(overruledLines(parts.rating.technical, countedLines(parts.report))).toMatchObject([
    { line: { title: LINE, state: "notDone" }, judged: "late", reason: REASON },
  ]);
  await second.reload();
  const row = second.getByRole("row", { name: new RegExp(`^${LINE}`) });
  await expect(row).toContainText(`counted not done: ${REASON}`);
  await expect(second.getByText("The same word on 1 of 1 lines that both judged")).toBeVisible();
  await Promise.all(contexts.map((context) => context.close()));
});
