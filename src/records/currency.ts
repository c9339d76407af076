/**
 * The currency engine: for a person, a policy and a day, how the person stands with each rule in
 * force. What the states and dates mean is written in docs/records.md, with examples.
 */
import { judgedSpans } from "./attendance.ts";
import type { Day } from "./civilDate.ts";
import { type Coverage, coverageOf, coverEnd } from "./coverage.ts";
import { type Judged, metSpans } from "./metSpans.ts";
import type { PersonRecords } from "./person.ts";
import {
  daysInPolicy,
  type PolicyVersion,
  stretchesOf,
  versionInForce,
  versionsKnownOn,
} from "./policy.ts";
import type { Rule } from "./rule.schema.ts";
import { evidenceFor } from "./ruleEvidence.ts";
import { lastDayUpTo, spanAt } from "./spans.ts";
import { DUE_DAYS, type RuleStatus, type State } from "./status.ts";

/** The state with its dates, and nothing about the evidence behind it. */
export type Standing = Pick<
  RuleStatus,
  "ruleId" | "state" | "endsOn" | "leftDays" | "graceTo" | "lapsedOn"
>;

const NO_DATES = { endsOn: null, leftDays: null, graceTo: null, lapsedOn: null } as const;

/** A covered day: until when, and whether because the rule is met or because of an allowance. */
function coveredStanding(rule: Rule, coverage: Coverage, day: Day): Standing {
  const endsOn = coverEnd(coverage, day);
  const leftDays = endsOn === null ? null : endsOn - day;
  const isMet = spanAt(coverage.met, day) !== undefined;
  const isStarter = !isMet && day <= coverage.judged[0].to;
  let state: State = leftDays !== null && leftDays <= DUE_DAYS ? "due" : "current";
  if (isStarter) state = "notYet";
  else if (!isMet) state = "due";
  const graceTo = endsOn !== null && rule.graceDays > 0 ? endsOn + rule.graceDays : null;
  return { ruleId: rule.id, state, endsOn, leftDays, graceTo, lapsedOn: null };
}

function uncoveredStanding(rule: Rule, coverage: Coverage, day: Day): Standing {
  const last = lastDayUpTo(coverage.covered, day);
  const graceTo = last === undefined ? null : last + rule.graceDays;
  if (last !== undefined && graceTo !== null && day <= graceTo) {
    return {
      ruleId: rule.id,
      state: "grace",
      endsOn: last,
      leftDays: last - day,
      graceTo,
      lapsedOn: null,
    };
  }
  const wasMet = lastDayUpTo(coverage.met, day) !== undefined;
  return {
    ruleId: rule.id,
    state: wasMet ? "lapsed" : "overdue",
    endsOn: last ?? null,
    leftDays: null,
    graceTo: null,
    lapsedOn: graceTo === null ? coverage.judged[0].from : graceTo + 1,
  };
}

/** The standing that a coverage gives on a day. */
export function standingOf(rule: Rule, coverage: Coverage, day: Day): Standing {
  const { judged } = coverage;
  const isFirstBefore = judged.length === 0 || day < judged[0].from;
  if (isFirstBefore || day > judged[judged.length - 1].to) {
    return { ruleId: rule.id, state: "notRequired", ...NO_DATES };
  }
  if (spanAt(judged, day) === undefined) return { ruleId: rule.id, state: "away", ...NO_DATES };
  return spanAt(coverage.covered, day) === undefined
    ? uncoveredStanding(rule, coverage, day)
    : coveredStanding(rule, coverage, day);
}

export interface RuleAt {
  readonly rule: Rule;
  readonly judged: Judged;
  readonly coverage: Coverage;
}

/**
 * Each rule in force on a day with what covers the person, by what was known on the day asked about or
 * an earlier one.
 */
export function rulesAt(
  person: PersonRecords,
  policy: readonly PolicyVersion[],
  { knownOn, inForceOn }: { readonly knownOn: Day; readonly inForceOn: Day },
): readonly RuleAt[] {
  const known = versionsKnownOn(policy, knownOn);
  const inForce = versionInForce(known, inForceOn);
  return (inForce?.rules ?? []).map((rule) => {
    const stretches = stretchesOf(known, rule.id);
    const spans = judgedSpans(person, rule, daysInPolicy(stretches));
    const judged: Judged = { person, spans, upTo: knownOn };
    return { rule, judged, coverage: coverageOf(rule, spans, metSpans(stretches, judged)) };
  });
}

/** Where the person stands with each rule in force on the day. */
export function standingsOf(
  person: PersonRecords,
  policy: readonly PolicyVersion[],
  day: Day,
): readonly Standing[] {
  const on = { knownOn: day, inForceOn: day };
  return rulesAt(person, policy, on).map(({ rule, coverage }) => standingOf(rule, coverage, day));
}

/** The same with the evidence: what counts, what is missing, and when it will be enough. */
export function statusesOf(
  person: PersonRecords,
  policy: readonly PolicyVersion[],
  day: Day,
): readonly RuleStatus[] {
  const on = { knownOn: day, inForceOn: day };
  return rulesAt(person, policy, on).map(({ rule, judged, coverage }) => ({
    ...standingOf(rule, coverage, day),
    ...evidenceFor(rule, judged),
  }));
}
