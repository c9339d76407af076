/** An outlook made on one day says on every later one what the engine says then, as long as nothing is written. */
import { describe, expect, test } from "vitest";
import type { Day } from "../../../src/records/civilDate.ts";
import { statusesOf } from "../../../src/records/currency.ts";
import { type Outlook, outlookOf, standingsAhead } from "../../../src/records/outlook.ts";
import type { PersonRecords } from "../../../src/records/person.ts";
import type { PolicyVersion } from "../../../src/records/policy.ts";
import { ruleSchema } from "../../../src/records/rule.schema.ts";
import { FIRST_DAY, SIMULATED_POLICY, simulatedPerson } from "../../support/simulatedDepartment.ts";

const AHEAD_DAYS = 360;
const IS_WHOLE = process.env["ONBYPASS_QUALIFY"] === "1";
const ASKED_EVERY_DAYS = IS_WHOLE ? 1 : 13;
const MADE_EVERY_DAYS = IS_WHOLE ? 90 : 430;

/** The person as known on a day: what is dated later is not written yet. */
const knownOn = (person: PersonRecords, day: Day): PersonRecords => ({
  ...person,
  results: person.results.filter((one) => one.day <= day),
  cases: person.cases.filter((one) => one.day <= day),
});

const trainingAndPeriods: PolicyVersion = {
  from: FIRST_DAY,
  announcedOn: FIRST_DAY,
  transitionDays: 0,
  rules: [
    ruleSchema.parse({
      ...{ kind: "training", id: "training", title: "t", appliesTo: ["trainee"], source: "a test" },
      ...{ months: 12, casesCount: 75, closelySupervisedCount: 50 },
    }),
    ruleSchema.parse({
      ...{ kind: "cases", id: "years", title: "y", source: "a test", neededPoints: 30 },
      appliesTo: ["clinicalPerfusionist", "medicalPerfusionist", "trainee"],
      window: { kind: "fixed", months: 12, startsOn: "2020-07-01" },
      partTime: "proportional",
    }),
  ],
};

/** What differs on the days of an outlook made on a day. */
function differences(person: PersonRecords, policy: readonly PolicyVersion[], made: Day) {
  const announced = policy.filter(({ announcedOn }) => announcedOn <= made);
  const known = knownOn(person, made);
  const span = { from: made, to: made + AHEAD_DAYS };
  const outlook = JSON.parse(JSON.stringify(outlookOf(known, announced, span))) as Outlook;
  const wrong: string[] = [];
  for (let day = made; day <= outlook.to; day += ASKED_EVERY_DAYS) {
    const said = standingsAhead(outlook, announced, day);
    const now = statusesOf(known, announced, day).map(
      ({ counted: _, uncounted: _u, training: _t, progress, ...standing }) => {
        const { havePoints, neededPoints } = progress;
        return { ...standing, progress: { havePoints, neededPoints } };
      },
    );
    if (JSON.stringify(said) !== JSON.stringify(now)) {
      wrong.push(`${day - made}: ${JSON.stringify(said)} not ${JSON.stringify(now)}`);
    }
  }
  return { wrong, to: outlook.to };
}

describe("an outlook", () => {
  test.each([1, 2, 3, 5, 8, 13])("of person %i is what will be said", (seed) => {
    const person = simulatedPerson(seed);
    for (const policy of [SIMULATED_POLICY, [trainingAndPeriods]]) {
      for (let made = FIRST_DAY + seed; made < FIRST_DAY + 1500; made += MADE_EVERY_DAYS) {
        const { wrong, to } = differences(person, policy, made);
        expect(wrong.slice(0, 1)).toEqual([]);
        expect(to).toBe(made + AHEAD_DAYS);
      }
    }
  });
  test("ends at once where a record is dated ahead", () => {
    const person = simulatedPerson(1);
    const made = person.cases[10].day;
    expect(outlookOf(person, SIMULATED_POLICY, { from: made, to: made + 90 }).to).toBe(made);
  });
});
