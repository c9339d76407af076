/** S6: at least twelve months, 75 perfusions, the first 50 closely supervised. */
import { describe, expect, test } from "vitest";
import { dayFromIso, isoOf } from "../../../src/records/civilDate.ts";
import { ruleSchema } from "../../../src/records/rule.schema.ts";
import { cases, employed, person, policyOf, standOn, statusOn, versionFrom } from "./people.ts";

const training = (more: object = {}) =>
  ruleSchema.parse({
    kind: "training",
    id: "training",
    title: "Training",
    appliesTo: ["trainee"],
    months: 12,
    casesCount: 75,
    closelySupervisedCount: 50,
    absence: "stops",
    starterDays: 730,
    source: "a test",
    ...more,
  });
const policy = policyOf(training());
const trainee = (more: object = {}) =>
  person({ employments: [employed("2024-01-15", { role: "trainee" })], ...more });
const closely = { closelySupervised: true };

describe("a training", () => {
  test("with all cases in nine months is complete when the year is", () => {
    const who = trainee({
      cases: [...cases(50, "2024-01-20", 3, closely), ...cases(25, "2024-06-20", 3)],
    });
    expect(standOn(who, policy, "2025-01-14")).toMatch(/^notYet/);
    expect(isoOf(statusOn(who, policy, "2024-12-01").progress.expectedOn ?? 0)).toBe("2025-01-15");
    expect(standOn(who, policy, "2025-01-15")).toBe("current");
    expect(standOn(who, policy, "2035-01-15")).toBe("current");
  });
  test("with too few cases goes on after the year, to a day that is named", () => {
    const who = trainee({
      cases: [...cases(50, "2024-01-20", 3, closely), ...cases(20, "2024-10-01", 5)],
    });
    const { state, progress } = statusOn(who, policy, "2025-01-15");
    expect(state).toBe("notYet");
    expect(progress).toMatchObject({ havePoints: 70, neededPoints: 75 });
    // Sixteen in the last 90 days, so five more take 29.
    expect(isoOf(progress.expectedOn ?? 0)).toBe("2025-02-13");
  });
  test("does not count a case done too early without close supervision, and names it", () => {
    const early = cases(1, "2024-03-01", 1);
    const who = trainee({ cases: [...cases(50, "2024-01-20", 3, closely), ...early] });
    const { progress, training: more } = statusOn(who, policy, "2024-12-01");
    expect(progress.havePoints).toBe(50);
    expect(more).toMatchObject({ closelySupervisedCount: 50, tooEarly: [early[0].id] });
  });
  test("counts only cases that somebody else confirmed", () => {
    const who = trainee({
      cases: [
        ...cases(3, "2024-01-20", 3, closely),
        ...cases(3, "2024-02-20", 3, { ...closely, confirmedBy: null }),
        ...cases(3, "2024-03-20", 3, { ...closely, confirmedBy: "someone" }),
      ],
    });
    expect(statusOn(who, policy, "2024-12-01").progress.havePoints).toBe(3);
  });
  test("takes as much longer as a long leave", () => {
    const who = trainee({
      leaves: [{ from: dayFromIso("2024-05-01"), to: dayFromIso("2024-06-30") }],
    });
    const { training: more } = statusOn(who, policy, "2024-12-01");
    expect(isoOf(more?.monthsDoneOn ?? 0)).toBe("2025-03-17"); // 61 days later
  });
  test("that was complete stays so when more is asked later", () => {
    const who = trainee({
      cases: [...cases(50, "2024-01-20", 3, closely), ...cases(25, "2024-06-20", 3)],
    });
    const stricter = [...policy, versionFrom("2025-03-01", [training({ casesCount: 200 })])];
    expect(standOn(who, stricter, "2025-04-01")).toBe("current");
    const earlier = [...policy, versionFrom("2024-12-01", [training({ casesCount: 200 })])];
    expect(standOn(who, earlier, "2025-04-01")).toMatch(/^notYet/);
  });
  test("of two years that is not complete is overdue", () =>
    expect(standOn(trainee(), policy, "2026-01-15")).toBe("overdue since 2026-01-14"));
});
