/** The rooms that are open in this process, read from the database when the first device comes. */
import { createHash } from "node:crypto";
import { genesisHex } from "../../session/chain.ts";
import { hashSecret } from "../database/ids.ts";
import type { Database } from "../database/openDatabase.ts";
import { type Participant, Room } from "./room.ts";
import { createRoomStore, readLog } from "./roomStore.ts";
import { releasesOf } from "./withheld.ts";

export const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex");

export interface OpenRooms {
  /** The participant behind a page's token, with the room it belongs to. */
  find(token: string): Promise<{ participant: Participant; room: Room } | undefined>;
  /** Lets go of a room that nobody is in. */
  release(room: Room): void;
  /** Waits until everything that was begun is kept; for the server's end. */
  settled(): Promise<void>;
  count(): number;
}

export interface OpenRoomsParts {
  readonly database: Database;
  readonly nowMs: () => number;
  readonly onLost: (error: unknown) => void;
}

export function createOpenRooms(parts: OpenRoomsParts): OpenRooms {
  const rooms = new Map<string, Promise<Room>>();
  let isClosing = false;
  const open = (sessionId: string): Promise<Room> => {
    const known = rooms.get(sessionId);
    if (known !== undefined) return known;
    const onLost = (error: unknown): void => {
      rooms.delete(sessionId);
      if (!isClosing) parts.onLost(error);
    };
    const room = readRoom({ ...parts, onLost }, sessionId);
    rooms.set(sessionId, room);
    room.catch(() => rooms.delete(sessionId));
    return room;
  };
  return {
    async find(token) {
      const row = await parts.database
        .selectFrom("participant")
        .select(["id", "name", "role", "session_id"])
        .where("token_hash", "=", hashSecret(token))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { id, name, role, session_id } = row;
      return { participant: { id, name, role }, room: await open(session_id) };
    },
    release(room) {
      if (room.isEmpty) rooms.delete(room.id);
    },
    async settled() {
      isClosing = true;
      await Promise.allSettled([...rooms.values()].map(async (room) => (await room).settled()));
    },
    count: () => rooms.size,
  };
}

async function readRoom(
  { database, nowMs, onLost }: OpenRoomsParts,
  sessionId: string,
): Promise<Room> {
  const row = await database
    .selectFrom("session")
    .selectAll()
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  const withheld = row.withheld_json === null ? undefined : JSON.parse(row.withheld_json);
  return new Room({
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
    store: createRoomStore(database, sessionId),
    sha256Hex,
    nowMs,
    onLost,
  });
}
