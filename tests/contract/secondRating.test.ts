/** A second person judges a session apart from the first; both are shown when both are in. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaff } from "../../src/server/department/staff.ts";
import { type Bench, type Caller, type Staff } from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";
import { addEnded, RATING, startSessionBench } from "../support/endedSession.ts";
import { staffDetails } from "../support/recordsBench.ts";

const SECOND = { ...RATING, outcome: "borderline", globalScore: 3, comment: "Seen apart." };

describeOnBoth("a second rating", (databases) => {
  let bench: Bench;
  let staff: Staff;
  let supervisor: Caller;
  let head: Caller;

  beforeAll(async () => {
    ({ bench, staff } = await startSessionBench((await databases.open()).database, "Rating"));
    ({ supervisor, head } = staff.people);
    const details = staffDetails("A trainee", { accountId: staff.people.trainee.id });
    await createStaff(
      bench.database,
      staff.departmentId,
      { ...details, employments: [], leaves: [] },
      1,
    );
  });
  afterAll(() => bench.close());

  const ended = (name: string) => addEnded(bench, staff, name);
  const urlOf = (id: string) => `/api/sessions/${id}/ratings`;
  const rate = (caller: Caller, id: string, technical?: readonly object[]) =>
    caller.post(urlOf(id), { rating: { ...SECOND, ...(technical && { technical }) } });
  const sign = (caller: Caller, id: string, technical?: readonly object[]) =>
    caller.post(`/api/sessions/${id}/sign`, {
      rating: { ...RATING, ...(technical && { technical }) },
      accepted: [],
    });
  const codeOf = async (caller: Caller, id: string) => (await rate(caller, id)).body.code;

  test("stays hidden until the first is in, and then both stand side by side for both", async () => {
    const id = await ended("apart");
    expect((await head.get(urlOf(id))).body).toEqual({
      title: "Arterial pump failure",
      isSigned: false,
      hasSecond: false,
      problem: null,
      compared: null,
    });
    expect((await rate(head, id)).status).toBe(200);
    for (const caller of [supervisor, head]) {
      const { body } = await caller.get(urlOf(id));
      expect(body).toMatchObject({ hasSecond: true, compared: null });
      expect(JSON.stringify(body)).not.toContain("Seen apart.");
    }
    expect((await sign(supervisor, id)).status).toBe(200);
    for (const caller of [supervisor, head]) {
      const { compared } = (await caller.get(urlOf(id))).body;
      expect(compared).toMatchObject({
        firstName: "Rating supervisor",
        secondName: "Rating head",
        isOutcomeKnown: false,
        agreement: { bothCount: 15, sameCount: 13, kappaRatio: null, kappaItemCount: 12 },
      });
    }
  });

  const judged = (markId: string, word: string, reason = "") => ({ markId, judged: word, reason });
  const OVERRULED = [judged("T1.01", "inTime", "The clamp was on at once.")];

  test("is given line by line of the checklist, without anything the machine found, before and after the signature", async () => {
    const id = await ended("blind");
    const line = { class: "must", critical: true, title: "Clamp the line", targetS: 30 };
    const look = async () => {
      const { status, body } = await head.get(`/api/sessions/${id}/rubric`);
      expect([status, Object.keys(body)]).toEqual([200, ["lines"]]);
      expect(body.lines).toHaveLength(4);
      for (const one of body.lines)
        expect(Object.keys(one).sort()).toEqual(["class", "critical", "id", "targetS", "title"]);
      expect(body.lines[0]).toEqual({ id: "T1.01", ...line });
      const ratings = await head.get(urlOf(id));
      return JSON.stringify([body, ratings.body]);
    };
    const texts = [await look()];
    await sign(supervisor, id, OVERRULED);
    texts.push(await look());
    for (const text of texts)
      for (const found of ["41.7", "1.25", "late", "inTime", "clean", "77", "Found by", "at once"])
        expect(text).not.toContain(found);
    expect((await rate(head, id)).status).toBe(200);
    const after = await head.get(`/api/sessions/${id}/rubric`);
    expect(after.body.code).toBe("rate.twice");
  });

  test("is laid beside the first one's last word on each line, which is the count unless it was overruled", async () => {
    const id = await ended("lines");
    const second = [judged("T1.01", "late"), judged("T1.03", "inTime"), judged("T1.N1", "clean")];
    expect((await rate(head, id, second)).status).toBe(200);
    expect((await sign(supervisor, id, OVERRULED)).status).toBe(200);
    const { lineAgreement } = (await supervisor.get(urlOf(id))).body.compared;
    expect(lineAgreement).toMatchObject({ bothCount: 3, sameCount: 2 });
    const { reason } = OVERRULED[0];
    expect(lineAgreement.lines).toMatchObject([
      { id: "T1.01", counted: "late", first: "inTime", reason, second: "late" },
      { id: "T1.02", counted: "clean", first: "clean", reason: "", second: null },
      { id: "T1.03", counted: "inTime", first: "inTime", reason: "", second: "inTime" },
      { id: "T1.N1", counted: "clean", first: "clean", reason: "", second: "clean" },
    ]);
  });

  test("refuses a line of another checklist, one judged twice and a word that fits no such line", async () => {
    const id = await ended("misfit");
    const wrong: readonly [readonly object[], string][] = [
      [[judged("A9.99", "late")], "line.unknown"],
      [[judged("T1.01", "late"), judged("T1.01", "inTime")], "line.twice"],
      [[judged("T1.N1", "inTime")], "line.state"],
      [[judged("T1.01", "soon")], "request.shape"],
      [[judged("T1.01", "late", "x".repeat(301))], "request.shape"],
    ];
    for (const [technical, code] of wrong) {
      const { status, body } = await rate(head, id, technical);
      expect([status, body.code]).toEqual([422, code]);
    }
    expect((await rate(head, id, [])).status).toBe(200);
  });

  test("given after the signature says that the outcome could be known", async () => {
    const id = await ended("after");
    await sign(supervisor, id);
    const before = await head.get(urlOf(id));
    expect(before.body).toMatchObject({ isSigned: true, problem: null, compared: null });
    expect((await rate(head, id)).status).toBe(200);
    expect((await head.get(urlOf(id))).body.compared.isOutcomeKnown).toBe(true);
  });

  test("is given once, kept as it was given, and stands in the audit log", async () => {
    const id = await ended("once");
    await rate(head, id);
    const kept = () => bench.database.selectFrom("second_rating").selectAll().execute();
    const before = await kept();
    expect(await codeOf(head, id)).toBe("rate.twice");
    expect(await codeOf(supervisor, id)).toBe("rate.twice");
    expect(await kept()).toEqual(before);
    const audit = await head.get(`/api/departments/${staff.departmentId}/audit`);
    const lines = audit.body.lines as readonly { action: string; target: string }[];
    expect(
      lines.filter(({ action, target }) => action === "session.ratedSecond" && target === id),
    ).toHaveLength(1);
  });

  test("two that come at once are one", async () => {
    const id = await ended("race");
    const answers = await Promise.all([rate(head, id), rate(supervisor, id)]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(answers.map(({ body }) => body?.code).filter(Boolean)).toEqual(["rate.twice"]);
  });

  test("is not for who signed, took part, read the count or the record, from any of its addresses", async () => {
    const signed = await ended("signer");
    await sign(supervisor, signed);
    expect(await codeOf(supervisor, signed)).toBe("rate.signer");
    await head.get(`/api/sessions/${signed}/record`);
    expect(await codeOf(head, signed)).toBe("rate.seen");

    const counted = await ended("counted");
    expect((await head.get(`/api/sessions/${counted}/review`)).status).toBe(200);
    expect(await codeOf(head, counted)).toBe("rate.seen");
    const asked = await head.get(`/api/sessions/${counted}/rubric`);
    expect(asked.body.code).toBe("rate.seen");

    const opened = await ended("opened");
    await head.post(`/api/sessions/${opened}/supervise`);
    expect(await codeOf(head, opened)).toBe("rate.tookPart");

    const result = await ended("result");
    await sign(supervisor, result);
    const kept = await bench.database
      .selectFrom("signed_result")
      .select(["id", "staff_id"])
      .where("recording_id", "=", result)
      .executeTakeFirstOrThrow();
    expect((await head.get(`/api/results/${kept.id}`)).status).toBe(200);
    expect(await codeOf(head, result)).toBe("rate.seen");

    const packed = await ended("packed");
    await sign(supervisor, packed);
    const span = "from=2026-01-01&to=2026-12-31";
    expect((await head.get(`/api/staff/${kept.staff_id}/pack.zip?${span}`)).status).toBe(200);
    expect(await codeOf(head, packed)).toBe("rate.seen");
  });

  test("whoever gave it cannot give the first as well", async () => {
    const id = await ended("both");
    await rate(supervisor, id);
    expect((await sign(supervisor, id)).body.code).toBe("sign.ratedSecond");
    expect((await sign(head, id)).status).toBe(200);
  });

  test("waits for the end, and takes nothing but a rating", async () => {
    const id = await ended("running");
    expect((await head.post(urlOf(id), { rating: { ...SECOND, globalScore: 9 } })).status).toBe(
      422,
    );
    await bench.database
      .updateTable("session")
      .set({ state: "running" })
      .where("id", "=", id)
      .execute();
    expect(await codeOf(head, id)).toBe("rate.notEnded");
    expect((await head.get(`/api/sessions/${id}/recording`)).body.code).toBe("recording.notOver");
  });

  test("is made from a recording that names nobody", async () => {
    const id = await ended("replay");
    const { status, body } = await head.get(`/api/sessions/${id}/recording`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ recordingId: id, endTick: 100 });
    const text = JSON.stringify(body);
    for (const { id: accountId } of Object.values(staff.people))
      expect(text).not.toContain(accountId);
    expect(text).not.toContain("Rating ");
  });

  test("and the signature, asked for by one person at the same instant: one is kept, and the other says why", async () => {
    for (let round = 0; round < 4; round++) {
      const id = await ended(`race-${round}`);
      const [signed, rated] = await Promise.all([sign(head, id), rate(head, id)]);
      expect([signed.status, rated.status].filter((status) => status === 200)).toHaveLength(1);
      const refused = signed.status === 200 ? rated : signed;
      expect(["sign.ratedSecond", "rate.signer"]).toContain(refused.body.code);
      const signers = await bench.database
        .selectFrom("signed_record")
        .select("signer_id as id")
        .where("signed_record.id", "=", id)
        .execute();
      const raters = await bench.database
        .selectFrom("second_rating")
        .select("rater_id as id")
        .where("session_id", "=", id)
        .execute();
      expect([...signers, ...raters]).toHaveLength(1);
    }
  });
});
