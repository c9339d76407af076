/** The versions of a department's rules. A version is added and never changed. */
import { failure, type Result, success } from "../../kernel/result.ts";
import { type Day, dayFromIso } from "../../records/civilDate.ts";
import {
  policyVersion,
  type StoredPolicy,
  storedPolicySchema,
} from "../../records/policy.schema.ts";
import type { PolicyVersion } from "../../records/policy.ts";
import { isDuplicate } from "../database/duplicate.ts";
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";

/** Every version of the department, oldest first. */
export async function readPolicies(
  database: Database,
  departmentId: string,
): Promise<readonly StoredPolicy[]> {
  const rows = await database
    .selectFrom("policy_version")
    .select("policy_json")
    .where("department_id", "=", departmentId)
    .orderBy("from_day")
    .execute();
  return rows.map(({ policy_json }) => storedPolicySchema.parse(JSON.parse(policy_json)));
}

export const versionsOf = (policies: readonly StoredPolicy[]): readonly PolicyVersion[] =>
  policies.map(policyVersion);

interface NewPolicy {
  readonly departmentId: string;
  readonly policy: StoredPolicy;
  readonly createdBy: string | null;
  /** The first version may reach back, so that a department can judge what it has. */
  readonly today: Day;
}

export async function addPolicy(
  database: Database,
  { departmentId, policy, createdBy, today }: NewPolicy,
  nowMs: number,
): Promise<Result<undefined>> {
  const earlier = await readPolicies(database, departmentId);
  if (earlier.length > 0 && dayFromIso(policy.from) < today) {
    return failure({
      code: "policy.past",
      place: "from",
      sentence: "A change of rules cannot come into force in the past.",
      remedy: "Choose today or a later day.",
    });
  }
  try {
    await database
      .insertInto("policy_version")
      .values({
        id: newId(),
        department_id: departmentId,
        from_day: dayFromIso(policy.from),
        policy_json: JSON.stringify(policy),
        created_by: createdBy,
        created_ms: nowMs,
      })
      .execute();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return failure({
      code: "policy.taken",
      place: "from",
      sentence: `Another version comes into force on ${policy.from} already.`,
      remedy: "Choose another day.",
    });
  }
  return success(undefined);
}
