/**
 * A simulated department of 40 people over five years: the engine against somebody with a paper
 * calendar. With ONBYPASS_QUALIFY=1 every person, rule and day is asked about (minutes); without, some
 * people, on each day around a change on paper and every fifteenth day besides. A seed that
 * ever failed stays by name.
 */
import { describe, expect, test } from "vitest";
import { type Standing, standingsOf } from "../../../src/records/currency.ts";
import type { PersonRecords } from "../../../src/records/person.ts";
import type { PolicyVersion } from "../../../src/records/policy.ts";
import { standingWarning, warningsOn } from "../../../src/records/warnings.ts";
import { PaperCalendar, type Sheet } from "../../support/bruteForceCurrency.ts";
import {
  FIRST_DAY,
  LAST_DAY,
  SIMULATED_POLICY,
  simulatedPerson,
} from "../../support/simulatedDepartment.ts";

const IS_WHOLE = process.env["ONBYPASS_QUALIFY"] === "1";
const PEOPLE_COUNT = IS_WHOLE ? 40 : 5;
const SEEDS = Array.from({ length: PEOPLE_COUNT }, (_, index) => index + 1);
const ASKED_EVERY_DAYS = IS_WHOLE ? 1 : 15;
const WARNED_COUNT = IS_WHOLE ? PEOPLE_COUNT : 2;
const AROUND_DAYS = 1;
const WARN_DAYS = [90, 30, 0] as const;

/** What the sheet says in the engine's words; due and current are told apart by the end alone. */
function expectedStates({ state, isFirstStretch }: Sheet): readonly string[] {
  switch (state) {
    case "met":
      return ["current", "due"];
    case "allowed":
      return isFirstStretch ? ["notYet"] : ["due"];
    case "outside":
      return ["notRequired"];
    default:
      return [state];
  }
}

interface RuleDays {
  readonly ruleId: string;
  /** From the first day of a stretch to its last. */
  readonly sheets: readonly Sheet[];
}

interface KnownStretch {
  readonly version: PolicyVersion;
  readonly known: readonly PolicyVersion[];
  readonly from: number;
  readonly to: number;
}

/** Days on which the same version is in force and the same versions are known. */
function knownStretches(): readonly KnownStretch[] {
  const starts = SIMULATED_POLICY.flatMap(({ from, announcedOn }) => [from, announcedOn]);
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return sorted.map((from, index) => {
    const known = SIMULATED_POLICY.filter(({ announcedOn }) => announcedOn <= from);
    const version = known.findLast((one) => one.from <= from) ?? SIMULATED_POLICY[0];
    return { version, known, from, to: (sorted[index + 1] ?? LAST_DAY + 1) - 1 };
  });
}

/** The sheets of every rule of every version, for the days it is in force. */
function paperDays(person: PersonRecords): readonly RuleDays[] {
  return knownStretches().flatMap(({ version, known, from, to }) =>
    version.rules.map((rule) => {
      const calendar = new PaperCalendar({
        person,
        policy: known,
        ruleId: rule.id,
        rule,
        knownTo: to,
        firstDay: FIRST_DAY - 30,
        lastDay: to,
      });
      return { ruleId: rule.id, sheets: calendar.sheets().filter(({ day }) => day >= from) };
    }),
  );
}

/** Days on which the engine is asked: around each change on paper, and every so many besides. */
function askedDays(paper: readonly RuleDays[]): readonly number[] {
  const asked = new Set<number>();
  for (let day = FIRST_DAY; day <= LAST_DAY; day += ASKED_EVERY_DAYS) asked.add(day);
  for (const { sheets } of paper) {
    sheets.forEach(({ day, state }, index) => {
      if (index > 0 && sheets[index - 1].state === state) return;
      for (let near = day - AROUND_DAYS; near <= day + AROUND_DAYS; near++) asked.add(near);
    });
  }
  return [...asked].filter((day) => day >= FIRST_DAY && day <= LAST_DAY);
}

type Standings = ReadonlyMap<string, Standing>;

const standingsOn = (person: PersonRecords, day: number): Standings =>
  new Map(standingsOf(person, SIMULATED_POLICY, day).map((one) => [one.ruleId, one]));

const isLapse = ({ state }: Sheet): boolean => state === "lapsed" || state === "overdue";

describe("a department over five years", () => {
  let lapsedDayCount = 0;
  let askedCount = 0;
  test.each(SEEDS)("person %i stands as the paper calendar says", (seed) => {
    const person = simulatedPerson(seed);
    const paper = paperDays(person);
    const engine = new Map(askedDays(paper).map((day) => [day, standingsOn(person, day)]));
    const wrong: string[] = [];
    for (const { ruleId, sheets } of paper) {
      for (const sheet of sheets) {
        const standings = engine.get(sheet.day);
        if (standings === undefined) continue;
        askedCount += 1;
        if (isLapse(sheet)) lapsedDayCount += 1;
        const state = standings.get(ruleId)?.state ?? "none";
        const expected = expectedStates(sheet);
        if (!expected.includes(state))
          wrong.push(`${ruleId} ${sheet.day}: ${state}, ${expected.join(" or ")}`);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
  test("the comparison saw many days and lapses of each person", () => {
    expect(askedCount / PEOPLE_COUNT).toBeGreaterThan(300);
    expect(lapsedDayCount / PEOPLE_COUNT).toBeGreaterThan(5);
  });
});

/** The last covered day as paper sees it on a day, knowing no later record and no later rule. */
function paperEnd(person: PersonRecords, ruleId: string, day: number): number | null {
  const known = SIMULATED_POLICY.filter(({ announcedOn }) => announcedOn <= day);
  const rule = known.findLast(({ from }) => from <= day)?.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new Error(`no rule ${ruleId} on day ${day}`);
  const calendar = new PaperCalendar({
    person,
    policy: known,
    ruleId,
    rule,
    knownTo: day,
    firstDay: FIRST_DAY - 30,
    lastDay: day + 1000,
  });
  const uncovered = ["grace", "lapsed", "overdue"];
  const ahead = calendar.sheets().filter((sheet) => sheet.day > day);
  const first = ahead.find(({ state }) => uncovered.includes(state));
  return first === undefined ? null : first.day - 1;
}

describe("warnings in the department", () => {
  let warningCount = 0;
  let lapseCount = 0;

  /** Every lapse that began at work, with its first uncovered day. */
  function lapsesOf(paper: readonly RuleDays[]) {
    return paper.flatMap(({ ruleId, sheets }) =>
      sheets.flatMap((sheet, index) => {
        const before = sheets[index - 1]?.state;
        const wasCovered = before === "met" || before === "allowed";
        const isUncovered = sheet.state === "grace" || isLapse(sheet);
        return wasCovered && isUncovered ? [{ ruleId, firstDay: sheet.day }] : [];
      }),
    );
  }

  test.each(SEEDS.slice(0, WARNED_COUNT))(
    "person %i: every lapse was warned of at 90, 30 and 0 days",
    (seed) => {
      const person = simulatedPerson(seed);
      const missing: string[] = [];
      for (const { ruleId, firstDay } of lapsesOf(paperDays(person))) {
        lapseCount += 1;
        for (const days of WARN_DAYS) {
          const day = firstDay - 1 - days;
          const standing = standingsOn(person, day).get(ruleId);
          // A rule that is younger than the warning, a later record that was not there yet, a person
          // who was away or not here yet: then the end was another one on that day, and paper says which.
          if (standing === undefined || ["away", "notRequired"].includes(standing.state)) continue;
          if (paperEnd(person, ruleId, day) !== firstDay - 1) continue;
          const level = standingWarning(standing);
          if (typeof level !== "number" || level > days) missing.push(`${ruleId} ${day}: ${level}`);
        }
      }
      expect(missing).toEqual([]);
    },
  );

  test.each(SEEDS.slice(0, WARNED_COUNT))("person %i: no warning names a wrong day", (seed) => {
    const person = simulatedPerson(seed);
    const wrong: string[] = [];
    for (let day = FIRST_DAY + 1; day <= LAST_DAY; day += ASKED_EVERY_DAYS) {
      for (const { ruleId, kind, endsOn } of warningsOn(person, SIMULATED_POLICY, day)) {
        if (kind === "lapsed" || ruleId === "cases") continue;
        warningCount += 1;
        const end = paperEnd(person, ruleId, day);
        if (end !== endsOn && end !== null) wrong.push(`${ruleId} ${day}: ${endsOn}, paper ${end}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("both saw enough", () => {
    expect(lapseCount / WARNED_COUNT).toBeGreaterThan(2);
    expect(warningCount).toBeGreaterThan(0);
  });
});
