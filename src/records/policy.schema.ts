/**
 * A version of a department's rules as it is kept: the rules in full, so that it stays readable when
 * the rule sets it was composed from have long changed, and where each of them came from.
 */
import { z } from "zod";
import { dayFromIso } from "./civilDate.ts";
import type { PolicyVersion } from "./policy.ts";
import { ruleSchema } from "./rule.schema.ts";

const RULES_MAX = 40;

export const storedPolicySchema = z
  .strictObject({
    from: z.iso.date(),
    announcedOn: z.iso.date(),
    transitionDays: z.int().min(0).max(730),
    note: z.string().max(1200).describe("why it changed, for those it concerns"),
    basedOn: z.array(z.strictObject({ ruleSet: z.string(), version: z.string() })).max(20),
    rules: z.array(ruleSchema).min(1).max(RULES_MAX),
  })
  .refine(({ from, announcedOn }) => announcedOn <= from, {
    path: ["announcedOn"],
    message: "a rule is announced before it is in force, not after",
  });
export type StoredPolicy = z.infer<typeof storedPolicySchema>;

export function policyVersion({
  from,
  announcedOn,
  transitionDays,
  rules,
}: StoredPolicy): PolicyVersion {
  return { from: dayFromIso(from), announcedOn: dayFromIso(announcedOn), transitionDays, rules };
}
