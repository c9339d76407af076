/**
 * What is kept of a session while it runs. Every method has written through to the disk when its
 * promise is kept; only then may anybody be told.
 */
import type { JournalLine, LiveCheckpoint, RoomState } from "../../session/contract/live.ts";
import type { Entry } from "../../session/contract/recording.ts";
import { isDuplicate } from "../database/duplicate.ts";
import type { Commit } from "../database/groupCommit.ts";
import type { Database } from "../database/openDatabase.ts";
import type { Stamp } from "./roomTime.ts";

/** With the moments at which it came, by the wall's clock and by the room's. */
export interface KeptCheckpoint extends LiveCheckpoint, Stamp {}

export interface KeptLine extends JournalLine, Stamp {}

export interface KeptLog {
  readonly entries: readonly Entry[];
  readonly checkpoints: readonly KeptCheckpoint[];
  readonly journal: readonly KeptLine[];
}

/** A step of the session itself, in the same write as the line that tells of it. */
export interface SessionChange {
  readonly state?: RoomState;
  readonly writerDevice?: string;
}

/** What belongs together: all of it is kept, or nothing. */
export interface Batch {
  readonly entries: readonly Entry[];
  readonly checkpoints: readonly LiveCheckpoint[];
  readonly lines: readonly NumberedLine[];
  readonly change?: SessionChange | undefined;
  readonly stamp: Stamp;
}

export interface SessionBatch extends Batch {
  readonly sessionId: string;
}

/** Another server process writes this session too; this one has to let go. */
class NotOwner extends Error {}

/** A line as others are told of it: the room's own clock says nothing to them. */
export function told({ sequence, atMs, tick, kind, who, detail }: KeptLine): JournalLine {
  return { sequence, atMs, tick, kind, who, detail };
}

/** The last moment that is kept of a session; undefined while there is none. */
export function lastStamp({ checkpoints, journal }: KeptLog): Stamp | undefined {
  const [checkpoint, line] = [checkpoints.at(-1), journal.at(-1)];
  if (checkpoint === undefined || line === undefined) return checkpoint ?? line;
  return checkpoint.clockMs > line.clockMs ? checkpoint : line;
}

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
    .select(["tick", "hash_hex", "head_hex", "received_ms", "clock_ms", "steady_ms", "boot_id"])
    .where("session_id", "=", sessionId)
    .orderBy("tick")
    .execute();
  const journal = await database
    .selectFrom("journal")
    .leftJoin("participant", "participant.id", "journal.participant_id")
    .select(["journal.sequence", "journal.at_ms", "journal.tick", "journal.kind"])
    .select(["participant.name", "journal.detail_json", "journal.clock_ms"])
    .select(["journal.steady_ms", "journal.boot_id"])
    .where("journal.session_id", "=", sessionId)
    .orderBy("journal.sequence")
    .execute();
  return {
    entries: entries.map((row) => ({ ...JSON.parse(row.entry_json), chainHex: row.chain_hex })),
    checkpoints: checkpoints.map((row) => ({
      tick: row.tick,
      hashHex: row.hash_hex,
      headHex: row.head_hex,
      atMs: row.received_ms,
      clockMs: row.clock_ms ?? row.received_ms,
      steadyMs: row.steady_ms,
      bootId: row.boot_id,
    })),
    journal: journal.map((row) => ({
      sequence: row.sequence,
      atMs: row.at_ms,
      clockMs: row.clock_ms ?? row.at_ms,
      steadyMs: row.steady_ms,
      bootId: row.boot_id,
      tick: row.tick,
      kind: row.kind,
      who: row.name ?? "",
      detail: JSON.parse(row.detail_json),
    })),
  };
}

export interface NewLine extends Stamp {
  readonly tick: number;
  readonly kind: JournalLine["kind"];
  readonly participantId: string;
  readonly detail: JournalLine["detail"];
}

export type NumberedLine = NewLine & { readonly sequence: number };

export interface RoomStore {
  keep(batch: Batch): Promise<void>;
}

/** The store of one session; `commit` writes with it what other sessions keep meanwhile. */
export function createRoomStore(commit: Commit<SessionBatch>, sessionId: string): RoomStore {
  return {
    async keep(batch) {
      try {
        await commit({ ...batch, sessionId });
      } catch (error) {
        if (isDuplicate(error)) throw new NotOwner(`Session ${sessionId} is written elsewhere.`);
        throw error;
      }
    },
  };
}
