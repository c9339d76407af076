/**
 * Fills an empty database with the demonstration department: 40 invented people, five years. Its
 * results are signed by a demonstration key, which everything that verifies refuses as evidence.
 */
import { canonicalJson } from "../../kernel/canonicalJson.ts";
import { addMonths, type Day, isoOf } from "../../records/civilDate.ts";
import { type StoredPolicy, storedPolicySchema } from "../../records/policy.schema.ts";
import type { Rule, RuleSet, ScenarioRule } from "../../records/rule.schema.ts";
import { createDepartment } from "../accounts/departments.ts";
import { hashPassword } from "../accounts/passwords.ts";
import type { Role } from "../database/accountTables.ts";
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import { addCases } from "../department/logbook.ts";
import { addPolicy } from "../department/policies.ts";
import { putEquipment, putStoreItem } from "../department/registers.ts";
import { type NewResult, recordSignedResults } from "../department/results.ts";
import { writeSettings } from "../department/settings.ts";
import { createStaff } from "../department/staff.ts";
import { type EvidenceKey, keyFor, signWith } from "../evidence/keys.ts";
import { DEMONSTRATION } from "../evidence/pack.ts";
import { inventedCases, inventedResults } from "./history.ts";
import { DEMONSTRATION_PEOPLE, DEMONSTRATION_YEARS, inventedPerson } from "./people.ts";

const DEPARTMENT_NAME = "Cardiac Perfusion, example hospital";
const HEAD_NAME = "Dr D. Head";
const SUPERVISOR_INDEX = 0;
const TRAINEE_INDEX = 5;
export const DEMONSTRATION_PASSWORD = "four quiet words here";
export const DEMONSTRATION_ACCOUNTS: readonly (readonly [Role, string])[] = [
  ["head", "head@example.org"],
  ["supervisor", "supervisor@example.org"],
  ["trainee", "trainee@example.org"],
];

/** A run that was really played by a scripted perfusionist. */
export interface PlayedRun {
  readonly recordingId: string;
  readonly scenarioId: string;
  readonly variant: string;
  readonly isMet: boolean;
  readonly engineHash: string;
  readonly recording: unknown;
}

export interface DemonstrationWish {
  readonly seed: number;
  readonly today: Day;
  readonly timeZone: string;
  readonly ruleSets: readonly RuleSet[];
  readonly runs: readonly PlayedRun[];
  readonly nowMs: number;
}

interface Context extends DemonstrationWish {
  readonly database: Database;
  readonly departmentId: string;
  readonly key: EvidenceKey;
  readonly accounts: Readonly<Record<string, string>>;
}

async function makeAccounts(database: Database, departmentId: string, nowMs: number) {
  const password_hash = await hashPassword(DEMONSTRATION_PASSWORD);
  const accounts: Record<string, string> = {};
  for (const [role, email] of DEMONSTRATION_ACCOUNTS) {
    const id = newId();
    const name = role === "head" ? HEAD_NAME : `Example ${role}`;
    accounts[role] = id;
    await database
      .insertInto("account")
      .values({
        id,
        department_id: departmentId,
        role,
        name,
        email,
        password_hash,
        created_ms: nowMs,
        closed_ms: null,
      })
      .execute();
  }
  return accounts;
}

/** Looser intervals at first, today's since two years ago. */
function policiesOf({ ruleSets, today }: DemonstrationWish): readonly StoredPolicy[] {
  const sets = ["anzca-pg27", "onbypass-emergencies"].map((wanted) => {
    const set = ruleSets.find(({ id }) => id === wanted);
    if (set === undefined) throw new Error(`There is no rule set "${wanted}".`);
    return set;
  });
  const rules = sets.flatMap((set) => set.rules);
  const looser = rules.map(
    (rule): Rule => (rule.kind === "scenario" ? { ...rule, everyMonths: 12 } : rule),
  );
  const basedOn = sets.map(({ id, version }) => ({ ruleSet: id, version }));
  const shared = { transitionDays: 90, basedOn };
  const start = isoOf(today - DEMONSTRATION_YEARS * 365);
  const changed = addMonths(today, -24);
  const policies = [
    { ...shared, from: start, announcedOn: start, note: "The first rules.", rules: looser },
    {
      ...shared,
      from: isoOf(changed),
      announcedOn: isoOf(addMonths(changed, -3)),
      note: "Six months for the critical scenarios, after the review of skill decay.",
      rules,
    },
  ];
  return policies.map((one) => storedPolicySchema.parse(one));
}

/** The frozen record of an invented result, signed by the demonstration key. */
function frozenRecord(result: Omit<NewResult, "recordJson">, { key }: Context, run?: PlayedRun) {
  const { scenarioId, variant, mode, verdict, day, signerName, engineHash } = result;
  const body = {
    formatVersion: 1,
    notice: DEMONSTRATION,
    ...{ scenarioId, variant, mode, verdict, signerName, engineHash },
    date: isoOf(day),
    recording: run?.recording ?? null,
  };
  const signature = signWith(key, new TextEncoder().encode(canonicalJson(body)));
  return JSON.stringify({ ...body, keyId: key.id, signature });
}

const RECORDED_DAYS = 400; // older results keep their place, and no recording

function resultsOf(staffId: string, index: number, context: Context): readonly NewResult[] {
  const { seed, today, runs, accounts } = context;
  const person = inventedPerson(index, seed, today);
  const rules = policiesOf(context)[1].rules.filter(
    (rule): rule is ScenarioRule => rule.kind === "scenario",
  );
  const role = person.employments[0].role;
  return rules
    .filter(({ appliesTo }) => appliesTo.includes(role))
    .flatMap((rule) => inventedResults(person, rule, { seed: seed + index, today }))
    .map((one) => {
      const fitting = runs.filter(
        ({ scenarioId, isMet }) => scenarioId === one.scenarioId && isMet === one.isMet,
      );
      const isRecent = today - one.day <= RECORDED_DAYS;
      const run = isRecent ? fitting[(index + one.day) % Math.max(1, fitting.length)] : undefined;
      const result = {
        staffId,
        day: one.day,
        scenarioId: one.scenarioId,
        variant: run?.variant ?? one.variant,
        mode: "exam",
        verdict: one.isMet ? "met" : "notMet",
        // Nobody signs the own result, so the supervisor's are the head's to sign.
        signedBy: index === SUPERVISOR_INDEX ? accounts["head"] : accounts["supervisor"],
        signerName: index === SUPERVISOR_INDEX ? HEAD_NAME : "Example supervisor",
        isVerified: true,
        recordingId: run?.recordingId ?? null,
        engineHash: run?.engineHash ?? "",
      } as const;
      return { ...result, recordJson: frozenRecord(result, context, run) };
    });
}

/** Two of the people have accounts, so that signing in as them shows a record. */
const accountFor = (index: number, { accounts }: Context): string | null =>
  index === TRAINEE_INDEX
    ? accounts["trainee"]
    : index === SUPERVISOR_INDEX
      ? accounts["supervisor"]
      : null;

async function addPerson(index: number, context: Context): Promise<void> {
  const { database, departmentId, seed, today, nowMs, accounts } = context;
  const person = inventedPerson(index, seed, today);
  const accountId = accountFor(index, context);
  const staffId = await createStaff(database, departmentId, { ...person, accountId }, nowMs);
  const cases = inventedCases(person, seed + index, today);
  await addCases(
    database,
    staffId,
    cases.map(({ entry }) => entry),
    nowMs,
  );
  // Everything but the last days was confirmed by the head.
  const unconfirmed = cases
    .filter(({ isConfirmed }) => !isConfirmed)
    .map(({ entry }) => entry.date);
  await database
    .updateTable("logged_case")
    .set({ confirmed_by: accounts["head"], confirmed_ms: nowMs })
    .where("staff_id", "=", staffId)
    .where("day", "<=", unconfirmed.length > 0 ? today - 14 : today)
    .execute();
  await recordSignedResults(database, staffId, resultsOf(staffId, index, context), nowMs);
}

async function addThings({ database, departmentId, today }: Context): Promise<void> {
  const machine = (name: string, kind: string, serviceDueDay: Day, safetyDueDay: Day) =>
    putEquipment(database, departmentId, {
      id: null,
      ...{ name, kind, serviceDueDay, safetyDueDay },
      serial: `DEMO-${serviceDueDay - today + 100}`,
      place: "Theatre 4",
      state: "inUse",
    });
  await machine("Heart-lung machine 1", "heart-lung machine", today + 40, today + 210);
  await machine("Heart-lung machine 2", "heart-lung machine", today - 12, today + 100);
  await machine("Heater-cooler 1", "heater-cooler", today + 160, today - 3);
  await machine("Heater-cooler 2", "heater-cooler", today + 75, today + 75);
  await machine("In-line monitor 1", "monitor", today + 300, today + 20);
  const item = (name: string, place: string, fetchS: number, expiresDay: Day) =>
    putStoreItem(database, departmentId, {
      id: null,
      name,
      place,
      quantityCount: 4,
      fetchS,
      expiresDay,
    });
  await item("Oxygenator, adult", "Store beside theatre 4", 120, today + 200);
  await item("Centrifugal cone", "Store beside theatre 4", 120, today + 55);
  await item("Arterial filter", "Store on level 3", 420, today - 20);
  await item("Tubing pack, adult", "Store on level 3", 420, today + 500);
}

/** Seeds an empty database; the id of the department. */
export async function seedDemonstration(
  database: Database,
  wish: DemonstrationWish,
): Promise<string> {
  const { nowMs, timeZone, today } = wish;
  const made = await createDepartment(database, DEPARTMENT_NAME, nowMs);
  if (!made.ok) throw new Error(made.problems[0].sentence);
  const departmentId = made.value.id;
  await writeSettings(database, departmentId, {
    timeZone,
    headName: HEAD_NAME,
    hasDigest: false,
    feedSecret: null,
    digestDay: null,
    isDemonstration: true,
  });
  const accounts = await makeAccounts(database, departmentId, nowMs);
  const key = await keyFor(database, "demonstration", nowMs);
  const context: Context = { ...wish, database, departmentId, key, accounts };
  for (const policy of policiesOf(wish)) {
    const added = await addPolicy(
      database,
      // As if each had been added on its own first day.
      {
        departmentId,
        policy,
        createdBy: accounts["head"],
        today: today - DEMONSTRATION_YEARS * 366,
      },
      nowMs,
    );
    if (!added.ok) throw new Error(added.problems[0].sentence);
  }
  for (let index = 0; index < DEMONSTRATION_PEOPLE; index++) await addPerson(index, context);
  await addThings(context);
  return departmentId;
}
