/** From an ended session to a signed record: run again, judged by a person, kept and handed out. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayFromIso, FOREVER } from "../../src/records/civilDate.ts";
import { readMatrix } from "../../src/server/department/matrix.ts";
import { createStaff } from "../../src/server/department/staff.ts";
import { openSigningKey, signatureFits } from "../../src/server/signing/ed25519.ts";
import { overruledLines } from "../../src/session/judgedLines.ts";
import { countedLines } from "../../src/session/rubricLines.ts";
import { parseSignedRecord } from "../../src/session/signedRecord.ts";
import type { Bench, Staff } from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";
import {
  addEnded as addEndedTo,
  RATING,
  sha256Hex,
  startSessionBench,
} from "../support/endedSession.ts";
import { policyFrom, pumpRule } from "../support/recordsBench.ts";

/** One rule, in force before the session. */
const POLICY = policyFrom("2026-01-01", [pumpRule({ appliesTo: ["trainee"] })]);

describeOnBoth("signing", (databases) => {
  let bench: Bench;
  let staff: Staff;

  beforeAll(async () => {
    ({ bench, staff } = await startSessionBench((await databases.open()).database, "Signing"));
  });
  afterAll(() => bench.close());

  const addEnded = (name: string, hashOf?: (tick: number) => number) =>
    addEndedTo(bench, staff, name, hashOf);

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

  const overruling = { markId: "T1.01", judged: "inTime", reason: "The clamp was on at once." };
  const signWith = (id: string, technical: readonly object[]) =>
    staff.people.supervisor.post(`/api/sessions/${id}/sign`, {
      rating: { ...RATING, technical },
      accepted: [],
    });

  test("a line that the signer overrules stands in the record beside what the machine counted", async () => {
    const id = await addEnded("overruled");
    const { supervisor, trainee } = staff.people;
    const { report } = (await supervisor.get(`/api/sessions/${id}/review`)).body;
    expect((await signWith(id, [overruling])).status).toBe(200);
    const { parts } = (await trainee.get(`/api/sessions/${id}/record`)).body;
    expect(parts.rating.technical).toEqual([overruling]);
    expect(parts.report).toEqual(report);
    expect(overruledLines(parts.rating.technical, countedLines(parts.report))).toMatchObject([
      { line: { id: "T1.01", state: "late" }, judged: "inTime", reason: overruling.reason },
    ]);
  });

  test.each<[string, readonly object[], string, string]>([
    [
      "that is no line of this checklist",
      [{ ...overruling, markId: "A9.99" }],
      "line.unknown",
      "A9.99",
    ],
    ["judged twice", [overruling, overruling], "line.twice", "T1.01"],
    [
      "in a state that is none of its kind",
      [{ ...overruling, judged: "violated" }],
      "line.state",
      "T1.01",
    ],
    [
      "of harm in a state of things to do",
      [{ ...overruling, markId: "T1.N1" }],
      "line.state",
      "T1.N1",
    ],
    ["without a reason", [{ ...overruling, reason: " " }], "line.noReason", "T1.01"],
    ["judged as it was counted", [{ ...overruling, judged: "late" }], "line.asCounted", "T1.01"],
  ])("a line %s is refused, and nothing is signed", async (name, technical, code, markId) => {
    const id = await addEnded(`refused-${name.replaceAll(" ", "-")}`);
    const { status, body } = await signWith(id, technical);
    expect([status, body]).toEqual([
      422,
      { code, place: `line ${markId}`, sentence: expect.any(String), remedy: expect.any(String) },
    ]);
    const kept = bench.database.selectFrom("signed_record").select("id").where("id", "=", id);
    expect(await kept.execute()).toEqual([]);
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
