/** A department with rules, one person and a result, for tests of records over the API. */
import { dayFromIso, isoOf } from "../../src/records/civilDate.ts";
import type { Database } from "../../src/server/database/openDatabase.ts";
import { dayIn } from "../../src/server/department/calendarDay.ts";
import { recordSignedResult } from "../../src/server/department/results.ts";
import { type Bench, type Caller, type Staff, staffDepartment, startBench } from "./apiBench.ts";

/** When the bench's clock starts: 15 January 2027, 08:00 UTC. */
export const BENCH_MS = 1_800_000_000_000;
export const ZONE = "Australia/Perth";
export const TODAY = isoOf(dayIn(ZONE, BENCH_MS));

export const pumpRule = (more: object = {}) => ({
  kind: "scenario",
  id: "pump",
  title: "Pump failure",
  critical: true,
  appliesTo: ["clinicalPerfusionist", "trainee"],
  scenarios: ["a1-pump-failure"],
  everyMonths: 6,
  source: "a test",
  ...more,
});

export const casesRule = (more: object = {}) => ({
  kind: "cases",
  id: "cases",
  title: "Cases",
  appliesTo: ["clinicalPerfusionist"],
  neededPoints: 2,
  window: { kind: "rolling", months: 12 },
  source: "a test",
  ...more,
});

export const policyFrom = (from: string, rules: readonly object[], more: object = {}) => ({
  from,
  announcedOn: from,
  transitionDays: 0,
  note: "",
  basedOn: [],
  rules,
  ...more,
});

export const staffDetails = (name: string, more: object = {}) => ({
  name,
  credentials: "CCP",
  accountId: null,
  employments: [{ from: "2020-01-01", to: null, role: "clinicalPerfusionist", workFraction: 1 }],
  leaves: [],
  ...more,
});

export interface RecordsBench extends Staff {
  readonly bench: Bench;
  readonly administrator: Caller;
  /** The trainee's account is this person's. */
  readonly staffId: string;
  addResult(date: string, more?: object): Promise<string>;
  get(
    url: string,
  ): Promise<{ readonly status: number; readonly raw: Buffer; readonly type: string }>;
}

/** Adds a signed result of A1 for a person. */
export function addResult(
  database: Database,
  staffId: string,
  date: string,
  more: object = {},
): Promise<string> {
  const result = {
    staffId,
    day: dayFromIso(date),
    scenarioId: "a1-pump-failure",
    variant: "a",
    mode: "exam",
    verdict: "met",
    signedBy: "supervisor",
    signerName: "Dr Łukasz Signer",
    isVerified: true,
    recordingId: "recording-1",
    engineHash: "0123456789abcdef",
    recordJson: JSON.stringify({ date }),
    ...more,
  } as const;
  return recordSignedResult(database, result, BENCH_MS);
}

export async function startRecordsBench(database: Database): Promise<RecordsBench> {
  const bench = await startBench(database);
  const administrator = await bench.administrator();
  const staff = await staffDepartment(bench, administrator, "Heart unit");
  const { head, trainee } = staff.people;
  const url = `/api/departments/${staff.departmentId}`;
  const settings = { timeZone: ZONE, headName: "Dr Ann Head", hasDigest: false };
  await head.patch(`${url}/settings`, settings);
  await head.post(`${url}/policy`, policyFrom("2020-01-01", [pumpRule(), casesRule()]));
  const details = staffDetails("Jo Łindqvist", { accountId: trainee.id });
  const { body } = await head.post(`${url}/staff`, details);
  const staffId = String(body.id);
  return {
    ...staff,
    bench,
    administrator,
    staffId,
    addResult: (date, more) => addResult(database, staffId, date, more),
    async get(path) {
      const cookie = head.cookie() ?? "";
      const reply = await bench.server.inject({ method: "GET", url: path, headers: { cookie } });
      const type = String(reply.headers["content-type"]);
      return { status: reply.statusCode, raw: reply.rawPayload, type };
    },
  };
}
