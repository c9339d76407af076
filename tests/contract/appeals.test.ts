/** A trainee contests a signed result; another than the signer answers; nothing of it is ever changed. */
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, type Caller, type Staff } from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";
import { addEnded, RATING, startSessionBench } from "../support/endedSession.ts";

const REASON = { reason: "The alarm was late." };
const STANDS = { decision: "stands", words: "It was not." };

describeOnBoth("an appeal", (databases) => {
  let bench: Bench;
  let staff: Staff;
  let trainee: Caller;
  let supervisor: Caller;
  let head: Caller;

  beforeAll(async () => {
    ({ bench, staff } = await startSessionBench((await databases.open()).database, "Appealing"));
    ({ trainee, supervisor, head } = staff.people);
  });
  afterAll(() => bench.close());

  const urlOf = (id: string) => `/api/sessions/${id}/appeals`;
  const signed = async (name: string): Promise<string> => {
    const id = await addEnded(bench, staff, name);
    await supervisor.post(`/api/sessions/${id}/sign`, { rating: RATING, accepted: [] });
    return id;
  };
  const listed = async (id: string) => {
    const { body } = await head.get(`/api/departments/${staff.departmentId}/sessions`);
    return (body.sessions as { id: string; hasOpenAppeal: boolean }[]).find((one) => one.id === id);
  };

  test("is made by the trainee, answered by another than the signer, and told to all three", async () => {
    const id = await signed("whole");
    expect((await trainee.get("/api/me/sessions")).body.sessions).toMatchObject([
      { id, title: "Arterial pump failure", outcome: "met" },
    ]);
    expect((await trainee.post(urlOf(id), REASON)).status).toBe(200);
    expect(await listed(id)).toMatchObject({ hasOpenAppeal: true });
    const bySigner = await supervisor.post(`${urlOf(id)}/answer`, STANDS);
    expect(bySigner.body.code).toBe("appeal.signer");
    expect((await head.post(`${urlOf(id)}/answer`, STANDS)).body).toEqual({ rerun: "same" });
    expect(await listed(id)).toMatchObject({ hasOpenAppeal: false });
    for (const caller of [trainee, supervisor, head]) {
      expect((await caller.get(urlOf(id))).body.appeals).toMatchObject([
        {
          number: 1,
          byName: "Appealing trainee",
          ...REASON,
          answer: { byName: "Appealing head", ...STANDS, rerun: "same" },
        },
      ]);
    }
  });

  test("leaves the record and what was said before as they were, and each step in the audit log", async () => {
    const id = await signed("trail");
    const record = () => trainee.get(`/api/sessions/${id}/record`);
    const before = (await record()).body;
    await trainee.post(urlOf(id), REASON);
    await head.post(`${urlOf(id)}/answer`, STANDS);
    const [first] = (await trainee.get(urlOf(id))).body.appeals;
    await trainee.post(urlOf(id), { reason: "And the sound was off." });
    await head.post(`${urlOf(id)}/answer`, { decision: "assessAgain", words: "True." });
    const { appeals } = (await trainee.get(urlOf(id))).body;
    expect(appeals[0]).toEqual(first);
    expect(appeals[1]).toMatchObject({ number: 2, answer: { decision: "assessAgain" } });
    expect((await record()).body).toEqual(before);
    const { lines } = (await head.get(`/api/departments/${staff.departmentId}/audit`)).body;
    const steps = (lines as { action: string; target: string }[])
      .filter(({ target, action }) => target === id && action.startsWith("session.appeal"))
      .map(({ action }) => action);
    expect(steps.sort()).toEqual([
      "session.appealAnswered",
      "session.appealAnswered",
      "session.appealed",
      "session.appealed",
    ]);
  });

  test("waits for its answer before there is another, and is answered once", async () => {
    const id = await signed("once");
    const made = await Promise.all([
      trainee.post(urlOf(id), REASON),
      trainee.post(urlOf(id), REASON),
    ]);
    expect(made.filter(({ status }) => status === 200)).toHaveLength(1);
    const answers = await Promise.all([1, 2].map(() => head.post(`${urlOf(id)}/answer`, STANDS)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await head.post(`${urlOf(id)}/answer`, STANDS)).body.code).toBe("appeal.none");
    expect((await trainee.get(urlOf(id))).body.appeals).toHaveLength(1);
  });

  test("is for the person whose result it is, after the signature, with a reason", async () => {
    const id = await signed("own");
    for (const other of [supervisor, head]) {
      expect((await other.post(urlOf(id), REASON)).status).toBe(404);
    }
    expect((await trainee.post(urlOf(id), { reason: "  " })).status).toBe(422);
    const early = await addEnded(bench, staff, "early");
    expect((await trainee.post(urlOf(early), REASON)).body.code).toBe("appeal.notSigned");
    expect((await head.post(`${urlOf(early)}/answer`, STANDS)).body.code).toBe("appeal.none");
  });

  test("says when the case comes out differently now, or its engine is gone", async () => {
    const id = await signed("changed");
    const { database, folder } = bench;
    const { record_json } = await database
      .selectFrom("signed_record")
      .select("record_json")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await database
      .updateTable("signed_record")
      .set({ record_json: record_json.replace('"pointsFraction":0.1', '"pointsFraction":0.9') })
      .where("id", "=", id)
      .execute();
    await trainee.post(urlOf(id), REASON);
    expect((await head.post(`${urlOf(id)}/answer`, STANDS)).body).toEqual({ rerun: "different" });
    await trainee.post(urlOf(id), REASON);
    const [engine] = fs.readdirSync(folder).filter((name) => name.startsWith("engine-"));
    fs.renameSync(path.join(folder, String(engine)), path.join(folder, "put-away.mjs"));
    expect((await head.post(`${urlOf(id)}/answer`, STANDS)).body).toEqual({ rerun: "notPossible" });
    fs.renameSync(path.join(folder, "put-away.mjs"), path.join(folder, String(engine)));
  });
});
