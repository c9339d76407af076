/**
 * Who did what, for the head of a department and for an investigation. Nothing here changes or
 * deletes a line; names and addresses stay in the accounts, so that closing one cleans the log too.
 */
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";

export const AUDITED = [
  "account.created",
  "account.changed",
  "account.closed",
  "account.passwordChanged",
  "account.signedIn",
  "account.signInRefused",
  "account.signedOut",
  "certificate.issued",
  "certificate.revoked",
  "department.changed",
  "department.created",
  "equipment.changed",
  "evidence.exported",
  "invitation.created",
  "session.appealAnswered",
  "session.appealed",
  "session.ratedSecond",
  "session.signed",
  "logbook.confirmed",
  "logbook.imported",
  "policy.added",
  "staff.changed",
  "staff.created",
  "staff.erased",
  "store.changed",
] as const;

export interface AuditLine {
  readonly actorId: string | null;
  readonly departmentId: string | null;
  readonly action: (typeof AUDITED)[number];
  /** Id of what it was done to; "" where there is none. */
  readonly target: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export async function writeAudit(
  database: Database,
  { actorId, departmentId, action, target, detail = {} }: AuditLine,
  nowMs: number,
): Promise<void> {
  await database
    .insertInto("audit")
    .values({
      id: newId(),
      at_ms: nowMs,
      actor_id: actorId,
      department_id: departmentId,
      action,
      target,
      detail_json: JSON.stringify(detail),
    })
    .execute();
}

const LINES_MAX = 500;

export interface ReadAuditLine {
  readonly atMs: number;
  readonly actorName: string | null;
  readonly action: string;
  readonly target: string;
  readonly detail: unknown;
}

/** The last lines of a department, newest first. */
export async function readAudit(
  database: Database,
  departmentId: string,
): Promise<readonly ReadAuditLine[]> {
  const rows = await database
    .selectFrom("audit")
    .leftJoin("account", "account.id", "audit.actor_id")
    .select(["audit.at_ms", "account.name", "audit.action", "audit.target", "audit.detail_json"])
    .where("audit.department_id", "=", departmentId)
    .orderBy("audit.at_ms", "desc")
    .orderBy("audit.id")
    .limit(LINES_MAX)
    .execute();
  return rows.map((row) => ({
    atMs: row.at_ms,
    actorName: row.name,
    action: row.action,
    target: row.target,
    detail: JSON.parse(row.detail_json),
  }));
}
