/**
 * A department by chance: people who come, go, take leave, work part time and change roles, results
 * that mostly arrive in time, logbooks, and rules that change. All drawn from one seed.
 */
import { nextFraction, nextInt, pick, STREAM_WORDS, seedStream } from "../../src/kernel/random.ts";
import { dayFromIso, FOREVER } from "../../src/records/civilDate.ts";
import {
  type CaseRole,
  type Employment,
  inOrder,
  type LoggedCase,
  type PersonRecords,
  type SignedResult,
  type StaffRole,
} from "../../src/records/person.ts";
import type { PolicyVersion } from "../../src/records/policy.ts";
import { type Rule, ruleSchema } from "../../src/records/rule.schema.ts";
import type { Span } from "../../src/records/spans.ts";

export const FIRST_DAY = dayFromIso("2021-01-01");
export const LAST_DAY = dayFromIso("2025-12-31");

class Chance {
  private readonly words = new Uint32Array(STREAM_WORDS);

  constructor(seed: number, name: string) {
    seedStream(this.words, 0, seed, name);
  }

  int(min: number, max: number): number {
    return nextInt(this.words, 0, min, max);
  }

  is(chance: number): boolean {
    return nextFraction(this.words, 0) < chance;
  }

  of<T>(items: readonly T[]): T {
    return pick(this.words, 0, items);
  }
}

const scenarioRule = (id: string, more: object = {}): Rule =>
  ruleSchema.parse({
    kind: "scenario",
    id,
    title: id,
    appliesTo: ["clinicalPerfusionist", "medicalPerfusionist", "trainee"],
    scenarios: [id],
    everyMonths: 6,
    source: "a test",
    ...more,
  });

const casesRule = (more: object = {}): Rule =>
  ruleSchema.parse({
    kind: "cases",
    id: "cases",
    title: "cases",
    appliesTo: ["clinicalPerfusionist", "medicalPerfusionist"],
    neededPoints: 40,
    window: { kind: "rolling", months: 12 },
    starterDays: 365,
    absence: "stops",
    source: "a test",
    ...more,
  });

const version = (from: string, announcedOn: string, transitionDays: number, rules: Rule[]) => ({
  from: dayFromIso(from),
  announcedOn: dayFromIso(announcedOn),
  transitionDays,
  rules,
});

/** Four versions: shorter intervals, another level of evidence, a rule that goes and comes back. */
export const SIMULATED_POLICY: readonly PolicyVersion[] = [
  version("2021-01-01", "2021-01-01", 0, [
    scenarioRule("pump", { evidence: "practised" }),
    scenarioRule("gas", { absence: "stops", returnDays: 0 }),
    scenarioRule("changeout", { everyMonths: 12, graceDays: 14 }),
    casesRule(),
  ]),
  version("2022-05-01", "2022-01-10", 60, [
    scenarioRule("pump", { everyMonths: 4, evidence: "practised", graceDays: 7 }),
    scenarioRule("gas", { absence: "stops" }),
    casesRule({ partTime: "proportional", limitPoints: { secondary: 15 } }),
  ]),
  version("2023-02-28", "2023-02-28", 0, [
    scenarioRule("pump", { everyMonths: 6, evidence: "assessed" }),
    scenarioRule("gas", { everyMonths: 3, returnDays: 60 }),
    scenarioRule("changeout", { everyMonths: 6, starterDays: 120 }),
    casesRule({ partTime: "proportional", neededPoints: 35, starterDays: 365 }),
  ]),
  version("2024-02-29", "2023-12-01", 90, [
    scenarioRule("pump", { evidence: "signed" }),
    scenarioRule("gas", { everyMonths: 6 }),
    scenarioRule("changeout", { everyMonths: 6, starterDays: 0 }),
    casesRule({ partTime: "proportional", confirmed: true, graceDays: 30 }),
  ]),
];

function employmentsOf(chance: Chance): readonly Employment[] {
  const role: StaffRole = chance.of(["clinicalPerfusionist", "medicalPerfusionist", "trainee"]);
  const start = FIRST_DAY + chance.int(-900, 1300);
  const work = (): number => (chance.is(0.3) ? chance.of([0.5, 0.6, 0.8]) : 1);
  const first = { from: start, to: FOREVER, role, workFraction: work() };
  const change = start + chance.int(100, 1200);
  if (chance.is(0.25)) {
    const to = chance.is(0.5) ? FOREVER : change + chance.int(200, 900);
    return [
      { ...first, to: change - 1 },
      { ...first, from: change, to, workFraction: work() },
    ];
  }
  if (chance.is(0.2)) {
    const back = change + chance.int(5, 500); // some gaps are short
    return [
      { ...first, to: change - 1 },
      { ...first, from: back },
    ];
  }
  if (role === "trainee") {
    return [
      { ...first, to: change - 1 },
      { ...first, from: change, role: "medicalPerfusionist" },
    ];
  }
  return chance.is(0.15) ? [{ ...first, to: change }] : [first];
}

function leavesOf(chance: Chance): readonly Span[] {
  return Array.from({ length: chance.int(0, 6) }, () => {
    const from = FIRST_DAY + chance.int(-200, 2000);
    const days = chance.is(0.3) ? chance.int(60, 400) : chance.int(3, 40);
    return { from, to: from + days - 1 };
  });
}

function resultsOf(chance: Chance, personId: string, scenarioId: string): readonly SignedResult[] {
  const results: SignedResult[] = [];
  for (let day = FIRST_DAY + chance.int(-150, 200); day <= LAST_DAY; ) {
    const signedBy = chance.is(0.04) ? personId : chance.is(0.05) ? null : "head";
    results.push({
      id: `${personId}-${scenarioId}-${results.length}`,
      day,
      scenarioId,
      variant: chance.of(["a", "b", "c"]),
      mode: chance.is(0.8) ? "exam" : "practice",
      verdict: chance.is(0.88) ? "met" : "notMet",
      signedBy,
      isVerified: chance.is(0.9),
    });
    day += chance.is(0.2) ? chance.int(1, 40) : chance.int(90, 260);
  }
  return results;
}

function casesOf(chance: Chance, personId: string): readonly LoggedCase[] {
  const cases: LoggedCase[] = [];
  const paceDays = chance.int(8, 20);
  for (let day = FIRST_DAY - 300; day <= LAST_DAY; day += chance.int(0, paceDays)) {
    const role: CaseRole = chance.is(0.7) ? "primary" : chance.is(0.8) ? "secondary" : "standby";
    const confirmedBy = chance.is(0.9) ? "head" : null;
    const closelySupervised = chance.is(0.5);
    cases.push({ id: `${personId}-${cases.length}`, day, role, closelySupervised, confirmedBy });
  }
  return cases;
}

/** One person, by a seed. */
export function simulatedPerson(seed: number): PersonRecords {
  const chance = new Chance(seed, "person");
  const id = `person-${seed}`;
  return inOrder({
    id,
    employments: employmentsOf(chance),
    leaves: leavesOf(chance),
    results: ["pump", "gas", "changeout"].flatMap((one) => resultsOf(chance, id, one)),
    cases: casesOf(chance, id),
  });
}
