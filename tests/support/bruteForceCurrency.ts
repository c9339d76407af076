/**
 * The currency rules a second time, as somebody with a paper calendar would apply them: one day after
 * the other, crossing off days, with JavaScript's own dates and no arithmetic on intervals. It shares
 * no code with src/records, and is slow.
 */
import type { PersonRecords } from "../../src/records/person.ts";
import type { PolicyVersion } from "../../src/records/policy.ts";
import type { CasesRule, Rule, ScenarioRule } from "../../src/records/rule.schema.ts";

export interface Question {
  readonly person: PersonRecords;
  readonly policy: readonly PolicyVersion[];
  readonly ruleId: string;
  /** Settings such as grace and allowances are those of this version's rule. */
  readonly rule: Rule;
  /** Records after this day are not known. */
  readonly knownTo: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What is written on the calendar sheet of one day. */
export interface Sheet {
  readonly day: number;
  readonly state: "outside" | "away" | "met" | "allowed" | "grace" | "lapsed" | "overdue";
  /** Whether the day is in a person's first stretch under the rule. */
  readonly isFirstStretch: boolean;
}

const MS_PER_DAY = 86_400_000;
const dateOn = (day: number): Date => new Date(day * MS_PER_DAY);

/** The same date so many months on, or the last of that month. */
function monthsLater(day: number, months: number): number {
  const date = dateOn(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const month = date.getUTCMonth();
  for (let d = 1; d < wanted; d++) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCMonth() !== month) {
      date.setUTCDate(date.getUTCDate() - 1);
      break;
    }
  }
  return Math.round(date.getTime() / MS_PER_DAY);
}

/** One boolean for each day: does the rule judge this person on it? */
class Presence {
  readonly days: boolean[] = [];

  private readonly question: Question;
  private readonly first: number;

  constructor(question: Question, first: number, last: number) {
    this.question = question;
    this.first = first;
    for (let day = first; day <= last; day++) this.days.push(this.raw(day));
    this.fillShortGaps();
  }

  at(day: number): boolean {
    return this.days[day - this.first] ?? false;
  }

  private raw(day: number): boolean {
    const { person, policy, ruleId, rule } = this.question;
    const version = versionOn(policy, day);
    if (version?.rules.some(({ id }) => id === ruleId) !== true) return false;
    const works = person.employments.some(
      ({ from, to, role }) => from <= day && day <= to && rule.appliesTo.includes(role),
    );
    return works && !this.onLongLeave(day);
  }

  private onLongLeave(day: number): boolean {
    const { person, rule } = this.question;
    const onLeave = (d: number): boolean =>
      person.leaves.some(({ from, to }) => from <= d && d <= to);
    if (!onLeave(day)) return false;
    let length = 1;
    for (let d = day - 1; onLeave(d); d--) length += 1;
    for (let d = day + 1; onLeave(d); d++) length += 1;
    return length >= rule.absenceFromDays;
  }

  private fillShortGaps(): void {
    let lastPresent = -1;
    for (let i = 0; i < this.days.length; i++) {
      if (!this.days[i]) continue;
      const gap = i - lastPresent - 1;
      if (lastPresent >= 0 && gap > 0 && gap < this.question.rule.absenceFromDays) {
        for (let j = lastPresent + 1; j < i; j++) this.days[j] = true;
      }
      lastPresent = i;
    }
  }
}

function versionOn(policy: readonly PolicyVersion[], day: number): PolicyVersion | undefined {
  let found: PolicyVersion | undefined;
  for (const version of policy) {
    if (version.from <= day && (found === undefined || version.from > found.from)) found = version;
  }
  return found;
}

const ruleOf = (version: PolicyVersion | undefined, ruleId: string): Rule | undefined =>
  version?.rules.find(({ id }) => id === ruleId);

/** Whether somebody is away on a day and comes back later: only then does a clock stop. */
function isAbsence(presence: Presence, day: number, first: number, last: number): boolean {
  if (presence.at(day)) return false;
  let before = false;
  for (let d = day - 1; d >= first && !before; d--) before = presence.at(d);
  let after = false;
  for (let d = day + 1; d <= last && !after; d++) after = presence.at(d);
  return before && after;
}

/** Crosses off the days of an interval one by one, those that are stopped excepted. */
function lastCountingDay(
  start: number,
  months: number,
  isStopped: (day: number) => boolean,
): number {
  let left = monthsLater(start, months) - start;
  let day = start;
  while (left > 0) {
    day += 1;
    if (!isStopped(day)) left -= 1;
  }
  return day;
}

function goodResult(person: PersonRecords, rule: ScenarioRule, index: number): boolean {
  const { scenarioId, signedBy, verdict, mode, isVerified } = person.results[index];
  if (!rule.scenarios.includes(scenarioId)) return false;
  if (signedBy === null || signedBy === person.id || verdict !== "met") return false;
  switch (rule.evidence) {
    case "practised":
      return true;
    case "assessed":
      return mode === "exam";
    case "signed":
      return mode === "exam" && isVerified;
  }
}

/** Walks the calendar for one person and one rule. */
export class PaperCalendar {
  private readonly presence: Presence;
  private readonly stopCache = new Map<number, boolean>();
  private readonly lastDays = new Map<Rule, Map<number, number>>();
  private readonly first: number;
  private readonly last: number;

  private readonly question: Question;

  constructor(question: Question) {
    this.question = question;
    this.first = question.firstDay;
    this.last = question.lastDay + 800;
    this.presence = new Presence(question, this.first, this.last);
  }

  /** One sheet for each day from the first to the last. */
  sheets(): Sheet[] {
    const { rule, firstDay, lastDay } = this.question;
    const sheets: Sheet[] = [];
    let stretch = 0;
    let allowedTo = -1;
    let lastCovered = Number.NEGATIVE_INFINITY;
    let everMet = false;
    let lapsedBefore = false; // on the last day at work before an absence
    for (let day = firstDay; day <= lastDay; day++) {
      const isMet = this.isMetOn(day, day);
      everMet ||= isMet;
      if (!this.presence.at(day)) {
        const isAway = stretch > 0 && this.comesBack(day);
        sheets.push({ day, state: isAway ? "away" : "outside", isFirstStretch: stretch <= 1 });
        continue;
      }
      if (day === firstDay || !this.presence.at(day - 1)) {
        stretch += 1;
        const days = stretch === 1 ? rule.starterDays : lapsedBefore ? 0 : rule.returnDays;
        allowedTo = day + days - 1;
      }
      const isCovered = isMet || day <= allowedTo;
      if (isCovered) lastCovered = day;
      const inGrace = !isCovered && day - lastCovered <= rule.graceDays;
      lapsedBefore = !isCovered && !inGrace;
      const state = isMet
        ? "met"
        : isCovered
          ? "allowed"
          : inGrace
            ? "grace"
            : everMet
              ? "lapsed"
              : "overdue";
      sheets.push({ day, state, isFirstStretch: stretch === 1 });
    }
    return sheets;
  }

  private comesBack(day: number): boolean {
    for (let d = day + 1; d <= this.last; d++) if (this.presence.at(d)) return true;
    return false;
  }

  private isStopped(rule: Rule, day: number): boolean {
    if (rule.absence !== "stops") return false;
    let known = this.stopCache.get(day);
    if (known === undefined) {
      known = isAbsence(this.presence, day, this.first, this.last);
      this.stopCache.set(day, known);
    }
    return known;
  }

  /** Met under the version in force on the day `under`, or under the one before in its transition. */
  private isMetOn(day: number, under: number): boolean {
    const { policy, ruleId } = this.question;
    const version = versionOn(policy, under);
    const rule = ruleOf(version, ruleId);
    if (version === undefined || rule === undefined) return false;
    if (this.satisfies(rule, day)) return true;
    const inTransition = day < version.from + version.transitionDays;
    return inTransition && this.isMetBefore(version.from, day);
  }

  private isMetBefore(versionFrom: number, day: number): boolean {
    for (let under = versionFrom - 1; ; ) {
      const older = versionOn(this.question.policy, under);
      if (older === undefined) return false;
      if (ruleOf(older, this.question.ruleId) !== undefined) return this.isMetOn(day, under);
      under = older.from - 1;
    }
  }

  private satisfies(rule: Rule, day: number): boolean {
    if (rule.kind === "training") throw new Error("a training is checked by its own examples");
    if (rule.kind === "scenario") return this.hasResult(rule, day);
    return this.pointsOn(rule, day) >= this.pointsNeeded(rule, day);
  }

  private counts(rule: Rule, recordDay: number, months: number, day: number): boolean {
    if (recordDay > day || recordDay > this.question.knownTo) return false;
    let lasts = this.lastDays.get(rule);
    if (lasts === undefined) {
      lasts = new Map();
      this.lastDays.set(rule, lasts);
    }
    let last = lasts.get(recordDay);
    if (last === undefined) {
      last = lastCountingDay(recordDay, months, (d) => this.isStopped(rule, d));
      lasts.set(recordDay, last);
    }
    return day <= last;
  }

  private hasResult(rule: ScenarioRule, day: number): boolean {
    const { person } = this.question;
    return person.results.some(
      (result, index) =>
        goodResult(person, rule, index) && this.counts(rule, result.day, rule.everyMonths, day),
    );
  }

  private pointsOn(rule: CasesRule, day: number): number {
    const { person } = this.question;
    const byRole = new Map<string, number>();
    for (const { day: on, role, confirmedBy } of person.cases) {
      if (on > day) break;
      if (rule.confirmed && (confirmedBy === null || confirmedBy === person.id)) continue;
      if (!this.counts(rule, on, rule.window.months, day)) continue;
      byRole.set(role, (byRole.get(role) ?? 0) + rule.casePoints[role]);
    }
    let sum = 0;
    for (const [role, points] of byRole) {
      const limit = rule.limitPoints[role as keyof typeof rule.limitPoints];
      sum += limit !== undefined && points > limit ? limit : points;
    }
    return sum;
  }

  private pointsNeeded(rule: CasesRule, day: number): number {
    const { employments } = this.question.person;
    if (rule.partTime === "full" || employments.every(({ workFraction }) => workFraction === 1)) {
      return rule.neededPoints;
    }
    let days = 0;
    let hundredths = 0;
    for (let d = monthsLater(day, -rule.window.months) + 1; d <= day; d++) {
      if (!this.presence.at(d)) continue;
      const work = employments.find(
        ({ from, to, role }) => from <= d && d <= to && rule.appliesTo.includes(role),
      );
      if (work === undefined) continue;
      days += 1;
      hundredths += Math.round(work.workFraction * 100);
    }
    return days === 0
      ? rule.neededPoints
      : Math.ceil((rule.neededPoints * hundredths) / days / 100);
  }
}
