/** A department's records over the API, on both databases: from a signed result to the matrix and out. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayFromIso } from "../../src/records/civilDate.ts";
import { readPersonRecords } from "../../src/server/department/personRecords.ts";
import { describeOnBoth } from "../support/databases.ts";
import {
  policyFrom,
  pumpRule,
  type RecordsBench,
  staffDetails,
  startRecordsBench,
  TODAY,
} from "../support/recordsBench.ts";

describeOnBoth("a department's records", (databases) => {
  let records: RecordsBench;
  let department: string;
  let person: string;

  beforeAll(async () => {
    records = await startRecordsBench((await databases.open()).database);
    department = `/api/departments/${records.departmentId}`;
    person = `/api/staff/${records.staffId}`;
  });
  afterAll(() => records.bench.close());

  const cellOf = async (ruleId: string) => {
    const { body } = await records.people.head.get(`${department}/matrix`);
    const row = body.rows.find((one: { staffId: string }) => one.staffId === records.staffId);
    return row.cells.find((one: { ruleId: string }) => one.ruleId === ruleId);
  };

  test("a signed result is in the matrix at once, without typing", async () => {
    expect(await cellOf("pump")).toMatchObject({ state: "overdue" });
    await records.addResult("2026-12-01", { signedBy: null });
    expect(await cellOf("pump")).toMatchObject({ state: "overdue" });
    await records.addResult("2026-12-01");
    expect(await cellOf("pump")).toMatchObject({ state: "current" });
    const { body } = await records.people.supervisor.get(`${department}/matrix`);
    expect(body).toMatchObject({ date: TODAY, headName: "Dr Ann Head", isDemonstration: false });
  });

  test("what is empty in a record does not move what stands behind it", async () => {
    const { database } = records.bench;
    const { staffId } = records;
    await records.addResult("2026-11-30", { signedBy: null, variant: "", verdict: "notMet" });
    await records.people.trainee.post(`${person}/cases`, {
      date: "2026-11-30",
      role: "standby",
      procedure: "CABG",
      closelySupervised: true,
      supervisor: "",
      events: [],
      note: "",
      confirmation: "",
    });
    const [read] = await readPersonRecords(database, [{ id: staffId, accountId: null }]);
    const day = dayFromIso("2026-11-30");
    expect(read?.results.filter((one) => one.day === day)).toMatchObject([
      { variant: "", mode: "exam", verdict: "notMet", signedBy: null, isVerified: true },
    ]);
    expect(read?.cases.filter((one) => one.day === day)).toMatchObject([
      { role: "standby", closelySupervised: true, confirmedBy: null },
    ]);
  });

  test("the person sees the own page and its evidence, and nobody else's", async () => {
    const { trainee, head } = records.people;
    const own = await trainee.get(person);
    expect(own.body).toMatchObject({ person: { name: "Jo Łindqvist" }, day: TODAY });
    expect(own.body.results[0]).toMatchObject({ signerName: "Dr Łukasz Signer", isVerified: true });
    const frozen = await trainee.get(`/api/results/${own.body.results[0].id}`);
    expect(frozen.body).toEqual({ date: "2026-12-01" });
    const { body } = await head.post(`${department}/staff`, staffDetails("Somebody Else"));
    expect((await trainee.get(`/api/staff/${body.id}`)).status).toBe(404);
    expect((await trainee.get("/api/me/staff")).body).toEqual({ staffId: records.staffId });
  });

  test("a case that is written, confirmed by another, and then cannot be taken out", async () => {
    const { trainee, supervisor } = records.people;
    const entry = {
      date: "2027-01-02",
      role: "primary",
      procedure: "AVR",
      closelySupervised: false,
      supervisor: "",
      events: ["air-lock"],
      note: "Mr Smith, 64yo M",
      confirmation: "",
    };
    const added = await trainee.post(`${person}/cases`, entry);
    expect(added.body.warnings.length).toBeGreaterThan(0);
    const late = await trainee.post(`${person}/cases`, { ...entry, date: "2027-03-01" });
    expect(late).toMatchObject({ status: 422, body: { code: "logbook.date" } });
    const [kept] = (await trainee.get(`${person}/cases`)).body.cases;
    expect(kept).toMatchObject({ ...entry, confirmedBy: null });
    const confirm = `/api/cases/${kept.id}/confirm`;
    expect((await trainee.post(confirm)).status).toBe(403);
    expect((await supervisor.post(confirm)).status).toBe(200);
    const remove = await trainee.send({ method: "DELETE", url: `/api/cases/${kept.id}` });
    expect(remove.body).toMatchObject({ code: "logbook.confirmed" });
    expect((await trainee.get(`${person}/cases`)).body.cases[0]).toMatchObject({
      confirmerName: "Heart unit supervisor",
    });
  });

  test("a broken file changes nothing; a good one comes in, goes out and comes back the same", async () => {
    const { trainee } = records.people;
    const head = "date,role,procedure,closely supervised,supervisor,events,note,confirmation";
    const good = "2026-11-01,secondary,CABG,yes,Dr A,,first,";
    const broken = [head, good, "2026-11-02,primry,CABG,yes,,,,"].join("\n");
    const count = async () => (await trainee.get(`${person}/cases`)).body.cases.length;
    const before = await count();
    const preview = await trainee.post(`${person}/cases/preview`, { text: broken });
    expect(preview.body.problems).toMatchObject([{ place: "line 3, role" }]);
    expect((await trainee.post(`${person}/cases/import`, { text: broken })).status).toBe(422);
    expect(await count()).toBe(before);
    const fine = [head, good, "2026-11-02,primary,CABG,no,,,,"].join("\n");
    expect((await trainee.post(`${person}/cases/preview`, { text: fine })).body).toMatchObject({
      problems: [],
      newCount: 2,
      knownCount: 0,
    });
    expect((await trainee.post(`${person}/cases/import`, { text: fine })).body).toEqual({
      newCount: 2,
      knownCount: 0,
    });
    const exported = String((await trainee.get(`${person}/cases.csv`)).body);
    expect(exported).toContain(good);
    const again = await trainee.post(`${person}/cases/import`, { text: exported });
    expect(again.body).toEqual({ newCount: 0, knownCount: before + 2 });
    expect(await cellOf("cases")).toMatchObject({ state: "current", progress: { havePoints: 3 } });
  });

  test("a change of rules shows whom it concerns before it is made, and none reaches back", async () => {
    const { head } = records.people;
    const policy = policyFrom(TODAY, [pumpRule({ everyMonths: 1 })]);
    const preview = await head.post(`${department}/policy/preview`, policy);
    expect(preview.body.changes).toMatchObject([
      { ruleId: "pump", key: "everyMonths", before: "6", after: "1" },
      { ruleId: "cases", key: null },
    ]);
    expect(preview.body.firstDay).toMatchObject([
      { personName: "Jo Łindqvist", ruleId: "pump", after: { state: "lapsed" } },
      { personName: "Jo Łindqvist", ruleId: "cases", after: null },
      { personName: "Somebody Else", ruleId: "cases", after: null },
    ]);
    const past = await head.post(`${department}/policy`, policyFrom("2026-01-01", [pumpRule()]));
    expect(past.body).toMatchObject({ code: "policy.past" });
    const wrong = policyFrom(TODAY, [pumpRule({ everyMonths: 0 })]);
    expect((await head.post(`${department}/policy`, wrong)).status).toBe(422);
    expect((await head.get(`${department}/policy`)).body.versions).toHaveLength(1);
    expect(await cellOf("pump")).toMatchObject({ state: "current" });
  });

  test("registers keep machines and the store with what is due", async () => {
    const { supervisor } = records.people;
    const machine = {
      id: null,
      kind: "heart-lung machine",
      name: "HLM 1",
      serial: "123",
      place: "Theatre 4",
      state: "inUse",
      serviceDue: "2027-02-01",
      safetyDue: null,
    };
    await supervisor.post(`${department}/equipment`, machine);
    const { equipment } = (await supervisor.get(`${department}/registers`)).body;
    expect(equipment).toMatchObject([{ ...machine, id: expect.any(String) }]);
    await supervisor.post(`${department}/equipment`, { ...equipment[0], place: "Store" });
    const item = {
      id: null,
      name: "Oxygenator",
      place: "Store",
      quantityCount: 2,
      fetchS: 180,
      expires: "2027-06-01",
    };
    await supervisor.post(`${department}/store`, item);
    const after = (await supervisor.get(`${department}/registers`)).body;
    expect(after.equipment).toMatchObject([{ place: "Store" }]);
    expect(after.store).toMatchObject([{ name: "Oxygenator", fetchS: 180 }]);
    const { body } = await supervisor.get("/api/me/reminders");
    expect(body.things).toMatchObject([{ name: "HLM 1", kind: "service" }]); // 17 days; June is far
    expect((await records.people.trainee.get("/api/me/reminders")).body.things).toEqual([]);
  });

  test("leave is in the matrix at once, and who stands badly is reminded", async () => {
    const { head, trainee, supervisor } = records.people;
    const account = { accountId: trainee.id };
    const before = await cellOf("pump");
    const leave = { leaves: [{ from: "2027-01-10", to: "2027-03-10" }] };
    await head.patch(person, staffDetails("Jo Łindqvist", { ...account, ...leave }));
    expect(await cellOf("pump")).toMatchObject({ state: "away" });
    await head.patch(person, staffDetails("Jo Łindqvist", account));
    expect(await cellOf("pump")).toEqual(before);
    const self = staffDetails("Sue", { accountId: supervisor.id });
    await head.post(`${department}/staff`, self);
    const { reminders } = (await supervisor.get("/api/me/reminders")).body;
    expect(reminders).toMatchObject([
      { ruleTitle: "Pump failure", state: "overdue" },
      { ruleTitle: "Cases", state: "overdue" },
    ]);
  });

  test("dates that contradict each other are refused with a sentence", async () => {
    const { head } = records.people;
    const work = staffDetails("X").employments[0];
    const twice = staffDetails("X", { employments: [work, { ...work, from: "2024-01-01" }] });
    expect((await head.post(`${department}/staff`, twice)).body.sentence).toContain("share a day");
    const leave = staffDetails("X", { leaves: [{ from: "2026-02-02", to: "2026-02-01" }] });
    expect((await head.post(`${department}/staff`, leave)).body.code).toBe("staff.dates");
    const taken = staffDetails("X", { accountId: records.people.trainee.id });
    expect(await head.post(`${department}/staff`, taken)).toMatchObject({
      status: 409,
      body: { code: "staff.taken" },
    });
  });

  test("how each emergency goes is counted by quarter", async () => {
    await records.addResult("2026-12-05", { verdict: "notMet" });
    const { body } = await records.people.head.get(`${department}/trends`);
    expect(body.tallies).toEqual([
      { scenarioId: "a1-pump-failure", quarter: "2026-Q4", metCount: 1, notMetCount: 1 },
    ]);
  });

  test("the matrix as CSV says what it is and what it is not", async () => {
    const { raw, type } = await records.get(`${department}/matrix.csv`);
    expect(type).toContain("text/csv");
    expect(raw.toString()).toContain(
      "Jo Łindqvist,Clinical perfusionist,Pump failure,Current,2027-06-01",
    );
    expect(raw.toString()).toContain("Not for clinical use");
    expect(raw.toString()).toContain("claims no credit");
    expect(raw.toString()).toContain("Head of service: Dr Ann Head");
  });

  test("who is erased loses name and words, and leaves the matrix", async () => {
    const { head } = records.people;
    const { body } = await head.post(`${department}/staff`, staffDetails("To Erase"));
    expect((await head.post(`/api/staff/${body.id}/erase`)).status).toBe(200);
    expect((await head.get(`/api/staff/${body.id}`)).body.person).toMatchObject({
      name: "Erased",
      isErased: true,
      accountId: null,
    });
    const matrix = (await head.get(`${department}/matrix`)).body;
    expect(JSON.stringify(matrix)).not.toContain("To Erase");
    const { lines } = (await head.get(`${department}/audit`)).body;
    expect(lines.map(({ action }: { action: string }) => action)).toContain("staff.erased");
  });
});
