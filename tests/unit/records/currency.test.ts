/** The decision table of docs/records.md: what somebody is on which day, and until when. */
import { describe, expect, test } from "vitest";
import { dayFromIso, isoOf } from "../../../src/records/civilDate.ts";
import {
  cases,
  casesRule,
  employed,
  person,
  policyOf,
  pumpRule,
  result,
  standOn,
  statusOn,
  versionFrom,
} from "./people.ts";

const span = (from: string, to: string) => ({ from: dayFromIso(from), to: dayFromIso(to) });

describe("an interval of six months", () => {
  const policy = policyOf(pumpRule());
  const who = person({ results: [result("2025-02-15")] });
  test.each([
    ["2025-02-15", "current to 2025-08-15"],
    ["2025-05-16", "current to 2025-08-15"], // 91 days to go
    ["2025-05-17", "due to 2025-08-15"], // 90 days to go
    ["2025-08-15", "due to 2025-08-15"],
    ["2025-08-16", "lapsed since 2025-08-16"],
    ["2026-01-01", "lapsed since 2025-08-16"],
  ])("on %s it is %s", (date, expected) => expect(standOn(who, policy, date)).toBe(expected));

  test("ends on the last day of a month that is too short", () => {
    expect(standOn(person({ results: [result("2025-08-31")] }), policy, "2025-09-01")).toBe(
      "current to 2026-02-28",
    );
    expect(standOn(person({ results: [result("2023-08-31")] }), policy, "2023-09-01")).toBe(
      "current to 2024-02-29",
    );
  });
  test("is not shortened by an earlier or a failed attempt", () => {
    const again = person({
      results: [result("2025-02-15"), result("2025-04-01", { verdict: "notMet", id: "failed" })],
    });
    expect(standOn(again, policy, "2025-04-02")).toBe("current to 2025-08-15");
    expect(statusOn(again, policy, "2025-04-02").uncounted).toEqual([
      { id: "failed", day: dayFromIso("2025-04-01"), flaw: "notMet" },
    ]);
  });
  test("knows nothing of a result before its day", () =>
    expect(standOn(who, policy, "2025-02-14")).toMatch(/^overdue/));
});

describe("evidence", () => {
  const standWith = (evidence: string, more: object): string =>
    standOn(
      person({ results: [result("2025-02-15", more)] }),
      policyOf(pumpRule({ evidence })),
      "2025-03-01",
    ).split(" ")[0];
  test.each([
    ["signed", {}, "current"],
    ["signed", { isVerified: false }, "overdue"],
    ["assessed", { isVerified: false }, "current"],
    ["assessed", { mode: "practice" }, "overdue"],
    ["practised", { mode: "practice" }, "current"],
    ["practised", { mode: "practice", signedBy: null }, "overdue"],
    ["signed", { signedBy: null }, "overdue"],
    ["signed", { signedBy: "someone" }, "overdue"],
    ["practised", { verdict: "notMet" }, "overdue"],
    ["signed", { scenarioId: "gas" }, "overdue"],
  ])("%s asked, %o given: %s", (evidence, more, expected) =>
    expect(standWith(evidence, more)).toBe(expected),
  );
});

describe("grace", () => {
  const policy = policyOf(pumpRule({ graceDays: 14 }));
  const who = person({ results: [result("2025-02-15")] });
  test.each([
    ["2025-08-15", "due to 2025-08-15"],
    ["2025-08-16", "grace to 2025-08-15"],
    ["2025-08-29", "grace to 2025-08-15"],
    ["2025-08-30", "lapsed since 2025-08-30"],
  ])("on %s it is %s", (date, expected) => expect(standOn(who, policy, date)).toBe(expected));
});

describe("a new starter", () => {
  const policy = policyOf(pumpRule());
  const who = person({ employments: [employed("2025-01-10")] });
  test.each([
    ["2025-01-09", "notRequired"],
    ["2025-01-10", "notYet to 2025-04-09"], // the ninetieth day
    ["2025-04-09", "notYet to 2025-04-09"],
    ["2025-04-10", "overdue since 2025-04-10"],
  ])("on %s is %s", (date, expected) => expect(standOn(who, policy, date)).toBe(expected));

  test("of a role the rule does not ask is not judged", () => {
    const trainee = person({ employments: [employed("2025-01-10", { role: "trainee" })] });
    expect(standOn(trainee, policy, "2025-06-01")).toBe("notRequired");
  });
});

describe("leave", () => {
  const who = person({
    results: [result("2025-02-15")],
    leaves: [span("2025-07-01", "2025-10-31")],
  });
  test("lets nobody lapse, and gives thirty days after it", () => {
    const policy = policyOf(pumpRule());
    expect(standOn(who, policy, "2025-06-30")).toBe("current to 2025-11-30");
    expect(standOn(who, policy, "2025-09-01")).toBe("away");
    expect(standOn(who, policy, "2025-11-01")).toBe("due to 2025-11-30");
    expect(standOn(who, policy, "2025-12-01")).toBe("lapsed since 2025-12-01");
  });
  test("stops the clock where the rule says so", () => {
    const policy = policyOf(pumpRule({ absence: "stops" }));
    // 46 days from 1 July to 15 August were still to run.
    expect(standOn(who, policy, "2025-11-01")).toBe("due to 2025-12-16");
    expect(standOn(who, policy, "2025-12-17")).toBe("lapsed since 2025-12-17");
  });
  test("of less than four weeks is as if there were none", () => {
    const short = person({
      results: [result("2025-02-15")],
      leaves: [span("2025-08-01", "2025-08-27")],
    });
    expect(standOn(short, policyOf(pumpRule()), "2025-08-16")).toBe("lapsed since 2025-08-16");
  });
  test("does not help who had lapsed before", () => {
    const late = person({
      results: [result("2025-01-01")],
      leaves: [span("2025-08-01", "2025-10-31")],
    });
    expect(standOn(late, policyOf(pumpRule()), "2025-11-01")).toBe("lapsed since 2025-07-02");
  });
});

describe("who leaves and comes back", () => {
  const who = person({
    employments: [employed("2024-01-01", { to: dayFromIso("2025-03-31") }), employed("2025-09-01")],
    results: [result("2025-02-15")],
  });
  const policy = policyOf(pumpRule());
  test.each([
    ["2025-03-31", "current to 2025-09-30"],
    ["2025-06-01", "away"],
    ["2025-09-01", "due to 2025-09-30"],
    ["2025-10-01", "lapsed since 2025-10-01"],
  ])("on %s is %s", (date, expected) => expect(standOn(who, policy, date)).toBe(expected));
  test("and who leaves for good has nothing that ends", () => {
    const leaver = person({
      employments: [employed("2024-01-01", { to: dayFromIso("2025-06-30") })],
      results: [result("2025-02-15")],
    });
    expect(standOn(leaver, policy, "2025-06-30")).toBe("current");
    expect(standOn(leaver, policy, "2025-07-01")).toBe("notRequired");
  });
});

describe("a rule that changes", () => {
  const who = person({ results: [result("2025-02-15")] });
  const [before] = policyOf(pumpRule());
  const shorter = [pumpRule({ everyMonths: 3 })];
  test("judges old records by the new interval from its first day on", () => {
    const policy = [before, versionFrom("2025-06-01", shorter)];
    expect(standOn(who, policy, "2025-05-31")).toBe("due to 2025-08-15");
    expect(standOn(who, policy, "2025-06-01")).toBe("lapsed since 2025-06-01");
  });
  test("is known from the day it is announced", () => {
    const policy = [before, versionFrom("2025-06-01", shorter, { announcedOn: "2025-04-01" })];
    expect(standOn(who, policy, "2025-03-31")).toBe("current to 2025-08-15");
    expect(standOn(who, policy, "2025-04-01")).toBe("due to 2025-05-31");
  });
  test("takes nobody's currency before its transition is over", () => {
    const policy = [before, versionFrom("2025-06-01", shorter, { transitionDays: 30 })];
    expect(standOn(who, policy, "2025-06-01")).toBe("due to 2025-06-30");
    expect(standOn(who, policy, "2025-07-01")).toBe("lapsed since 2025-07-01");
  });
  test("gives more from its first day when it is longer", () => {
    const policy = [before, versionFrom("2025-06-01", [pumpRule({ everyMonths: 12 })])];
    expect(standOn(who, policy, "2025-06-01")).toBe("current to 2026-02-15");
  });
  test("and is new to everybody gives everybody a starter's days", () => {
    const gas = pumpRule({ id: "gas", scenarios: ["gas"] });
    const policy = [versionFrom("2020-01-01", [casesRule()]), versionFrom("2025-06-01", [gas])];
    expect(standOn(who, policy, "2025-06-01")).toBe("notYet to 2025-08-29");
  });
});

describe("forty cases in twelve months", () => {
  const policy = policyOf(casesRule());
  test("end when the fortieth last is a year old", () => {
    const who = person({ cases: cases(40, "2024-01-10", 5) }); // the last on 23 July
    expect(standOn(who, policy, "2024-12-31")).toBe("due to 2025-01-10");
    expect(standOn(who, policy, "2025-01-11")).toBe("lapsed since 2025-01-11");
    expect(statusOn(who, policy, "2025-01-11").progress).toMatchObject({
      havePoints: 39,
      neededPoints: 40,
    });
  });
  test("count a case of a leap day until the end of the next February", () => {
    const who = person({ cases: cases(40, "2024-02-29", 0) });
    expect(standOn(who, policy, "2024-03-01")).toBe("current to 2025-02-28");
  });
  test("are twenty for somebody at half time, where the rule is proportional", () => {
    const half = person({
      employments: [employed("2020-01-01", { workFraction: 0.5 })],
      cases: cases(20, "2024-01-10", 5),
    });
    const proportional = policyOf(casesRule({ partTime: "proportional" }));
    expect(standOn(half, proportional, "2024-06-01")).toBe("current to 2025-01-10");
    expect(standOn(half, policy, "2024-06-01")).toMatch(/^overdue/);
  });
  test("rise little by little when the share of full time rises", () => {
    const more = person({
      employments: [
        employed("2020-01-01", { to: dayFromIso("2024-06-30"), workFraction: 0.5 }),
        employed("2024-07-01"),
      ],
    });
    const proportional = policyOf(casesRule({ partTime: "proportional" }));
    const needed = (date: string) => statusOn(more, proportional, date).progress.neededPoints;
    expect(needed("2024-06-30")).toBe(20);
    expect(needed("2024-07-01")).toBe(21); // 20.05, rounded up
    expect(needed("2024-12-31")).toBe(31); // 184 of 366 days at full time: 30.05
    expect(needed("2025-06-30")).toBe(40);
  });
  test("take at most fifteen secondary ones, where the rule limits them", () => {
    const who = person({
      cases: [...cases(24, "2024-01-10", 5), ...cases(30, "2024-02-01", 1, { role: "secondary" })],
    });
    const limited = policyOf(casesRule({ limitPoints: { secondary: 15 } }));
    expect(statusOn(who, limited, "2024-12-01").progress.havePoints).toBe(39);
  });
  test("will be enough at the present rate on a day that is named", () => {
    // One every nine days: ten in the last 90, thirty by now, ten more in 90 days.
    const who = person({
      employments: [employed("2024-01-01")],
      cases: cases(30, "2024-01-09", 9),
    });
    const { state, progress } = statusOn(who, policy, "2024-09-26");
    expect(state).toBe("notYet");
    expect(progress.havePoints).toBe(30);
    expect(isoOf(progress.expectedOn ?? 0)).toBe("2024-12-25");
  });
  test("are never expected when none came lately", () => {
    const who = person({ cases: cases(30, "2024-01-09", 3) });
    expect(statusOn(who, policy, "2024-09-26").progress.expectedOn).toBeNull();
  });
});

describe("years from July to June", () => {
  const policy = policyOf(
    casesRule({
      window: { kind: "fixed", months: 12, startsOn: "2000-07-01" },
      limitPoints: { secondary: 15 },
      starterDays: 0,
    }),
  );
  const who = person({ cases: cases(40, "2023-07-01", 4) }); // the fortieth on 4 December
  test.each([
    ["2023-12-03", "overdue since 2020-01-01"],
    ["2023-12-04", "current to 2025-06-30"],
    ["2025-06-30", "due to 2025-06-30"],
    ["2025-07-01", "lapsed since 2025-07-01"],
  ])("on %s it is %s", (date, expected) => expect(standOn(who, policy, date)).toBe(expected));
  test("count from nothing in the new year", () =>
    expect(statusOn(who, policy, "2024-07-01").progress).toMatchObject({ havePoints: 0 }));
});
