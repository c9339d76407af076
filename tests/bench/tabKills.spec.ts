/**
 * Kills the trainee's tab in a supervised session, again and again: `npm run qualify:tabs`, with TAB_KILLS=50
 * for the number. The renderer is made to crash at a moment nobody chose, while a knob is turned; a new tab of
 * the same browser opens the session. It has to go on at most a second before the crash, with every act that the
 * device had kept or the server had confirmed, on the device and on the server, in one chain.
 */
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type OpenedDatabase, openDatabase } from "../../src/server/database/openDatabase.ts";
import { sha256Hex } from "../../src/server/rooms/roomSource.ts";
import { readLog } from "../../src/server/rooms/roomStore.ts";
import { firstBrokenLink, genesisHex } from "../../src/session/chain.ts";
import { machineStands, makeDepartment, startSession } from "../e2e/department.ts";
import { type OwnServer, startOwnServer } from "../e2e/ownServer.ts";
import { keptRun } from "../e2e/theatre.ts";

const KILLS = Number(process.env["TAB_KILLS"] ?? 5);
const MS_PER_TICK = 20;
const TICKS_PER_S = 50;
const KILL_MS_MAX = 120_000;

let server: OwnServer;
let opened: OpenedDatabase;
test.beforeAll(async () => {
  server = await startOwnServer();
  opened = await openDatabase({ dataDir: server.dataDir });
});
test.afterAll(async () => {
  await opened?.close();
  await server?.stop();
});

/** Turns a knob one step and back until it is time. */
async function turn(page: Page, forMs: number): Promise<void> {
  const knob = page.getByRole("slider", { name: "Sweep gas flow" });
  const endMs = Date.now() + forMs;
  for (let step = 0; Date.now() < endMs; step++) {
    const before = await knob.getAttribute("aria-valuenow");
    await knob.press(step % 2 === 0 ? "ArrowUp" : "ArrowDown");
    await expect(knob).not.toHaveAttribute("aria-valuenow", String(before), { timeout: 5_000 });
  }
}

/** The renderer is gone, as if its process had been killed. */
async function crash(context: BrowserContext, page: Page): Promise<number> {
  const devtools = await context.newCDPSession(page);
  const gone = new Promise((resolve) => page.once("crash", resolve));
  devtools.send("Page.crash").catch(() => undefined);
  const killedMs = Date.now();
  await gone;
  await page.close().catch(() => undefined);
  return killedMs;
}

/** Where the case stood when the tab was killed, by the last checkpoint that the server had by then. */
async function tickAt(sessionId: string, killedMs: number): Promise<number> {
  const { checkpoints } = await readLog(opened.database, sessionId);
  const last = checkpoints.findLast(({ atMs }) => atMs <= killedMs);
  if (last === undefined) throw new Error("The server has nothing of this session.");
  return last.tick + (killedMs - last.atMs) / MS_PER_TICK;
}

const reloadTicks = async (sessionId: string): Promise<readonly number[]> =>
  (await readLog(opened.database, sessionId)).journal
    .filter(({ kind }) => kind === "reload")
    .map(({ tick }) => tick);

test("the trainee's tab is killed, and goes on a second back at most with every act", async ({
  browser,
}) => {
  test.setTimeout(KILL_MS_MAX * (KILLS + 1));
  const [administrator, forSupervisor, forTrainee] = (await Promise.all(
    [1, 2, 3].map(() => browser.newContext()),
  )) as [BrowserContext, BrowserContext, BrowserContext];
  const department = await makeDepartment(server, administrator);
  await department.join(forSupervisor, "supervisor", "Sue");
  await department.join(forTrainee, "trainee", "Tia");
  const contexts = { forSupervisor, forTrainee };
  const { sessionId, supervisor, trainee } = await startSession(
    department,
    contexts,
    "m1-managing-bypass",
  );
  await supervisor.close(); // its part is done, and drawing takes time from the trainee
  let page = trainee;
  await turn(page, 3_000);
  const backS: number[] = [];
  let keptCount = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await turn(page, 500 + Math.random() * 2_500);
    const before = await keptRun(page, sessionId);
    const killedMs = await crash(forTrainee, page);
    const tick = await tickAt(sessionId, killedMs);
    page = await department.open(forTrainee, `/room/${sessionId}`);
    await machineStands(page);
    await expect.poll(() => reloadTicks(sessionId), { timeout: 60_000 }).toHaveLength(kill + 1);
    backS.push((tick - ((await reloadTicks(sessionId)).at(-1) ?? 0)) / TICKS_PER_S);
    const own = await keptRun(page, sessionId);
    expect(own.entries.slice(0, before.entries.length)).toEqual(before.entries);
    keptCount = Math.max(keptCount, before.entries.length);
    console.log(`${kill + 1}: ${backS.at(-1)?.toFixed(2)} s back, ${own.entries.length} entries`);
  }
  await turn(page, 1_000);
  const kept = async () => (await readLog(opened.database, sessionId)).entries;
  const own = await keptRun(page, sessionId);
  await expect.poll(async () => (await kept()).length).toBeGreaterThanOrEqual(own.entries.length);
  const onServer = (await kept()).slice(0, own.entries.length);
  expect(onServer).toEqual(own.entries);
  const { engine_hash, case_setup_json } = await opened.database
    .selectFrom("session")
    .select(["engine_hash", "case_setup_json"])
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  const genesis = genesisHex(engine_hash, JSON.parse(case_setup_json), sha256Hex);
  expect(firstBrokenLink(genesis, await kept(), sha256Hex)).toBeUndefined();
  const sorted = backS.toSorted((one, other) => one - other);
  const [median, most] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  console.log(
    `${KILLS} kills: median ${median?.toFixed(2)} s, most ${most?.toFixed(2)} s back; ${keptCount} entries kept before a kill, all there after it; ${onServer.length} on the server`,
  );
  expect(most).toBeLessThanOrEqual(1);
});
