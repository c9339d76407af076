/** What a new version of the rules changes, and who stands differently because of it. */
import { canonicalJson } from "../kernel/canonicalJson.ts";
import type { Day } from "./civilDate.ts";
import { type Standing, standingsOf } from "./currency.ts";
import type { PersonRecords } from "./person.ts";
import type { PolicyVersion } from "./policy.ts";
import type { Rule } from "./rule.schema.ts";

export interface RuleChange {
  readonly ruleId: string;
  /** The key that changed; a whole rule that came or went has none. */
  readonly key: string | null;
  /** As JSON; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Text that names and explains a rule, and changes nobody's standing. */
const WORDS_ONLY = new Set(["title", "source", "doubts"]);

const textOf = (value: unknown): string | null =>
  value === undefined ? null : canonicalJson(value);

function changesWithin(before: Rule, after: Rule): readonly RuleChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const read = (rule: Rule, key: string): string | null =>
    textOf((rule as Readonly<Record<string, unknown>>)[key]);
  return keys
    .filter((key) => !WORDS_ONLY.has(key) && read(before, key) !== read(after, key))
    .map((key) => ({
      ruleId: before.id,
      key,
      before: read(before, key),
      after: read(after, key),
    }));
}

/** Every setting that differs between two lists of rules, in the order of the first, then the second. */
export function ruleChanges(before: readonly Rule[], after: readonly Rule[]): RuleChange[] {
  const gone = before.flatMap((rule): readonly RuleChange[] => {
    const same = after.find(({ id }) => id === rule.id);
    if (same !== undefined) return changesWithin(rule, same);
    return [{ ruleId: rule.id, key: null, before: textOf(rule), after: null }];
  });
  const came = after
    .filter((rule) => before.every(({ id }) => id !== rule.id))
    .map((rule) => ({ ruleId: rule.id, key: null, before: null, after: textOf(rule) }));
  return [...gone, ...came];
}

/** One person's standing with one rule, without and with the change; null where there is no rule. */
export interface Affected {
  readonly personId: string;
  readonly ruleId: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

const isSame = (a: Standing | null, b: Standing | null): boolean =>
  a?.state === b?.state && a?.endsOn === b?.endsOn && a?.lapsedOn === b?.lapsedOn;

/**
 * Everybody who stands differently on the day, by the records there are, if the version is added to
 * the policy. Ask about the day it comes into force, and about the day after its transition.
 */
export function affectedBy(
  people: readonly PersonRecords[],
  policy: readonly PolicyVersion[],
  version: PolicyVersion,
  day: Day,
): readonly Affected[] {
  const changed = [...policy, version];
  return people.flatMap((person) => {
    const before = new Map(standingsOf(person, policy, day).map((one) => [one.ruleId, one]));
    const after = new Map(standingsOf(person, changed, day).map((one) => [one.ruleId, one]));
    return [...new Set([...before.keys(), ...after.keys()])]
      .map((ruleId) => ({
        personId: person.id,
        ruleId,
        before: before.get(ruleId) ?? null,
        after: after.get(ruleId) ?? null,
      }))
      .filter((one) => !isSame(one.before, one.after));
  });
}
