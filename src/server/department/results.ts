/**
 * Results of sessions that ended, as they were signed. The sign-off of a session calls
 * recordSignedResult in its own transaction, so that a signed session is in the matrix at once.
 */
import { sha256Hex } from "../../cli/sha256.ts";
import { type Day, isoOf } from "../../records/civilDate.ts";
import { newId } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import { touchStaff } from "./staff.ts";

export interface NewResult {
  readonly staffId: string;
  /** The day the session ended, in the department. */
  readonly day: Day;
  readonly scenarioId: string;
  readonly variant: string;
  readonly mode: "practice" | "exam";
  readonly verdict: "met" | "notMet";
  readonly signedBy: string | null;
  readonly signerName: string;
  /** Whether the frozen record was verified with the key it names. */
  readonly isVerified: boolean;
  readonly recordingId: string | null;
  readonly engineHash: string;
  /** The frozen, signed record. */
  readonly recordJson: string;
}

function rowOf(result: NewResult, nowMs: number) {
  return {
    id: newId(),
    staff_id: result.staffId,
    day: result.day,
    scenario_id: result.scenarioId,
    variant: result.variant,
    mode: result.mode,
    verdict: result.verdict,
    signed_by: result.signedBy,
    signer_name: result.signerName,
    is_verified: result.isVerified ? 1 : 0,
    recording_id: result.recordingId,
    engine_hash: result.engineHash,
    record_hash: sha256Hex(result.recordJson),
    record_json: result.recordJson,
    created_ms: nowMs,
  };
}

/** Adds a result; the id of its row. */
export async function recordSignedResult(
  database: Database,
  result: NewResult,
  nowMs: number,
): Promise<string> {
  const row = rowOf(result, nowMs);
  await database.insertInto("signed_result").values(row).execute();
  await touchStaff(database, result.staffId);
  return row.id;
}

const ROWS_PER_INSERT = 400;

/** Adds many results of one person at once. */
export async function recordSignedResults(
  database: Database,
  staffId: string,
  results: readonly NewResult[],
  nowMs: number,
): Promise<void> {
  const rows = results.map((one) => rowOf(one, nowMs));
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    const some = rows.slice(start, start + ROWS_PER_INSERT);
    await database.insertInto("signed_result").values(some).execute();
  }
  await touchStaff(database, staffId);
}

export interface KeptResult {
  readonly id: string;
  readonly date: string;
  readonly scenarioId: string;
  readonly variant: string;
  readonly mode: "practice" | "exam";
  readonly verdict: "met" | "notMet";
  readonly signerName: string;
  readonly isSigned: boolean;
  readonly isVerified: boolean;
  readonly recordingId: string | null;
  readonly engineHash: string;
  readonly recordHash: string;
}

const KEPT_COLUMNS = [
  "id",
  "day",
  "scenario_id",
  "variant",
  "mode",
  "verdict",
  "signed_by",
  "signer_name",
  "is_verified",
  "recording_id",
  "engine_hash",
  "record_hash",
] as const;

/** A person's results, newest first, within a span of days. */
export async function readResults(
  database: Database,
  staffId: string,
  span: { readonly from: Day; readonly to: Day },
): Promise<readonly KeptResult[]> {
  const rows = await database
    .selectFrom("signed_result")
    .select(KEPT_COLUMNS)
    .where("staff_id", "=", staffId)
    .where("day", ">=", span.from)
    .where("day", "<=", span.to)
    .orderBy("day", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    date: isoOf(row.day),
    scenarioId: row.scenario_id,
    variant: row.variant,
    mode: row.mode,
    verdict: row.verdict,
    signerName: row.signer_name,
    isSigned: row.signed_by !== null,
    isVerified: row.is_verified === 1,
    recordingId: row.recording_id,
    engineHash: row.engine_hash,
    recordHash: row.record_hash,
  }));
}

/** The frozen records of a person within a span of days, by the id of the result. */
export async function readFrozenRecords(
  database: Database,
  staffId: string,
  span: { readonly from: Day; readonly to: Day },
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom("signed_result")
    .select(["id", "record_json"])
    .where("staff_id", "=", staffId)
    .where("day", ">=", span.from)
    .where("day", "<=", span.to)
    .orderBy("id")
    .execute();
  return new Map(rows.map(({ id, record_json }) => [id, record_json]));
}

/** How a scenario went in one quarter of a year. */
export interface QuarterTally {
  readonly scenarioId: string;
  /** Such as 2026-Q1. */
  readonly quarter: string;
  readonly metCount: number;
  readonly notMetCount: number;
}

function quarterOf(day: Day): string {
  const [year, month] = isoOf(day).split("-");
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Results of a whole department from a day on, by scenario and quarter. */
export async function tallyResults(
  database: Database,
  departmentId: string,
  from: Day,
): Promise<readonly QuarterTally[]> {
  const rows = await database
    .selectFrom("signed_result")
    .innerJoin("staff", "staff.id", "signed_result.staff_id")
    .select(["scenario_id", "day", "verdict"])
    .where("staff.department_id", "=", departmentId)
    .where("day", ">=", from)
    .where("signed_by", "is not", null)
    .execute();
  const tallies = new Map<string, { -readonly [key in keyof QuarterTally]: QuarterTally[key] }>();
  for (const { scenario_id: scenarioId, day, verdict } of rows) {
    const quarter = quarterOf(day);
    const key = `${scenarioId} ${quarter}`;
    const tally = tallies.get(key) ?? { scenarioId, quarter, metCount: 0, notMetCount: 0 };
    if (verdict === "met") tally.metCount += 1;
    else tally.notMetCount += 1;
    tallies.set(key, tally);
  }
  return [...tallies.values()].sort((a, b) =>
    `${a.scenarioId} ${a.quarter}` < `${b.scenarioId} ${b.quarter}` ? -1 : 1,
  );
}

/** Whose a result is. */
export async function findResultOwner(database: Database, resultId: string) {
  const row = await database
    .selectFrom("signed_result")
    .innerJoin("staff", "staff.id", "signed_result.staff_id")
    .select(["staff.department_id", "staff.account_id"])
    .where("signed_result.id", "=", resultId)
    .executeTakeFirst();
  return row && { departmentId: row.department_id, accountId: row.account_id };
}

/** The frozen record of a result. */
export async function readFrozenRecord(
  database: Database,
  resultId: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom("signed_result")
    .select("record_json")
    .where("id", "=", resultId)
    .executeTakeFirst();
  return row?.record_json;
}

/** The recording behind a result, which is the session's where it was made in one. */
export async function recordingOf(database: Database, resultId: string): Promise<string | null> {
  const row = await database
    .selectFrom("signed_result")
    .select("recording_id")
    .where("id", "=", resultId)
    .executeTakeFirst();
  return row?.recording_id ?? null;
}
