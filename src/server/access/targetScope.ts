/** Finds whose a target is, for the access table. */
import { findAccount } from "../accounts/account.ts";
import { findDepartment } from "../accounts/departments.ts";
import type { Database } from "../database/openDatabase.ts";
import type { Target, TargetScope } from "./accessRule.ts";

type Finder = (database: Database, id: string) => Promise<TargetScope | undefined>;

const FINDERS: Readonly<Record<Exclude<Target, "nothing">, Finder>> = {
  async department(database, id) {
    const found = await findDepartment(database, id);
    return found && { departmentId: found.id, accountIds: [] };
  },
  async account(database, id) {
    const found = await findAccount(database, id);
    return found && { departmentId: found.departmentId, accountIds: [found.id] };
  },
};

export function findTargetScope(
  database: Database,
  target: Exclude<Target, "nothing">,
  id: string,
): Promise<TargetScope | undefined> {
  return FINDERS[target](database, id);
}
