/** A server's data copied while it is written, put back, and moved to PostgreSQL: all of it, in one piece. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { backUp } from "../../src/server/keeping/backUp.ts";
import { databaseFile, isDatabaseInUse } from "../../src/server/keeping/dataFolder.ts";
import { moveToPostgres } from "../../src/server/keeping/moveToPostgres.ts";
import { restore } from "../../src/server/keeping/restore.ts";
import { digestOf, tablesOf } from "../../src/server/keeping/tables.ts";
import { readLog } from "../../src/server/rooms/roomStore.ts";
import { openSigningKey } from "../../src/server/signing/ed25519.ts";
import { PASSWORD, startBench } from "../support/apiBench.ts";
import { addEnded, RATING, startSessionBench } from "../support/endedSession.ts";
import { startLiveBench } from "../support/liveBench.ts";
import {
  HAS_POSTGRES,
  type Postgres,
  runPostgresTool,
  startPostgres,
} from "../support/postgres.ts";
import { bundleServer, freePort, startServer } from "../support/serverControl.ts";

const folders: string[] = [];
const newFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-keeping-"));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

const CLAMP = { type: "line.clamp", site: "arterial" } as const;

/** A department with people, and a session that was signed. */
async function signOne(dataDir: string): Promise<void> {
  const { database, close } = await openDatabase({ dataDir });
  const { bench, staff } = await startSessionBench(database, "Keeping");
  const id = await addEnded(bench, staff, "kept");
  const url = `/api/sessions/${id}/sign`;
  const signed = await staff.people.supervisor.post(url, { rating: RATING, accepted: [] });
  expect(signed.status).toBe(200);
  await bench.close();
  await close();
}

describe("a copy of the data folder", () => {
  test("made while a session is written has whole logs, nothing less than was acknowledged before, and opens", async () => {
    const dataDir = newFolder();
    const { database, close } = await openDatabase({ dataDir });
    const bench = await startLiveBench(database);
    const [trainee, supervisor] = [await bench.join("trainee"), await bench.join("supervisor")];
    await bench.pass(400);
    await supervisor.host.receive({ type: "tell", message: { type: "start" } });
    let isOver = false;
    const playing = (async () => {
      while (!isOver) {
        await trainee.host.receive({ type: "act", action: CLAMP });
        await bench.pass(80);
      }
    })();
    const copies: string[] = [];
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { entries } = await readLog(database, bench.sessionId);
      const folder = path.join(newFolder(), "copy");
      const kept = await backUp(dataDir, folder, true);
      expect(kept).toMatchObject({ ok: true, value: { sessionCount: 1, findings: [] } });
      expect(kept.ok && kept.value.entryCount).toBeGreaterThanOrEqual(entries.length);
      expect(entries.length).toBeGreaterThan(0);
      copies.push(folder);
    }
    isOver = true;
    await playing;
    await bench.close();
    await close();

    const [first] = copies as [string];
    expect(fs.readdirSync(first).sort()).toEqual(["onbypass.sqlite"]);
    const elsewhere = newFolder();
    expect(await restore(first, elsewhere, "aside")).toMatchObject({ ok: true });
    const again = await openDatabase({ dataDir: elsewhere });
    const server = await startBench(again.database);
    expect((await server.guest().get("/health")).body).toEqual({ status: "ok" });
    await server.close();
    await again.close();
  });

  test("put back takes the place of what was there, which is put aside, and signs with the same key", async () => {
    const [dataDir, other] = [newFolder(), newFolder()];
    await signOne(dataDir);
    const { publicKeyHex } = openSigningKey(dataDir);
    const folder = path.join(newFolder(), "copy");
    expect(await backUp(dataDir, folder, true)).toMatchObject({ value: { recordCount: 1 } });
    expect((await backUp(dataDir, folder, true)).ok).toBe(false);
    const empty = await openDatabase({ dataDir: other });
    await empty.close();
    openSigningKey(other);
    expect(await restore(folder, other, "aside")).toMatchObject({ value: { recordCount: 1 } });
    expect(fs.existsSync(`${databaseFile(other)}.aside`)).toBe(true);
    expect(openSigningKey(other).publicKeyHex).toBe(publicKeyHex);
    const without = path.join(newFolder(), "copy");
    await backUp(dataDir, without, false);
    expect(fs.existsSync(path.join(without, "keys"))).toBe(false);
  });

  test("that is damaged, or in which an entry was changed, is known as such", async () => {
    const dataDir = newFolder();
    await signOne(dataDir);
    const { database, close } = await openDatabase({ dataDir });
    await database
      .updateTable("case_entry")
      .set({ chain_hex: "0".repeat(64) } as never)
      .execute();
    await close();
    const folder = path.join(newFolder(), "copy");
    expect(await backUp(dataDir, folder, true)).toMatchObject({
      value: { findings: ["session session-kept: the log is broken at entry 1"] },
    });
    const bytes = fs.readFileSync(databaseFile(folder));
    bytes.fill(0x5a, 4096, bytes.length - 4096);
    fs.writeFileSync(databaseFile(folder), bytes);
    const target = newFolder();
    const refused = await restore(folder, target, "aside");
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "copy.damaged" }] });
    expect(fs.readdirSync(target)).toEqual([]);
  });

  test("is not put under a server that runs", async () => {
    const dataDir = newFolder();
    const server = await startServer({ dataDir }, await freePort(), await bundleServer());
    expect(isDatabaseInUse(dataDir)).toBe(true);
    const gone = new Promise((resolve) => server.once("close", resolve));
    server.kill("SIGTERM");
    await gone;
    expect(isDatabaseInUse(dataDir)).toBe(false);
  });
});

describe.skipIf(!HAS_POSTGRES)("PostgreSQL", () => {
  let postgres: Postgres | undefined;
  afterAll(() => postgres?.stop());
  const newUrl = (): Promise<string> => {
    postgres ??= startPostgres();
    return postgres.createDatabase();
  };

  /** Every table with the number and the digest of its rows. */
  async function digests(choice: { dataDir: string; url?: string }, like: string) {
    const sqlite = await openDatabase({ dataDir: like });
    const { database, close } = await openDatabase(choice);
    const tables = await tablesOf(sqlite.database);
    const found: [string, string][] = [];
    for (const table of tables) found.push([table.name, await digestOf(database, table)]);
    await close();
    await sqlite.close();
    return found;
  }

  test("takes every row of SQLite, and its people sign in and find their signed results", async () => {
    const dataDir = newFolder();
    await signOne(dataDir);
    const url = await newUrl();
    const moved = await moveToPostgres(dataDir, url);
    expect(moved).toMatchObject({ ok: true, value: { recordCount: 1, findings: [] } });
    const before = await digests({ dataDir }, dataDir);
    expect(before.filter(([, digest]) => !digest.startsWith("0 rows")).length).toBeGreaterThan(6);
    expect(await digests({ dataDir, url }, dataDir)).toEqual(before);
    expect(await moveToPostgres(dataDir, url)).toMatchObject({
      problems: [{ code: "move.taken" }],
    });

    const { database, close } = await openDatabase({ dataDir, url });
    const bench = await startBench(database);
    const trainee = bench.guest();
    const person = { email: "trainee@keeping.example.org", password: PASSWORD };
    expect((await trainee.post("/api/sign-in", person)).status).toBe(200);
    const { body } = await trainee.get("/api/me/sessions");
    expect(body.sessions).toMatchObject([{ id: "session-kept", outcome: "met" }]);
    await bench.close();
    await close();
  });

  test("is the same after pg_dump and pg_restore", async () => {
    const dataDir = newFolder();
    await signOne(dataDir);
    const [url, other] = [await newUrl(), await newUrl()];
    await moveToPostgres(dataDir, url);
    const file = path.join(newFolder(), "onbypass.dump");
    runPostgresTool("pg_dump", ["--format=custom", `--file=${file}`, url]);
    runPostgresTool("pg_restore", ["--no-owner", `--dbname=${other}`, file]);
    expect(await digests({ dataDir, url: other }, dataDir)).toEqual(
      await digests({ dataDir, url }, dataDir),
    );
  });
});
