/**
 * The rules of one department over time. A version comes into force on a day and was announced on an
 * earlier one or the same; what was announced is known and warned about before it is in force.
 */
import { type Day, FOREVER } from "./civilDate.ts";
import type { Rule } from "./rule.schema.ts";
import { joined, type Span } from "./spans.ts";

export interface PolicyVersion {
  /** First day in force. */
  readonly from: Day;
  readonly announcedOn: Day;
  /** For so many days a stricter rule ends nobody's currency that the version before still gives. */
  readonly transitionDays: number;
  readonly rules: readonly Rule[];
}

/** A rule while one version of the policy was in force. */
export interface RuleStretch extends Span {
  readonly rule: Rule;
  /** Last day on which the version before still counts; before the span where there is none. */
  readonly transitionTo: Day;
}

/** The versions that were known on a day, oldest first. */
export function versionsKnownOn(
  versions: readonly PolicyVersion[],
  day: Day,
): readonly PolicyVersion[] {
  return versions.filter(({ announcedOn }) => announcedOn <= day).sort((a, b) => a.from - b.from);
}

/** The last version that is in force on the day, undefined before the first. */
export function versionInForce(
  versions: readonly PolicyVersion[],
  day: Day,
): PolicyVersion | undefined {
  return versions.findLast(({ from }) => from <= day);
}

/** One rule through the versions that hold it, in order of time. */
export function stretchesOf(
  versions: readonly PolicyVersion[],
  ruleId: string,
): readonly RuleStretch[] {
  return versions.flatMap(({ from, transitionDays, rules }, index) => {
    const rule = rules.find(({ id }) => id === ruleId);
    if (rule === undefined) return [];
    const to = index + 1 < versions.length ? versions[index + 1].from - 1 : FOREVER;
    return from <= to ? [{ from, to, rule, transitionTo: from + transitionDays - 1 }] : [];
  });
}

/** The days on which the rule is in the policy at all. */
export const daysInPolicy = (stretches: readonly RuleStretch[]): readonly Span[] =>
  joined(stretches);
