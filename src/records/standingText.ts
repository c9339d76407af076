/** One word and one sentence for a standing, the same on the page, in a mail, a feed and a report. */
import { type Day, dateOf } from "./civilDate.ts";
import type { StaffRole } from "./person.ts";
import type { ResultFlaw } from "./qualifying.ts";
import type { RuleStatus, State } from "./status.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The day as 14 Mar 2026. */
export function dayText(day: Day): string {
  const [year, month, dayOfMonth] = dateOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

const NEAR_DAYS = 300; // within it the year of a date needs no saying

/** The day as 14 Mar where the year is plain from today, else as 14 Mar 2026. */
const nearDayText = (day: Day, today: Day): string => {
  const isNear = day >= today && day - today <= NEAR_DAYS;
  return isNear ? dayText(day).replace(/ \d+$/, "") : dayText(day);
};

export const STATE_WORDS: Readonly<Record<State, string>> = {
  current: "Current",
  due: "Due",
  grace: "In grace",
  lapsed: "Lapsed",
  notYet: "Not yet",
  overdue: "Overdue",
  away: "Away",
  notRequired: "Not required",
};

export const STAFF_ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  clinicalPerfusionist: "Clinical perfusionist",
  medicalPerfusionist: "Medical perfusionist",
  trainee: "Trainee",
  supervisor: "Supervisor",
};

export const FLAW_WORDS: Readonly<Record<ResultFlaw, string>> = {
  notMet: "not met",
  notSigned: "not signed by anybody",
  signedByThemself: "signed by the same person",
  evidenceTooLow: "less evidence than the rule asks",
};

export const daysText = (days: number): string => (days === 1 ? "1 day" : `${days} days`);

type Dates = Pick<RuleStatus, "state" | "endsOn" | "leftDays" | "graceTo" | "lapsedOn">;

/** What comes under the word: until when, how many days, since when. Empty where there is nothing. */
export function standingNote(
  { state, endsOn, leftDays, graceTo, lapsedOn }: Dates,
  today: Day,
): string {
  switch (state) {
    case "current":
      return endsOn === null ? "for good" : `to ${nearDayText(endsOn, today)}`;
    case "due":
    case "notYet":
      if (leftDays === null || endsOn === null) return "";
      return leftDays === 0 ? "last day" : `${daysText(leftDays)} left`;
    case "grace":
      return graceTo === null ? "" : `${daysText(graceTo - today)} left`;
    case "lapsed":
    case "overdue":
      if (lapsedOn === null) return "";
      return lapsedOn === today ? "today" : `${daysText(today - lapsedOn)} ago`;
    default:
      return "";
  }
}
