/**
 * How long the matrix of a department and the status of one person take with many years of records:
 * npm run bench:records -- [--people 10000] [--years 10] [--postgres]. On SQLite in a folder that is
 * thrown away, with --postgres on a server of its own, or on the empty database of DATABASE_URL. Times
 * are those of the wall; beside them stands the processor's, since machines are shared.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { readRuleSets } from "../src/cli/readRuleSets.ts";
import { nextInt, STREAM_WORDS, seedStream } from "../src/kernel/random.ts";
import { FOREVER, isoOf } from "../src/records/civilDate.ts";
import { statusesOf } from "../src/records/currency.ts";
import { createDepartment } from "../src/server/accounts/departments.ts";
import { newId } from "../src/server/database/ids.ts";
import { type Database, openDatabase } from "../src/server/database/openDatabase.ts";
import { dayIn } from "../src/server/department/calendarDay.ts";
import { readMatrix } from "../src/server/department/matrix.ts";
import { readPersonRecords } from "../src/server/department/personRecords.ts";
import { addPolicy, readPolicies, versionsOf } from "../src/server/department/policies.ts";
import {
  createStaff,
  listStaff,
  type StaffMember,
  touchStaff,
} from "../src/server/department/staff.ts";
import { startPostgres } from "../tests/support/postgres.ts";

const PEOPLE_PER_DEPARTMENT = 200;
const CASES_PER_YEAR = 50;
const ROWS_PER_INSERT = 600;
const REQUESTS = 200;

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "10000" },
    years: { type: "string", default: "10" },
    postgres: { type: "boolean", default: false },
  },
});
const peopleCount = Number(values.people);
const years = Number(values.years);
const chance = new Uint32Array(STREAM_WORDS);
seedStream(chance, 0, 7, "bench.records");
const int = (min: number, max: number): number => nextInt(chance, 0, min, max);

const words = (text: string): readonly string[] => text.split(" ");

/** The columns that a copy of a department takes over. */
const COPIED = {
  staff: words("id department_id account_id name credentials revision erased_ms created_ms"),
  employment: words("id staff_id from_day to_day role work_hundredths"),
  staff_leave: words("id staff_id from_day to_day"),
  logged_case: [
    ...words("id staff_id day role procedure_name closely_supervised supervisor events_json note"),
    ...words("confirmation confirmed_by confirmed_ms created_ms"),
  ],
  signed_result: [
    ...words("id staff_id day scenario_id variant mode verdict signed_by signer_name is_verified"),
    ...words("recording_id engine_hash record_hash record_json created_ms"),
  ],
};

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

/** The first department, written row by row as the server writes. */
async function fillDepartment(database: Database, scenarios: readonly string[]): Promise<string> {
  const departmentId = await newDepartment(database, 0);
  for (let index = 0; index < PEOPLE_PER_DEPARTMENT; index++) {
    const employment = { from: today - years * 365, to: FOREVER, role: "clinicalPerfusionist" };
    const workFraction = index % 5 === 0 ? 0.6 : 1;
    const details = {
      name: `Person ${index}`,
      credentials: "",
      accountId: null,
      employments: [{ ...employment, role: "clinicalPerfusionist", workFraction } as const],
      leaves: index % 10 === 0 ? [{ from: today - 900, to: today - 700 }] : [],
    };
    const staffId = await createStaff(database, departmentId, details, nowMs);
    await insertMany(database, "logged_case", casesFor(staffId));
    await insertMany(database, "signed_result", resultsFor(staffId, scenarios));
  }
  return departmentId;
}

async function insertMany(
  database: Database,
  table: "logged_case" | "signed_result",
  rows: object[],
) {
  await database.transaction().execute(async (transaction) => {
    for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
      const some = rows.slice(start, start + ROWS_PER_INSERT) as never[];
      await transaction.insertInto(table).values(some).execute();
    }
  });
}

async function newDepartment(database: Database, number: number): Promise<string> {
  const made = await createDepartment(database, `Department ${number}`, nowMs);
  if (!made.ok) throw new Error(made.problems[0].sentence);
  return made.value.id;
}

/** Another department of the same people, records and days under other ids, made by the database. */
async function copyDepartment(database: Database, source: string, number: number): Promise<string> {
  const departmentId = await newDepartment(database, number);
  const mark = String(number).padStart(4, "0");
  const own = sql`(select id from staff where department_id = ${source})`;
  for (const [table, columns] of Object.entries(COPIED)) {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    const values = sql.join(
      columns.map((column) => {
        if (column === "department_id") return sql`${departmentId}`;
        const isId = column === "id" || column === "staff_id";
        return isId ? sql`cast(${mark} as text) || ${sql.ref(column)}` : sql.ref(column);
      }),
    );
    const whose = table === "staff" ? sql`department_id = ${source}` : sql`staff_id in ${own}`;
    await sql`insert into ${sql.table(table)} (${list}) select ${values} from ${sql.table(table)} where ${whose}`.execute(
      database,
    );
  }
  return departmentId;
}

interface Times {
  readonly wallMs: number[];
  readonly cpuMs: number[];
}

async function time(times: Times, act: () => Promise<unknown>): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await act();
  times.wallMs.push(performance.now() - start);
  const { user, system } = process.cpuUsage(cpu);
  times.cpuMs.push((user + system) / 1000);
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`;
}

async function measured(name: string, count: number, act: (index: number) => Promise<unknown>) {
  const times: Times = { wallMs: [], cpuMs: [] };
  for (let index = 0; index < count; index++) await time(times, () => act(index));
  console.log(
    `${name} (${count}): ${quantiles(times.wallMs)}; processor ${quantiles(times.cpuMs)}`,
  );
}

async function fill(database: Database): Promise<readonly string[]> {
  const sets = readRuleSets(path.resolve(import.meta.dirname, "../scenarios/currency"));
  if (!sets.ok) throw new Error(sets.problems[0].sentence);
  const chosen = sets.value.filter(({ id }) => ["anzca-pg27", "onbypass-emergencies"].includes(id));
  const rules = chosen.flatMap((set) => set.rules);
  const scenarios = rules.flatMap((rule) => (rule.kind === "scenario" ? [rule.scenarios[0]] : []));
  const from = isoOf(today - years * 365);
  const policy = { from, announcedOn: from, transitionDays: 0, note: "", basedOn: [], rules };
  const departments = [await fillDepartment(database, scenarios)];
  while (departments.length * PEOPLE_PER_DEPARTMENT < peopleCount) {
    departments.push(await copyDepartment(database, departments[0], departments.length));
  }
  for (const departmentId of departments) {
    await addPolicy(database, { departmentId, policy, createdBy: null, today: 0 }, nowMs);
  }
  const { casesCount } = await database
    .selectFrom("logged_case")
    .select(({ fn }) => fn.countAll<number>().as("casesCount"))
    .executeTakeFirstOrThrow();
  console.log(`${departments.length * PEOPLE_PER_DEPARTMENT} people, ${casesCount} cases`);
  return departments;
}

/** What one person's page asks: the records read, and every rule judged with its evidence. */
async function statusOf(database: Database, departmentId: string, member: StaffMember) {
  const [person] = await readPersonRecords(database, [member]);
  return statusesOf(person, versionsOf(await readPolicies(database, departmentId)), today);
}

async function measure(database: Database, departments: readonly string[]): Promise<void> {
  const departmentAt = (index: number): string => departments[index % departments.length];
  await measured("matrix of 200, all judged anew", departments.length, (index) =>
    readMatrix(database, departmentAt(index), today),
  );
  await measured("matrix of 200, the next day", REQUESTS, (index) =>
    readMatrix(database, departmentAt(index), today + 1),
  );
  const staff = await listStaff(database, departments[0]);
  const members = await Promise.all(departments.map((one) => listStaff(database, one)));
  await measured("matrix of 200, one person changed", REQUESTS, async (index) => {
    const own = members[index % departments.length];
    await touchStaff(database, own[int(0, own.length - 1)].id);
    return readMatrix(database, departmentAt(index), today + 1);
  });
  await measured("one person's status with its evidence, records read", staff.length, (index) =>
    statusOf(database, departments[0], staff[index]),
  );
  const versions = versionsOf(await readPolicies(database, departments[0]));
  const people = await readPersonRecords(database, staff);
  await measured("the same, without the database", people.length, async (index) =>
    statusesOf(people[index], versions, today),
  );
}

async function main(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-bench-"));
  const postgres = values.postgres ? startPostgres([]) : undefined;
  const url = (await postgres?.createDatabase()) ?? (process.env["DATABASE_URL"] || undefined);
  const { database, close, engine } = await openDatabase({ dataDir, url });
  console.log(`On ${engine}, ${years} years:`);
  await measure(database, await fill(database));
  await close();
  postgres?.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

await main();
