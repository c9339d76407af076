/** What a supervised session begins with: the limits of the site, and a normal case that something may interrupt. */
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCase } from "../../src/case/case.ts";
import { offerOf } from "../../src/case/theatreListContent.ts";
import { readCompositions } from "../../src/cli/compositions.ts";
import { readTheatreLists } from "../../src/cli/theatreLists.ts";
import { type Bench, type Staff } from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";
import { startSessionBench } from "../support/endedSession.ts";
import { readContent } from "../support/playCase.ts";

const CONTENT = readContent();
const COMPOSITION = readCompositions();
const LISTS = readTheatreLists();
const LIMITS = {
  id: "our-site",
  title: "Our site",
  alarmLimits: { safety: { levelLimitMl: 350 }, monitor: { meanArterialPressureMmHgMin: 55 } },
};

function offeredList() {
  const read = LISTS.ok ? LISTS.value.find(({ list }) => list.id === "theatre-list") : undefined;
  if (read === undefined) throw new Error(JSON.stringify(LISTS));
  return offerOf(read.list, read.patients);
}

describeOnBoth("a session", (databases) => {
  let bench: Bench;
  let staff: Staff;

  beforeAll(async () => {
    ({ bench, staff } = await startSessionBench((await databases.open()).database, "Limits"));
    const folder = path.join(bench.folder, "scenarios");
    fs.mkdirSync(folder);
    if (!COMPOSITION.ok) throw new Error(JSON.stringify(COMPOSITION.problems));
    const composition = COMPOSITION.value.find(({ id }) => id === "bypass-interrupted");
    const offered = {
      "a1-pump-failure": CONTENT,
      "m1-managing-bypass": readContent("m1-managing-bypass"),
      "bypass-interrupted": { composition },
      "theatre-list": offeredList(),
    };
    for (const [id, content] of Object.entries(offered))
      fs.writeFileSync(path.join(folder, `${id}.json`), JSON.stringify(content));
    fs.writeFileSync(
      path.join(bench.folder, "current.json"),
      JSON.stringify({ hash: "0".repeat(16) }),
    );
  });
  afterAll(() => bench.close());

  const make = (more: object) =>
    staff.people.supervisor.post(`/api/departments/${staff.departmentId}/sessions`, {
      scenarioId: "a1-pump-failure",
      variant: "drawn",
      seed: 7,
      mode: "exam",
      ...more,
    });
  const setupOf = async (id: string) => {
    const row = await bench.database
      .selectFrom("session")
      .select("case_setup_json")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return JSON.parse(row.case_setup_json);
  };
  const machineOf = async (id: string) => (await setupOf(id)).machines.roller;

  test("has the machine's own limits when nobody chose, and the site's when somebody did", async () => {
    const own = await make({});
    const sites = await make({ limits: LIMITS });
    expect([own.status, sites.status]).toEqual([200, 200]);
    const machine = CONTENT.machines.roller;
    expect(await machineOf(own.body.id)).toEqual(JSON.parse(JSON.stringify(machine)));
    const held = await machineOf(sites.body.id);
    expect(held.safety).toEqual({ ...machine.safety, levelLimitMl: 350 });
    expect(held.limits).toEqual({ ...machine.limits, meanArterialPressureMmHgMin: 55 });
  });
  test("with limits that are none is refused, and none is made", async () => {
    const count = () =>
      bench.database
        .selectFrom("session")
        .select("id")
        .execute()
        .then((rows) => rows.length);
    const before = await count();
    const answer = await make({
      limits: { ...LIMITS, alarmLimits: { safety: { level: "loud" } } },
    });
    expect(answer.status).toBe(422);
    expect(await count()).toBe(before);
  });

  const interrupted = { scenarioId: "bypass-interrupted", mode: "practice", seed: 3 };

  test("may be a normal case into which the emergency breaks that the supervisor chose", async () => {
    const made = await make({ ...interrupted, variant: "a1-pump-failure", limits: LIMITS });
    expect(made.status).toBe(200);
    const setup = await setupOf(made.body.id);
    expect(setup.scenario.title).toBe("On bypass, and something may come");
    expect(setup.scenario.variants).toEqual([
      expect.objectContaining({ id: expect.stringMatching(/^a1[A-Z]/) }),
    ]);
    expect(setup.machines.roller.safety.levelLimitMl).toBe(350);
    expect(createCase(setup).ok).toBe(true);
  });

  test("is the quiet case alone when nothing is to come", async () => {
    const made = await make({ ...interrupted, variant: "nothing" });
    const { scenario } = await setupOf(made.body.id);
    expect(scenario.variants.map(({ id }: { id: string }) => id)).toEqual(["quiet"]);
  });

  test("may have a patient of a theatre list, and be assessed with what is drawn kept here", async () => {
    const made = await make({ scenarioId: "theatre-list", variant: "carotid-82kg" });
    expect(made.status).toBe(200);
    const setup = await setupOf(made.body.id);
    expect(setup).toMatchObject({
      mode: "exam",
      variant: "drawn",
      patient: { id: "carotid-82kg" },
    });
    expect(setup.scenario.title).toMatch(/^Theatre list: .*carotid/);
    expect(setup.withheld.commitmentHex).toMatch(/^[0-9a-f]{64}$/);
    expect(createCase(setup).ok).toBe(true);
  });

  test("with a patient who is not on the list is refused", async () => {
    const strange = await make({ scenarioId: "theatre-list", variant: "adult-75kg" });
    expect(strange.body).toMatchObject({ code: "session.scenario" });
  });

  test("that may be interrupted is not assessed, and an emergency it does not have is refused", async () => {
    const assessed = await make({ ...interrupted, variant: "nothing", mode: "exam" });
    expect(assessed.body).toMatchObject({ code: "session.composition", place: "mode" });
    const strange = await make({ ...interrupted, variant: "b10-protamine" });
    expect(strange.body).toMatchObject({ code: "session.scenario" });
  });
});
