/** The rule sets in scenarios/currency, what a change of rules changes, and rules that cannot be. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readRuleSets } from "../../../src/cli/readRuleSets.ts";
import { ruleProblems } from "../../../src/records/checkRules.ts";
import { dayFromIso } from "../../../src/records/civilDate.ts";
import { policyVersion, storedPolicySchema } from "../../../src/records/policy.schema.ts";
import { affectedBy, ruleChanges } from "../../../src/records/policyDiff.ts";
import type { Rule, RuleSet } from "../../../src/records/rule.schema.ts";
import { SCENARIOS_FOLDER } from "../../support/playCase.ts";
import { casesRule, person, policyOf, pumpRule, result, versionFrom } from "./people.ts";

const FOLDER = path.join(SCENARIOS_FOLDER, "currency");

function shippedSets(): readonly RuleSet[] {
  const read = readRuleSets(FOLDER);
  if (!read.ok) throw new Error(read.problems.map((one) => one.sentence).join("\n"));
  return read.value;
}

const ruleIn = (setId: string, ruleId: string): Rule => {
  const rule = shippedSets()
    .find(({ id }) => id === setId)
    ?.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new Error(`no ${setId} ${ruleId}`);
  return rule;
};

describe("the rule sets", () => {
  test("are all right, the guideline's and at least three more", () => {
    const ids = shippedSets().map(({ id }) => id);
    expect(ids).toContain("anzca-pg27");
    expect(ids.length).toBeGreaterThanOrEqual(4);
  });
  test("say what is doubtful about them, and who reviewed them", () => {
    for (const { doubts, reviewer, status } of shippedSets()) {
      expect(doubts.length).toBeGreaterThan(0);
      expect(status === "reviewed" || reviewer === "nobody yet").toBe(true);
    }
  });
  test("name critical scenarios that there are", () => {
    const critical = shippedSets().flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.kind === "scenario" && rule.critical ? rule.scenarios : [])),
    );
    expect(critical.length).toBeGreaterThanOrEqual(3);
    for (const id of critical) {
      expect(fs.existsSync(path.join(SCENARIOS_FOLDER, `${id}.yaml`)), id).toBe(true);
    }
  });
  test("hold the guideline's numbers", () => {
    expect(ruleIn("anzca-pg27", "training")).toMatchObject({
      months: 12,
      casesCount: 75,
      closelySupervisedCount: 50,
    });
    expect(ruleIn("anzca-pg27", "cases")).toMatchObject({
      neededPoints: 40,
      window: { kind: "rolling", months: 12 },
    });
  });
  test.each(["pump-failure", "gas", "oxygenator"])("mark the interval of %s as ours", (id) => {
    const rule = ruleIn("anzca-pg27", id);
    expect(rule).toMatchObject({ critical: true, everyMonths: 6 });
    expect(rule.source).toContain("set by us");
  });
});

describe("a rule file that is wrong", () => {
  function problemsOf(change: (text: string) => string): readonly string[] {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-rules-"));
    const text = fs.readFileSync(path.join(FOLDER, "abcp-usa.yaml"), "utf8");
    fs.writeFileSync(path.join(folder, "planted.yaml"), change(text));
    const read = readRuleSets(folder);
    fs.rmSync(folder, { recursive: true });
    return read.ok
      ? []
      : read.problems.map(({ sentence, remedy }) => `${sentence} ${remedy ?? ""}`);
  }
  test.each([
    ["neededPoints: 40", "neededPionts: 40", 'Did you mean "neededPoints"?'],
    ["kind: cases", "kind: case", 'Did you mean "cases"?'],
    ["appliesTo: [clinicalPerfusionist]", "appliesTo: [perfusionist]", "is not known here"],
    ["neededPoints: 40", "neededPoints: 40.1", "neededPoints"],
    [
      "limitPoints: { secondary: 15 }",
      "limitPoints: { primary: 1, secondary: 1 }",
      "nobody can reach",
    ],
    ["starterDays: 730", "absence: stops", "cannot be stopped"],
  ])("%s written as %s is named", (right, wrong, expected) =>
    expect(problemsOf((text) => text.replace(right, wrong)).join("\n")).toContain(expected),
  );
  test("two rules of one name are named", () =>
    expect(ruleProblems([pumpRule(), pumpRule()], "here")).toMatchObject([
      { place: "here rules[1].id" },
    ]));
});

describe("a change of rules", () => {
  const before = [pumpRule(), casesRule()];
  const after = [pumpRule({ everyMonths: 3, title: "Another title" }), pumpRule({ id: "gas" })];
  test("names each setting that differs, and no words", () =>
    expect(ruleChanges(before, after)).toMatchObject([
      { ruleId: "pump", key: "everyMonths", before: "6", after: "3" },
      { ruleId: "cases", key: null, after: null },
      { ruleId: "gas", key: null, before: null },
    ]));
  test("names everybody who stands differently, and nobody else", () => {
    const fresh = person({ id: "fresh", results: [result("2025-05-20")] });
    const stale = person({ id: "stale", results: [result("2025-02-15")] });
    const version = versionFrom("2025-06-01", [pumpRule({ everyMonths: 3 })]);
    const day = dayFromIso("2025-06-01");
    const affected = affectedBy([fresh, stale], policyOf(pumpRule()), version, day);
    expect(affected.map(({ personId, after: now }) => [personId, now?.state])).toEqual([
      ["fresh", "due"], // to 20 August instead of 20 November
      ["stale", "lapsed"],
    ]);
    const same = versionFrom("2025-06-01", [pumpRule({ title: "Another title" })]);
    expect(affectedBy([fresh, stale], policyOf(pumpRule()), same, day)).toEqual([]);
  });
  test("is kept with its rules in full and cannot be announced afterwards", () => {
    const stored = {
      from: "2025-06-01",
      announcedOn: "2025-05-01",
      transitionDays: 30,
      note: "Shorter, after the review.",
      basedOn: [{ ruleSet: "anzca-pg27", version: "1.0.0" }],
      rules: before,
    };
    const parsed = storedPolicySchema.parse(JSON.parse(JSON.stringify(stored)));
    expect(policyVersion(parsed)).toEqual({
      from: dayFromIso("2025-06-01"),
      announcedOn: dayFromIso("2025-05-01"),
      transitionDays: 30,
      rules: before,
    });
    const late = { ...stored, announcedOn: "2025-06-02" };
    expect(storedPolicySchema.safeParse(late).success).toBe(false);
  });
});
