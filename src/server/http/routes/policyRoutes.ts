/** The rules of a department: what is in force, what there is to compose from, what a change would do. */
import { readRuleSets } from "../../../cli/readRuleSets.ts";
import { SCENARIO_FOLDER } from "../../../cli/scenarioContent.ts";
import { failure, type Result, success } from "../../../kernel/result.ts";
import { ruleProblems } from "../../../records/checkRules.ts";
import { dayFromIso, isoOf } from "../../../records/civilDate.ts";
import {
  policyVersion,
  type StoredPolicy,
  storedPolicySchema,
} from "../../../records/policy.schema.ts";
import { versionInForce } from "../../../records/policy.ts";
import { affectedBy, ruleChanges } from "../../../records/policyDiff.ts";
import type { RuleSet } from "../../../records/rule.schema.ts";
import { writeAudit } from "../../accounts/auditLog.ts";
import type { Database } from "../../database/openDatabase.ts";
import { readMatrix } from "../../department/matrix.ts";
import { readPersonRecords } from "../../department/personRecords.ts";
import { addPolicy, readPolicies, versionsOf } from "../../department/policies.ts";
import { departmentDay } from "../../department/settings.ts";
import { listStaff } from "../../department/staff.ts";
import { type ApiRoute, apiRoute, signedIn } from "../route.ts";

let shipped: readonly RuleSet[] | undefined;

/** The rule sets that come with this version; they do not change while it runs. */
function ruleSets(): readonly RuleSet[] {
  if (shipped === undefined) {
    const read = readRuleSets(`${SCENARIO_FOLDER}/currency`);
    if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join(" "));
    shipped = read.value;
  }
  return shipped;
}

const read = apiRoute("policy.read", {
  async handle({ targetId }, { database, nowMs }) {
    const day = await departmentDay(database, targetId, nowMs());
    return success({
      date: isoOf(day),
      versions: await readPolicies(database, targetId),
      ruleSets: ruleSets(),
    });
  },
});

function checked(policy: StoredPolicy): Result<StoredPolicy> {
  const problems = ruleProblems(policy.rules, "the rules");
  return problems.length > 0 ? failure(...problems) : success(policy);
}

/** What changes, and who stands differently on the first day and after the transition. */
async function previewOf(database: Database, departmentId: string, policy: StoredPolicy) {
  const versions = versionsOf(await readPolicies(database, departmentId));
  const staff = (await listStaff(database, departmentId)).filter(({ isErased }) => !isErased);
  const people = await readPersonRecords(database, staff);
  const version = policyVersion(policy);
  const before = versionInForce(versions, version.from)?.rules ?? [];
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const on = (day: number) =>
    affectedBy(people, versions, version, day).map((one) => ({
      ...one,
      personName: names.get(one.personId) ?? "",
    }));
  return {
    changes: ruleChanges(before, policy.rules),
    firstDay: on(version.from),
    afterTransition: on(version.from + version.transitionDays),
  };
}

const preview = apiRoute("policy.preview", {
  body: storedPolicySchema,
  async handle({ targetId, body }, { database }) {
    const policy = checked(body);
    if (!policy.ok) return policy;
    return success(await previewOf(database, targetId, policy.value));
  },
});

const add = apiRoute("policy.add", {
  body: storedPolicySchema,
  async handle(call, { database, nowMs }) {
    const { targetId, body } = call;
    const policy = checked(body);
    if (!policy.ok) return policy;
    const today = await departmentDay(database, targetId, nowMs());
    if (dayFromIso(body.announcedOn) > today) {
      const sentence = "Rules are announced today at the latest, since they are shown from now on.";
      return failure({ code: "policy.announced", place: "announcedOn", sentence });
    }
    const { id } = signedIn(call);
    const wish = { departmentId: targetId, policy: policy.value, createdBy: id, today };
    const added = await addPolicy(database, wish, nowMs());
    if (!added.ok) return added;
    const line = { actorId: id, departmentId: targetId, target: targetId };
    const detail = { from: body.from };
    await writeAudit(database, { ...line, action: "policy.added", detail }, nowMs());
    await readMatrix(database, targetId, today); // everybody is judged anew now, not by the next reader
    return success(undefined);
  },
});

export const POLICY_ROUTES: readonly ApiRoute[] = [read, preview, add];
