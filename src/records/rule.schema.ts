/**
 * The file format of a set of currency rules (scenarios/currency/*.yaml): who has to show what, how
 * often, and what happens after leave or a new start. Strict, so that a misspelt key is an error.
 */
import { z } from "zod";
import { CASE_ROLES, STAFF_ROLES } from "./person.ts";

const RULE_SET_SCHEMA_VERSION = 1;

const idText = z.string().regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens only");
const sentence = z.string().min(1).max(1200);

/** Points are counted in quarters, whose sums are exact. */
const points = (max: number) => z.number().min(0).max(max).multipleOf(0.25);
const casePoint = () => points(10);

/**
 * What a result must be to count. Every level needs a person's signature: practised is a practice run
 * that somebody signed, assessed an exam that somebody signed, signed an exam whose frozen record and
 * signature were verified.
 */
const EVIDENCE_LEVELS = ["practised", "assessed", "signed"] as const;

const shared = {
  id: idText,
  title: sentence.describe("as it stands over a column"),
  appliesTo: z.array(z.enum(STAFF_ROLES)).min(1).describe("to whom the rule applies"),
  graceDays: z.int().min(0).max(90).default(0).describe("days after the end before it is lapsed"),
  starterDays: z.int().min(0).max(730).default(90).describe("days a new starter has to meet it"),
  returnDays: z.int().min(0).max(365).default(30).describe("days to catch up after an absence"),
  absence: z
    .enum(["runs", "stops"])
    .default("runs")
    .describe("whether the interval runs on while somebody is away"),
  absenceFromDays: z
    .int()
    .min(1)
    .max(365)
    .default(28)
    .describe("a shorter absence is as if there were none"),
  source: sentence.describe("who says so, or `set by us` and why"),
  doubts: z.array(sentence).max(8).default([]),
};

const scenarioRuleSchema = z.strictObject({
  kind: z.literal("scenario"),
  ...shared,
  critical: z.boolean().default(false),
  scenarios: z.array(idText).min(1).max(12).describe("any one of these"),
  everyMonths: z.int().min(1).max(60),
  evidence: z.enum(EVIDENCE_LEVELS).default("signed"),
});

/** A window that moves along with the day, or years that begin on a fixed date. */
const windowSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rolling"), months: z.int().min(1).max(60) }),
  z.strictObject({
    kind: z.literal("fixed"),
    months: z.int().min(12).max(60).multipleOf(12),
    startsOn: z.iso.date().describe("the first day of any one of these periods"),
  }),
]);

const casesRuleSchema = z.strictObject({
  kind: z.literal("cases"),
  ...shared,
  neededPoints: points(600).min(0.25),
  window: windowSchema,
  casePoints: z
    .strictObject({ primary: casePoint(), secondary: casePoint(), standby: casePoint() })
    .default({ primary: 1, secondary: 1, standby: 0 }),
  limitPoints: z
    .partialRecord(z.enum(CASE_ROLES), points(600))
    .default({})
    .describe("most that cases of a role can bring"),
  partTime: z
    .enum(["full", "proportional"])
    .default("full")
    .describe("whether somebody who works half the time needs half"),
  confirmed: z.boolean().default(false).describe("only cases that a supervisor confirmed"),
});

const trainingRuleSchema = z.strictObject({
  kind: z.literal("training"),
  ...shared,
  months: z.int().min(0).max(120),
  casesCount: z.int().min(1).max(1000),
  closelySupervisedCount: z.int().min(0).max(1000).describe("how many of the first"),
  caseRoles: z
    .array(z.enum(CASE_ROLES))
    .min(1)
    .default(["primary", "secondary"])
    .describe("in which role a case counts"),
  confirmed: z.boolean().default(true),
});

export const ruleSchema = z.discriminatedUnion("kind", [
  scenarioRuleSchema,
  casesRuleSchema,
  trainingRuleSchema,
]);
export type Rule = z.infer<typeof ruleSchema>;
export type ScenarioRule = z.infer<typeof scenarioRuleSchema>;
export type CasesRule = z.infer<typeof casesRuleSchema>;
export type TrainingRule = z.infer<typeof trainingRuleSchema>;

export const ruleSetSchema = z.strictObject({
  schemaVersion: z.literal(RULE_SET_SCHEMA_VERSION),
  id: idText,
  title: sentence,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "three numbers such as 1.0.0"),
  status: z.enum(["draft", "reviewed"]),
  reviewer: sentence.describe("who checked it against its source; `nobody yet` while a draft"),
  source: sentence,
  doubts: z.array(sentence).max(20).default([]),
  rules: z.array(ruleSchema).min(1).max(40),
});
export type RuleSet = z.infer<typeof ruleSetSchema>;
