/** Finds whose a target is, for the access table. */
import { findAccount } from "../accounts/account.ts";
import { findDepartment } from "../accounts/departments.ts";
import type { Database } from "../database/openDatabase.ts";
import { findCaseOwner } from "../department/logbook.ts";
import { findResultOwner } from "../department/results.ts";
import { findStaff } from "../department/staff.ts";
import { findCertificateOwner } from "../evidence/certificates.ts";
import type { Target, TargetScope } from "./accessRule.ts";

type Finder = (database: Database, id: string) => Promise<TargetScope | undefined>;

interface Owner {
  readonly departmentId: string;
  readonly accountId: string | null;
}

/** What belongs to a member of staff is also that person's own. */
const ownedBy = (owner: Owner | undefined): TargetScope | undefined =>
  owner && {
    departmentId: owner.departmentId,
    accountIds: owner.accountId === null ? [] : [owner.accountId],
  };

const FINDERS: Readonly<Record<Exclude<Target, "nothing">, Finder>> = {
  async department(database, id) {
    const found = await findDepartment(database, id);
    return found && { departmentId: found.id, accountIds: [] };
  },
  async session(database, id) {
    const found = await database
      .selectFrom("session")
      .select(["department_id", "trainee_account_id"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (found === undefined) return undefined;
    const { department_id: departmentId, trainee_account_id: traineeId } = found;
    return { departmentId, accountIds: traineeId === null ? [] : [traineeId] };
  },
  async account(database, id) {
    const found = await findAccount(database, id);
    return found && { departmentId: found.departmentId, accountIds: [found.id] };
  },
  staff: async (database, id) => ownedBy(await findStaff(database, id)),
  case: async (database, id) => ownedBy(await findCaseOwner(database, id)),
  result: async (database, id) => ownedBy(await findResultOwner(database, id)),
  certificate: async (database, id) => ownedBy(await findCertificateOwner(database, id)),
};

export function findTargetScope(
  database: Database,
  target: Exclude<Target, "nothing">,
  id: string,
): Promise<TargetScope | undefined> {
  return FINDERS[target](database, id);
}
