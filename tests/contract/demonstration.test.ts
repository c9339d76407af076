/** The demonstration department: alive, and no evidence of anything. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRuleSets } from "../../src/cli/readRuleSets.ts";
import { type OpenedDatabase, openDatabase } from "../../src/server/database/openDatabase.ts";
import {
  type PlayedRun,
  seedDemonstration,
} from "../../src/server/demonstration/seedDemonstration.ts";
import { dayIn } from "../../src/server/department/calendarDay.ts";
import { readMatrix } from "../../src/server/department/matrix.ts";
import { listStaff } from "../../src/server/department/staff.ts";
import { packArchive, verifyArchive } from "../../src/server/evidence/archive.ts";
import { issueCertificate, readCertificate } from "../../src/server/evidence/certificates.ts";
import { keyFor } from "../../src/server/evidence/keys.ts";
import { buildPack } from "../../src/server/evidence/pack.ts";
import { packPdf } from "../../src/server/evidence/packPdf.ts";
import { SCENARIOS_FOLDER } from "../support/playCase.ts";

const NOW_MS = 1_800_000_000_000;
const TODAY = dayIn("UTC", NOW_MS);
const RUN: PlayedRun = {
  recordingId: "demonstration-run-1",
  scenarioId: "a1-pump-failure",
  variant: "c",
  isMet: true,
  engineHash: "0123456789abcdef",
  recording: { sealed: true },
};

let folder: string;
let opened: OpenedDatabase;
let departmentId: string;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-demonstration-"));
  opened = await openDatabase({ dataDir: folder });
  const sets = readRuleSets(path.join(SCENARIOS_FOLDER, "currency"));
  if (!sets.ok) throw new Error(sets.problems[0].sentence);
  departmentId = await seedDemonstration(opened.database, {
    seed: 1,
    today: TODAY,
    timeZone: "UTC",
    ruleSets: sets.value,
    runs: [RUN],
    nowMs: NOW_MS,
  });
});
afterAll(async () => {
  await opened.close();
  fs.rmSync(folder, { recursive: true });
});

describe("the demonstration department", () => {
  test("has forty people, most of them current, some due, some lapsed", async () => {
    const { rows } = await readMatrix(opened.database, departmentId, TODAY);
    expect(rows.length).toBe(40);
    const counts = new Map<string, number>();
    for (const { cells } of rows) {
      for (const { state } of cells) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    expect(counts.get("current")).toBeGreaterThan(150);
    expect(counts.get("due")).toBeGreaterThan(30);
    expect(counts.get("lapsed")).toBeGreaterThan(2);
    expect(counts.get("notYet")).toBeGreaterThan(0);
  });
  test("holds the played run behind its recent results", async () => {
    const rows = await opened.database
      .selectFrom("signed_result")
      .select(["record_json", "variant"])
      .where("recording_id", "=", RUN.recordingId)
      .execute();
    expect(rows.length).toBeGreaterThan(20);
    expect(JSON.parse(rows[0].record_json)).toMatchObject({ recording: { sealed: true } });
    expect(rows[0].variant).toBe("c");
  });

  const someone = async () => (await listStaff(opened.database, departmentId))[0];
  const pack = async () =>
    buildPack(opened.database, {
      member: await someone(),
      from: TODAY - 365,
      to: TODAY,
      today: TODAY,
    });

  test("is refused as evidence by whatever verifies its archive", async () => {
    const key = await keyFor(opened.database, "demonstration", NOW_MS);
    const content = { pack: await pack(), pdf: new Uint8Array(4), records: new Map() };
    const verified = verifyArchive(packArchive(content, key), key.id);
    expect(verified).toMatchObject({ ok: false, problems: [{ code: "pack.demonstration" }] });
    const renamed = { ...key, id: key.id.replace("demonstration", "evidence") };
    const disguised = verifyArchive(packArchive(content, renamed));
    expect(disguised).toMatchObject({ ok: false, problems: [{ code: "pack.demonstration" }] });
    const real = await keyFor(opened.database, "evidence", NOW_MS);
    expect(verifyArchive(packArchive(content, renamed), real.id)).toMatchObject({
      ok: false,
      problems: [{ code: "pack.otherKey" }, { code: "pack.demonstration" }],
    });
  });
  test("is watermarked on paper and says so on a certificate", async () => {
    const key = await keyFor(opened.database, "demonstration", NOW_MS);
    const pdf = await packPdf(await pack(), key.id);
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
    expect(text).toContain("DEMONSTRATION");
    expect(text).toContain("This is no evidence of anything");
    const id = await issueCertificate(opened.database, await someone(), TODAY, NOW_MS);
    expect(await readCertificate(opened.database, id)).toMatchObject({ isDemonstration: true });
  });
});
