/** Where rooms are read from when the first device comes: the database, or a stand-in in tests. */
import { createHash } from "node:crypto";
import { genesisHex } from "../../session/chain.ts";
import { createGroupCommit } from "../database/groupCommit.ts";
import { hashSecret } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import type { Participant } from "./peer.ts";
import type { RoomParts } from "./room.ts";
import { createRoomStore, readLog } from "./roomStore.ts";
import { releasesOf } from "./withheld.ts";
import { writeBatches } from "./writeBatches.ts";

export const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex");

export type ReadRoom = Pick<RoomParts, "session" | "kept" | "participants" | "store">;

export interface RoomSource {
  /** The participant behind a page's token, with the session it belongs to. */
  participant(token: string): Promise<{ participant: Participant; sessionId: string } | undefined>;
  read(sessionId: string): Promise<ReadRoom>;
}

export function databaseRooms(database: Database): RoomSource {
  const commit = createGroupCommit(database, writeBatches);
  return {
    async participant(token) {
      const row = await database
        .selectFrom("participant")
        .select(["id", "name", "role", "session_id"])
        .where("token_hash", "=", hashSecret(token))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { id, name, role, session_id: sessionId } = row;
      return { participant: { id, name, role }, sessionId };
    },
    async read(sessionId) {
      const row = await database
        .selectFrom("session")
        .selectAll()
        .where("id", "=", sessionId)
        .executeTakeFirstOrThrow();
      const withheld = row.withheld_json === null ? undefined : JSON.parse(row.withheld_json);
      return {
        session: {
          id: row.id,
          title: row.title,
          mode: row.mode,
          genesisHex: genesisHex(row.engine_hash, JSON.parse(row.case_setup_json), sha256Hex),
          state: row.state,
          writerDevice: row.writer_device,
          releases: withheld === undefined ? [] : releasesOf(withheld),
        },
        kept: await readLog(database, sessionId),
        participants: () =>
          database
            .selectFrom("participant")
            .select(["id", "name", "role"])
            .where("session_id", "=", sessionId)
            .orderBy("joined_ms")
            .execute(),
        store: createRoomStore(commit, sessionId),
      };
    },
  };
}
