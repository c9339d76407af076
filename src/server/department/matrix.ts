/**
 * People against rules on one day. What was judged is kept in memory by person, day and revision, so
 * that a page of 200 people reads the records of those only whom something happened to.
 */
import type { Day } from "../../records/civilDate.ts";
import { statusesOf } from "../../records/currency.ts";
import type { PersonRecords, StaffRole } from "../../records/person.ts";
import { type PolicyVersion, versionInForce, versionsKnownOn } from "../../records/policy.ts";
import type { Rule } from "../../records/rule.schema.ts";
import type { RuleStatus } from "../../records/status.ts";
import type { Database } from "../database/openDatabase.ts";
import { readPersonRecords } from "./personRecords.ts";
import { countPolicies, readPolicies, versionsOf } from "./policies.ts";
import { listStaff, type StaffMember } from "./staff.ts";

/** A status without the lists of evidence, as a cell shows it. */
export type Cell = Omit<RuleStatus, "counted" | "uncounted" | "training">;

export interface MatrixRow {
  readonly staffId: string;
  readonly name: string;
  /** What the person works as on the day; null when not employed on it. */
  readonly role: StaffRole | null;
  readonly cells: readonly Cell[];
}

export interface Matrix {
  readonly day: Day;
  readonly rules: readonly Rule[];
  readonly rows: readonly MatrixRow[];
}

interface Judged {
  readonly key: string;
  readonly role: StaffRole | null;
  readonly cells: readonly Cell[];
}

const KEPT_MAX = 20_000; // people; a judged row is about 2 kB

const cellOf = ({ ruleId, state, endsOn, leftDays, graceTo, lapsedOn, progress }: RuleStatus) => ({
  ruleId,
  state,
  endsOn,
  leftDays,
  graceTo,
  lapsedOn,
  progress,
});

const roleOn = ({ employments }: PersonRecords, day: Day): StaffRole | null =>
  employments.find(({ from, to }) => from <= day && day <= to)?.role ?? null;

/** Answers for one server process; what another process changed shows in the revisions. */
class MatrixDesk {
  private readonly kept = new Map<string, Judged>();
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async read(departmentId: string, day: Day): Promise<Matrix> {
    const [staff, policyCount, policies] = await Promise.all([
      listStaff(this.database, departmentId),
      countPolicies(this.database, departmentId),
      readPolicies(this.database, departmentId),
    ]);
    const versions = versionsOf(policies);
    const present = staff.filter(({ isErased }) => !isErased);
    const keyOf = ({ id, revision }: StaffMember) => `${id} ${revision} ${policyCount} ${day}`;
    await this.judge(
      present.filter((one) => this.kept.get(one.id)?.key !== keyOf(one)),
      { versions, day, keyOf },
    );
    const rows = present.flatMap(({ id, name }): MatrixRow[] => {
      const judged = this.kept.get(id);
      if (judged === undefined) return [];
      return [{ staffId: id, name, role: judged.role, cells: judged.cells }];
    });
    const rules = versionInForce(versionsKnownOn(versions, day), day)?.rules ?? [];
    return { day, rules, rows: rows.filter(({ role }) => role !== null) };
  }

  private async judge(
    people: readonly StaffMember[],
    {
      versions,
      day,
      keyOf,
    }: {
      readonly versions: readonly PolicyVersion[];
      readonly day: Day;
      readonly keyOf: (one: StaffMember) => string;
    },
  ): Promise<void> {
    if (people.length === 0) return;
    const records = await readPersonRecords(this.database, people);
    records.forEach((person, index) => {
      const cells = statusesOf(person, versions, day).map(cellOf);
      this.keep(person.id, { key: keyOf(people[index]), role: roleOn(person, day), cells });
    });
  }

  private keep(id: string, judged: Judged): void {
    this.kept.delete(id); // to the end: the first in the map is the one longest unused
    this.kept.set(id, judged);
    if (this.kept.size <= KEPT_MAX) return;
    const [oldest] = this.kept.keys();
    this.kept.delete(oldest);
  }
}

const desks = new WeakMap<Database, MatrixDesk>();

/** The desk of this process for a database. */
export function matrixDesk(database: Database): MatrixDesk {
  let desk = desks.get(database);
  if (desk === undefined) {
    desk = new MatrixDesk(database);
    desks.set(database, desk);
  }
  return desk;
}
