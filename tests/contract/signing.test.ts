/** From an ended session to a signed record: run again, judged by a person, kept and handed out. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayFromIso, FOREVER } from "../../src/records/civilDate.ts";
import { readMatrix } from "../../src/server/department/matrix.ts";
import { createStaff } from "../../src/server/department/staff.ts";
import { openSigningKey, signatureFits } from "../../src/server/signing/ed25519.ts";
import { chainEntryHex, genesisHex } from "../../src/session/chain.ts";
import { parseSignedRecord } from "../../src/session/signedRecord.ts";
import {
  type Bench,
  type Caller,
  type Staff,
  staffDepartment,
  startBench,
} from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";
import { policyFrom, pumpRule } from "../support/recordsBench.ts";

/** An engine in one module: its state is the number of ticks, its score the number of acts. */
const ENGINE = `export function createCase() {
  let tick = 0, acts = 0;
  return { ok: true, value: {
    briefing: {}, tick: () => tick, ended: () => false,
    step(entries) { tick++; acts += entries.length; return []; },
    readings() {}, hashHex: () => (tick * 1000 + acts).toString(16).padStart(16, "0"),
    snapshot: () => Uint8Array.of(tick, acts), restore() {},
    report: () => ({ mode: "exam", variant: "a", outcome: "met", pointsFraction: acts / 10 }),
  } };
}
`;
const sha256Hex = (text: string) => createHash("sha256").update(text).digest("hex");
const ENDED_MS = Date.UTC(2026, 10, 26, 18, 50);
const ENGINE_HASH = sha256Hex(ENGINE).slice(0, 16);
const RATING = {
  outcome: "met",
  globalScore: 4,
  entrustmentScore: 3,
  manner: {
    situationAwareness: [3, 3, 3, 3],
    decisionMaking: [3, 3, 3, 3],
    taskManagement: [3, 3, 3, 3],
    teamwork: [null, null, null, null],
  },
  comment: "",
};

/** One rule, in force before the session. */
const POLICY = policyFrom("2026-01-01", [pumpRule({ appliesTo: ["trainee"] })]);

describeOnBoth("signing", (databases) => {
  let bench: Bench;
  let staff: Staff;
  let administrator: Caller;

  beforeAll(async () => {
    bench = await startBench((await databases.open()).database);
    fs.writeFileSync(path.join(bench.folder, `engine-${ENGINE_HASH}.mjs`), ENGINE);
    administrator = await bench.administrator();
    staff = await staffDepartment(bench, administrator, "Signing");
  });
  afterAll(() => bench.close());

  /** A session that ended after two seconds with one act; its checkpoints may be made wrong. */
  async function addEnded(name: string, hashOf = (tick: number) => tick * 1000 + 1) {
    const id = `session-${name}`;
    await bench.database
      .insertInto("session")
      .values({
        id,
        department_id: staff.departmentId,
        created_by: staff.people.supervisor.id,
        join_code: null,
        title: "Arterial pump failure",
        scenario_id: "a1-pump-failure",
        mode: "exam",
        engine_hash: ENGINE_HASH,
        case_setup_json: "{}",
        withheld_json: null,
        state: "ended",
        trainee_account_id: staff.people.trainee.id,
        writer_device: null,
        created_ms: 1,
        started_ms: 2,
        ended_ms: ENDED_MS,
      })
      .execute();
    const entry = {
      sequence: 1,
      tick: 10,
      actor: "trainee",
      action: { type: "alarm.acknowledge" },
    } as const;
    const genesis = genesisHex(ENGINE_HASH, {}, sha256Hex);
    const chain_hex = chainEntryHex(genesis, entry, sha256Hex);
    const kept = { session_id: id, received_ms: 5 };
    await bench.database
      .insertInto("case_entry")
      .values({ ...kept, sequence: 1, tick: 10, entry_json: JSON.stringify(entry), chain_hex })
      .execute();
    const checkpoints = [50, 100].map((tick) => ({
      ...kept,
      tick,
      hash_hex: hashOf(tick).toString(16).padStart(16, "0"),
      head_hex: chain_hex,
    }));
    await bench.database.insertInto("case_checkpoint").values(checkpoints).execute();
    return id;
  }

  test("a supervisor signs, the trainee takes the record, and it verifies", async () => {
    const id = await addEnded("whole");
    const { supervisor, trainee } = staff.people;
    const review = await supervisor.get(`/api/sessions/${id}/review`);
    expect(review.body).toMatchObject({
      endTick: 100,
      checkedCount: 2,
      report: { outcome: "met" },
    });
    const early = await trainee.get(`/api/sessions/${id}/record`);
    expect(early).toMatchObject({ status: 404, body: { code: "record.none" } });
    const signed = await supervisor.post(`/api/sessions/${id}/sign`, {
      rating: RATING,
      accepted: [],
    });
    expect(signed).toMatchObject({ status: 200, body: { recordId: id } });
    const { body } = await trainee.get(`/api/sessions/${id}/record`);
    const { publicKeyHex } = (await bench.guest().get("/api/signing-key")).body;
    const checks = { sha256Hex, signatureFits, trustedKeyHex: publicKeyHex };
    const verified = parseSignedRecord(JSON.stringify(body), checks);
    expect(verified.ok ? [] : verified.problems).toEqual([]);
    expect(body.parts.report.pointsFraction).toBe(0.1);
    const again = await supervisor.post(`/api/sessions/${id}/sign`, {
      rating: RATING,
      accepted: [],
    });
    expect(again.body.code).toBe("sign.notEnded");
  });

  test("a signed session stands in the trainee's record at once", async () => {
    const { departmentId, people } = staff;
    await people.head.post(`/api/departments/${departmentId}/policy`, POLICY);
    const day = dayFromIso("2026-11-26");
    const since = { from: dayFromIso("2026-01-01"), to: FOREVER };
    const employments = [{ ...since, role: "trainee" as const, workFraction: 1 }];
    const person = { name: "Jo", credentials: "", employments, leaves: [] };
    const details = { ...person, accountId: people.trainee.id };
    const staffId = await createStaff(bench.database, departmentId, details, 1);
    const before = await readMatrix(bench.database, departmentId, day);
    expect(before.rows.flatMap(({ cells }) => cells)).toMatchObject([{ state: "overdue" }]);
    const id = await addEnded("counted");
    await people.supervisor.post(`/api/sessions/${id}/sign`, { rating: RATING, accepted: [] });
    const [kept, ...others] = await bench.database
      .selectFrom("signed_result")
      .selectAll()
      .where("staff_id", "=", staffId)
      .execute();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      scenario_id: "a1-pump-failure",
      recording_id: id,
      verdict: "met",
      is_verified: 1,
      signed_by: people.supervisor.id,
    });
    const after = await readMatrix(bench.database, departmentId, day);
    expect(after.rows.flatMap(({ cells }) => cells)).toMatchObject([{ state: "current" }]);
    const url = `/api/results/${kept.id}/check`;
    expect((await people.head.get(url)).body).toMatchObject({ isEvidence: true });
    await bench.database
      .updateTable("signed_result")
      .set({ record_json: kept.record_json.replace('"met"', '"notMet"') })
      .where("id", "=", kept.id)
      .execute();
    expect((await people.trainee.get(url)).body).toMatchObject({
      isEvidence: false,
      sentence: expect.stringContaining("changed after it was signed"),
    });
  });

  test("a log that runs to another state is not signed, and its tick is named", async () => {
    const id = await addEnded("forged", (tick) => tick * 1000 + (tick === 100 ? 2 : 1));
    const url = `/api/sessions/${id}/sign`;
    const answer = await staff.people.supervisor.post(url, { rating: RATING, accepted: [] });
    expect(answer.body).toMatchObject({ code: "replay.differs", place: "tick 100" });
  });

  test("a stretch that was not seen live has to be accepted by name", async () => {
    const id = await addEnded("late");
    const detail = { fromTick: 20, toTick: 40 };
    await bench.database
      .insertInto("journal")
      .values({
        session_id: id,
        sequence: 1,
        at_ms: 5,
        tick: 20,
        kind: "unattested",
        participant_id: "",
        detail_json: JSON.stringify(detail),
      })
      .execute();
    const url = `/api/sessions/${id}/sign`;
    const { head } = staff.people;
    const refused = await head.post(url, { rating: RATING, accepted: [] });
    expect(refused.body).toMatchObject({ code: "sign.unattested", place: "ticks 20 to 40" });
    expect((await head.post(url, { rating: RATING, accepted: [detail] })).status).toBe(200);
  });
});

test("the key is made once, stays, and is for its owner alone", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-key-"));
  const first = openSigningKey(folder);
  expect(openSigningKey(folder).publicKeyHex).toBe(first.publicKeyHex);
  const { mode } = fs.statSync(path.join(folder, "keys/signing-ed25519.pem"));
  expect(mode & 0o077).toBe(0);
  expect(signatureFits("text", first.sign("text"), first.publicKeyHex)).toBe(true);
  expect(signatureFits("texT", first.sign("text"), first.publicKeyHex)).toBe(false);
  expect(signatureFits("text", first.sign("text"), "00")).toBe(false);
  fs.rmSync(folder, { recursive: true });
});
