/** Short ways to write people, rules and policies in tests about currency. */
import { dayFromIso, FOREVER, isoOf } from "../../../src/records/civilDate.ts";
import { statusesOf } from "../../../src/records/currency.ts";
import {
  type CaseRole,
  type Employment,
  inOrder,
  type LoggedCase,
  type PersonRecords,
  type SignedResult,
} from "../../../src/records/person.ts";
import type { PolicyVersion } from "../../../src/records/policy.ts";
import { type Rule, ruleSchema } from "../../../src/records/rule.schema.ts";
import type { RuleStatus } from "../../../src/records/status.ts";

export const employed = (from: string, more: Partial<Employment> = {}): Employment => ({
  from: dayFromIso(from),
  to: FOREVER,
  role: "clinicalPerfusionist",
  workFraction: 1,
  ...more,
});

export const result = (date: string, more: Partial<SignedResult> = {}): SignedResult => ({
  id: `result ${date}`,
  day: dayFromIso(date),
  scenarioId: "pump",
  variant: "a",
  mode: "exam",
  verdict: "met",
  signedBy: "head",
  isVerified: true,
  ...more,
});

/** So many cases, one every so many days from a date on. */
export function cases(
  count: number,
  from: string,
  everyDays: number,
  more: Partial<LoggedCase> = {},
): readonly LoggedCase[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `case ${from} ${String(index).padStart(3, "0")}`,
    day: dayFromIso(from) + index * everyDays,
    role: "primary" as CaseRole,
    closelySupervised: false,
    confirmedBy: "head",
    ...more,
  }));
}

export const person = (more: Partial<PersonRecords> = {}): PersonRecords =>
  inOrder({
    id: "someone",
    employments: [employed("2020-01-01")],
    leaves: [],
    results: [],
    cases: [],
    ...more,
  });

export const pumpRule = (more: object = {}): Rule =>
  ruleSchema.parse({
    kind: "scenario",
    id: "pump",
    title: "Pump failure",
    appliesTo: ["clinicalPerfusionist", "medicalPerfusionist"],
    scenarios: ["pump"],
    everyMonths: 6,
    source: "a test",
    ...more,
  });

export const casesRule = (more: object = {}): Rule =>
  ruleSchema.parse({
    kind: "cases",
    id: "cases",
    title: "Cases",
    appliesTo: ["clinicalPerfusionist", "medicalPerfusionist"],
    neededPoints: 40,
    window: { kind: "rolling", months: 12 },
    starterDays: 365,
    source: "a test",
    ...more,
  });

export const policyOf = (...rules: readonly Rule[]): readonly PolicyVersion[] => [
  {
    from: dayFromIso("2020-01-01"),
    announcedOn: dayFromIso("2020-01-01"),
    transitionDays: 0,
    rules,
  },
];

export const versionFrom = (
  from: string,
  rules: readonly Rule[],
  more: { readonly announcedOn?: string; readonly transitionDays?: number } = {},
): PolicyVersion => ({
  from: dayFromIso(from),
  announcedOn: dayFromIso(more.announcedOn ?? from),
  transitionDays: more.transitionDays ?? 0,
  rules,
});

/** The status of the policy's first rule on a date. */
export function statusOn(
  who: PersonRecords,
  policy: readonly PolicyVersion[],
  date: string,
): RuleStatus {
  return statusesOf(who, policy, dayFromIso(date))[0];
}

/** State and end as one short text: "current to 2026-08-15". */
export function standOn(
  who: PersonRecords,
  policy: readonly PolicyVersion[],
  date: string,
): string {
  const { state, endsOn, lapsedOn } = statusOn(who, policy, date);
  if (lapsedOn !== null) return `${state} since ${isoOf(lapsedOn)}`;
  return endsOn === null ? state : `${state} to ${isoOf(endsOn)}`;
}
