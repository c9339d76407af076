/** Warnings at 90, 30 and 0 days: on these days and on no other. */
import { describe, expect, test } from "vitest";
import { dayFromIso, isoOf } from "../../../src/records/civilDate.ts";
import type { PersonRecords } from "../../../src/records/person.ts";
import type { PolicyVersion } from "../../../src/records/policy.ts";
import { warningsOn } from "../../../src/records/warnings.ts";
import { employed, person, policyOf, pumpRule, result, versionFrom } from "./people.ts";

/** Every warning between two dates as "date kind". */
function warningsBetween(
  who: PersonRecords,
  policy: readonly PolicyVersion[],
  from: string,
  to: string,
): readonly string[] {
  const found: string[] = [];
  for (let day = dayFromIso(from); day <= dayFromIso(to); day++) {
    for (const { kind } of warningsOn(who, policy, day)) found.push(`${isoOf(day)} ${kind}`);
  }
  return found;
}

const policy = policyOf(pumpRule());

describe("warnings", () => {
  test("come at 90, 30 and 0 days, and on the day it lapses", () => {
    const who = person({ results: [result("2024-08-31")] });
    expect(warningsBetween(who, policy, "2024-09-01", "2025-12-31")).toEqual([
      "2024-11-30 90",
      "2025-01-29 30",
      "2025-02-28 0",
      "2025-03-01 lapsed",
    ]);
  });
  test("stop when the scenario was met again", () => {
    const who = person({ results: [result("2024-08-31"), result("2025-01-10")] });
    expect(warningsBetween(who, policy, "2024-09-01", "2025-03-31")).toEqual(["2024-11-30 90"]);
  });
  test("begin on the first day of a new starter, who has ninety", () => {
    const who = person({ employments: [employed("2025-01-10")] });
    expect(warningsBetween(who, policy, "2025-01-01", "2025-12-31")).toEqual([
      "2025-01-10 90",
      "2025-03-10 30",
      "2025-04-09 0",
      "2025-04-10 lapsed",
    ]);
  });
  test("wait while somebody is away", () => {
    const who = person({
      results: [result("2024-08-31")],
      leaves: [{ from: dayFromIso("2025-01-01"), to: dayFromIso("2025-06-30") }],
    });
    expect(warningsBetween(who, policy, "2024-09-01", "2025-12-31")).toEqual([
      "2025-07-01 30", // thirty days to catch up, the first of them today
      "2025-07-30 0",
      "2025-07-31 lapsed",
    ]);
  });
  test("are not given to somebody who will have left", () => {
    const who = person({
      employments: [employed("2020-01-01", { to: dayFromIso("2025-02-20") })],
      results: [result("2024-08-31")],
    });
    expect(warningsBetween(who, policy, "2024-09-01", "2025-12-31")).toEqual([]);
  });
  test("are made up for on the day a rule change brings the end nearer", () => {
    const who = person({ results: [result("2024-08-31")] });
    const shorter = versionFrom("2024-12-20", [pumpRule({ everyMonths: 4 })], {
      announcedOn: "2024-12-10",
    });
    expect(warningsBetween(who, [...policy, shorter], "2024-09-01", "2025-12-31")).toEqual([
      "2024-11-30 90",
      "2024-12-10 30", // ends on 31 December now
      "2024-12-31 0",
      "2025-01-01 lapsed",
    ]);
  });
  test("come once when the end is pushed back and returns", () => {
    const who = person({ results: [result("2024-08-31"), result("2024-12-15")] });
    expect(warningsBetween(who, policy, "2024-09-01", "2025-07-01")).toEqual([
      "2024-11-30 90",
      "2025-03-17 90",
      "2025-05-16 30",
      "2025-06-15 0",
      "2025-06-16 lapsed",
    ]);
  });
});
