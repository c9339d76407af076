/** What the shape of a rule cannot say: rules that contradict themselves or that nobody could meet. */
import type { Problem } from "../kernel/result.ts";
import { CASE_ROLES } from "./person.ts";
import type { CasesRule, Rule } from "./rule.schema.ts";

type Complaint = readonly [key: string, sentence: string];

/** The most points that cases could ever bring within the limits; infinite where a role has none. */
function reachablePoints({ casePoints, limitPoints }: CasesRule): number {
  return CASE_ROLES.reduce((sum, role) => {
    if (casePoints[role] === 0) return sum;
    return sum + (limitPoints[role] ?? Number.POSITIVE_INFINITY);
  }, 0);
}

function complaintsAbout(rule: Rule): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (new Set(rule.appliesTo).size < rule.appliesTo.length) {
    complaints.push(["appliesTo", "It names somebody twice."]);
  }
  if (rule.kind === "training" && rule.closelySupervisedCount > rule.casesCount) {
    complaints.push([
      "closelySupervisedCount",
      "More cases have to be closely supervised than there have to be cases.",
    ]);
  }
  if (rule.kind !== "cases") return complaints;
  if (reachablePoints(rule) < rule.neededPoints) {
    complaints.push([
      "limitPoints",
      "Within these limits nobody can reach the points that are needed.",
    ]);
  }
  if (rule.window.kind === "fixed" && rule.absence === "stops") {
    complaints.push([
      "absence",
      "A period between fixed dates cannot be stopped; let it run, or use a rolling window.",
    ]);
  }
  return complaints;
}

/** Everything wrong with rules of the right shape; the place is where they came from. */
export function ruleProblems(rules: readonly Rule[], place: string): readonly Problem[] {
  return rules.flatMap((rule, index) => {
    const complaints = [...complaintsAbout(rule)];
    if (rules.findIndex(({ id }) => id === rule.id) < index) {
      complaints.push(["id", `There are two rules called "${rule.id}".`]);
    }
    return complaints.map(([key, sentence]) => ({
      code: "currency.contradiction",
      place: `${place} rules[${index}].${key}`,
      sentence,
    }));
  });
}
