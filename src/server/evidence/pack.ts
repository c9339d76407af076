/** Everything a department can show of one person for one period, as data. */

import { type Day, isoOf } from "../../records/civilDate.ts";
import { statusesOf } from "../../records/currency.ts";
import { versionInForce } from "../../records/policy.ts";
import type { Rule } from "../../records/rule.schema.ts";
import type { RuleStatus } from "../../records/status.ts";
import { NOTICE } from "../../session/contract/notice.ts";
import { findDepartment } from "../accounts/departments.ts";
import type { Database } from "../database/openDatabase.ts";
import { type KeptCase, readCases } from "../department/logbook.ts";
import { readPersonRecords } from "../department/personRecords.ts";
import { readPolicies, versionsOf } from "../department/policies.ts";
import { type KeptResult, readResults } from "../department/results.ts";
import { readSettings } from "../department/settings.ts";
import type { StaffMember } from "../department/staff.ts";

/** What no page or export says, and each export says that it does not. */
export const NO_CREDIT =
  "This is a department's own record. It claims no credit with any board or college.";

export const DEMONSTRATION =
  "Demonstration: invented people, invented results. This is no evidence of anything.";

export interface Pack {
  readonly formatVersion: 1;
  readonly notice: string;
  readonly noCredit: string;
  readonly isDemonstration: boolean;
  readonly department: string;
  readonly headOfService: string;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly credentials: string;
    readonly employments: readonly {
      readonly from: string;
      readonly to: string | null;
      readonly role: string;
      readonly workFraction: number;
    }[];
  };
  readonly from: string;
  readonly to: string;
  readonly madeOn: string;
  readonly rules: readonly Rule[];
  /** As the person stood on the last day of the period. */
  readonly statuses: readonly RuleStatus[];
  readonly results: readonly KeptResult[];
  readonly cases: readonly KeptCase[];
}

interface PackWish {
  readonly member: StaffMember;
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
}

const OPEN_END_DAY: Day = 2_900_000; // beyond any date that is entered: stands for an open end

export async function buildPack(
  database: Database,
  { member, from, to, today }: PackWish,
): Promise<Pack> {
  const { id, departmentId, name, credentials } = member;
  const [department, settings, policies, [records], results, cases] = await Promise.all([
    findDepartment(database, departmentId),
    readSettings(database, departmentId),
    readPolicies(database, departmentId),
    readPersonRecords(database, [member]),
    readResults(database, id, { from, to }),
    readCases(database, id, { from, to }),
  ]);
  const versions = versionsOf(policies);
  return {
    formatVersion: 1,
    notice: NOTICE,
    noCredit: NO_CREDIT,
    isDemonstration: settings.isDemonstration,
    department: department?.name ?? "",
    headOfService: settings.headName,
    person: {
      id,
      name,
      credentials,
      employments: records.employments.map((one) => ({
        from: isoOf(one.from),
        to: one.to > OPEN_END_DAY ? null : isoOf(one.to),
        role: one.role,
        workFraction: one.workFraction,
      })),
    },
    from: isoOf(from),
    to: isoOf(to),
    madeOn: isoOf(today),
    rules: versionInForce(versions, to)?.rules ?? [],
    statuses: statusesOf(records, versions, to),
    results,
    cases,
  };
}
