/** Puts a signed session into its trainee's record: from the sign-off to the matrix without typing. */
import type { Database } from "../database/openDatabase.ts";
import type { SessionTables } from "../database/sessionTables.ts";
import { dayIn } from "./calendarDay.ts";
import { recordSignedResult } from "./results.ts";
import { readSettings } from "./settings.ts";
import { findStaffOfAccount } from "./staff.ts";

export interface SessionResult {
  readonly row: SessionTables["signed_record"];
  readonly endedMs: number;
  readonly signerName: string;
}

/**
 * Adds the result where the trainee is on the department's staff; a guest's result counts for nobody.
 * Borderline is not met: whoever signs decides it when the case is run again.
 */
export async function keepSessionResult(
  database: Database,
  { row, endedMs, signerName }: SessionResult,
): Promise<void> {
  if (row.trainee_account_id === null) return;
  const staff = await findStaffOfAccount(database, row.trainee_account_id);
  if (staff === undefined) return;
  const { timeZone } = await readSettings(database, row.department_id);
  await recordSignedResult(
    database,
    {
      staffId: staff.id,
      day: dayIn(timeZone, endedMs),
      scenarioId: row.scenario_id,
      variant: row.variant,
      mode: row.mode,
      verdict: row.outcome === "met" ? "met" : "notMet",
      signedBy: row.signer_id,
      signerName,
      isVerified: true, // the case was run again and its hashes compared before it could be signed
      recordingId: row.id,
      engineHash: row.engine_hash,
      recordJson: row.record_json,
    },
    row.signed_ms,
  );
}
