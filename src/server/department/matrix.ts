/** People against rules on one day. */
import type { Day } from "../../records/civilDate.ts";
import { type CountedStanding, standingsAhead } from "../../records/outlook.ts";
import type { StaffRole } from "../../records/person.ts";
import { versionInForce, versionsKnownOn } from "../../records/policy.ts";
import type { Rule } from "../../records/rule.schema.ts";
import type { Database } from "../database/openDatabase.ts";
import { readOutlooks } from "./outlooks.ts";
import { readPolicies, versionsOf } from "./policies.ts";
import { listStaff } from "./staff.ts";

/** A status without the evidence behind it, as a cell shows it. */
export type Cell = CountedStanding;

export interface MatrixRow {
  readonly staffId: string;
  readonly name: string;
  /** What the person works as on the day. */
  readonly role: StaffRole;
  readonly cells: readonly Cell[];
}

export interface Matrix {
  readonly day: Day;
  readonly rules: readonly Rule[];
  readonly rows: readonly MatrixRow[];
}

/** Everybody who works in the department on the day, by name. */
export async function readMatrix(
  database: Database,
  departmentId: string,
  day: Day,
): Promise<Matrix> {
  const [staff, policies] = await Promise.all([
    listStaff(database, departmentId),
    readPolicies(database, departmentId),
  ]);
  const versions = versionsOf(policies);
  const people = staff.filter(({ isErased }) => !isErased);
  const outlooks = await readOutlooks(database, { people, versions, day });
  const rows = people.flatMap(({ id, name }): MatrixRow[] => {
    const kept = outlooks.get(id);
    const role = kept?.roles.find(({ from, to }) => from <= day && day <= to)?.role;
    if (kept === undefined || role === undefined) return [];
    return [{ staffId: id, name, role, cells: standingsAhead(kept.outlook, versions, day) }];
  });
  const rules = versionInForce(versionsKnownOn(versions, day), day)?.rules ?? [];
  return { day, rules, rows };
}
