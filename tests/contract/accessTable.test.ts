/**
 * The access table, played whole: every route, as every role, against the own department and another.
 * What the table says is what happens, and nobody learns what is in another department.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayFromIso } from "../../src/records/civilDate.ts";
import type { AccessRule, Reach } from "../../src/server/access/accessRule.ts";
import { ACCESS_TABLE, type RouteId } from "../../src/server/access/accessTable.ts";
import { ROLES } from "../../src/server/database/accountTables.ts";
import { findStaff, type StaffMember } from "../../src/server/department/staff.ts";
import { issueCertificate } from "../../src/server/evidence/certificates.ts";
import { API_ROUTES } from "../../src/server/http/routes/index.ts";
import {
  type Bench,
  type Caller,
  type Staff,
  staffDepartment,
  startBench,
} from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";
import { addResult, staffDetails } from "../support/recordsBench.ts";

const IDS = Object.keys(ACCESS_TABLE) as RouteId[];
const CALLERS = ["guest", ...ROLES] as const;
type CallerName = (typeof CALLERS)[number];
const PLACES = ["own", "other", "nowhere"] as const;
type Place = (typeof PLACES)[number];

test("every row of the table has one route, and every route a row", () => {
  expect(API_ROUTES.map(({ id }) => id).sort()).toEqual([...IDS].sort());
});

test("every row that guests may use gives every role as much", () => {
  const rows = Object.values(ACCESS_TABLE).filter(({ guest }) => guest === "any");
  expect(rows.length).toBeGreaterThan(3);
  for (const { reach } of rows) expect(new Set(Object.values(reach))).toEqual(new Set(["any"]));
});

/** What belongs to a department's trainee. */
interface TraineeThings {
  readonly staff: string;
  readonly case: string;
  readonly result: string;
  readonly certificate: string;
}

async function thingsOfTrainee({ database }: Bench, { departmentId, people }: Staff) {
  const { head, trainee } = people;
  const details = staffDetails("A trainee", { accountId: trainee.id });
  const staff = String(
    (await head.post(`/api/departments/${departmentId}/staff`, details)).body.id,
  );
  const entry = { date: "2020-02-01", role: "primary", procedure: "AVR", closelySupervised: true };
  const words = { supervisor: "", events: [], note: "", confirmation: "" };
  await trainee.post(`/api/staff/${staff}/cases`, { ...entry, ...words });
  const [kept] = (await trainee.get(`/api/staff/${staff}/cases`)).body.cases;
  const member = (await findStaff(database, staff)) as StaffMember;
  const certificate = await issueCertificate(database, member, dayFromIso("2020-03-01"), 0);
  const result = await addResult(database, staff, "2020-02-01");
  return { staff, case: String(kept.id), result, certificate };
}

/** Words that satisfy no route, so that a call which is let through still changes nothing. */
const NONSENSE = { stray: "nonsense" };

describeOnBoth("access", (databases) => {
  let bench: Bench;
  let own: Staff;
  let other: Staff;
  let administrator: Caller;
  let ownThings: TraineeThings;
  let otherThings: TraineeThings;

  beforeAll(async () => {
    bench = await startBench((await databases.open()).database);
    administrator = await bench.administrator();
    own = await staffDepartment(bench, administrator, "Own");
    other = await staffDepartment(bench, administrator, "Other");
    ownThings = await thingsOfTrainee(bench, own);
    otherThings = await thingsOfTrainee(bench, other);
    for (const staff of [own, other]) await addSession(staff);
  });
  afterAll(() => bench.close());

  const addSession = (staff: Staff) =>
    bench.database
      .insertInto("session")
      .values({
        id: `session-${staff.departmentId}`,
        department_id: staff.departmentId,
        created_by: staff.people.supervisor.id,
        join_code: null,
        title: `${staff === other ? "Other" : "Own"} session`,
        scenario_id: "a1",
        mode: "exam",
        engine_hash: "0",
        case_setup_json: "{}",
        withheld_json: null,
        state: "ended",
        trainee_account_id: staff.people.trainee.id,
        writer_device: null,
        created_ms: 0,
        started_ms: null,
        ended_ms: null,
      })
      .execute();

  const callerNamed = (name: CallerName): Caller => {
    if (name === "guest") return bench.guest();
    return name === "administrator" ? administrator : own.people[name];
  };

  const targetIn = (rule: AccessRule, place: Place): string => {
    if (place === "nowhere") return "000000000000000000000000";
    const staff = place === "own" ? own : other;
    const things = place === "own" ? ownThings : otherThings;
    switch (rule.target) {
      case "account":
        return staff.people.trainee.id;
      case "staff":
      case "case":
      case "result":
      case "certificate":
        return things[rule.target];
      case "session":
        return `session-${staff.departmentId}`;
      default:
        return staff.departmentId;
    }
  };

  /** The refusal the table asks for, or undefined when the caller is let through. */
  const refusal = (rule: AccessRule, name: CallerName, place: Place): number | undefined => {
    if (rule.guest === "any") return undefined;
    if (name === "guest") return 401;
    const reach: Reach = rule.reach[name];
    if (reach === "none") return 403;
    if (rule.target === "nothing") return undefined;
    if (place === "nowhere") return 404;
    if (reach === "any") return undefined;
    if (place === "other") return 404;
    // The target is the trainee, so "self" lets through the trainee alone.
    return reach === "own" || name === "trainee" ? undefined : 404;
  };

  const call = (caller: Caller, rule: AccessRule, targetId: string) =>
    caller.send({
      method: rule.method,
      url: rule.url.replace(":targetId", targetId),
      ...(rule.method !== "GET" && { payload: NONSENSE }),
    });

  const cells = IDS.filter((id) => !id.startsWith("me.sign")).flatMap((id) =>
    CALLERS.flatMap((name) =>
      (ACCESS_TABLE[id].target === "nothing" ? (["own"] as const) : PLACES).map(
        (place) => [id, name, place] as const,
      ),
    ),
  );

  // Routes that take nothing act when they are let through, so they come last of all.
  const acting: readonly RouteId[] = [
    "logbook.remove",
    "account.passwordLink",
    "staff.erase",
    "account.close",
  ];
  const sorted = [...cells].sort(([a], [b]) => acting.indexOf(a) - acting.indexOf(b));

  test("refuses and lets through as every cell of the table says", async () => {
    const wrong: string[] = [];
    for (const [id, name, place] of sorted) {
      const rule = ACCESS_TABLE[id];
      const { status, body } = await call(callerNamed(name), rule, targetIn(rule, place));
      const wanted = refusal(rule, name, place);
      const isRefused = [401, 403, 404].includes(status) && String(body.code).startsWith("access.");
      const isRight = wanted === undefined ? !isRefused && status < 500 : status === wanted;
      if (!isRight)
        wrong.push(`${id} as ${name} in ${place}: ${status}, not ${wanted ?? "let through"}`);
    }
    expect(wrong).toEqual([]);
    expect(cells.length).toBeGreaterThan(100);
  });

  test("what is elsewhere is answered like what is nowhere", async () => {
    for (const id of IDS.filter((one) => ACCESS_TABLE[one].target !== "nothing")) {
      const rule = ACCESS_TABLE[id];
      const elsewhere = await call(own.people.head, rule, targetIn(rule, "other"));
      const nowhere = await call(own.people.head, rule, targetIn(rule, "nowhere"));
      expect([id, elsewhere.status, elsewhere.body]).toEqual([id, nowhere.status, nowhere.body]);
    }
  });

  const PROBES = Number(process.env["ONBYPASS_PROBES"] ?? 300); // ONBYPASS_PROBES=10000 for the many

  test("random probes across departments bring back nothing of the other one", async () => {
    const arbitraryProbe = fc.record({
      id: fc.constantFrom(...IDS.filter((id) => !id.startsWith("me.") && !acting.includes(id))),
      role: fc.constantFrom("trainee", "supervisor", "head" as const),
      target: fc.oneof(
        fc.constantFrom(
          other.departmentId,
          `session-${other.departmentId}`,
          ...Object.values(other.people).map(({ id }) => id),
        ),
        fc.string({ maxLength: 40 }),
      ),
      payload: fc.oneof(fc.constant(NONSENSE), fc.dictionary(fc.string(), fc.jsonValue())),
    });
    const property = fc.asyncProperty(arbitraryProbe, async ({ id, role, target, payload }) => {
      const rule = ACCESS_TABLE[id];
      const { status, body } = await own.people[role as "head"].send({
        method: rule.method,
        url: rule.url.replace(":targetId", encodeURIComponent(target)),
        ...(rule.method !== "GET" && { payload }),
      });
      expect(status).toBeLessThan(500);
      const text = JSON.stringify(body);
      expect(text).not.toContain("Other ");
      expect(text).not.toContain("@other.example.org");
    });
    await fc.assert(property, { numRuns: PROBES, seed: 6 });
  });
});
