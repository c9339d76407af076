/** Which records count for a rule, and why another one does not. */
import type { Day } from "./civilDate.ts";
import {
  type CaseRole,
  countBefore,
  type LoggedCase,
  type PersonRecords,
  type SignedResult,
} from "./person.ts";
import type { CasesRule, ScenarioRule, TrainingRule } from "./rule.schema.ts";
import type { Span } from "./spans.ts";

/** A record that counts, with what it brings. */
export interface Item {
  readonly id: string;
  readonly day: Day;
  readonly role: CaseRole;
  readonly points: number;
}

export type ResultFlaw = "notMet" | "notSigned" | "signedByThemself" | "evidenceTooLow";

/** Why a result of one of the rule's scenarios does not count, or null when it does. */
export function flawOf(
  result: SignedResult,
  rule: ScenarioRule,
  personId: string,
): ResultFlaw | null {
  if (result.signedBy === null) return "notSigned";
  if (result.signedBy === personId) return "signedByThemself";
  if (result.verdict !== "met") return "notMet";
  if (rule.evidence === "practised") return null;
  if (result.mode !== "exam") return "evidenceTooLow";
  return rule.evidence === "assessed" || result.isVerified ? null : "evidenceTooLow";
}

/** The records dated within the span; they are oldest first. */
function within<T extends { readonly day: Day }>(records: readonly T[], { from, to }: Span): T[] {
  return records.slice(countBefore(records, from), countBefore(records, to + 1));
}

/** The person's results of a span of days that count for the rule, oldest first. */
export function resultsFor(rule: ScenarioRule, person: PersonRecords, span: Span): readonly Item[] {
  return within(person.results, span)
    .filter((one) => rule.scenarios.includes(one.scenarioId))
    .filter((one) => flawOf(one, rule, person.id) === null)
    .map(({ id, day }): Item => ({ id, day, role: "primary", points: 1 }));
}

const isConfirmed = ({ confirmedBy }: LoggedCase, personId: string): boolean =>
  confirmedBy !== null && confirmedBy !== personId;

/** The person's cases of a span of days that bring points, oldest first. */
export function casesFor(rule: CasesRule, person: PersonRecords, span: Span): readonly Item[] {
  return within(person.cases, span)
    .filter(
      (one) => rule.casePoints[one.role] > 0 && (!rule.confirmed || isConfirmed(one, person.id)),
    )
    .map(({ id, day, role }): Item => ({ id, day, role, points: rule.casePoints[role] }));
}

/** The cases that may count for a training, oldest first. */
export function trainingCases(
  rule: TrainingRule,
  person: PersonRecords,
  upTo: Day,
): readonly LoggedCase[] {
  return person.cases
    .slice(0, countBefore(person.cases, upTo + 1))
    .filter((one) => rule.caseRoles.includes(one.role))
    .filter((one) => !rule.confirmed || isConfirmed(one, person.id));
}
