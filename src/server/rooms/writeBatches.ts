/**
 * Writes what several sessions keep at one moment: a statement for each table, however many sessions
 * there are, since what a statement costs is the asking and not the rows.
 */
import type { Insertable } from "kysely";
import type { Database } from "../database/openDatabase.ts";
import type { Tables } from "../database/tables.ts";
import type { SessionBatch } from "./roomStore.ts";

/** SQLite takes 32 766 values in a statement, PostgreSQL 65 535; no table here has twenty columns. */
const ROWS_PER_STATEMENT_MAX = 1_000;

type LogTable = "case_entry" | "case_checkpoint" | "journal";

export async function writeBatches(
  work: Database,
  batches: readonly SessionBatch[],
): Promise<void> {
  await insertAll(work, "case_entry", batches.flatMap(entryRows));
  await insertAll(work, "case_checkpoint", batches.flatMap(checkpointRows));
  await insertAll(work, "journal", batches.flatMap(lineRows));
  for (const batch of batches) await writeChange(work, batch);
}

async function insertAll<Table extends LogTable>(
  work: Database,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_PER_STATEMENT_MAX) {
    const some = rows.slice(first, first + ROWS_PER_STATEMENT_MAX);
    await work.insertInto(table).values(some).execute();
  }
}

const entryRows = ({ sessionId, entries, stamp }: SessionBatch) =>
  entries.map(({ chainHex, ...entry }) => ({
    session_id: sessionId,
    sequence: entry.sequence,
    tick: entry.tick,
    entry_json: JSON.stringify(entry),
    chain_hex: chainHex,
    received_ms: stamp.atMs,
  }));

const checkpointRows = ({ sessionId, checkpoints, stamp }: SessionBatch) =>
  checkpoints.map(({ tick, hashHex, headHex }) => ({
    session_id: sessionId,
    tick,
    hash_hex: hashHex,
    head_hex: headHex,
    received_ms: stamp.atMs,
    clock_ms: stamp.clockMs,
    steady_ms: stamp.steadyMs,
    boot_id: stamp.bootId,
  }));

const lineRows = ({ sessionId, lines }: SessionBatch) =>
  lines.map((line) => ({
    session_id: sessionId,
    sequence: line.sequence,
    at_ms: line.atMs,
    clock_ms: line.clockMs,
    steady_ms: line.steadyMs,
    boot_id: line.bootId,
    tick: line.tick,
    kind: line.kind,
    participant_id: line.participantId,
    detail_json: JSON.stringify(line.detail),
  }));

/** A step of the session itself, with the line that tells of it. */
async function writeChange(
  work: Database,
  { sessionId, change, stamp: { atMs } }: SessionBatch,
): Promise<void> {
  if (change === undefined) return;
  const { state, writerDevice } = change;
  const values = {
    ...(state !== undefined && { state }),
    ...(state === "running" && { started_ms: atMs }),
    ...(state === "ended" && { ended_ms: atMs, join_code: null }),
    ...(writerDevice !== undefined && { writer_device: writerDevice }),
  };
  await work.updateTable("session").set(values).where("id", "=", sessionId).execute();
}
