/**
 * How long the matrix of a department and the status of one person take with many years of records:
 * node --import tsx scripts/bench-records.ts [--people 10000] [--years 10]. On SQLite in a folder that
 * is thrown away, or on the database of DATABASE_URL, which has to be empty.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { readRuleSets } from "../src/cli/readRuleSets.ts";
import { nextInt, STREAM_WORDS, seedStream } from "../src/kernel/random.ts";
import { FOREVER, isoOf } from "../src/records/civilDate.ts";
import { statusesOf } from "../src/records/currency.ts";
import { createDepartment } from "../src/server/accounts/departments.ts";
import { newId } from "../src/server/database/ids.ts";
import { type Database, openDatabase } from "../src/server/database/openDatabase.ts";
import { dayIn } from "../src/server/department/calendarDay.ts";
import { matrixDesk } from "../src/server/department/matrix.ts";
import { readPersonRecords } from "../src/server/department/personRecords.ts";
import { addPolicy, readPolicies, versionsOf } from "../src/server/department/policies.ts";
import { createStaff, listStaff, touchStaff } from "../src/server/department/staff.ts";

const PEOPLE_PER_DEPARTMENT = 200;
const CASES_PER_YEAR = 50;
const ROWS_PER_INSERT = 600;
const REQUESTS = 200;

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "10000" },
    years: { type: "string", default: "10" },
  },
});
const peopleCount = Number(values.people);
const years = Number(values.years);
const chance = new Uint32Array(STREAM_WORDS);
seedStream(chance, 0, 7, "bench.records");
const int = (min: number, max: number): number => nextInt(chance, 0, min, max);

const nowMs = Date.now();
const today = dayIn("UTC", nowMs);

function casesFor(staffId: string) {
  const everyDays = 365 / CASES_PER_YEAR;
  return Array.from({ length: years * CASES_PER_YEAR }, (_, index) => ({
    id: newId(),
    staff_id: staffId,
    day: today - Math.floor(index * everyDays) - int(0, 5),
    role: int(0, 4) === 0 ? ("secondary" as const) : ("primary" as const),
    procedure_name: "CABG",
    closely_supervised: 0,
    supervisor: "",
    events_json: "[]",
    note: "",
    confirmation: "",
    confirmed_by: "head",
    confirmed_ms: nowMs,
    created_ms: nowMs,
  }));
}

function resultsFor(staffId: string, scenarios: readonly string[]) {
  return scenarios.flatMap((scenario_id) =>
    Array.from({ length: years * 2 }, (_, index) => ({
      id: newId(),
      staff_id: staffId,
      day: today - index * 182 - int(0, 40),
      scenario_id,
      variant: "a",
      mode: "exam" as const,
      verdict: int(0, 9) === 0 ? ("notMet" as const) : ("met" as const),
      signed_by: "head",
      signer_name: "Head",
      is_verified: 1,
      recording_id: null,
      engine_hash: "",
      record_hash: "",
      record_json: "{}",
      created_ms: nowMs,
    })),
  );
}

async function fillDepartment(database: Database, number: number, scenarios: readonly string[]) {
  const made = await createDepartment(database, `Department ${number}`, nowMs);
  if (!made.ok) throw new Error(made.problems[0].sentence);
  const departmentId = made.value.id;
  const cases: ReturnType<typeof casesFor> = [];
  const results: ReturnType<typeof resultsFor> = [];
  for (let index = 0; index < PEOPLE_PER_DEPARTMENT; index++) {
    const workFraction = index % 5 === 0 ? 0.6 : 1;
    const employment = {
      from: today - years * 365,
      to: FOREVER,
      role: "clinicalPerfusionist",
    } as const;
    const details = {
      name: `Person ${number}-${index}`,
      credentials: "",
      accountId: null,
      employments: [{ ...employment, workFraction }],
      leaves: index % 10 === 0 ? [{ from: today - 900, to: today - 700 }] : [],
    };
    const staffId = await createStaff(database, departmentId, details, nowMs);
    cases.push(...casesFor(staffId));
    results.push(...resultsFor(staffId, scenarios));
  }
  await database.transaction().execute(async (transaction) => {
    for (let start = 0; start < cases.length; start += ROWS_PER_INSERT) {
      const rows = cases.slice(start, start + ROWS_PER_INSERT);
      await transaction.insertInto("logged_case").values(rows).execute();
    }
    for (let start = 0; start < results.length; start += ROWS_PER_INSERT) {
      const rows = results.slice(start, start + ROWS_PER_INSERT);
      await transaction.insertInto("signed_result").values(rows).execute();
    }
  });
  return departmentId;
}

function figures(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${times.length})`);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function main(): Promise<void> {
  const sets = readRuleSets(path.resolve(import.meta.dirname, "../scenarios/currency"));
  if (!sets.ok) throw new Error(sets.problems[0].sentence);
  const chosen = sets.value.filter(({ id }) => ["anzca-pg27", "onbypass-emergencies"].includes(id));
  const rules = chosen.flatMap((set) => set.rules);
  const scenarios = rules.flatMap((rule) => (rule.kind === "scenario" ? [rule.scenarios[0]] : []));
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-bench-"));
  const { database, close, engine } = await openDatabase({
    dataDir,
    url: process.env["DATABASE_URL"] || undefined,
  });
  const departments: string[] = [];
  for (let number = 0; number * PEOPLE_PER_DEPARTMENT < peopleCount; number++) {
    const departmentId = await fillDepartment(database, number, scenarios);
    const from = isoOf(today - years * 365);
    const policy = { from, announcedOn: from, transitionDays: 0, note: "", basedOn: [], rules };
    await addPolicy(database, { departmentId, policy, createdBy: null, today: 0 }, nowMs);
    departments.push(departmentId);
  }
  console.log(`${engine}: ${departments.length * PEOPLE_PER_DEPARTMENT} people, ${years} years`);

  const desk = matrixDesk(database);
  const cold: number[] = [];
  for (const id of departments.slice(0, 20)) cold.push(await timed(() => desk.read(id, today)));
  figures("matrix of 200, nothing judged yet", cold);
  const warm: number[] = [];
  for (let i = 0; i < REQUESTS; i++) {
    const departmentId = departments[i % Math.min(20, departments.length)];
    const staff = await listStaff(database, departmentId);
    await touchStaff(database, staff[int(0, staff.length - 1)].id);
    warm.push(await timed(() => desk.read(departmentId, today)));
  }
  figures("matrix of 200, one person changed", warm);

  const [firstDepartment] = departments;
  const staff = await listStaff(database, firstDepartment);
  const versions = versionsOf(await readPolicies(database, firstDepartment));
  const people = await readPersonRecords(database, staff);
  const one = people.map((person) => {
    const start = performance.now();
    statusesOf(person, versions, today);
    return performance.now() - start;
  });
  figures("one person's status", one);
  await close();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

await main();
