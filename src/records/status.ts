/** How one person stands with one rule on one day: the state, the dates, what counts, what is missing. */
import type { Day } from "./civilDate.ts";
import type { CaseRole } from "./person.ts";
import type { ResultFlaw } from "./qualifying.ts";

/**
 * current: met, with more than 90 days to go. due: covered, and it ends within 90 days. grace: ended,
 * but not yet lapsed. lapsed: was met once, is no longer. notYet: a new starter with time left.
 * overdue: never met, and the time for it is over. away: absent. notRequired: the rule does not judge
 * this person on this day.
 */
export const STATES = [
  "current",
  "due",
  "grace",
  "lapsed",
  "notYet",
  "overdue",
  "away",
  "notRequired",
] as const;
export type State = (typeof STATES)[number];

/** Within so many days of the end a person is told, and the state is due. */
export const DUE_DAYS = 90;

export interface CountedRecord {
  readonly id: string;
  readonly day: Day;
  readonly role: CaseRole;
  readonly points: number;
  /** Last day on which it counts; null for good. */
  readonly countsTo: Day | null;
}

export interface UncountedResult {
  readonly id: string;
  readonly day: Day;
  readonly flaw: ResultFlaw;
}

/** What a count has and needs: points of cases, or of one result. */
export interface Progress {
  readonly havePoints: number;
  readonly neededPoints: number;
  /** When it is enough at the present rate; null when it is, or when no rate says so. */
  readonly expectedOn: Day | null;
}

/** What else a training asks. */
export interface TrainingProgress {
  readonly closelySupervisedCount: number;
  readonly neededSupervisedCount: number;
  /** First day on which the months are done. */
  readonly monthsDoneOn: Day;
  /** Records that came too early for being done without close supervision. */
  readonly tooEarly: readonly string[];
}

export interface RuleStatus {
  readonly ruleId: string;
  readonly state: State;
  /** Last covered day; null when nothing ends, or nothing is covered. */
  readonly endsOn: Day | null;
  /** Days from the day asked about to endsOn; 0 on the last one. */
  readonly leftDays: number | null;
  /** Last day of the grace, where there is one; the day after it is the lapse. */
  readonly graceTo: Day | null;
  /** First day of the lapse that is running. */
  readonly lapsedOn: Day | null;
  readonly counted: readonly CountedRecord[];
  readonly uncounted: readonly UncountedResult[];
  readonly progress: Progress;
  readonly training: TrainingProgress | null;
}
