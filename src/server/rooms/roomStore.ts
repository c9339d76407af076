/**
 * What is kept of a session while it runs. Every method has written through to the disk when its
 * promise is kept; only then may anybody be told.
 */
import type { JournalLine, LiveCheckpoint, RoomState } from "../../session/contract/live.ts";
import type { Entry } from "../../session/contract/recording.ts";
import { isDuplicate } from "../database/duplicate.ts";
import type { Database } from "../database/openDatabase.ts";

export interface KeptCheckpoint extends LiveCheckpoint {
  readonly receivedMs: number;
}

export interface KeptLog {
  readonly entries: readonly Entry[];
  readonly checkpoints: readonly KeptCheckpoint[];
  readonly journal: readonly JournalLine[];
}

export interface Received {
  readonly entries: readonly Entry[];
  readonly checkpoints: readonly LiveCheckpoint[];
  readonly atMs: number;
}

/** Another server process writes this session too; this one has to let go. */
class NotOwner extends Error {}

/** The session's log as far as it is kept. */
export async function readLog(database: Database, sessionId: string): Promise<KeptLog> {
  const entries = await database
    .selectFrom("case_entry")
    .select(["entry_json", "chain_hex"])
    .where("session_id", "=", sessionId)
    .orderBy("sequence")
    .execute();
  const checkpoints = await database
    .selectFrom("case_checkpoint")
    .select(["tick", "hash_hex", "head_hex", "received_ms"])
    .where("session_id", "=", sessionId)
    .orderBy("tick")
    .execute();
  const journal = await database
    .selectFrom("journal")
    .leftJoin("participant", "participant.id", "journal.participant_id")
    .select(["journal.sequence", "journal.at_ms", "journal.tick", "journal.kind"])
    .select(["participant.name", "journal.detail_json"])
    .where("journal.session_id", "=", sessionId)
    .orderBy("journal.sequence")
    .execute();
  return {
    entries: entries.map((row) => ({ ...JSON.parse(row.entry_json), chainHex: row.chain_hex })),
    checkpoints: checkpoints.map((row) => ({
      tick: row.tick,
      hashHex: row.hash_hex,
      headHex: row.head_hex,
      receivedMs: row.received_ms,
    })),
    journal: journal.map((row) => ({
      sequence: row.sequence,
      atMs: row.at_ms,
      tick: row.tick,
      kind: row.kind,
      who: row.name ?? "",
      detail: JSON.parse(row.detail_json),
    })),
  };
}

export interface NewLine {
  readonly atMs: number;
  readonly tick: number;
  readonly kind: JournalLine["kind"];
  readonly participantId: string;
  readonly detail: JournalLine["detail"];
}

export interface RoomStore {
  /** What arrived and the journal lines that come of it, together or not at all. */
  keep(
    received: Received,
    lines: readonly (NewLine & { readonly sequence: number })[],
  ): Promise<void>;
  setState(state: RoomState, atMs: number): Promise<void>;
  setWriterDevice(deviceId: string): Promise<void>;
}

/** The store of one session in the database. */
export function createRoomStore(database: Database, sessionId: string): RoomStore {
  const changeSession = async (values: Record<string, string | number | null>): Promise<void> => {
    await database.updateTable("session").set(values).where("id", "=", sessionId).execute();
  };
  return {
    async keep({ entries, checkpoints, atMs }, lines) {
      try {
        await database.transaction().execute(async (work) => {
          if (entries.length > 0) {
            await work
              .insertInto("case_entry")
              .values(entries.map(entryRow(sessionId, atMs)))
              .execute();
          }
          if (checkpoints.length > 0) {
            const rows = checkpoints.map(checkpointRow(sessionId, atMs));
            await work.insertInto("case_checkpoint").values(rows).execute();
          }
          if (lines.length > 0) {
            await work
              .insertInto("journal")
              .values(lines.map(lineRow(sessionId)))
              .execute();
          }
        });
      } catch (error) {
        if (isDuplicate(error)) throw new NotOwner(`Session ${sessionId} is written elsewhere.`);
        throw error;
      }
    },
    async setState(state, atMs) {
      const moment = state === "running" ? { started_ms: atMs } : {};
      const end = state === "ended" ? { ended_ms: atMs, join_code: null } : {};
      await changeSession({ state, ...moment, ...end });
    },
    setWriterDevice: (deviceId) => changeSession({ writer_device: deviceId }),
  };
}

const entryRow =
  (sessionId: string, receivedMs: number) =>
  ({ chainHex, ...entry }: Entry) => ({
    session_id: sessionId,
    sequence: entry.sequence,
    tick: entry.tick,
    entry_json: JSON.stringify(entry),
    chain_hex: chainHex,
    received_ms: receivedMs,
  });

const checkpointRow =
  (sessionId: string, receivedMs: number) =>
  ({ tick, hashHex, headHex }: LiveCheckpoint) => ({
    session_id: sessionId,
    tick,
    hash_hex: hashHex,
    head_hex: headHex,
    received_ms: receivedMs,
  });

const lineRow = (sessionId: string) => (line: NewLine & { readonly sequence: number }) => ({
  session_id: sessionId,
  sequence: line.sequence,
  at_ms: line.atMs,
  tick: line.tick,
  kind: line.kind,
  participant_id: line.participantId,
  detail_json: JSON.stringify(line.detail),
});
