/** A supervised session on the limits of the site: what the supervisor chose is on the console that is judged. */
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, type Staff } from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";
import { startSessionBench } from "../support/endedSession.ts";
import { readContent } from "../support/playCase.ts";

const CONTENT = readContent();
const LIMITS = {
  id: "our-site",
  title: "Our site",
  alarmLimits: { safety: { levelLimitMl: 350 }, monitor: { meanArterialPressureMmHgMin: 55 } },
};

describeOnBoth("limits of a session", (databases) => {
  let bench: Bench;
  let staff: Staff;

  beforeAll(async () => {
    ({ bench, staff } = await startSessionBench((await databases.open()).database, "Limits"));
    const folder = path.join(bench.folder, "scenarios");
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "a1-pump-failure.json"), JSON.stringify(CONTENT));
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
  const machineOf = async (id: string) => {
    const row = await bench.database
      .selectFrom("session")
      .select("case_setup_json")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return JSON.parse(row.case_setup_json).machines.roller;
  };

  test("are the machine's own when nobody chose, and the site's when somebody did", async () => {
    const own = await make({});
    const sites = await make({ limits: LIMITS });
    expect([own.status, sites.status]).toEqual([200, 200]);
    const machine = CONTENT.machines.roller;
    expect(await machineOf(own.body.id)).toEqual(JSON.parse(JSON.stringify(machine)));
    const held = await machineOf(sites.body.id);
    expect(held.safety).toEqual({ ...machine.safety, levelLimitMl: 350 });
    expect(held.limits).toEqual({ ...machine.limits, meanArterialPressureMmHgMin: 55 });
  });
  test("that are none are refused, and no session is made", async () => {
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
});
