/** Reads the currency rules of a folder, and everything that is wrong with any of them. */
import fs from "node:fs";
import path from "node:path";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { ruleProblems } from "../records/checkRules.ts";
import { type RuleSet, ruleSetSchema } from "../records/rule.schema.ts";
import { parseSource } from "../scenario/contract/problemsFromIssues.ts";
import { readYamlFile } from "./readLibrary.ts";

function readRuleSet(file: string): Result<RuleSet> {
  const source = readYamlFile(file);
  if (!source.ok) return source;
  const parsed = parseSource(source.value, ruleSetSchema, "currency");
  if (!parsed.ok) return parsed;
  const problems = ruleProblems(parsed.value.rules, source.value.name);
  return problems.length > 0 ? failure(...problems) : parsed;
}

/** The rule sets in a folder by the order of their file names. */
export function readRuleSets(folder: string): Result<readonly RuleSet[]> {
  const results = fs
    .readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => readRuleSet(path.join(folder, name)));
  const problems: readonly Problem[] = results.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failure(...problems);
  return success(results.flatMap((one) => (one.ok ? [one.value] : [])));
}
