/**
 * Who has to be told what on which day. A warning belongs to the first day on which the end of the
 * cover is no more than 90, 30 or 0 days away; when the end moves by more than a day at once (a rule
 * changed, a result was withdrawn), the warning it jumped over is given on that day. While somebody is
 * away nobody is warned, and on the day of return the one that stands is given.
 */
import type { Day } from "./civilDate.ts";
import { type Standing, standingsOf } from "./currency.ts";
import type { PersonRecords } from "./person.ts";
import type { PolicyVersion } from "./policy.ts";
import { DUE_DAYS, type State } from "./status.ts";

const WARN_DAYS = [0, 30, DUE_DAYS] as const;

/** Days left when it is given; lapsed on the first day of a lapse. */
export type WarningKind = (typeof WARN_DAYS)[number] | "lapsed";

export interface Warning {
  readonly personId: string;
  readonly ruleId: string;
  readonly kind: WarningKind;
  readonly day: Day;
  /** Last covered day. */
  readonly endsOn: Day | null;
  readonly state: State;
}

type Level = WarningKind | undefined;

/** Smaller is worse; nothing to warn about is best. */
const severity = (level: Level): number => {
  if (level === undefined) return Number.MAX_SAFE_INTEGER;
  return level === "lapsed" ? -1 : level;
};

/** The warning that stands on a day. */
export function standingWarning({ state, leftDays }: Standing): Level {
  if (state === "lapsed" || state === "overdue") return "lapsed";
  if (state === "grace") return 0;
  if (leftDays === null) return undefined;
  return WARN_DAYS.find((days) => leftDays <= days);
}

/**
 * The warnings that came to stand after one day and up to another, by what is known on each. One for
 * each rule at most: of several that were passed since, the one that stands now.
 */
export function warningsSince(
  person: PersonRecords,
  policy: readonly PolicyVersion[],
  { since, day }: { readonly since: Day; readonly day: Day },
): readonly Warning[] {
  const before = new Map(
    standingsOf(person, policy, since).map((one) => [one.ruleId, standingWarning(one)]),
  );
  return standingsOf(person, policy, day).flatMap((standing): Warning[] => {
    const kind = standingWarning(standing);
    const { ruleId, endsOn, state } = standing;
    if (kind === undefined || severity(kind) >= severity(before.get(ruleId))) return [];
    return [{ personId: person.id, ruleId, kind, day, endsOn, state }];
  });
}

/** The warnings that belong to this day, by what is known on it. */
export function warningsOn(
  person: PersonRecords,
  policy: readonly PolicyVersion[],
  day: Day,
): readonly Warning[] {
  return warningsSince(person, policy, { since: day - 1, day });
}
